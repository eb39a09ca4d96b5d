//! Which alternative of a union a value is: decided before anything is decoded.
//!
//! In this order: the discriminator's value (by its mapping, otherwise by the
//! alternatives that list the value themselves); the JSON kind; members with a
//! constant value or a kind of their own (another one refuses the
//! alternative); members with one of a few values (a new value refuses it too,
//! unless it is all that is left or its constants speak for it: enumerations
//! are open); required members (a missing one refuses); then, among those
//! left, the fewest hints against it (members, and elements of arrays, with
//! other values than it lists), the most constants, the most declared members,
//! the most members with one of a few values, and the first of the list. A
//! member that an alternative does not declare never refuses it.

use std::cmp::Reverse;

use super::elements::{Fit, fits};
use super::explain::Refusal;
use super::union::{Alternative, Kinds, UnionTable};
use crate::json::{DecodeError, Kind, Number, Reader};

/// How many members the look-ahead considers; an object with more is decided by its first ones.
const MEMBER_LIMIT: usize = 4096;

/// The alternative of the next value; the reader stays where it is.
pub(super) fn decide(
    table: &UnionTable,
    reader: &Reader<'_>,
) -> Result<Option<usize>, DecodeError> {
    let mut ahead = reader.clone();
    match ahead.kind()? {
        Kind::Object => decide_object(table, ahead),
        Kind::Array => decide_array(table, ahead),
        Kind::String => {
            let text = ahead.text()?;
            Ok(decide_scalar(table, Kinds::STRING, Kinds::STRING, &|value| value == text))
        }
        Kind::Null => Ok(decide_scalar(table, Kinds::NULL, Kinds::NULL, &|value| value == "null")),
        Kind::Bool => {
            let text = if ahead.boolean()? { "true" } else { "false" };
            Ok(decide_scalar(table, Kinds::BOOLEAN, Kinds::BOOLEAN, &|value| value == text))
        }
        Kind::Number => Ok(decide_number(table, &ahead.number()?)),
    }
}

/// An integer goes to an alternative for integers before one for numbers, unless it is written with a fraction.
fn decide_number(table: &UnionTable, number: &Number) -> Option<usize> {
    let equal = |value: &str| value.parse::<Number>().is_ok_and(|value| value == *number);
    let (accepted, preferred) = match number.small() {
        Some(_) => (Kinds::NUMBER.or(Kinds::INTEGER), Kinds::INTEGER),
        None if number.is_integer() && number.is_plain() => {
            (Kinds::NUMBER.or(Kinds::INTEGER), Kinds::INTEGER)
        }
        None if number.is_integer() => (Kinds::NUMBER.or(Kinds::INTEGER), Kinds::NUMBER),
        None => (Kinds::NUMBER, Kinds::NUMBER),
    };
    decide_scalar(table, accepted, preferred, &equal)
}

fn decide_scalar(
    table: &UnionTable,
    accepted: Kinds,
    preferred: Kinds,
    equal: &dyn Fn(&str) -> bool,
) -> Option<usize> {
    let accepting = table
        .alternatives
        .iter()
        .enumerate()
        .filter(|(_, alternative)| alternative.kinds.intersects(accepted));
    let ranked = accepting.map(|(index, alternative)| {
        let named = alternative.values.iter().any(|value| equal(value));
        let rank = match (named, alternative.values.is_empty()) {
            (true, _) => 3,
            (false, true) => 1 + u8::from(is_meant_for(alternative.kinds, preferred)),
            // Enumerations are open: a new value belongs to the first where nothing else takes it.
            (false, false) => 0,
        };
        (index, rank)
    });
    let best = ranked.reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.map(|(index, _)| index)
}

/// True where the alternative takes the preferred kind without taking everything.
fn is_meant_for(kinds: Kinds, preferred: Kinds) -> bool {
    kinds.intersects(preferred)
        && kinds != Kinds::ANY
        && (preferred != Kinds::INTEGER || !kinds.intersects(Kinds::NUMBER))
}

fn decide_array(table: &UnionTable, mut reader: Reader<'_>) -> Result<Option<usize>, DecodeError> {
    let arrays = || {
        table.alternatives.iter().enumerate().filter(|(_, one)| one.kinds.intersects(Kinds::ARRAY))
    };
    let first = arrays().next().map(|(index, _)| index);
    let whole = reader.clone();
    if arrays().nth(1).is_none() || !reader.begin_array()? {
        return Ok(first);
    }
    let kind = reader.kind()?;
    let (accepted, preferred) = match kind {
        Kind::Number if reader.number()?.is_integer() => (Kinds::of(kind), Kinds::INTEGER),
        Kind::Number => (Kinds::NUMBER, Kinds::NUMBER),
        _ => (Kinds::of(kind), Kinds::of(kind)),
    };
    if kind == Kind::Object
        && let Some(index) = decide_by_elements(arrays(), whole)?
    {
        return Ok(Some(index));
    }
    let meant = arrays().find(|(_, one)| is_meant_for(one.items, preferred));
    Ok(meant
        .or_else(|| arrays().find(|(_, one)| one.items.intersects(accepted)))
        .map(|(index, _)| index))
}

