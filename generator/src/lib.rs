//! OpenAPI to Rust client generator.

mod ir;
mod load;
mod name;
mod plan;
mod problem;
mod render;
