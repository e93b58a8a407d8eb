//! A number as it is typed: dots between thousands, a comma before decimals, and what is neither.

use super::print_count;

/// A number with decimals, exactly as stated: 1,20 is 120 with two places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    digits: u64,
    places: u32,
}

impl Decimal {
    /// Makes a number from its digits and how many of them stand behind the comma.
    #[must_use]
    pub fn new(digits: u64, places: u32) -> Option<Self> {
        10_u64.checked_pow(places).map(|_| Self { digits, places })
    }

    /// Whether it is what percent `part` is of `whole`, half rounded up to the places that it has.
    ///
    /// A percent stated as 97 agrees with 97,32 computed: whoever wrote it rounded more, but not wrongly.
    #[must_use]
    pub fn is_percent_of(self, part: u64, whole: u64) -> bool {
        let scale = u128::from(10_u64.pow(self.places)) * 200;
        let (part, whole) = (u128::from(part), u128::from(whole));
        let doubled = part.checked_mul(scale).and_then(|part| part.checked_add(whole));
        doubled.and_then(|doubled| doubled.checked_div(whole * 2)) == Some(u128::from(self.digits))
    }

    /// Whether it is more than 100, as a percent of what was exceeded.
    #[must_use]
    pub(super) fn is_beyond_all(self) -> bool {
        u128::from(self.digits) > u128::from(10_u64.pow(self.places)) * 100
    }

    /// Writes it as stated: "1,20".
    #[must_use]
    pub fn print(self) -> String {
        let scale = 10_u64.pow(self.places);
        let whole = print_count(self.digits / scale);
        let places = usize::try_from(self.places).unwrap_or_default();
        if places == 0 { whole } else { format!("{whole},{:0places$}", self.digits % scale) }
    }
}

/// A number of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    /// A whole one.
    Whole(u64),
    /// One with decimals.
    Decimal(Decimal),
    /// Digits whose grouping says nothing certain: "1.20", "1,250", "12.34.5".
    Odd,
}

/// Reads digits with dots and commas between them. `percent` tells that a percent sign follows.
pub(super) fn read_number(typed: &str, percent: bool) -> Number {
    let (whole, decimals) = match typed.split_once(',') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (typed, None),
    };
    let Some(value) = read_whole(whole) else { return Number::Odd };
    let Some(decimals) = decimals else { return Number::Whole(value) };
    // Three digits behind a comma may be thousands after the English fashion.
    let english = decimals.len() == 3 && !percent && !whole.contains('.') && value > 0;
    if english || !decimals.bytes().all(|digit| digit.is_ascii_digit()) {
        return Number::Odd;
    }
    let decimal = || {
        let places = u32::try_from(decimals.len()).ok()?;
        let scaled = value.checked_mul(10_u64.checked_pow(places)?)?;
        Decimal::new(scaled.checked_add(decimals.parse().ok()?)?, places)
    };
    decimal().map_or(Number::Odd, Number::Decimal)
}

/// Reads digits, in groups of three where there are dots.
fn read_whole(typed: &str) -> Option<u64> {
    let mut groups = typed.split('.');
    let first = groups.next()?;
    let grouped = typed.contains('.');
    if grouped && (first.len() > 3 || first.starts_with('0')) || !groups.all(|group| group.len() == 3) {
        return None;
    }
    typed.replace('.', "").parse().ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn decimal(digits: u64, places: u32) -> Number {
        Number::Decimal(Decimal::new(digits, places).unwrap())
    }

    #[test]
    fn dots_part_thousands_and_a_comma_decimals() {
        for (typed, number) in [
            ("0", Number::Whole(0)),
            ("06", Number::Whole(6)),
            ("1204", Number::Whole(1_204)),
            ("32.560", Number::Whole(32_560)),
            ("1.234.567", Number::Whole(1_234_567)),
            ("98,71", decimal(9_871, 2)),
            ("0,54", decimal(54, 2)),
            ("1.234,5", decimal(12_345, 1)),
            ("0,125", decimal(125, 3)),
            ("18446744073709551615", Number::Whole(u64::MAX)),
            ("1.20", Number::Odd),
            ("1.2", Number::Odd),
            ("0.540", Number::Odd),
            ("1234.567", Number::Odd),
            ("1,250", Number::Odd),
            ("1,234,567", Number::Odd),
            ("1,234.567", Number::Odd),
            ("18446744073709551616", Number::Odd),
            ("1,00000000000000000000", Number::Odd),
        ] {
            assert_eq!(read_number(typed, false), number, "{typed}");
        }
        assert_eq!(read_number("1,250", true), decimal(1_250, 3), "a percent has decimals, not thousands");
    }

    #[test]
    fn a_stated_percent_is_compared_at_its_own_places() {
        for (digits, places, agrees) in
            [(9_632, 2, true), (963, 1, true), (96, 0, true), (9_631, 2, false), (97, 0, false), (96_320, 3, true)]
        {
            assert_eq!(Decimal::new(digits, places).unwrap().is_percent_of(1_204, 1_250), agrees, "{digits}");
        }
        assert!(!Decimal::new(0, 0).unwrap().is_percent_of(0, 0));
    }

    proptest! {
        #[test]
        fn a_printed_decimal_reads_back(digits in any::<u64>(), places in 1u32..19) {
            let decimal = Decimal::new(digits, places).unwrap();
            prop_assert_eq!(read_number(&decimal.print(), true), Number::Decimal(decimal));
            prop_assert_eq!(read_number(&print_count(digits), false), Number::Whole(digits));
        }

        #[test]
        fn no_digits_break_the_reader(typed in "[0-9.,]{1,60}", part in any::<u64>(), whole in any::<u64>(), places in 0u32..19) {
            let _ = read_number(&typed, false);
            let _ = Decimal::new(part, places).unwrap().is_percent_of(part, whole);
        }
    }
}
