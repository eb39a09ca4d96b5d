//! Example calls for the documentation of operations.
//!
//! They are compiled with the tests of the generated crate, so they only contain code that is
//! certain to compile: a value that cannot be written in a few words is an argument of the
//! surrounding function.

use super::sample::{Example, Sample};
use crate::collections::HashMap;
use crate::ir;
use crate::name::Ident;
use crate::plan::operations::{Argument, BodyArgument, BodyContent};
use crate::plan::options::PlanOptions;
use crate::plan::package::{given_name, package_name};
use crate::plan::types::{Field, Item, ItemKind};
use crate::plan::types::{TypeRef, TypesModule};

/// The maximum number of operations with an example each: beyond it, examples would be a large part
/// of the sources.
const MOST: usize = 100;

/// The maximum nesting of an example value.
const DEPTH: usize = 5;

/// The context of examples.
pub(crate) struct Examples<'a> {
    crate_name: String,
    items: HashMap<&'a Ident, &'a ItemKind>,
}

impl<'a> Examples<'a> {
    /// `None` if the crate's name is unknown, or there are too many operations.
    pub(crate) fn new(
        api: &ir::Api,
        options: &PlanOptions,
        types: &'a TypesModule,
    ) -> Option<Self> {
        if options.is_module || api.operations.len() > MOST {
            return None;
        }
        // Sources may end up in a crate of any name, unless the user or the document chose one.
        let made_up = || options.features.then(|| package_name(&api.info.title));
        let name = given_name(api, options).or_else(made_up)?;
        let items = types.all().map(|Item { ident, kind, .. }| (ident, kind)).collect();
        Some(Self { crate_name: name.replace('-', "_"), items })
    }

    /// The example of a call; `None` if its body is a choice, or bytes.
    pub(crate) fn example(
        &self,
        arguments: &[Argument],
        body: Option<&BodyArgument>,
    ) -> Option<Example> {
        let body = match body.filter(|body| body.required).map(|body| &body.content) {
            None => None,
            Some(BodyContent::Choice { .. }) => return None,
            Some(BodyContent::One(value)) => Some((Ident::snake("body"), value.rust_type()?)),
        };
        let mut example = Example { crate_name: self.crate_name.clone(), ..Example::default() };
        let arguments = arguments.iter().map(|argument| (argument.ident.clone(), &argument.ty));
        for (ident, ty) in arguments.chain(body) {
            let sample = self.sample(ty, &ident, DEPTH).unwrap_or_else(|| {
                example.given.push((ident.clone(), ty.clone()));
                Sample::Given(ident)
            });
            sample.collect_types(&mut example.types);
            example.arguments.push(sample);
        }
        Some(example)
    }

    /// A value for an `impl Into` argument, named after the argument.
    fn sample(&self, ty: &TypeRef, name: &Ident, depth: usize) -> Option<Sample> {
        let depth = depth.checked_sub(1)?;
        match ty {
            TypeRef::Text => {
                let text = name.as_str().trim_start_matches("r#").replace('_', "-");
                Some(Sample::Text { text, owned: false })
            }
            TypeRef::Bool => Some(Sample::Bool),
            TypeRef::I64 => Some(Sample::Integer),
            TypeRef::F64 => Some(Sample::Float),
            TypeRef::Boxed(inner) => self.sample(inner, name, depth),
            TypeRef::Vec(item) => match self.sample(item, name, depth)? {
                Sample::Text { text, .. } => {
                    Some(Sample::List(Box::new(Sample::Text { text, owned: true })))
                }
                // Their types must be exact, like the items of a vector.
                item @ (Sample::Variant { .. } | Sample::New { .. } | Sample::Bool) => {
                    Some(Sample::List(Box::new(item)))
                }
                _ => None,
            },
            TypeRef::Named(ident) => self.named(ident, name, depth),
            _ => None,
        }
    }

    fn named(&self, item: &Ident, name: &Ident, depth: usize) -> Option<Sample> {
        match self.items.get(item)? {
            ItemKind::Alias(ty) => Some(self.sample(ty, name, depth)?.named(item)),
            ItemKind::Enumeration(enumeration) => {
                let variant = enumeration.variants.first()?.ident.clone();
                Some(Sample::Variant { item: item.clone(), variant })
            }
            ItemKind::Struct(object) => {
                let required = object.fields.iter().filter(|field| field.in_constructor);
                let arguments = required.map(|field| self.sample(&field.ty, &field.ident, depth));
                let arguments = arguments.collect::<Option<Vec<_>>>()?;
                let set = arguments.is_empty().then(|| self.set(&object.fields, depth)).flatten();
                Some(Sample::New { item: item.clone(), arguments, set })
            }
            ItemKind::Union(_) | ItemKind::Sequence(_) => None,
        }
    }

    /// The first optional member that is easy to set: an empty object shows little.
    fn set(&self, fields: &[Field], depth: usize) -> Option<(Ident, Box<Sample>)> {
        fields.iter().find_map(|field| {
            let setter = field.setter.as_ref()?;
            let (TypeRef::Option(ty) | TypeRef::Nullable(ty)) = &field.ty else { return None };
            let sample = self.sample(ty, &field.ident, depth)?;
            Some((setter.set.clone(), Box::new(sample)))
        })
    }
}