/// The array alternative whose description of the elements fits best, where they have one.
fn decide_by_elements<'a>(
    arrays: impl Iterator<Item = (usize, &'a Alternative)>,
    mut reader: Reader<'_>,
) -> Result<Option<usize>, DecodeError> {
    let (described, descriptions) = described(arrays);
    if described.is_empty() {
        return Ok(None);
    }
    let fits = fits(&descriptions, &mut reader)?;
    let rank = |at: usize| fits.get(at).map(Fit::rank);
    let best =
        (0..described.len()).reduce(|best, at| if rank(at) > rank(best) { at } else { best });
    Ok(best.and_then(|at| described.get(at)).copied())
}

/// Which of the alternatives describe their elements, and how.
pub(super) fn described<'a>(
    arrays: impl Iterator<Item = (usize, &'a Alternative)>,
) -> (Vec<usize>, Vec<&'static Alternative>) {
    let described = arrays.filter_map(|(index, one)| {
        let element: &'static [Alternative] = one.element;
        Some((index, element.first()?))
    });
    described.unzip()
}

fn decide_object(table: &UnionTable, reader: Reader<'_>) -> Result<Option<usize>, DecodeError> {
    let among = match discriminated(table, reader.clone())? {
        Discriminated::One(index) => return Ok(Some(index)),
        Discriminated::None => return Ok(None),
        Discriminated::Some(among) => Some(among),
        Discriminated::Absent => None,
    };
    let mut objects = table
        .alternatives
        .iter()
        .enumerate()
        .filter(|(_, one)| one.kinds.intersects(Kinds::OBJECT));
    if let (Some((index, only)), None) = (objects.next(), objects.next())
        && only.tags.is_empty()
    {
        return Ok(Some(index));
    }
    let standings = standings(table, reader, among.as_deref(), true)?;
    // Its missing members, if any, are found when it is decoded.
    if let Some(index) = settled(&standings) {
        return Ok(Some(index));
    }
    let left: Vec<(usize, &Standing)> = standings
        .iter()
        .enumerate()
        .filter(|(_, standing)| standing.firm_refusal().is_none())
        .collect();
    if let [(index, _)] = left.as_slice() {
        return Ok(Some(*index));
    }
    let listed = || left.iter().filter(|(_, standing)| standing.unlisted.is_none());
    let constant = || left.iter().filter(|(_, standing)| standing.merit.constants > 0);
    Ok(best(listed()).or_else(|| best(constant())))
}

/// The first of the alternatives with the highest merit.
fn best<'a>(standings: impl Iterator<Item = &'a (usize, &'a Standing)>) -> Option<usize> {
    let best =
        standings.reduce(|best, next| if next.1.rank() > best.1.rank() { next } else { best });
    best.map(|(index, _)| *index)
}

/// What the discriminator says.
pub(super) enum Discriminated {
    /// It names this alternative.
    One(usize),
    /// It names these (true by position), so their members decide between them.
    Some(Vec<bool>),
    /// It names none.
    None,
    /// The object has no such string, so the members decide between all.
    Absent,
}

/// Looks for the discriminator's first occurrence.
pub(super) fn discriminated(
    table: &UnionTable,
    mut reader: Reader<'_>,
) -> Result<Discriminated, DecodeError> {
    let Some(name) = table.discriminator else { return Ok(Discriminated::Absent) };
    reader.begin_object("an object")?;
    for member in 0..MEMBER_LIMIT {
        match reader.name(member == 0, |key| key == name)? {
            None => break,
            Some(true) if reader.kind()? == Kind::String => {
                return Ok(named(table.alternatives, name, table.mapping, reader.text()?));
            }
            Some(_) => reader.pass()?,
        }
    }
    Ok(Discriminated::Absent)
}

