//! OpenAPI to Rust client generator.

mod ir;
mod load;
mod lower;
mod name;
mod normalise;
mod plan;
mod problem;
mod render;
mod resolve;
