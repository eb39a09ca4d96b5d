//! OpenAPI to Rust client generator.

mod ir;
mod load;
mod problem;
mod resolve;