/// The alternatives of a discriminator's value: those of the mapping, or else
/// those that list the value themselves, as unions within a union do.
fn named(
    alternatives: &[Alternative],
    name: &str,
    mapping: &[(&str, usize)],
    value: &str,
) -> Discriminated {
    let mut mapped = mapping.iter().filter(|(known, _)| *known == value).map(|(_, index)| *index);
    let first = mapped.next();
    if let (Some(index), None) = (first, mapped.next()) {
        return Discriminated::One(index);
    }
    let is_named = |index: usize, one: &Alternative| match first {
        Some(_) => mapping.contains(&(value, index)),
        None => one.tags.iter().any(|(tag, values)| *tag == name && values.contains(&value)),
    };
    let named: Vec<bool> =
        alternatives.iter().enumerate().map(|(index, one)| is_named(index, one)).collect();
    let mut positions = named.iter().enumerate().filter(|(_, named)| **named);
    match (positions.next(), positions.next()) {
        (None, _) => Discriminated::None,
        (Some((index, _)), None) => Discriminated::One(index),
        _ => Discriminated::Some(named),
    }
}

/// What the look-ahead has found about one alternative.
pub(super) struct Standing {
    alternative: &'static Alternative,
    refused: Option<Refusal>,
    /// A member has none of the few values that are known for it.
    unlisted: Option<Refusal>,
    /// Bit n: required member n was there. Those from the 128th on are left to decoding.
    required: u128,
    /// Members, and elements of arrays within it, that the alternative does not describe so.
    misfits: usize,
    merit: Merit,
}

/// What speaks for an alternative, the weightiest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Merit {
    constants: usize,
    declared: usize,
    listed: usize,
}

impl Merit {
    /// Adds what speaks for a part.
    pub(super) fn add(&mut self, part: Self) {
        self.constants += part.constants;
        self.declared += part.declared;
        self.listed += part.listed;
    }
}

impl Standing {
    pub(super) fn new(alternative: &'static Alternative) -> Self {
        let refused =
            (!alternative.kinds.intersects(Kinds::OBJECT)).then_some(Refusal::Kind(Kind::Object));
        Self {
            alternative,
            refused,
            unlisted: None,
            required: 0,
            misfits: 0,
            merit: Merit::default(),
        }
    }

    pub(super) fn merit(&self) -> Merit {
        self.merit
    }

    /// The higher the better; alternatives of one rank are as good as each other.
    pub(super) fn rank(&self) -> (Reverse<usize>, Merit) {
        (Reverse(self.misfits), self.merit)
    }

    /// Why the alternative is not the value's, where the look-ahead has found a reason.
    pub(super) fn refusal(&self) -> Option<Refusal> {
        self.firm_refusal().or_else(|| self.unlisted.clone())
    }

    /// Why the alternative is out of the question, whatever the others are.
    fn firm_refusal(&self) -> Option<Refusal> {
        self.refused.clone().or_else(|| {
            let names = self.alternative.required.iter().take(128).enumerate();
            names
                .filter(|(position, _)| self.required & (1 << position) == 0)
                .map(|(_, name)| Refusal::Missing(name))
                .next()
        })
    }

    /// Takes note of a member; true where its value matters too.
    fn meet(&mut self, name: &str) -> bool {
        if self.refused.is_some() {
            return false;
        }
        if let Some(position) =
            self.alternative.required.iter().take(128).position(|required| *required == name)
        {
            self.required |= 1 << position;
        }
        self.merit.declared += usize::from(self.alternative.declared.contains(&name));
        let mut listed = self.alternative.tags.iter().chain(self.alternative.hints);
        listed.any(|(tag, _)| *tag == name)
            || self.alternative.members.iter().any(|(member, _)| *member == name)
            || self.elements(name).is_some()
    }

    /// What the alternative says of the elements of a member.
    fn elements(&self, name: &str) -> Option<&'static Alternative> {
        let mut elements = self.alternative.elements.iter();
        elements.find(|(member, _)| *member == name).map(|(_, element)| element)
    }

    /// Takes note of the value of a member that matters.
    fn weigh(&mut self, name: &str, value: &TagValue) {
        let members = self.alternative.members.iter().filter(|(member, _)| *member == name);
        for (member, kinds) in members {
            if !value.is_one_of(*kinds) {
                self.refused.get_or_insert(Refusal::MemberKind(member));
            }
        }
        let mut hints = self.alternative.hints.iter().filter(|(hint, _)| *hint == name);
        if hints.any(|(_, values)| !values.iter().any(|known| value.is(known))) {
            self.misfits += 1;
        }
        for (tag, values) in self.alternative.tags.iter().filter(|(tag, _)| *tag == name) {
            if self.refused.is_some() {
                return;
            }
            match (values.len() == 1, values.iter().any(|known| value.is(known))) {
                (true, true) => self.merit.constants += 1,
                (true, false) => self.refused = Some(Refusal::Tag(tag, values)),
                (false, true) => self.merit.listed += 1,
                (false, false) => self.unlisted = Some(Refusal::Tag(tag, values)),
            }
        }
    }
}

