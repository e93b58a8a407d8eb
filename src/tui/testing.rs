//! The interface without a terminal: the same update, effects and drawing, one step at a time.
//!
//! For tests, and for pictures of the screens.
