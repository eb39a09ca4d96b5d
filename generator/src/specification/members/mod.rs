//! The members of each object, as the sections of the specification list them.
//!
//! One list holds the members of all versions, each with the versions that have it: those of
//! [2.0](https://spec.openapis.org/oas/v2.0.html), [3.0](https://spec.openapis.org/oas/v3.0.4.html),
//! [3.1](https://spec.openapis.org/oas/v3.1.1.html) and [3.2](https://spec.openapis.org/oas/v3.2.0.html).

mod description;
mod member;
mod message;
mod operation;
mod schema;
mod security;

pub(crate) use member::{Member, Value};

use description::{
    COMPONENTS, CONTACT, EXTERNAL_DOCS, INFO, LICENSE, ROOT, SERVER, SERVER_VARIABLE, TAG,
};
use message::{
    ENCODING, EXAMPLE, HEADER, ITEMS, LINK, MEDIA_TYPE, PARAMETER, REQUEST_BODY, RESPONSE,
};
use operation::{OPERATION, PATH_ITEM};
use schema::{DISCRIMINATOR, SCHEMA, XML};
use security::{FLOW, FLOWS, SECURITY_SCHEME};

use crate::specification::Object;

impl Object {
    /// The members of all versions; none where the document chooses the names.
    pub(crate) fn members(self) -> &'static [Member] {
        match self {
            Self::Root => ROOT,
            Self::Info => INFO,
            Self::Contact => CONTACT,
            Self::License => LICENSE,
            Self::Server => SERVER,
            Self::ServerVariable => SERVER_VARIABLE,
            Self::Components => COMPONENTS,
            Self::Paths | Self::Responses | Self::Callback => &[],
            Self::PathItem => PATH_ITEM,
            Self::Operation => OPERATION,
            Self::ExternalDocs => EXTERNAL_DOCS,
            Self::Parameter => PARAMETER,
            Self::RequestBody => REQUEST_BODY,
            Self::MediaType => MEDIA_TYPE,
            Self::Encoding => ENCODING,
            Self::Response => RESPONSE,
            Self::Example => EXAMPLE,
            Self::Link => LINK,
            Self::Header => HEADER,
            Self::Tag => TAG,
            Self::Schema => SCHEMA,
            Self::Items => ITEMS,
            Self::Discriminator => DISCRIMINATOR,
            Self::Xml => XML,
            Self::SecurityScheme => SECURITY_SCHEME,
            Self::Flows => FLOWS,
            Self::Flow => FLOW,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::collections::HashSet;
    use crate::specification::Object;

    #[test]
    fn no_object_has_a_member_twice() {
        for object in Object::ALL {
            let members = object.members();
            let names: HashSet<&str> = members.iter().map(|member| member.name).collect();
            assert_eq!(names.len(), members.len(), "{object:?}");
        }
    }
}
