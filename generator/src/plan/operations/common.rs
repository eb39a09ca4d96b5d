//! Extracts the common facts of a module's operations, so that each states only its own.

use std::hash::Hash;

use super::description::{Common, Description};
use super::operation::Operation;
use crate::collections::HashMap;

/// Removes the facts that most operations share.
///
/// An operation without any fact of a kind that most have states an empty list.
pub(super) fn common(operations: &mut [Operation]) -> Option<Common> {
    let mut descriptions: Vec<&mut Description> =
        operations.iter_mut().map(|operation| &mut operation.description).collect();
    let common = Common {
        success: shared(&mut descriptions, |description| &mut description.success),
        failure: shared(&mut descriptions, |description| &mut description.failure),
        security: shared(&mut descriptions, |description| &mut description.security),
        servers: shared(&mut descriptions, |description| &mut description.servers),
    };
    (common != Common::default()).then_some(common)
}

/// The list that most descriptions have, if several have it; they no longer state it. Of several
/// such lists, the first.
fn shared<T: Clone + Eq + Hash>(
    descriptions: &mut [&mut Description],
    list: impl Fn(&mut Description) -> &mut Option<Vec<T>>,
) -> Vec<T> {
    let mut counts: HashMap<Vec<T>, (usize, usize)> = HashMap::default();
    for (index, description) in descriptions.iter_mut().enumerate() {
        let stated = list(description).clone().unwrap_or_default();
        if !stated.is_empty() {
            counts.entry(stated).or_insert((0, index)).0 += 1;
        }
    }
    let most = counts
        .into_iter()
        .filter(|(_, (count, _))| *count > 1)
        .max_by_key(|(_, (count, first))| (*count, std::cmp::Reverse(*first)));
    let most = most.map(|(most, _)| most).unwrap_or_default();
    for description in descriptions {
        leave_out(list(description), &most);
    }
    most
}

fn leave_out<T: Eq>(stated: &mut Option<Vec<T>>, common: &[T]) {
    if stated.as_deref().unwrap_or_default() == common {
        *stated = None;
    } else {
        stated.get_or_insert_default();
    }
}
