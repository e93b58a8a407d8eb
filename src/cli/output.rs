//! Standard output that may end before the program does, as in `bienban list | head -1`.

use std::fmt::Display;
use std::io::{self, IsTerminal, Write};

use crate::i18n::Texts;
use crate::session::{Pulse, explain};

/// Prints a line at once. A reader that went away wants no more, and what was asked for is done all the same.
pub(super) fn say(line: impl Display) {
    let mut out = io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

/// Tells a person at the terminal how far something is that takes long, in one row that goes when it is over.
pub(super) fn pulse(texts: &'static Texts) -> Pulse {
    if !io::stderr().is_terminal() {
        return Pulse::default();
    }
    Pulse::new(move |progress| {
        let said = if progress.is_over { String::new() } else { explain::progress(&progress, texts) };
        let mut out = io::stderr().lock();
        let _ = write!(out, "\r\x1b[K{said}").and_then(|()| out.flush());
    })
}
