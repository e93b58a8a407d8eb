//! Standard output that may end before the program does, as in `bienban list | head -1`.

use std::fmt::Display;
use std::io::{self, Write};

/// Prints a line at once. A reader that went away wants no more, and what was asked for is done all the same.
pub(super) fn say(line: impl Display) {
    let mut out = io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}
