//! What the interface wants done outside itself.

use crate::session::{Error, Job};

/// One thing to do; carried out in order.
#[derive(Debug)]
pub enum Effect {
    /// Hand a job to the storage thread.
    Do(Job),
    /// Give the terminal back and stop until continued.
    Suspend,
    /// Let a text be written in an editor of the person's own.
    Edit {
        /// Whose text it is.
        place: String,
        /// The text.
        text: String,
    },
    /// Ask the terminal to tell of the mouse, or not to.
    Mouse(bool),
    /// Stop what takes long.
    Stop,
    /// Forget what the terminal shows and draw everything again.
    Redraw,
    /// Finish every job and leave.
    Quit,
    /// Leave because the store cannot be opened.
    Fail(Error),
}
