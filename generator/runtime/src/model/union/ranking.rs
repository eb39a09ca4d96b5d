//! The order in which a value is tried as the alternatives of its union.

/// The alternatives that a value may be, the most likely first.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::model) enum Ranking {
    /// No alternative comes into question.
    None,
    /// Only this one does.
    One(usize),
    /// Several do; each group is of one rank, in the order of the document.
    Groups(Vec<Vec<usize>>),
}

impl Ranking {
    /// Sorts alternatives by a rank, the highest first; those of one rank keep their order.
    pub(super) fn by<R: Ord>(mut ranked: Vec<(usize, R)>) -> Self {
        if let [(only, _)] = ranked[..] {
            return Self::One(only);
        }
        ranked.sort_by(|(_, one), (_, other)| other.cmp(one));
        let groups = ranked.chunk_by(|(_, one), (_, other)| one == other);
        let groups = groups.map(|group| group.iter().map(|(index, _)| *index).collect());
        match groups.collect::<Vec<Vec<usize>>>() {
            groups if groups.is_empty() => Self::None,
            groups => Self::Groups(groups),
        }
    }

    /// The first of the highest rank.
    pub(in crate::model) fn first(&self) -> Option<usize> {
        self.groups().next()?.first().copied()
    }

    /// The groups in order.
    pub(super) fn groups(&self) -> impl Iterator<Item = &[usize]> {
        let (one, several) = match self {
            Self::None => (None, &[][..]),
            Self::One(index) => (Some(std::slice::from_ref(index)), &[][..]),
            Self::Groups(groups) => (None, groups.as_slice()),
        };
        one.into_iter().chain(several.iter().map(Vec::as_slice))
    }
}
