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
