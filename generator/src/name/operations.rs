//! Names of operations: the method, the request builder, and the operation's own types.

use super::tags::Group;
use super::unqualified::UNQUALIFIED;
use super::{Candidate, Case, Ident, NameRequest, Scope};
use crate::collections::HashMap;
use crate::document::NodeId;
use crate::ir::{self, operation_place};
use crate::problem::Problems;

/// The names of one operation.
#[derive(Clone, Debug)]
pub(crate) struct OperationNames {
    /// `delete_instance`; without the tag's name at its beginning.
    pub(crate) method: Ident,
    /// `DeleteInstance`: the request builder.
    pub(crate) builder: Ident,
    /// `DELETE_INSTANCE`: the static description.
    pub(crate) constant: Ident,
    /// `DeleteInstanceBody`: a request body with several media types.
    pub(crate) body: Ident,
    /// `DeleteInstanceOutput`: a success with several shapes.
    pub(crate) output: Ident,
    /// `DeleteInstanceError`: failures with several shapes.
    pub(crate) error: Ident,
    /// `DeleteInstanceHeaders`: documented response headers.
    pub(crate) headers: Ident,
    /// `DeleteInstanceErrorHeaders`: documented headers of errors.
    pub(crate) error_headers: Ident,
    /// `WatchInstancesEvent`: the data of each stream whose events differ by name.
    pub(crate) events: Vec<Ident>,
    /// The argument or setter of each parameter, by index.
    pub(crate) parameters: Vec<Ident>,
}

impl OperationNames {
    /// Visits each name.
    pub(super) fn each(
        &mut self,
        operation: &ir::Operation,
        visit: &mut dyn FnMut(NodeId, Case, &mut Ident),
    ) {
        let Self {
            method,
            builder,
            constant,
            body,
            output,
            error,
            headers,
            error_headers,
            events,
            parameters,
        } = self;
        visit(operation.origin, Case::Snake, method);
        let types = [builder, body, output, error, headers, error_headers];
        for item in types.into_iter().chain(events) {
            visit(operation.origin, Case::Pascal, item);
        }
        visit(operation.origin, Case::Screaming, constant);
        for (parameter, ident) in operation.parameters.iter().zip(parameters) {
            visit(parameter.origin, Case::Snake, ident);
        }
    }
}

/// Inherent methods of the client and of its accessors' structs, and names that clippy reserves for
/// trait methods or constructors.
const METHODS: Scope = Scope {
    reserved: &["as_runtime", "builder", "clone", "cmp", "fmt", "from_runtime", "new"],
    suffix: "_operation",
    remedy: Scope::PIN,
};

/// Methods of a request builder that a setter would hide, and the names of other arguments.
const SETTERS: Scope = Scope {
    reserved: &[
        "body",
        "call",
        "clone",
        "drop",
        "endpoint",
        "fmt",
        "from_call",
        "into_call",
        "into_future",
        "into_request",
        "pages",
        "send",
        "send_blocking",
        "with",
    ],
    suffix: "_parameter",
    remedy: Scope::PIN,
};

/// The types of a module.
const TYPES: Scope = Scope { reserved: &UNQUALIFIED, suffix: "Operation", remedy: Scope::PIN };

/// Statics are private, so any name will do.
const CONSTANTS: Scope =
    Scope { reserved: &["API", "COMMON"], suffix: "_OPERATION", remedy: Scope::PIN };

/// The names of every operation, by index.
pub(super) fn name(
    api: &ir::Api,
    groups: &[Group],
    tag_in_methods: bool,
    problems: &Problems,
) -> Vec<Option<OperationNames>> {
    let mut names: Vec<Option<OperationNames>> = Vec::new();
    names.resize_with(api.operations.len(), || None);
    for group in groups {
        let operations: Vec<&ir::Operation> =
            group.operations.iter().filter_map(|index| api.operations.get(*index)).collect();
        // Operations without a tag are methods of the client, next to its accessors.
        let accessors = groups.iter().filter(|other| group.tag.is_none() && other.tag.is_some());
        let accessors: Vec<&Ident> = accessors.map(|other| &other.accessor).collect();
        let mut named = name_group(group, &accessors, &operations, problems);
        if !tag_in_methods && group.tag.is_some() {
            shorten(group, &operations, &mut named);
        }
        for (index, named) in group.operations.iter().zip(named) {
            if let Some(slot) = names.get_mut(*index) {
                *slot = Some(named);
            }
        }
    }
    names
}

