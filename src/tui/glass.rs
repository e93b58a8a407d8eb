//! A terminal and what it shows.
//!
//! A screen is drawn whole at every key, but nearly all of it says what it said before. Rows are compared as texts; those that
//! only moved are moved by the terminal, and only one that says something else is brought into cells, compared letter by letter,
//! and written.

use std::mem;
use std::ops::Range;

use ratatui::backend::{Backend, ClearType};
use ratatui::buffer::{Buffer, Cell};

use super::canvas::Canvas;
use super::shift::Shift;
use super::theme::Theme;
use crate::text::width;

/// A terminal and what it shows.
#[derive(Debug)]
pub struct Glass<B> {
    backend: B,
    /// Whether the terminal can move rows.
    moves: bool,
    shown: Canvas,
    /// How what is shown looks; none while nothing is known of it.
    theme: Option<Theme>,
    next: Canvas,
    /// The cells of one row, as it was and as it is to be: so few stay where the processor has them at hand.
    was: Buffer,
    is: Buffer,
}

impl<B: Backend> Glass<B> {
    /// A terminal of which it is not known what it shows, and whether it can move rows by itself.
    pub fn new(backend: B, moves: bool) -> Self {
        let (shown, next, was, is) = (Canvas::default(), Canvas::default(), Buffer::default(), Buffer::default());
        Self { backend, moves, shown, theme: None, next, was, is }
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
        let whole = self.next.area();
        let mut touched = self.theme.is_none() || self.shown.area() != whole;
        if touched {
            // Of the whole screen, since that asks the terminal nothing: the input thread would swallow the answer.
            self.backend.clear_region(ClearType::All)?;
            self.shown.begin((whole.width, whole.height));
            self.theme = None;
        }
        mem::swap(&mut self.shown, &mut self.next);
        // What was cleared looks as a terminal does by itself.
        let worn = self.theme.replace(theme).unwrap_or_default();
        let emptied = self.move_rows(self.moves && !touched && worn == theme)?;
        for ((row, before), place) in self.shown.rows().iter().zip(self.next.rows()).zip(whole.rows()) {
            let is_empty = emptied.contains(&place.y);
            if row == before && worn == theme && !is_empty {
                continue;
            }
            self.was.resize(place);
            self.is.resize(place);
            before.fill(&mut self.was, if is_empty { Theme::default() } else { worn });
            row.fill(&mut self.is, theme);
            let (was, is) = (&self.was, &self.is);
            match row.is_plain() && before.is_plain() {
                true => self.backend.draw(changed(was, is).into_iter()),
                false => self.backend.draw(was.diff_iter(is).chain(bared(was, is))),
            }?;
            touched = true;
        }
        if touched || self.shown.caret() != self.next.caret() {
            // The cursor can be placed only behind what is drawn; input methods show there what is being composed.
            match self.shown.caret() {
                Some(at) => self.backend.show_cursor().and_then(|()| self.backend.set_cursor_position(at)),
                None => self.backend.hide_cursor(),
            }?;
        }
        self.backend.flush()
    }

    /// Lets the terminal move rows that only moved; returns those that it left empty.
    fn move_rows(&mut self, wanted: bool) -> Result<Range<u16>, B::Error> {
        let before = self.next.rows_mut();
        let Some(shift) = Shift::find(before, self.shown.rows()).filter(|_| wanted) else { return Ok(0..0) };
        shift.follow(before);
        match shift.up {
            true => self.backend.scroll_region_up(shift.rows.clone(), shift.by),
            false => self.backend.scroll_region_down(shift.rows.clone(), shift.by),
        }?;
        Ok(shift.emptied())
    }
}

/// A cell and its place.
type Placed<'a> = (u16, u16, &'a Cell);

/// So few cells between two that changed are written again: going past them takes no fewer bytes.
const NEAR: u16 = 6;

/// The cells to write of a row in which every letter takes one cell.
fn changed<'a>(was: &Buffer, is: &'a Buffer) -> Vec<Placed<'a>> {
    let mut written: Vec<Placed<'a>> = Vec::with_capacity(is.content.len());
    for (column, (before, cell)) in (0..).zip(was.content.iter().zip(&is.content)) {
        if before == cell {
            continue;
        }
        let behind_last = written.last().map(|(last, ..)| last + 1).filter(|behind| column - behind <= NEAR);
        let columns = behind_last.unwrap_or(column)..=column;
        written.extend(columns.filter_map(|column| Some((column, is.area.y, is.cell((column, is.area.y))?))));
    }
    written
}

/// The cells that stood empty since the letter before was two cells wide: they are written even where they are empty, for who
/// knows what the terminal shows there once the letter is gone.
fn bared<'a>(was: &Buffer, is: &'a Buffer) -> impl Iterator<Item = Placed<'a>> {
    let still = covered(is);
    let bare = covered(was).into_iter().filter(move |column| !still.contains(column));
    bare.filter_map(|column| Some((column, is.area.y, is.cell((column, is.area.y))?)))
}

/// The columns of a row that stand empty because the letter before is two cells wide.
fn covered(row: &Buffer) -> Vec<u16> {
    let columns = (row.area.x..).zip(&row.content);
    columns.filter(|(_, cell)| width(cell.symbol()) > 1).map(|(column, _)| column.saturating_add(1)).collect()
}
