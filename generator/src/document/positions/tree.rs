//! The values of a source with their places, without recursion: positions refer to one another by index.

use std::borrow::Cow;

use crate::document::{Place, Span, Step};

/// The places of the values of one source.
#[derive(Debug, Default)]
pub(crate) struct Positions<'s> {
    values: Vec<Value<'s>>,
    /// The containers that are being read, outermost first.
    open: Vec<Open<'s>>,
}

#[derive(Debug)]
struct Value<'s> {
    span: Span,
    content: Content<'s>,
    /// A scalar of YAML without quotes and tag.
    plain: bool,
}

#[derive(Debug)]
pub(super) enum Content<'s> {
    Scalar(Cow<'s, str>),
    Sequence(Vec<usize>),
    Mapping(Members<'s>),
}

/// The members of a mapping in the order of the source.
#[derive(Debug, Default)]
pub(super) struct Members<'s> {
    list: Vec<Member<'s>>,
    /// Where there are many: their indices by key, those of one key in the order of the source.
    by_key: Vec<usize>,
}

impl<'s> Members<'s> {
    /// From here on, a search by halves is worth its preparation.
    const MANY: usize = 32;

    /// Prepares for searches, once all members are known.
    fn complete(&mut self) {
        if self.list.len() >= Self::MANY {
            let list = &self.list;
            self.by_key = (0..list.len()).collect();
            self.by_key.sort_by_key(|index| list.get(*index).map(|member| &member.key));
        }
    }

    /// The last member of that name, which is the one that counts.
    fn last(&self, key: &str) -> Option<&Member<'s>> {
        if self.by_key.is_empty() {
            return self.list.iter().rfind(|member| member.key == key);
        }
        let until = self.sorted_before(|other| other <= key);
        self.sorted(until.checked_sub(1)?).filter(|member| member.key == key)
    }

    /// The first member of that name.
    fn first(&self, key: &str) -> Option<&Member<'s>> {
        if self.by_key.is_empty() {
            return self.list.iter().find(|member| member.key == key);
        }
        self.sorted(self.sorted_before(|other| other < key)).filter(|member| member.key == key)
    }

    /// How many members of the sorted list have a key of which `before` is true.
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

/// A value as it was reached: its own index, and the span of its key.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    value: usize,
    key: Option<Span>,
}

impl<'s> Positions<'s> {
    /// Adds a value where the source has got to; a container stays open until [`Self::close`].
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

    /// Adds a scalar of YAML without quotes and tag.
    pub(super) fn add_plain(&mut self, span: Span, text: Cow<'s, str>) {
        let index = self.add(span, Content::Scalar(text));
        if let Some(value) = self.values.get_mut(index) {
            value.plain = true;
        }
    }

    /// Adds a value that stands elsewhere too.
    pub(super) fn add_alias(&mut self, target: usize, span: Span) {
        match self.values.get(target) {
            Some(Value { content: Content::Scalar(text), .. }) if self.wants_key() => {
                let key = text.clone();
                self.set_key(key, span);
            }
            _ => self.attach(target, span),
        }
    }

    /// Closes the container opened last.
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
            // A container as key: no pointer leads there.
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

    /// The last member of that name, else one that a merge key brings in.
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

    /// The place of the key of a member where it stands first.
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

    /// Whether a scalar of YAML has neither quotes nor a tag.
    pub(super) fn is_plain(&self, found: Found) -> bool {
        self.values.get(found.value).is_some_and(|value| value.plain)
    }

    /// What to point at: a scalar itself, a container by its key.
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