fn name_group(
    group: &Group,
    accessors: &[&Ident],
    operations: &[&ir::Operation],
    problems: &Problems,
) -> Vec<OperationNames> {
    let node = operations.first().map_or_else(NodeId::default, |operation| operation.origin);
    let taken = accessors.iter().map(|accessor| NameRequest::taken(node, accessor));
    let requests: Vec<NameRequest<'_>> =
        taken.chain(operations.iter().map(|operation| request(operation))).collect();
    let methods = METHODS.settle(&requests, problems).split_off(accessors.len());
    let types = name_types(group, operations, &methods, problems);
    let values = tuple_structs(group, &types);
    let parameters: Vec<Vec<Ident>> =
        operations.iter().map(|operation| name_parameters(operation, &values, problems)).collect();
    let values = values.into_iter().chain(parameters.iter().flatten().cloned());
    let constants = name_constants(operations, &methods, values.collect());
    let named = methods.into_iter().zip(types).zip(constants.into_iter().zip(parameters));
    named
        .map(|((method, types), (constant, parameters))| OperationNames {
            method,
            builder: types.builder,
            constant,
            body: types.body,
            output: types.output,
            error: types.error,
            headers: types.headers,
            error_headers: types.error_headers,
            events: types.events,
            parameters,
        })
        .collect()
}

/// Leaves the tag's name out of the methods that begin with it, where no other method has that name.
fn shorten(group: &Group, operations: &[&ir::Operation], names: &mut [OperationNames]) {
    let tag = group.accessor.as_str();
    let requests: Vec<NameRequest<'_>> = operations
        .iter()
        .zip(names.iter())
        .map(|(operation, names)| {
            let full = names.method.clone();
            let pinned = operation.rust_name.is_some();
            let short = if pinned { None } else { without_tag(full.as_str(), tag) };
            match short.filter(|short| !METHODS.reserved.contains(&short.as_str())) {
                Some(short) => NameRequest {
                    node: operation.origin,
                    candidates: vec![short.into(), full.into()],
                    rank: NameRequest::PLACED,
                },
                None => NameRequest::taken(operation.origin, &full),
            }
        })
        .collect();
    let methods = METHODS.settle_unreported(&requests).0;
    for (names, method) in names.iter_mut().zip(methods) {
        names.method = method;
    }
}

/// `list` for the method `containers_list` or `container_list` of the tag `containers`.
fn without_tag(method: &str, tag: &str) -> Option<Ident> {
    let singular = tag.strip_suffix("ies").map(|stem| format!("{stem}y"));
    let singular = singular.or_else(|| tag.strip_suffix('s').map(str::to_owned));
    let forms = [tag.to_owned(), format!("{tag}s")].into_iter().chain(singular);
    let mut rests = forms.filter_map(|tag| method.strip_prefix(&tag)?.strip_prefix('_'));
    let rest = rests.find(|rest| rest.starts_with(char::is_alphabetic))?;
    let short = Ident::snake(rest);
    // A keyword would need `r#`.
    (short.to_string() == rest).then_some(short)
}

/// The method's name: pinned, or from the operationId, or from method and path.
fn request(operation: &ir::Operation) -> NameRequest<'_> {
    let place = operation_place(operation);
    let placed = Candidate::plain(Case::Snake, place.clone());
    let spelled = Candidate::spelled(Case::Snake, place);
    match (&operation.rust_name, &operation.id) {
        (Some(pinned), _) => NameRequest {
            node: operation.origin,
            candidates: vec![Ident::pinned(Case::Snake, pinned).into(), placed, spelled],
            rank: NameRequest::PINNED,
        },
        (None, Some(id)) => NameRequest {
            node: operation.origin,
            candidates: vec![Candidate::plain(Case::Snake, id), placed, spelled],
            rank: NameRequest::NAMED,
        },
        (None, None) => NameRequest {
            node: operation.origin,
            candidates: vec![placed, spelled],
            rank: NameRequest::PLACED,
        },
    }
}

/// The handle and the builders of a group: tuple structs, and so values too.
fn tuple_structs(group: &Group, types: &[TypeNames]) -> Vec<Ident> {
    let handle = group.tag.map(|_| group.handle.clone());
    handle.into_iter().chain(types.iter().map(|types| types.builder.clone())).collect()
}

/// The statics of a group. `values` are the other values of its module, and the arguments, which
/// must not share a name with a static: a single letter (`Q`), or letters without case (`取得`), are
/// spelled alike in several cases.
fn name_constants(
    operations: &[&ir::Operation],
    methods: &[Ident],
    mut values: Vec<Ident>,
) -> Vec<Ident> {
    values.sort();
    values.dedup();
    let node = operations.first().map_or_else(NodeId::default, |operation| operation.origin);
    let taken = values.iter().map(|value| NameRequest::taken(node, value));
    let requests = operations.iter().zip(methods).map(|(operation, method)| {
        let constant = method.to_case(Case::Screaming);
        let candidates =
            vec![constant.clone().into(), constant.with_suffix(CONSTANTS.suffix).into()];
        NameRequest { node: operation.origin, candidates, rank: NameRequest::NAMED }
    });
    let requests: Vec<NameRequest<'_>> = taken.chain(requests).collect();
    CONSTANTS.settle_unreported(&requests).0.split_off(values.len())
}

/// The types of an operation besides its events.
const OF_OPERATION: usize = 6;

struct TypeNames {
    builder: Ident,
    body: Ident,
    output: Ident,
    error: Ident,
    headers: Ident,
    error_headers: Ident,
    events: Vec<Ident>,
}

