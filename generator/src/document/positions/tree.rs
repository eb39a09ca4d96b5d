//! The values of a source with their positions. They refer to each other by index, without
//! recursion.

use std::borrow::Cow;

use crate::document::{Place, Span, Step};

/// The positions of the values of one source.
#[derive(Debug, Default)]
pub(crate) struct Positions<'s> {
    values: Vec<Value<'s>>,
    /// The open containers, outermost first.
    open: Vec<Open<'s>>,
}

#[derive(Debug)]
struct Value<'s> {
    span: Span,
    content: Content<'s>,
    /// A YAML scalar without quotes or tag.
    plain: bool,
}

#[derive(Debug)]
pub(super) enum Content<'s> {
    Scalar(Cow<'s, str>),
    Sequence(Vec<usize>),
    Mapping(Members<'s>),
}

/// The members of a mapping in source order.
#[derive(Debug, Default)]
pub(super) struct Members<'s> {
    list: Vec<Member<'s>>,
    /// In large mappings: indices by key; equal keys are in source order.
    by_key: Vec<usize>,
}

impl<'s> Members<'s> {
    /// The number of members from which binary search pays off.
    const MANY: usize = 32;

    /// Builds the search index, once all members are known.
    fn complete(&mut self) {
        if self.list.len() >= Self::MANY {
            let list = &self.list;
            self.by_key = (0..list.len()).collect();
            self.by_key.sort_by_key(|index| list.get(*index).map(|member| &member.key));
        }
    }

    /// The last member with this name, which is the one that counts.
    fn last(&self, key: &str) -> Option<&Member<'s>> {
        if self.by_key.is_empty() {
            return self.list.iter().rfind(|member| member.key == key);
        }
        let until = self.sorted_before(|other| other <= key);
        self.sorted(until.checked_sub(1)?).filter(|member| member.key == key)
    }

    /// The first member with this name.
    fn first(&self, key: &str) -> Option<&Member<'s>> {
        if self.by_key.is_empty() {
            return self.list.iter().find(|member| member.key == key);
        }
        self.sorted(self.sorted_before(|other| other < key)).filter(|member| member.key == key)
    }

    /// The number of sorted members whose key satisfies `before`.
    fn sorted_before(&self, before: impl Fn(&str) -> bool) -> usize {
        let has = |index: &usize| self.list.get(*index).is_some_and(|other| before(&other.key));
        self.by_key.partition_point(has)
    }

    fn sorted(&self, place: usize) -> Option<&Member<'s>> {
        self.list.get(*self.by_key.get(place)?)
    }
}

#[derive(Debug)]
struct Member<'s> {
    key: Cow<'s, str>,
    span: Span,
    value: usize,
}

#[derive(Debug)]
struct Open<'s> {
    value: usize,
    key: Option<(Cow<'s, str>, Span)>,
}

/// A value as reached: its index, and the span of its key.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    value: usize,
    key: Option<Span>,
}

impl Found {
    /// The span of the key, where the value is a member.
    pub(super) fn key(self) -> Option<Span> {
        self.key
    }
}

impl<'s> Positions<'s> {
    /// Adds a value at the current position; a container stays open until [`Self::close`].
    pub(super) fn add(&mut self, span: Span, content: Content<'s>) -> usize {
        let index = self.values.len();
        let container = !matches!(content, Content::Scalar(_));
        if let Content::Scalar(text) = &content
            && self.wants_key()
        {
            let key = text.clone();
            self.set_key(key, span);
            return index;
        }
        self.attach(index, span);
        self.values.push(Value { span, content, plain: false });
        if container {
            self.open.push(Open { value: index, key: None });
        }
        index
    }

    /// Adds a YAML scalar without quotes or tag.
    pub(super) fn add_plain(&mut self, span: Span, text: Cow<'s, str>) {
        let index = self.add(span, Content::Scalar(text));
        if let Some(value) = self.values.get_mut(index) {
            value.plain = true;
        }
    }

    /// Adds a value that also occurs elsewhere.
    pub(super) fn add_alias(&mut self, target: usize, span: Span) {
        match self.values.get(target) {
            Some(Value { content: Content::Scalar(text), .. }) if self.wants_key() => {
                let key = text.clone();
                self.set_key(key, span);
            }
            _ => self.attach(target, span),
        }
    }

