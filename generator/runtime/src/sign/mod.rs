//! Signers that come with the runtime.

mod ak_sk;
mod canonical;
mod error;
mod profile;

#[cfg(test)]
mod tests;

pub use ak_sk::AkSk;
pub use error::SignError;
