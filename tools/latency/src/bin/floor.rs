//! The smallest programs that a ratio is taken to: one that echoes what is typed, one that opens a database besides.
use crossterm::event::{self, Event, KeyCode, KeyEventKind};
use ratatui::widgets::Paragraph;

/// Echoes what is typed; with a folder as its argument it opens the sled database in it first.
fn main() -> std::io::Result<()> {
    let database = std::env::args().nth(1).map(sled::open).transpose()?;
    let mut terminal = ratatui::init();
    let mut typed = String::new();
    loop {
        terminal.draw(|frame| {
            let text = format!("ready> {typed}");
            let (width, length) = (frame.area().width.max(1), u16::try_from(text.chars().count()).unwrap_or(u16::MAX));
            frame.set_cursor_position((length % width, length / width));
            frame.render_widget(Paragraph::new(text), frame.area());
        })?;
        let Event::Key(key) = event::read()? else { continue };
        match key.code {
            _ if key.kind != KeyEventKind::Press => {}
            KeyCode::Esc => break,
            KeyCode::Char(c) => typed.push(c),
            KeyCode::Enter => typed.clear(),
            KeyCode::Backspace => drop(typed.pop()),
            _ => {}
        }
    }
    ratatui::restore();
    drop(database);
    Ok(())
}
