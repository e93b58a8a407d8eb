//! A screen as a picture: every run of letters at its column, in the colours of a dark terminal.

use std::fmt::Write;

use bienban::tui::testing::App;
use ratatui::buffer::Cell;
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

/// Width and height of a cell; letters of 15 units are as wide in the common monospaced fonts, and stretched to it in others.
const CELL: (f64, f64) = (9.03, 19.0);
const MARGIN: f64 = 10.0;
/// What the letters stand on, and their colour where the screen says none.
const GROUND: &str = "#1e1e2e";
const LETTERS: &str = "#d7dae0";

/// How a run of cells looks.
#[derive(Clone, PartialEq)]
struct Look {
    letters: &'static str,
    ground: &'static str,
    bold: bool,
    dim: bool,
    underlined: bool,
}

impl Look {
    fn of(cell: &Cell) -> Self {
        let (mut letters, mut ground) = (named(cell.fg, LETTERS), named(cell.bg, GROUND));
        if cell.modifier.contains(Modifier::REVERSED) {
            std::mem::swap(&mut letters, &mut ground);
        }
        let has = |modifier| cell.modifier.contains(modifier);
        Self {
            letters,
            ground,
            bold: has(Modifier::BOLD),
            dim: has(Modifier::DIM),
            underlined: has(Modifier::UNDERLINED),
        }
    }

    fn attributes(&self) -> String {
        let mut said = format!("fill=\"{}\"", self.letters);
        for (has, attribute) in [
            (self.bold, " font-weight=\"bold\""),
            (self.dim, " opacity=\"0.65\""),
            (self.underlined, " text-decoration=\"underline\""),
        ] {
            if has {
                said.push_str(attribute);
            }
        }
        said
    }
}

fn named(colour: Color, usual: &'static str) -> &'static str {
    match colour {
        Color::Black => "#1e1e2e",
        Color::Red | Color::LightRed => "#ff616e",
        Color::Green | Color::LightGreen => "#a5e075",
        Color::Yellow | Color::LightYellow => "#f0c674",
        Color::Blue | Color::LightBlue => "#7aa2f7",
        Color::Magenta | Color::LightMagenta => "#de73ff",
        Color::Cyan | Color::LightCyan => "#4cd1e0",
        Color::White => "#ffffff",
        _ => usual,
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Draws what an interface shows; `words` say it to who cannot see it.
pub(crate) fn of(app: &App, words: &str) -> String {
    let (buffer, cursor) = app.cells();
    let (columns, rows) = (buffer.area.width, buffer.area.height);
    let (width, height) = (f64::from(columns) * CELL.0 + 2.0 * MARGIN, f64::from(rows) * CELL.1 + 2.0 * MARGIN);
    let mut drawn = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" width=\"{width:.0}\" height=\"{height:.0}\" \
         font-family=\"'DejaVu Sans Mono','Noto Sans Mono',Menlo,Consolas,'Liberation Mono',monospace\" font-size=\"15\" \
         role=\"img\">\n<title>{}</title>\n<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"{GROUND}\"/>\n",
        escaped(words)
    );
    for row in 0..rows {
        let mut column = 0;
        while column < columns {
            let first = &buffer[(column, row)];
            let look = Look::of(first);
            let mut text = String::new();
            let begun = column;
            while column < columns && Look::of(&buffer[(column, row)]) == look {
                let symbol = buffer[(column, row)].symbol();
                text.push_str(symbol);
                column += u16::try_from(bienban::text::width(symbol).max(1)).unwrap();
            }
            run(&mut drawn, begun, row, column - begun, &text, &look);
        }
    }
    if let Some(Position { x, y }) = cursor {
        let (left, top) = place(x, y);
        let _ = writeln!(
            drawn,
            "<rect x=\"{left:.2}\" y=\"{:.1}\" width=\"2\" height=\"{:.1}\" fill=\"{LETTERS}\"/>",
            top + 1.0,
            CELL.1 - 2.0
        );
    }
    drawn + "</svg>\n"
}

fn place(column: u16, row: u16) -> (f64, f64) {
    (MARGIN + f64::from(column) * CELL.0, MARGIN + f64::from(row) * CELL.1)
}

/// Draws cells of one look: their ground, then their words; where there is a gap, what follows begins at its own column.
fn run(drawn: &mut String, column: u16, row: u16, cells: u16, text: &str, look: &Look) {
    let (left, top) = place(column, row);
    if look.ground != GROUND {
        let width = f64::from(cells) * CELL.0;
        let _ = writeln!(
            drawn,
            "<rect x=\"{left:.2}\" y=\"{top:.1}\" width=\"{width:.2}\" height=\"{:.1}\" fill=\"{}\"/>",
            CELL.1, look.ground
        );
    }
    let mut at = column;
    for part in text.split_inclusive("  ") {
        let words = part.trim_end();
        let before = u16::try_from(bienban::text::width(words) - bienban::text::width(words.trim_start())).unwrap();
        let words = words.trim_start();
        if !words.is_empty() {
            let (left, top) = place(at + before, row);
            let length = f64::from(u16::try_from(bienban::text::width(words)).unwrap()) * CELL.0;
            let _ = writeln!(
                drawn,
                "<text x=\"{left:.2}\" y=\"{:.1}\" textLength=\"{length:.2}\" {}>{}</text>",
                top + 14.5,
                look.attributes(),
                escaped(words)
            );
        }
        at += u16::try_from(bienban::text::width(part)).unwrap();
    }
}
