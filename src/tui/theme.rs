//! Colours and modifiers by meaning; the sixteen named colours only, so that the terminal's own palette decides.
//!
//! Colour never says anything alone: every style with a meaning also carries a modifier, a sign or a word.

mod signs;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

/// Which colours are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colours {
    /// Those that are readable on the terminal's own background, dark or light.
    #[default]
    Terminal,
    /// Dark letters on a white ground.
    Light,
    /// Light letters on a black ground.
    Dark,
    /// Black, white and two bright colours; nothing faint.
    HighContrast,
    /// None: only bold, underlined, reversed.
    None,
}

impl Colours {
    /// Every choice with its name in `config.toml`.
    pub const ALL: [(&'static str, Self); 5] = [
        ("terminal", Self::Terminal),
        ("light", Self::Light),
        ("dark", Self::Dark),
        ("high-contrast", Self::HighContrast),
        ("no-colour", Self::None),
    ];

    /// Finds the choice of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, colours)| *colours)
    }

    /// Returns the name of the choice.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, colours)| *colours == self).map_or("", |(name, _)| *name)
    }

    fn palette(self) -> Option<&'static Palette> {
        match self {
            Self::Terminal => Some(&TERMINAL),
            Self::Light => Some(&LIGHT),
            Self::Dark => Some(&DARK),
            Self::HighContrast => Some(&HIGH_CONTRAST),
            Self::None => None,
        }
    }
}

/// The colour of each meaning.
struct Palette {
    /// Letters and ground where nothing else is said; none leaves them to the terminal.
    base: Option<(Color, Color)>,
    key: Color,
    good: Color,
    warning: Color,
    error: Color,
    kind: Color,
    tag: Color,
}

static TERMINAL: Palette = Palette {
    base: None,
    key: Color::Cyan,
    good: Color::Green,
    warning: Color::Yellow,
    error: Color::Red,
    kind: Color::Magenta,
    tag: Color::Blue,
};
static LIGHT: Palette = Palette {
    base: Some((Color::Black, Color::White)),
    key: Color::Blue,
    good: Color::Black,
    warning: Color::Magenta,
    error: Color::Red,
    kind: Color::Magenta,
    tag: Color::Blue,
};
static DARK: Palette = Palette {
    base: Some((Color::White, Color::Black)),
    key: Color::LightCyan,
    good: Color::LightGreen,
    warning: Color::LightYellow,
    error: Color::LightRed,
    kind: Color::LightMagenta,
    tag: Color::LightBlue,
};
static HIGH_CONTRAST: Palette = Palette {
    base: Some((Color::White, Color::Black)),
    key: Color::LightCyan,
    good: Color::White,
    warning: Color::LightYellow,
    error: Color::LightYellow,
    kind: Color::LightCyan,
    tag: Color::LightCyan,
};

/// How things of each meaning look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    /// Which colours are used.
    pub colours: Colours,
    /// Whether rules, marks and signs are drawn with ASCII alone; text stays as it was typed.
    pub ascii: bool,
}

impl Theme {
    fn style(self, colour: fn(&Palette) -> Color, modifier: Modifier) -> Style {
        let style = Style::new().add_modifier(modifier);
        self.colours.palette().map_or(style, |palette| style.fg(colour(palette)))
    }

    /// Finishes a frame: the ground, and signs that the terminal can show.
    pub fn dress(self, buffer: &mut Buffer) {
        let base = self.colours.palette().and_then(|palette| palette.base);
        if base.is_none() && !self.ascii {
            return;
        }
        for cell in &mut buffer.content {
            if let Some((letters, ground)) = base {
                cell.fg = if cell.fg == Color::Reset { letters } else { cell.fg };
                cell.bg = if cell.bg == Color::Reset { ground } else { cell.bg };
            }
            if self.colours == Colours::HighContrast {
                cell.modifier.remove(Modifier::DIM);
            }
            if let Some(sign) = signs::ascii(cell.symbol()).filter(|_| self.ascii) {
                cell.set_symbol(sign);
            }
        }
    }

    /// The bar with the screen's name.
    #[must_use]
    pub fn title(self) -> Style {
        self.style(|palette| palette.key, Modifier::BOLD)
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
        self.style(|palette| palette.key, Modifier::BOLD)
    }

    /// Something went well.
    #[must_use]
    pub fn good(self) -> Style {
        self.style(|palette| palette.good, Modifier::empty())
    }

    /// Something to look at.
    #[must_use]
    pub fn warning(self) -> Style {
        self.style(|palette| palette.warning, Modifier::BOLD)
    }

    /// Something went wrong.
    #[must_use]
    pub fn error(self) -> Style {
        self.style(|palette| palette.error, Modifier::BOLD)
    }

    /// The mark that gives an entry its kind.
    #[must_use]
    pub fn kind(self) -> Style {
        self.style(|palette| palette.kind, Modifier::BOLD)
    }

    /// A person.
    #[must_use]
    pub fn person(self) -> Style {
        self.style(|palette| palette.key, Modifier::UNDERLINED)
    }

    /// A due date.
    #[must_use]
    pub fn due(self) -> Style {
        self.style(|palette| palette.warning, Modifier::UNDERLINED)
    }

    /// A criterion, a severity, a link.
    #[must_use]
    pub fn tag(self) -> Style {
        self.style(|palette| palette.tag, Modifier::UNDERLINED)
    }

    /// What was sought, where it was found.
    #[must_use]
    pub fn sought(self) -> Style {
        self.style(|palette| palette.warning, Modifier::BOLD.union(Modifier::UNDERLINED))
    }

    /// A field whose value is being changed.
    #[must_use]
    pub fn field(self, focused: bool) -> Style {
        if focused { Style::new().add_modifier(Modifier::UNDERLINED) } else { Style::new() }
    }
}
