//! Percents to two places, as whole hundredths.

use super::print_count;

/// A percent in hundredths: 96,32 % is 9632.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(u64);

impl Percent {
    /// Makes a percent without a fraction.
    #[must_use]
    pub const fn whole(percent: u32) -> Self {
        Self(percent as u64 * 100)
    }

    /// Makes a percent from hundredths of one.
    #[must_use]
    pub const fn hundredths(hundredths: u64) -> Self {
        Self(hundredths)
    }

    /// Computes what percent `part` is of `whole`, half a hundredth rounded up; nothing of nothing.
    #[must_use]
    pub fn of(part: u64, whole: u64) -> Option<Self> {
        let (part, whole) = (u128::from(part), u128::from(whole));
        let rounded = (part * 20_000 + whole).checked_div(whole * 2)?;
        u64::try_from(rounded).ok().map(Self)
    }

    /// Returns it in hundredths.
    #[must_use]
    pub const fn as_hundredths(self) -> u64 {
        self.0
    }

    /// Writes it without the sign, with the fraction that it needs: "20", "1,5", "96,32".
    #[must_use]
    pub fn print(self) -> String {
        let (whole, hundredths) = (print_count(self.0 / 100), self.0 % 100);
        match (hundredths, hundredths % 10) {
            (0, _) => whole,
            (_, 0) => format!("{whole},{}", hundredths / 10),
            _ => format!("{whole},{hundredths:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn percents_round_half_up_to_two_places() {
        for (part, whole, printed) in [
            (1_204, 1_250, "96,32"),
            (44, 8_147, "0,54"),
            (39, 3_204, "1,22"),
            (3_118, 3_204, "97,32"),
            (12, 29, "41,38"),
            (1, 8, "12,5"),
            (1, 800, "0,13"),
            (1, 3, "33,33"),
            (2, 3, "66,67"),
            (0, 7, "0"),
            (7, 7, "100"),
            (u64::MAX, u64::MAX, "100"),
        ] {
            assert_eq!(Percent::of(part, whole).map(Percent::print).as_deref(), Some(printed), "{part}/{whole}");
        }
        assert_eq!(Percent::of(1, 0), None);
        assert_eq!(Percent::of(0, 0), None);
        assert_eq!(Percent::of(u64::MAX, 1), None);
        assert_eq!(Percent::whole(1_234).print(), "1.234");
    }

    proptest! {
        #[test]
        fn the_percent_is_the_nearest_hundredth(part in any::<u64>(), more in any::<u64>()) {
            let whole = part.saturating_add(more).max(1);
            let hundredths = u128::from(Percent::of(part, whole).unwrap().as_hundredths());
            let (part, whole) = (u128::from(part), u128::from(whole));
            prop_assert!(2 * whole * hundredths <= 20_000 * part + whole);
            prop_assert!(20_000 * part + whole < 2 * whole * (hundredths + 1));
        }
    }
}
