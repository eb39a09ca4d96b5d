/// A Server Object: a URL template and its variables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Server {
    pub(crate) url: &'static str,
    pub(crate) variables: &'static [Variable],
}

impl Server {
    /// Describes a server by its URL, with variables as `{name}`. A URL without a scheme is
    /// relative to the URL of the document, which the user must give the client.
    #[must_use]
    pub const fn new(url: &'static str) -> Self {
        Self { url, variables: &[] }
    }

    /// Sets the variables of the URL.
    #[must_use]
    pub const fn variables(mut self, variables: &'static [Variable]) -> Self {
        self.variables = variables;
        self
    }
}

/// A server variable: a default, and optionally the documented values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variable {
    pub(crate) name: &'static str,
    pub(crate) default: &'static str,
    pub(crate) values: &'static [&'static str],
}

impl Variable {
    /// Describes a variable by its name and its default.
    #[must_use]
    pub const fn new(name: &'static str, default: &'static str) -> Self {
        Self { name, default, values: &[] }
    }

    /// Sets the documented values. They are not enforced, since new servers appear before documents
    /// change, but they may contain characters that other values may not.
    #[must_use]
    pub const fn values(mut self, values: &'static [&'static str]) -> Self {
        self.values = values;
        self
    }
}
