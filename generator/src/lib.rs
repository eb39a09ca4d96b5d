//! OpenAPI to Rust client generator.

mod ir;
mod load;
mod position;
mod problem;
mod resolve;
