//! The first program on the crate's front page.

use super::client::{Client, SchemeFact};
use crate::ir;
use crate::name::Ident;
use crate::plan::docs::{Example, Sample};
use crate::plan::operations::OperationModule;
use crate::plan::types::TypeRef;

/// A program that sets up a client and sends one request.
#[derive(Debug)]
pub(crate) struct QuickStart {
    /// Builder methods with their string arguments.
    pub(crate) setup: Vec<(Ident, Vec<String>)>,
    pub(crate) accessor: Option<Ident>,
    pub(crate) method: Ident,
    pub(crate) example: Example,
}

/// The quick start with the first `GET` operation that has an example, or any operation; `None`
/// without an example.
pub(super) fn quick_start(
    api: &ir::Api,
    modules: &[OperationModule],
    client: &Client,
) -> Option<QuickStart> {
    let shown = || {
        modules.iter().flat_map(|module| {
            let accessor = module.accessor.as_ref().map(|accessor| &accessor.ident);
            module.operations.iter().filter_map(move |operation| {
                let example = operation.example.as_ref()?;
                let alone = !example.arguments.iter().any(|s| matches!(s, Sample::Given(_)));
                alone.then_some((accessor, operation, example))
            })
        })
    };
    let (accessor, operation, example) = shown()
        .find(|(_, operation, _)| operation.description.method == "GET")
        .or_else(|| shown().next())?;
    Some(QuickStart {
        setup: setup(api, client),
        accessor: accessor.cloned(),
        method: operation.method.clone(),
        example: example.clone(),
    })
}

/// The settings that a client needs: the server if the document lacks one, its variables, client
/// parameters, and the first credential.
fn setup(api: &ir::Api, client: &Client) -> Vec<(Ident, Vec<String>)> {
    let mut setup: Vec<(Ident, Vec<String>)> = address(api).into_iter().collect();
    let declared = api.servers.first().map_or(&[][..], |server| &server.variables);
    for variable in &client.variables {
        if let Some(declared) = declared.iter().find(|declared| declared.name == variable.name) {
            let shown = if declared.has_default { &declared.default } else { &declared.name };
            setup.push((variable.ident.clone(), vec![shown.clone()]));
        }
    }
    for parameter in client.parameters.iter().filter(|parameter| parameter.ty == TypeRef::Text) {
        setup.push((parameter.ident.clone(), vec![parameter.name.replace('_', "-")]));
    }
    let credential = client.schemes.iter().find_map(|scheme| {
        let texts: &[&str] = match scheme.fact {
            SchemeFact::ApiKey { .. } => &["the key"],
            SchemeFact::Basic => &["user", "password"],
            SchemeFact::Bearer | SchemeFact::Oauth2 { .. } | SchemeFact::OpenIdConnect => {
                &["the token"]
            }
            SchemeFact::Http(_) | SchemeFact::MutualTls | SchemeFact::Signer(_) => return None,
        };
        Some((scheme.ident.clone(), texts.iter().map(|&text| text.to_owned()).collect()))
    });
    setup.extend(credential);
    setup
}

/// The server's address, if only the user knows it.
fn address(api: &ir::Api) -> Option<(Ident, Vec<String>)> {
    let (method, text) = match api.servers.first() {
        _ if api.has_own_servers() => return None,
        None => ("endpoint", "https://api.example"),
        Some(server) if server.is_relative() => {
            ("document_url", "https://api.example/openapi.json")
        }
        Some(_) => return None,
    };
    Some((Ident::snake(method), vec![text.to_owned()]))
}
