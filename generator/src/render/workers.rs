//! Work that is the same for many things, shared by all processors.

use std::num::NonZero;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, Builder};

/// More threads than this would wait for the slowest part.
const MOST_THREADS: usize = 8;

/// Below this many things a thread costs more than it saves.
const LEAST_SHARED: usize = 8;

/// As much as the main thread of a program has: items nest, and so does what formats them.
const STACK: usize = 8 * 1024 * 1024;

/// Maps each item with `work`, on several threads, and keeps their order.
///
/// If no thread can be started, this one does all the work.
pub(super) fn map<T: Sync, R: Send + Sync>(things: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let results: Vec<(&T, OnceLock<R>)> =
        things.iter().map(|thing| (thing, OnceLock::new())).collect();
    let next = AtomicUsize::new(0);
    let run = || {
        let mine = || next.fetch_add(1, Ordering::Relaxed);
        while let Some((thing, result)) = results.get(mine()) {
            result.get_or_init(|| work(thing));
        }
    };
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    let helpers = processors.min(MOST_THREADS).min(things.len() / LEAST_SHARED + 1) - 1;
    thread::scope(|scope| {
        for _ in 0..helpers {
            let builder = Builder::new().name("callwright".to_owned()).stack_size(STACK);
            if builder.spawn_scoped(scope, run).is_err() {
                break;
            }
        }
        run();
    });
    let done = results.into_iter();
    done.map(|(thing, result)| result.into_inner().unwrap_or_else(|| work(thing))).collect()
}

#[cfg(test)]
mod tests {
    use super::map;

    #[test]
    fn results_come_in_the_order_of_the_things() {
        let things: Vec<usize> = (0..1000).collect();
        let squares: Vec<usize> = things.iter().map(|thing| thing * thing).collect();
        assert_eq!(map(&things, |thing| thing * thing), squares);
        assert!(map(&things[..0], |thing| *thing).is_empty());
    }
}
