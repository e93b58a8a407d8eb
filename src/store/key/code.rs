//! A recovery code to be printed: 125 bits drawn by lot and 15 bits that show a slip, in letters hard to mistake.

use std::fmt;
use std::io;

use zeroize::Zeroizing;

use super::super::cipher::fill;

/// Crockford's base 32: no I, L, O, U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const DRAWN: usize = 25;
const CHECKING: usize = 3;
const GROUP: usize = 4;

/// Opens an encrypted folder in place of a forgotten passphrase.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(Zeroizing<[u8; DRAWN]>);

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode")
    }
}

impl RecoveryCode {
    /// Draws a code.
    pub(super) fn random() -> io::Result<Self> {
        let mut digits = Zeroizing::new([0; DRAWN]);
        fill(&mut *digits)?;
        digits.iter_mut().for_each(|digit| *digit &= 31);
        Ok(Self(digits))
    }

    /// Reads a code as people type it; nothing when it has a slip, or is none.
    pub(super) fn read(typed: &str) -> Option<Self> {
        let mut all = Zeroizing::new(Vec::with_capacity(DRAWN + CHECKING));
        for letter in typed.chars().filter(|letter| !matches!(letter, '-' | ' ')) {
            let meant = match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let digit = LETTERS.iter().position(|known| char::from(*known) == meant)?;
            if all.len() == DRAWN + CHECKING {
                return None;
            }
            all.push(u8::try_from(digit).ok()?);
        }
        let (digits, checking) = all.split_first_chunk::<DRAWN>()?;
        let code = Self(Zeroizing::new(*digits));
        (checking == code.checking()).then_some(code)
    }

    /// The digits that were drawn, each below 32.
    pub(super) fn digits(&self) -> &[u8] {
        &*self.0
    }

    fn checking(&self) -> [u8; CHECKING] {
        let hash = blake3::hash(self.digits());
        let [a, b, c, ..] = *hash.as_bytes();
        [a, b, c].map(|byte| byte & 31)
    }
}

/// As it is printed: seven groups of four.
impl fmt::Display for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, digit) in self.0.iter().chain(&self.checking()).enumerate() {
            if at > 0 && at % GROUP == 0 {
                f.write_str("-")?;
            }
            let letter = LETTERS.get(usize::from(*digit)).copied().unwrap_or_default();
            write!(f, "{}", char::from(letter))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_it_is_printed_and_as_it_is_misread() {
        for _ in 0..200 {
            let code = RecoveryCode::random().unwrap();
            let printed = code.to_string();
            assert_eq!(printed.split('-').map(str::len).collect::<Vec<_>>(), [4; 7]);
            assert_eq!(RecoveryCode::read(&printed).as_ref(), Some(&code));
            let sloppy = printed.to_lowercase().replace('1', "l").replace('0', "o").replace('-', "");
            assert_eq!(RecoveryCode::read(&sloppy).as_ref(), Some(&code));
        }
    }

    #[test]
    fn a_slip_is_noticed() {
        let code = RecoveryCode([7; DRAWN].into());
        let printed = code.to_string();
        let mut unnoticed = 0;
        for (at, letter) in printed.char_indices().filter(|(_, letter)| *letter != '-') {
            for other in LETTERS.iter().map(|byte| char::from(*byte)).filter(|other| *other != letter) {
                let mut slip = printed.clone();
                slip.replace_range(at..=at, &other.to_string());
                unnoticed += usize::from(RecoveryCode::read(&slip).is_some());
            }
        }
        assert_eq!(unnoticed, 0);
        for wrong in
            ["", "7777", &format!("{printed}0"), printed.trim_end_matches(char::is_alphanumeric), "mật khẩu của tôi"]
        {
            assert_eq!(RecoveryCode::read(wrong), None, "{wrong}");
        }
    }
}
