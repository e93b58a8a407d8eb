//! The terminal while the interface has it: taken once, given back whatever happens.

use std::io::{self, Write, stdout};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
#[cfg(not(windows))]
use crossterm::style::Print;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, execute};
use ratatui::backend::Backend;
use ratatui_crossterm::CrosstermBackend;

use super::canvas::Canvas;
use super::glass::Glass;
use super::theme::Theme;

/// What a frame writes, gathered until it is whole: one write shows it at once and wakes the terminal once.
#[derive(Clone, Debug, Default)]
struct Gathered(Arc<Mutex<Vec<u8>>>);

impl Gathered {
    fn bytes(&self) -> MutexGuard<'_, Vec<u8>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes all of it out.
    fn send(&self) -> io::Result<()> {
        let mut bytes = self.bytes();
        let mut out = stdout().lock();
        let written = out.write_all(&bytes).and_then(|()| out.flush());
        bytes.clear();
        written
    }
}

impl Write for Gathered {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// The library flushes several times within a frame.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The terminal in raw mode on its alternate screen; dropping it gives it back.
#[derive(Debug)]
pub struct Guard {
    glass: Glass<CrosstermBackend<Gathered>>,
    gathered: Gathered,
    mouse: bool,
}

impl Guard {
    /// Takes the terminal, with or without the mouse.
    ///
    /// # Errors
    /// When standard output is no terminal, or it refuses.
    pub fn take(mouse: bool) -> io::Result<Self> {
        install_hook();
        if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
            // Otherwise crossterm 0.29 writes an empty colour after bold and reverse, which switches them off.
            crossterm::style::force_color_output(true);
        }
        enter(mouse).inspect_err(|_| leave())?;
        let gathered = Gathered::default();
        let glass = Glass::new(CrosstermBackend::new(gathered.clone()), moves_rows());
        Ok(Self { glass, gathered, mouse })
    }

    /// Draws one frame.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, theme: Theme, draw: impl FnOnce(&mut Canvas)) -> io::Result<()> {
        self.glass.show(theme, draw)?;
        self.gathered.send()
    }

    /// Returns columns and rows.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn size(&self) -> io::Result<(u16, u16)> {
        self.glass.backend().size().map(|size| (size.width, size.height))
    }

    /// Forgets what the terminal shows, so that the next frame is drawn whole.
    pub fn forget(&mut self) {
        self.glass.forget();
    }

    /// Asks the terminal to tell of the mouse, or not to.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn point(&mut self, wanted: bool) -> io::Result<()> {
        self.mouse = wanted;
        point(wanted)
    }

    /// Gives the terminal to somebody else, and takes it again when they are done.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn lend<T>(&mut self, to: impl FnOnce() -> T) -> io::Result<T> {
        leave();
        let done = to();
        enter(self.mouse)?;
        Ok(done)
    }

    /// Gives the terminal back, stops until somebody continues the program, and takes it again.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn suspend(&mut self) -> io::Result<()> {
        #[cfg(unix)]
        {
            leave();
            signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
            enter(self.mouse)?;
        }
        Ok(())
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        leave();
    }
}

/// Whether the terminal moves rows by itself: the Linux console does not know how (console_codes(4)), nor do old consoles of Windows.
fn moves_rows() -> bool {
    cfg!(unix) && std::env::var_os("TERM").is_some_and(|name| name != "linux")
}

/// Whether the interface has the terminal: given back twice, it would put the prompt over the words of a panic.
static TAKEN: AtomicBool = AtomicBool::new(false);

fn enter(mouse: bool) -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
    if mouse { point(true) } else { Ok(()) }
}

/// Asks for buttons and the wheel alone: a terminal that tells of every movement would wake the program for nothing.
#[cfg(not(windows))]
fn point(wanted: bool) -> io::Result<()> {
    execute!(stdout(), Print(if wanted { "\x1b[?1000h\x1b[?1006h" } else { "\x1b[?1006l\x1b[?1000l" }))
}

#[cfg(windows)]
fn point(wanted: bool) -> io::Result<()> {
    use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
    if wanted { execute!(stdout(), EnableMouseCapture) } else { execute!(stdout(), DisableMouseCapture) }
}

/// Gives the terminal back as far as it still can be; there is nobody left to tell about a failure.
fn leave() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let _ = point(false);
    let _ = execute!(stdout(), DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
    let _ = disable_raw_mode();
}

/// The thread that waits for the storage and for signals.
pub(super) const INTERFACE: &str = "interface";
/// The thread that reads the terminal.
pub(super) const INPUT: &str = "input";

/// A panic of the interface must not leave the terminal raw, and its message must be readable. A panic on another thread
/// (the store catches those of its database) must not touch the screen at all.
fn install_hook() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if thread::current().name().is_some_and(|name| [INTERFACE, INPUT].contains(&name)) {
            leave();
            before(info);
        }
    }));
}
