use std::sync::atomic::{AtomicU32, Ordering};

/// The tokens that a client starts with.
const CAPACITY: u32 = 500;
/// The tokens that a retry takes.
const RETRY: u32 = 5;
/// The tokens that a retry after a timeout takes: those occupy the server the longest.
const AFTER_TIMEOUT: u32 = 10;

/// A bucket of tokens that all calls of a client share. Every retry takes some, and only successful
/// calls put them back, so that a client whose calls keep failing soon sends each of them once.
#[derive(Debug)]
pub(crate) struct Budget(AtomicU32);

/// The tokens that were taken for a retry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Taken(u32);

impl Budget {
    pub(crate) fn new() -> Self {
        Self(AtomicU32::new(CAPACITY))
    }

    /// Takes the tokens for a retry; `None` if too few are left.
    pub(crate) fn take(&self, after_timeout: bool) -> Option<Taken> {
        let cost = if after_timeout { AFTER_TIMEOUT } else { RETRY };
        let taken = self
            .0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(cost));
        taken.ok().map(|_| Taken(cost))
    }

    /// Puts tokens back after a success: those of its last retry, or one if it had none.
    pub(crate) fn put_back(&self, taken: Option<Taken>) {
        let tokens = taken.map_or(1, |taken| taken.0);
        // The closure always returns a value, so the update cannot fail.
        let _ = self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
            Some(left.saturating_add(tokens).min(CAPACITY))
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{Budget, Taken};

    fn takes(budget: &Budget, after_timeout: bool) -> usize {
        std::iter::from_fn(|| budget.take(after_timeout)).count()
    }

    #[test]
    fn a_hundred_retries_empty_it_and_fifty_after_timeouts() {
        let budget = Budget::new();
        assert_eq!(takes(&budget, false), 100);
        assert_eq!(takes(&budget, true), 0);
        assert_eq!(takes(&Budget::new(), true), 50);
    }

    #[test]
    fn successes_fill_it_again_up_to_its_capacity() {
        let budget = Budget::new();
        budget.put_back(None);
        assert_eq!(takes(&budget, false), 100);
        (0..4).for_each(|_| budget.put_back(None));
        assert_eq!(takes(&budget, false), 0);
        budget.put_back(None);
        assert_eq!(budget.take(false), Some(Taken(5)));
        budget.put_back(Some(Taken(5)));
        assert_eq!(takes(&budget, false), 1);
    }
}
