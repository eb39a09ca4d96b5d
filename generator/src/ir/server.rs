//! Servers and their variables.

use crate::document::NodeId;

#[derive(Clone, Debug)]
pub(crate) struct Server {
    /// As written, with `{variable}`s; possibly relative.
    pub(crate) url: String,
    pub(crate) description: Option<String>,
    pub(crate) variables: Vec<ServerVariable>,
}

impl Server {
    /// Whether the URL takes its host from the location of the document.
    pub(crate) fn is_relative(&self) -> bool {
        !self.url.starts_with("//") && !self.url.contains("://")
    }
}

#[derive(Clone, Debug)]
pub(crate) struct ServerVariable {
    pub(crate) origin: NodeId,
    pub(crate) name: String,
    pub(crate) default: String,
    /// Whether the document declares the default; otherwise the program must set a value.
    pub(crate) has_default: bool,
    pub(crate) values: Vec<String>,
    pub(crate) description: Option<String>,
}
