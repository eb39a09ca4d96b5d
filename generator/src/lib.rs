//! OpenAPI to Rust client generator.

mod ir;
mod load;
mod lower;
mod normalise;
mod position;
mod problem;
mod resolve;
