//! Keeps sled's threads asleep while there is nothing to do.

/// Runs `work`, which may start threads, so that those threads wake only when they are called.
///
/// sled starts seven threads when a database is first opened, and each asks for work once a second for ever. A thread
/// inherits the slack of its timers from the one that starts it; with an hour of it, Linux does not wake them for the
/// timeout alone. What calls them still wakes them at once. Elsewhere this does nothing.
#[cfg(target_os = "linux")]
pub(super) fn with_patient_threads<T>(work: impl FnOnce() -> T) -> T {
    const HOUR_IN_NANOSECONDS: u64 = 3_600_000_000_000;
    // Without the slack everything works as well, only less quietly.
    let _ = rustix::thread::set_current_timer_slack(std::num::NonZeroU64::new(HOUR_IN_NANOSECONDS));
    let outcome = work();
    let _ = rustix::thread::set_current_timer_slack(None);
    outcome
}

#[cfg(not(target_os = "linux"))]
pub(super) fn with_patient_threads<T>(work: impl FnOnce() -> T) -> T {
    work()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::fs;
    use std::thread;
    use std::time::{Duration, Instant};

    use super::super::cipher::Cipher;
    use super::super::database::Database;

    /// Nanoseconds; nothing of a thread that has ended meanwhile.
    fn slack(thread: &str) -> Option<u64> {
        fs::read_to_string(format!("/proc/{thread}/timerslack_ns")).ok()?.trim().parse().ok()
    }

    /// Threads of sled that have come as far as to bear its name.
    fn threads_of_sled() -> Vec<String> {
        fs::read_dir("/proc/self/task")
            .into_iter()
            .flatten()
            .flatten()
            .map(|thread| thread.file_name().to_string_lossy().into_owned())
            .filter(|id| fs::read_to_string(format!("/proc/{id}/comm")).is_ok_and(|name| name.starts_with("sled-io")))
            .collect()
    }

    #[test]
    fn the_threads_of_the_database_are_patient_and_no_others() {
        let own = fs::read_link("/proc/thread-self").unwrap().file_name().unwrap().to_string_lossy().into_owned();
        let before = slack(&own).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let _database = Database::open(&folder.path().join("db"), &Cipher::Plain).unwrap();
        let begun = Instant::now();
        while threads_of_sled().len() < 7 && begun.elapsed() < Duration::from_secs(10) {
            thread::yield_now();
        }
        let threads = threads_of_sled();
        assert!(threads.len() >= 7, "{threads:?}");
        assert!(
            threads.iter().all(|id| slack(id).is_some_and(|slack| slack >= 1_000_000_000_000)),
            "they wake once a second"
        );
        assert_eq!(slack(&own), Some(before));
    }
}
