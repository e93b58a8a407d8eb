//! Rows that only moved are moved by the terminal: it shows the same, for fewer bytes.

use std::cell::RefCell;
use std::io;
use std::num::NonZero;
use std::rc::Rc;

use bienban::tui::glass::Glass;
use bienban::tui::testing::App;
use bienban::tui::theme::{Colours, Theme};
use ratatui_crossterm::CrosstermBackend;

use super::stage::empty;

const SIZE: (u16, u16) = (80, 24);

/// What was written to a terminal that is looked at.
#[derive(Clone, Default)]
struct Written(Rc<RefCell<Vec<u8>>>);

impl io::Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

type Seen = (String, vt100::Color, vt100::Color, [bool; 3]);

struct Terminal {
    glass: Glass<CrosstermBackend<Written>>,
    written: Written,
    parser: vt100::Parser,
}

impl Terminal {
    fn new(moves: bool) -> Self {
        let written = Written::default();
        let glass = Glass::new(CrosstermBackend::new(written.clone()), moves);
        let [rows, columns] = [SIZE.1, SIZE.0].map(|cells| NonZero::new(cells).unwrap());
        Self { glass, written, parser: vt100::Parser::new(rows, columns, 0) }
    }

    /// Shows a frame; returns how many bytes that took.
    fn show(&mut self, app: &App) -> usize {
        app.draw_on(&mut self.glass).unwrap();
        let bytes = self.written.0.take();
        self.parser.process(&bytes);
        bytes.len()
    }

    /// What is seen of every cell: an empty one is a space.
    fn cells(&self) -> Vec<Seen> {
        let places = (0..SIZE.1).flat_map(|row| (0..SIZE.0).map(move |column| (row, column)));
        let cells = places.map(|(row, column)| self.parser.screen().cell(row, column).unwrap());
        cells
            .map(|cell| {
                let letter = if cell.has_contents() { cell.contents() } else { " " };
                (letter.to_owned(), cell.fgcolor(), cell.bgcolor(), [cell.bold(), cell.dim(), cell.inverse()])
            })
            .collect()
    }
}

#[test]
fn a_list_that_moves_shows_the_same_under_every_theme_for_fewer_bytes() {
    for (name, colours) in Colours::ALL {
        let mut stage = empty();
        stage.app.look(Theme { colours, ascii: false }).resize(SIZE.0, SIZE.1).press("F1");
        let (mut moving, mut still) = (Terminal::new(true), Terminal::new(false));
        assert_eq!(moving.show(&stage.app), still.show(&stage.app), "{name}: the first frame is written whole");
        let (mut with, mut without) = (0, 0);
        for key in ["Down"; 9].into_iter().chain(["Up"; 6]) {
            stage.app.press(key);
            with += moving.show(&stage.app);
            without += still.show(&stage.app);
            let differs =
                moving.cells().into_iter().zip(still.cells()).enumerate().find(|(_, (one, other))| one != other);
            assert_eq!(differs, None, "{name}, {key}:\n{}", moving.parser.screen().contents());
        }
        assert!(with * 3 < without, "{name}: {with} bytes instead of {without}");
    }
}
