//! Keeps a panic of sled from reaching the program or the screen.
//!
//! sled answers some damage with a panic. It is caught and becomes an error, and the panic hook (which is one for the
//! whole process) is told to keep quiet about it.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    static CATCHING: Cell<bool> = const { Cell::new(false) };
}

static HUSH: Once = Once::new();

/// Whether a panic of the current thread is caught by the store, so that nothing is printed of it.
fn panic_is_caught() -> bool {
    CATCHING.get() || std::thread::current().name().is_some_and(|name| name.starts_with("sled-io-"))
}

/// Runs `work` and gives the words of its panic, should it panic.
pub(super) fn catch<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    HUSH.call_once(|| {
        let loud = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !panic_is_caught() {
                loud(info);
            }
        }));
    });
    let outer = CATCHING.replace(true);
    let outcome = panic::catch_unwind(AssertUnwindSafe(work));
    CATCHING.set(outer);
    outcome.map_err(|payload| {
        let words = payload.downcast_ref::<String>().cloned();
        words.or_else(|| payload.downcast_ref::<&str>().map(ToString::to_string)).unwrap_or_else(|| "panic".to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_its_words() {
        assert_eq!(catch(|| panic!("sled gave up")), Err::<(), _>("sled gave up".to_owned()));
        assert_eq!(catch(|| 1), Ok(1));
        assert!(!panic_is_caught());
    }
}
