//! A terminal and what it shows.
//!
//! A screen is drawn whole at every key, but nearly all of it says what it said before. Rows are compared as texts; only
//! one that says something else is brought into cells, compared letter by letter, and written.

use std::mem;

use ratatui::backend::{Backend, ClearType};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::canvas::Canvas;
use super::theme::Theme;
use crate::text::width;

/// A terminal and what it shows.
#[derive(Debug)]
pub struct Glass<B> {
    backend: B,
    shown: Canvas,
    /// How what is shown looks; none while nothing is known of it.
    theme: Option<Theme>,
    rows: Vec<Buffer>,
    next: Canvas,
    spare: Buffer,
}

impl<B: Backend> Glass<B> {
    /// A terminal of which it is not known what it shows.
    pub fn new(backend: B) -> Self {
        let (shown, next, spare) = (Canvas::default(), Canvas::default(), Buffer::default());
        Self { backend, shown, theme: None, rows: Vec::new(), next, spare }
    }

    /// The terminal itself.
    pub fn backend(&self) -> &B {
        &self.backend
    }

    /// Forgets what the terminal shows, so that the next frame is written whole.
    pub fn forget(&mut self) {
        self.theme = None;
    }

    /// Draws a frame, and writes what is another than before.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn show(&mut self, theme: Theme, draw: impl FnOnce(&mut Canvas)) -> Result<(), B::Error> {
        draw(&mut self.next);
        if self.theme.is_none() || self.shown.area() != self.next.area() {
            self.clear()?;
        }
        mem::swap(&mut self.shown, &mut self.next);
        let dressed_anew = self.theme.replace(theme) != Some(theme);
        let mut changed = Vec::new();
        for ((row, before), cells) in self.shown.rows().iter().zip(self.next.rows()).zip(&mut self.rows) {
            if row == before && !dressed_anew {
                continue;
            }
            self.spare.resize(cells.area);
            row.fill(&mut self.spare, theme);
            changed.extend(cells.diff(&self.spare).into_iter().map(|(x, y, cell)| (x, y, cell.clone())));
            // What a wide letter covered is written even where it is empty: who knows what the terminal shows there once the letter is gone.
            let still = covered(&self.spare);
            let bare = covered(cells).into_iter().filter(|column| !still.contains(column));
            changed.extend(bare.filter_map(|column| {
                let at = Position::new(column, cells.area.y);
                Some((at.x, at.y, self.spare.cell(at)?.clone()))
            }));
            mem::swap(cells, &mut self.spare);
        }
        self.backend.draw(changed.iter().map(|(column, row, cell)| (*column, *row, cell)))?;
        // The cursor can be placed only behind what is drawn; input methods show there what is being composed.
        match self.shown.caret() {
            Some(at) => self.backend.show_cursor().and_then(|()| self.backend.set_cursor_position(at)),
            None => self.backend.hide_cursor(),
        }?;
        self.backend.flush()
    }

    /// Makes the terminal empty, with as many rows as the next frame has.
    fn clear(&mut self) -> Result<(), B::Error> {
        // Of the whole screen, since that asks the terminal nothing: the input thread would swallow the answer.
        self.backend.clear_region(ClearType::All)?;
        let whole = self.next.area();
        self.shown.begin((whole.width, whole.height));
        self.theme = None;
        self.rows = whole.rows().map(Buffer::empty).collect();
        Ok(())
    }
}

/// The columns of a row that stand empty because the letter before is two cells wide.
fn covered(row: &Buffer) -> Vec<u16> {
    let columns = (row.area.x..).zip(&row.content);
    columns.filter(|(_, cell)| width(cell.symbol()) > 1).map(|(column, _)| column.saturating_add(1)).collect()
}
