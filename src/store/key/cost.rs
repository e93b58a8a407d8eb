//! What a guess at the passphrase costs, measured on the machine at hand.

use std::time::{Duration, Instant};

use argon2::{Algorithm, Argon2, Params};

/// So long a guess is to take.
const AIM: Duration = Duration::from_millis(500);
/// Memory wanted where the machine is fast enough for it.
const MEMORY_KIB: u32 = 64 << 10;
/// OWASP's least: 19 MiB and two passes.
const LEAST_MEMORY_KIB: u32 = 19 << 10;
const LEAST_PASSES: u32 = 2;
const MOST_PASSES: u32 = 40;
const TRIES: u32 = 3;

/// Parameters of Argon2id, on one lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Memory that a guess takes, in KiB.
    pub memory_kib: u32,
    /// How often it goes over that memory.
    pub passes: u32,
}

impl Cost {
    /// Measures what takes about half a second here and now; never less than OWASP's least.
    #[must_use]
    pub fn measured() -> Self {
        // A machine that is busy for a moment must not be taken for a slow one: the fastest try counts.
        Self::fitting(|memory_kib, passes| (0..TRIES).map(|_| time(memory_kib, passes)).min().unwrap_or(AIM))
    }

    fn fitting(mut time: impl FnMut(u32, u32) -> Duration) -> Self {
        let mut memory_kib = MEMORY_KIB;
        let per_pass = loop {
            // Two passes, because the first one also has to get the memory.
            let pass = time(memory_kib, LEAST_PASSES) / LEAST_PASSES;
            if pass * LEAST_PASSES <= AIM || memory_kib == LEAST_MEMORY_KIB {
                break pass;
            }
            memory_kib = (memory_kib / 2).max(LEAST_MEMORY_KIB);
        };
        let fit = AIM.as_nanos() / per_pass.as_nanos().max(1);
        let passes = u32::try_from(fit).unwrap_or(MOST_PASSES).clamp(LEAST_PASSES, MOST_PASSES);
        Self { memory_kib, passes }
    }
}

/// Takes the time of one guess.
fn time(memory_kib: u32, passes: u32) -> Duration {
    let started = Instant::now();
    let mut key = [0; 32];
    if let Ok(params) = Params::new(memory_kib, passes, 1, Some(32)) {
        let engine = Argon2::new(Algorithm::Argon2id, argon2::Version::V0x13, params);
        // Only the time it takes matters.
        let _ = engine.hash_password_into(b"passphrase", b"bienban measures", &mut key);
    }
    started.elapsed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_second_is_met_and_never_less_than_the_least() {
        // Microseconds for a MiB and pass, and what comes of it.
        let rows = [
            (100, Cost { memory_kib: MEMORY_KIB, passes: MOST_PASSES }),
            (1_000, Cost { memory_kib: MEMORY_KIB, passes: 7 }),
            (3_900, Cost { memory_kib: MEMORY_KIB, passes: 2 }),
            (6_000, Cost { memory_kib: 32 << 10, passes: 2 }),
            (100_000, Cost { memory_kib: LEAST_MEMORY_KIB, passes: LEAST_PASSES }),
        ];
        for (speed, expected) in rows {
            let time =
                |memory: u32, passes: u32| Duration::from_micros(speed * u64::from(memory >> 10) * u64::from(passes));
            assert_eq!(Cost::fitting(time), expected, "{speed}");
        }
    }
}