/// The types of a group: its handle, its builders, then the types of single operations.
///
/// A type that the operation certainly lacks requests no name, so that nothing collides with it.
fn name_types(
    group: &Group,
    operations: &[&ir::Operation],
    methods: &[Ident],
    problems: &Problems,
) -> Vec<TypeNames> {
    let first = operations.iter().take(1);
    let handle = first.map(|operation| NameRequest::taken(operation.origin, &group.handle));
    let mut requests: Vec<NameRequest<'_>> = handle.collect();
    for (operation, method) in operations.iter().zip(methods) {
        let builder = method.to_case(Case::Pascal);
        let part = |needed: bool, suffix: &str| NameRequest {
            node: operation.origin,
            candidates: if needed { vec![builder.with_suffix(suffix).into()] } else { Vec::new() },
            rank: NameRequest::PLACED,
        };
        let bodies = operation.body.as_ref().map_or(0, |body| body.content.len());
        let headers = operation.responses.iter().any(|response| !response.headers.is_empty());
        let shapes: usize =
            operation.responses.iter().map(|response| response.content.len().max(1)).sum();
        requests.extend([
            NameRequest {
                node: operation.origin,
                candidates: vec![builder.clone().into(), builder.with_suffix("Operation").into()],
                rank: NameRequest::NAMED,
            },
            part(bodies > 1, "Body"),
            part(shapes > 1, "Output"),
            part(shapes > 1, "Error"),
            part(headers, "Headers"),
            part(headers && operation.fails_with_headers(), "ErrorHeaders"),
        ]);
    }
    // The events of all operations come last, since operations differ in their number.
    for (operation, method) in operations.iter().zip(methods) {
        let builder = method.to_case(Case::Pascal);
        requests.extend(operation.named_events().map(|media| NameRequest {
            node: media.origin,
            candidates: vec![builder.with_suffix("Event").into()],
            rank: NameRequest::PLACED,
        }));
    }
    let mut settled = TYPES.settle(&requests, problems);
    let mut events = settled.split_off(1 + OF_OPERATION * operations.len()).into_iter();
    let (settled, _) = settled.get(1..).unwrap_or_default().as_chunks::<OF_OPERATION>();
    let mut operations = operations.iter();
    let mut names = Vec::new();
    for [builder, body, output, error, headers, error_headers] in settled.iter().cloned() {
        let own = operations.next().map_or(0, |operation| operation.named_events().count());
        let events = events.by_ref().take(own).collect();
        names.push(TypeNames { builder, body, output, error, headers, error_headers, events });
    }
    names
}

/// Arguments and setters; if a name occurs in two locations, the one in the path keeps it.
///
/// An argument cannot have the name of a tuple struct, which it could only have in letters without
/// case.
fn name_parameters(
    operation: &ir::Operation,
    tuple_structs: &[Ident],
    problems: &Problems,
) -> Vec<Ident> {
    let uncased = tuple_structs.iter().filter(|ident| !ident.has_case());
    let mut requests: Vec<NameRequest<'_>> =
        uncased.map(|ident| NameRequest::taken(operation.origin, ident)).collect();
    let taken = requests.len();
    let mut shared: HashMap<(Ident, &str), usize> = HashMap::default();
    for parameter in &operation.parameters {
        *shared.entry((Ident::snake(&parameter.name), place(parameter))).or_default() += 1;
    }
    requests.extend(operation.parameters.iter().map(|parameter| {
        let node = parameter.origin;
        if let Some(pinned) = &parameter.rust_name {
            let candidates = vec![Ident::pinned(Case::Snake, pinned).into()];
            return NameRequest { node, candidates, rank: NameRequest::PINNED };
        }
        let (name, place) = (&*parameter.name, place(parameter));
        let plain = Ident::snake(name);
        let spelled = Ident::spelled(Case::Snake, name);
        let mut rank = NameRequest::rank_of(name, &plain);
        if !matches!(parameter.location, ir::ParameterLocation::Path(_)) {
            rank += NameRequest::PLACED;
        }
        let in_its_place = plain.with_suffix(place).into();
        // Names of one location differ by their symbols, names of several by their locations.
        let by_place = shared.get(&(plain.clone(), place)).is_none_or(|count| *count == 1);
        let candidates = if by_place {
            vec![plain.into(), in_its_place, spelled.with_suffix(place).into()]
        } else {
            let cased = Candidate::cased(Case::Snake, name);
            vec![plain.into(), spelled.clone().into(), cased, spelled.with_suffix(place).into()]
        };
        NameRequest { node, candidates, rank }
    }));
    SETTERS.settle(&requests, problems).split_off(taken)
}

/// The suffix of a parameter's location.
fn place(parameter: &ir::Parameter) -> &'static str {
    match parameter.location {
        ir::ParameterLocation::Path(_) => "_path",
        ir::ParameterLocation::Query(_) | ir::ParameterLocation::QueryString(_) => "_query",
        ir::ParameterLocation::Header(_) => "_header",
        ir::ParameterLocation::Cookie(_) => "_cookie",
    }
}

#[cfg(test)]
mod tests;
