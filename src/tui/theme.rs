//! Colours and modifiers by meaning; the sixteen named colours only, so that the terminal's own palette decides.
//!
//! Colour never says anything alone: every style with a meaning also carries a modifier, a sign or a word.

use ratatui::style::{Color, Modifier, Style};

/// How things of each meaning look.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    colour: bool,
}

impl Theme {
    /// Makes the theme; without colour it has modifiers only.
    #[must_use]
    pub fn new(colour: bool) -> Self {
        Self { colour }
    }

    fn style(self, colour: Color, modifier: Modifier) -> Style {
        let style = Style::new().add_modifier(modifier);
        if self.colour { style.fg(colour) } else { style }
    }

    /// The bar with the screen's name.
    #[must_use]
    pub fn title(self) -> Style {
        self.style(Color::Cyan, Modifier::BOLD)
    }

    /// A heading within a screen.
    #[must_use]
    pub fn heading(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// The selected row.
    #[must_use]
    pub fn selected(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// The selected row while keys go elsewhere.
    #[must_use]
    pub fn marked(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// What matters less.
    #[must_use]
    pub fn faint(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// A key that can be pressed.
    #[must_use]
    pub fn key(self) -> Style {
        self.style(Color::Cyan, Modifier::BOLD)
    }

    /// Something went well.
    #[must_use]
    pub fn good(self) -> Style {
        self.style(Color::Green, Modifier::empty())
    }

    /// Something to look at.
    #[must_use]
    pub fn warning(self) -> Style {
        self.style(Color::Yellow, Modifier::BOLD)
    }

    /// Something went wrong.
    #[must_use]
    pub fn error(self) -> Style {
        self.style(Color::Red, Modifier::BOLD)
    }

    /// The mark that gives an entry its kind.
    #[must_use]
    pub fn kind(self) -> Style {
        self.style(Color::Magenta, Modifier::BOLD)
    }

    /// A person.
    #[must_use]
    pub fn person(self) -> Style {
        self.style(Color::Cyan, Modifier::UNDERLINED)
    }

    /// A due date.
    #[must_use]
    pub fn due(self) -> Style {
        self.style(Color::Yellow, Modifier::UNDERLINED)
    }

    /// A criterion, a severity, a link.
    #[must_use]
    pub fn tag(self) -> Style {
        self.style(Color::Blue, Modifier::UNDERLINED)
    }

    /// A field whose value is being changed.
    #[must_use]
    pub fn field(self, focused: bool) -> Style {
        if focused { Style::new().add_modifier(Modifier::UNDERLINED) } else { Style::new() }
    }
}
