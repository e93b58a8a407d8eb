//! A question at the terminal whose answer nobody can read over a shoulder.

use std::io::{self, IsTerminal, Write};

use crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers, read};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use zeroize::Zeroizing;

/// Gives the terminal back however asking ends.
struct Raw;

impl Drop for Raw {
    fn drop(&mut self) {
        let _ = disable_raw_mode();
        eprintln!();
    }
}

/// Asks a question on standard error and reads what is typed without showing it; nothing when Ctrl+C or Ctrl+D ends it.
///
/// Letters are taken as the keyboard or an input method sends them, and nothing else is done to them.
///
/// # Errors
/// When nobody is at a terminal.
pub fn ask_hidden(question: &str) -> io::Result<Option<Zeroizing<String>>> {
    if !io::stderr().is_terminal() {
        return Err(io::Error::from(io::ErrorKind::NotConnected));
    }
    let mut out = io::stderr().lock();
    write!(out, "{question}").and_then(|()| out.flush())?;
    drop(out);
    enable_raw_mode()?;
    let raw = Raw;
    // Room for all of it at once, so that no half of it stays behind in memory.
    let mut typed = Zeroizing::new(String::with_capacity(4096));
    loop {
        let Event::Key(key) = read()? else { continue };
        if key.kind == KeyEventKind::Release {
            continue;
        }
        let with_control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Enter => break,
            KeyCode::Char('c' | 'd') if with_control => {
                drop(raw);
                return Ok(None);
            }
            KeyCode::Char('u') if with_control => typed = Zeroizing::new(String::with_capacity(4096)),
            KeyCode::Char(letter) if !with_control && typed.len() < 4000 => typed.push(letter),
            KeyCode::Backspace => drop(typed.pop()),
            _ => {}
        }
    }
    drop(raw);
    Ok(Some(typed))
}
