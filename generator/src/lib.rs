//! OpenAPI to Rust client generator.

mod ir;
mod load;
mod lower;
mod normalise;
mod problem;
mod resolve;
