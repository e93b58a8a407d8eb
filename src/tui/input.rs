//! What reaches the interface, each with the moment it came in.

use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use crossterm::event::{KeyEvent, MouseEvent};

use crate::domain::RecordId;
use crate::session;

/// The time of day and an unused identifier, so that nothing inside the interface asks the machine for either.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// The wall clock, as the laptop claims it.
    pub now: DateTime<FixedOffset>,
    /// Time since the interface started; never goes back.
    pub elapsed: Duration,
    /// An identifier that no record has yet.
    pub fresh: RecordId,
}

/// Something that happened, and when.
#[derive(Debug)]
pub struct Input {
    /// When.
    pub moment: Moment,
    /// What.
    pub what: Happening,
}

/// Something that happened.
#[derive(Debug)]
pub enum Happening {
    /// A key.
    Key(KeyEvent),
    /// A key that came in one read with many others, faster than hands type: a paste that the terminal does not mark as one.
    Injected(KeyEvent),
    /// A button or the wheel of the mouse.
    Mouse(MouseEvent),
    /// A text pasted as a whole.
    Paste(String),
    /// The window has another size: columns, rows.
    Resize(u16, u16),
    /// The storage thread has something to say.
    Store(session::Event),
    /// The storage thread is gone.
    StoreGone,
    /// An editor of the person's own has ended: the text, or nothing when it is as it was.
    Edited(Result<Option<String>, session::Error>),
    /// The moment that was waited for has come.
    Wake,
    /// The program is asked to stop for a while.
    Suspend,
    /// The program is asked to end: TERM, hang-up.
    Terminate,
}