/// The value of a member that tells alternatives apart.
struct TagValue {
    kinds: Kinds,
    scalar: Scalar,
}

enum Scalar {
    Text(String),
    Number(Number),
    None,
}

impl TagValue {
    fn read(reader: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let kind = reader.kind()?;
        let scalar = match kind {
            Kind::String => Scalar::Text(reader.text()?.to_owned()),
            Kind::Bool => Scalar::Text(reader.boolean()?.to_string()),
            Kind::Number => Scalar::Number(reader.number()?),
            Kind::Null => {
                reader.take_null()?;
                Scalar::Text("null".to_owned())
            }
            Kind::Array | Kind::Object => {
                reader.pass()?;
                Scalar::None
            }
        };
        let kinds = match &scalar {
            Scalar::Number(number) if !number.is_integer() => Kinds::NUMBER,
            _ => Kinds::of(kind),
        };
        Ok(Self { kinds, scalar })
    }

    fn is(&self, known: &str) -> bool {
        match &self.scalar {
            Scalar::Text(text) => text == known,
            Scalar::Number(number) => known.parse::<Number>().is_ok_and(|known| known == *number),
            Scalar::None => false,
        }
    }

    fn is_one_of(&self, kinds: Kinds) -> bool {
        self.kinds.intersects(kinds.or(Kinds::NULL))
    }
}

/// Looks at an object's members. Only the alternatives `among` these are considered where the
/// discriminator names several; `stop` ends it as soon as a constant leaves one alternative only.
pub(super) fn standings(
    table: &UnionTable,
    mut reader: Reader<'_>,
    among: Option<&[bool]>,
    stop: bool,
) -> Result<Vec<Standing>, DecodeError> {
    let mut standings: Vec<Standing> = table.alternatives.iter().map(Standing::new).collect();
    if let (Some(among), Some(name)) = (among, table.discriminator) {
        for (standing, named) in standings.iter_mut().zip(among) {
            if !named {
                standing.refused = Some(Refusal::Discriminator(name));
            }
        }
    }
    survey(&mut standings, &mut reader, stop)?;
    Ok(standings)
}

/// Takes note of the members of the next object. `stop` ends it where no more need be looked at; else it goes to the
/// object's end.
pub(super) fn survey(
    standings: &mut [Standing],
    reader: &mut Reader<'_>,
    stop: bool,
) -> Result<(), DecodeError> {
    reader.begin_object("an object")?;
    let mut member = 0;
    while !stop || member < MEMBER_LIMIT {
        let met = reader.name(member == 0, |name| {
            let mut matters = false;
            if member >= MEMBER_LIMIT {
                return None;
            }
            for standing in &mut *standings {
                matters |= standing.meet(name);
            }
            matters.then(|| name.to_owned())
        })?;
        match met {
            None => break,
            Some(None) => reader.pass()?,
            Some(Some(name)) => {
                let start = reader.clone();
                let value = TagValue::read(reader)?;
                for standing in &mut *standings {
                    standing.weigh(&name, &value);
                }
                if value.kinds.intersects(Kinds::ARRAY) {
                    weigh_elements(standings, &name, start)?;
                }
                if stop && settled(standings).is_some() {
                    break;
                }
            }
        }
        member += 1;
    }
    Ok(())
}

/// Takes note of the elements of a member that is an array.
fn weigh_elements(
    standings: &mut [Standing],
    name: &str,
    mut reader: Reader<'_>,
) -> Result<(), DecodeError> {
    let (mut described, descriptions): (Vec<&mut Standing>, Vec<&'static Alternative>) = standings
        .iter_mut()
        .filter(|standing| standing.refused.is_none())
        .filter_map(|standing| standing.elements(name).map(|element| (standing, element)))
        .unzip();
    if descriptions.is_empty() {
        return Ok(());
    }
    for (standing, fit) in described.iter_mut().zip(fits(&descriptions, &mut reader)?) {
        standing.misfits += fit.misfits;
        standing.merit.add(fit.merit);
    }
    Ok(())
}

/// The only alternative that is left, where a constant speaks for it.
fn settled(standings: &[Standing]) -> Option<usize> {
    let mut left = standings.iter().enumerate().filter(|(_, standing)| standing.refused.is_none());
    match (left.next(), left.next()) {
        (Some((index, one)), None) if one.merit.constants > 0 => Some(index),
        _ => None,
    }
}
