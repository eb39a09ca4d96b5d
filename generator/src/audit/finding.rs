//! Members that do not belong to their object, as problems.

use crate::closest::closest;
use crate::collections::{HashMap, IndexMap};
use crate::document::{Kind, NodeId};
use crate::lower::Context;
use crate::problem::ProblemKind;
use crate::specification::{Lists, Member, Object, Version};

/// The findings of one document: most are reported at once, those that are counted at the end.
pub(super) struct Findings<'d> {
    context: Context<'d>,
    /// The verdicts on unknown names, which come again and again.
    verdicts: HashMap<(Object, &'d str), Verdict>,
    unknown: IndexMap<&'d str, Count>,
    /// Formats with the known ones that they are close to.
    formats: HashMap<&'d str, Option<&'static str>>,
    /// Keywords that neither types nor checks follow.
    unchecked: IndexMap<&'d str, Count>,
}

/// The most likely reason why an object has a member that the specification does not give it.
#[derive(Clone, Debug)]
enum Verdict {
    Misspelled(&'static str),
    /// A member of these objects.
    Misplaced(String),
    Unknown,
}

/// The number of occurrences of a name, and the first one.
struct Count {
    object: Object,
    first: NodeId,
    places: usize,
}

impl<'d> Findings<'d> {
    pub(super) fn new(context: Context<'d>) -> Self {
        Self {
            context,
            verdicts: HashMap::default(),
            unknown: IndexMap::default(),
            formats: HashMap::default(),
            unchecked: IndexMap::default(),
        }
    }

    /// Reports a member that only other versions have.
    pub(super) fn other_version(
        &self,
        object: Object,
        member: &Member,
        version: Version,
        node: NodeId,
    ) {
        let is_reported_where_it_is_read = match (object, member.name) {
            (Object::Operation, "requestBody") | (Object::Response, "content") => {
                version == Version::V2_0
            }
            (Object::Response, "schema") => true,
            _ => false,
        };
        if is_reported_where_it_is_read {
            return;
        }
        let problem = ProblemKind::MemberOfOtherVersion {
            name: member.name,
            object: object.name(),
            versions: member.versions.to_string().into(),
            effect: effect(member.read_in_all),
        };
        self.context.problems.report(node, problem);
    }

    /// Reports a member that no version has, and returns the name that seems to be meant.
    pub(super) fn unknown(
        &mut self,
        lists: &Lists,
        object: Object,
        name: &'d str,
        node: NodeId,
    ) -> Option<&'static str> {
        let verdict =
            self.verdicts.entry((object, name)).or_insert_with(|| verdict(lists, object, name));
        let holder = object.name();
        let (problem, meant) = match (&*verdict, object) {
            (Verdict::Misspelled(instead), _) => {
                let is_read = object == Object::PathItem && name.eq_ignore_ascii_case(instead);
                let effect = effect(is_read);
                let name = name.into();
                let problem =
                    ProblemKind::MisspelledMember { name, object: holder, instead, effect };
                (problem, Some(*instead))
            }
            (_, Object::PathItem) if self.context.document.is_object(node) => {
                let reason = "a path item has no such member";
                (ProblemKind::InvalidMethod { name: name.to_owned(), reason }, None)
            }
            (_, Object::Components) => (ProblemKind::UnknownSection { name: name.into() }, None),
            (Verdict::Misplaced(owners), _) => {
                let (name, owners) = (name.into(), owners.as_str().into());
                (ProblemKind::MisplacedMember { name, object: holder, owners }, None)
            }
            (Verdict::Unknown, _) => {
                count(&mut self.unknown, object, name, node);
                return None;
            }
        };
        self.context.problems.report(node, problem);
        meant
    }

    /// The known format that one is close to; few occur, each many times.
    pub(super) fn close(
        &mut self,
        format: &'d str,
        close: impl FnOnce(&str) -> Option<&'static str>,
    ) -> Option<&'static str> {
        *self.formats.entry(format).or_insert_with(|| close(format))
    }

    /// Counts a keyword that neither types nor checks follow.
    pub(super) fn unchecked(&mut self, name: &'d str, node: NodeId) {
        count(&mut self.unchecked, Object::Schema, name, node);
    }

    /// Reports the value of a member that is a boolean, where it is a string.
    pub(super) fn flag(&self, name: &'static str, node: NodeId) {
        if let Kind::String(text) = self.context.document.kind(node)
            && (text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("false"))
        {
            let problem = ProblemKind::BooleanAsString { name, text: text.clone() };
            self.context.problems.report(node, problem);
        }
    }

    /// Reports what was counted.
    pub(super) fn report(self) {
        for (name, Count { object, first, places }) in self.unknown {
            let (name, more) = (name.into(), more(places));
            let problem = ProblemKind::UnknownMember { name, object: object.name(), more };
            self.context.problems.report(first, problem);
        }
        for (name, Count { object: _, first, places }) in self.unchecked {
            let (name, more) = (name.into(), more(places));
            self.context.problems.report(first, ProblemKind::UncheckedKeyword { name, more });
        }
    }
}

fn count<'d>(counts: &mut IndexMap<&'d str, Count>, object: Object, name: &'d str, node: NodeId) {
    let count = counts.entry(name).or_insert(Count { object, first: node, places: 0 });
    count.places += 1;
    if node < count.first {
        (count.object, count.first) = (object, node);
    }
}

/// The places beyond the first one, as the end of a sentence.
fn more(places: usize) -> Box<str> {
    match places.saturating_sub(1) {
        0 => "".into(),
        1 => "; it occurs once more".into(),
        more => format!("; it occurs {more} more times").into(),
    }
}

/// The consequence of a member in the wrong object.
fn effect(is_read: bool) -> &'static str {
    if is_read { "it is read all the same" } else { "it is ignored" }
}

fn verdict(lists: &Lists, object: Object, name: &str) -> Verdict {
    if let Some(instead) = closest(name, lists.names(object)) {
        return Verdict::Misspelled(instead);
    }
    match lists.owners(name).as_slice() {
        [] => Verdict::Unknown,
        owners => Verdict::Misplaced(Object::one_of(owners)),
    }
}
