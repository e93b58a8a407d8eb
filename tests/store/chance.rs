//! Random numbers that can be had again: the seed is printed, `BIENBAN_SEED` repeats it.
#![allow(dead_code, reason = "every test binary uses a part of it")]

use std::time::{SystemTime, UNIX_EPOCH};

/// Marsaglia's xorshift64*.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(test: &str) -> Self {
        let from_clock = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |age| age.as_nanos() as u64);
        let seed = std::env::var("BIENBAN_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or_else(from_clock);
        println!("{test}: BIENBAN_SEED={seed}");
        Self::seeded(seed)
    }

    pub(crate) fn seeded(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 16
    }

    /// A number below `limit`.
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit.max(1)
    }

    pub(crate) fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len() as u64) as usize]
    }
}

/// How many rounds a random test plays.
pub(crate) fn rounds(usual: u64) -> u64 {
    std::env::var("BIENBAN_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(usual)
}