    /// Closes the innermost container.
    pub(super) fn close(&mut self, end: Place) {
        if let Some(open) = self.open.pop()
            && let Some(value) = self.values.get_mut(open.value)
        {
            value.span.end = end;
            if let Content::Mapping(members) = &mut value.content {
                members.complete();
            }
        }
    }

    pub(super) fn next_index(&self) -> usize {
        self.values.len()
    }

    fn wants_key(&self) -> bool {
        self.open.last().is_some_and(|open| {
            let value = self.values.get(open.value);
            open.key.is_none()
                && value.is_some_and(|value| matches!(value.content, Content::Mapping(_)))
        })
    }

    fn set_key(&mut self, key: Cow<'s, str>, span: Span) {
        if let Some(open) = self.open.last_mut() {
            open.key = Some((key, span));
        }
    }

    fn attach(&mut self, index: usize, span: Span) {
        if self.wants_key() {
            // A container as key: no pointer can name it.
            self.set_key(Cow::Borrowed(""), span);
            return;
        }
        let Some(open) = self.open.last_mut() else { return };
        let key = open.key.take();
        match (self.values.get_mut(open.value).map(|value| &mut value.content), key) {
            (Some(Content::Mapping(members)), Some((key, span))) => {
                members.list.push(Member { key, span, value: index });
            }
            (Some(Content::Sequence(items)), _) => items.push(index),
            _ => {}
        }
    }

    pub(super) fn root(&self) -> Option<Found> {
        (!self.values.is_empty()).then_some(Found { value: 0, key: None })
    }

    pub(super) fn child(&self, from: Found, step: &Step) -> Option<Found> {
        let value = self.values.get(from.value)?;
        match (&value.content, step) {
            (Content::Sequence(items), Step::Index(index)) => {
                items.get(*index).map(|value| Found { value: *value, key: None })
            }
            (Content::Mapping(members), Step::Key(key)) => self.member(members, key, 8),
            (Content::Mapping(_) | Content::Sequence(_) | Content::Scalar(_), _) => None,
        }
    }

    /// The last member with this name, or one from a merge key.
    fn member(&self, members: &Members<'s>, key: &str, merges: usize) -> Option<Found> {
        if let Some(found) = members.last(key) {
            return Some(Found { value: found.value, key: Some(found.span) });
        }
        let source = members.last("<<")?.value;
        let merges = merges.checked_sub(1)?;
        let within = |index: usize| match &self.values.get(index)?.content {
            Content::Mapping(members) => self.member(members, key, merges),
            Content::Sequence(_) | Content::Scalar(_) => None,
        };
        match &self.values.get(source)?.content {
            Content::Sequence(items) => items.iter().find_map(|item| within(*item)),
            Content::Mapping(_) | Content::Scalar(_) => within(source),
        }
    }

    /// The position of the first occurrence of a member's key.
    pub(super) fn first_key_at(&self, from: Found, key: &str) -> Option<Span> {
        match &self.values.get(from.value)?.content {
            Content::Mapping(members) => members.first(key).map(|member| member.span),
            Content::Sequence(_) | Content::Scalar(_) => None,
        }
    }

    /// The text of a scalar.
    pub(super) fn text_at(&self, found: Found) -> Option<&str> {
        match &self.values.get(found.value)?.content {
            Content::Scalar(text) => Some(text),
            Content::Sequence(_) | Content::Mapping(_) => None,
        }
    }

    /// Whether a YAML scalar has neither quotes nor a tag.
    pub(super) fn is_plain(&self, found: Found) -> bool {
        self.values.get(found.value).is_some_and(|value| value.plain)
    }

    /// The span to show: a scalar itself, a container by its key.
    pub(super) fn shown(&self, found: Found) -> Span {
        let own = self.values.get(found.value).map(|value| (value.span, &value.content));
        match (own, found.key) {
            (Some((span, Content::Scalar(_))), _) | (Some((span, _)), None)
                if span.start != span.end =>
            {
                span
            }
            (_, Some(key)) => key,
            (own, None) => own.map(|(span, _)| span).unwrap_or_default(),
        }
    }
}
