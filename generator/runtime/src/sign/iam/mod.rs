//! The identity service (IAM): tokens for a password, and projects by name.

mod error;
mod exchange;
mod password;
mod project;

pub use error::IamError;
pub(super) use exchange::exchange;
pub use password::IamPassword;
pub use project::project_id;
