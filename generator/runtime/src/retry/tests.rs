use std::time::Duration;

use proptest::prelude::*;

use super::Retry;

/// The bounds of the delays between attempts.
#[test]
fn waits_double_up_to_the_longest() {
    let retry = Retry::new().backoff(Duration::from_secs(1), Duration::from_secs(5));
    let most: Vec<_> = [1, 2, 3, 4, 32, 33, 64, u32::MAX]
        .map(|attempt| retry.spread(attempt, u64::MAX).as_secs())
        .to_vec();
    assert_eq!(most, [1, 2, 4, 5, 5, 5, 5, 5]);
    assert_eq!(retry.spread(3, 0), Duration::ZERO);
    assert_eq!(retry.spread(3, u64::MAX / 2).as_millis(), 1_999);
}

proptest! {
    #[test]
    fn a_wait_is_within_its_bounds(attempt: u32, random: u64, first: u64, longest: u64) {
        let (first, longest) = (Duration::from_millis(first), Duration::from_millis(longest));
        prop_assert!(Retry::new().backoff(first, longest).spread(attempt, random) <= longest);
    }
}
