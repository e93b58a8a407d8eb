//! Templates: the outline becomes Markdown by text that an office can read and edit.

use super::SealMark;
use super::engine::{FUEL, body};
use super::front_matter::front_matter;
use super::mistakes::{Mistake, mistakes};
use super::outline::Outline;
use super::reading::{ReadItem, reading};
use crate::domain::Regime;

/// Which of the two built-in layouts the minutes take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// As Party bodies write them.
    #[default]
    Party,
    /// As State bodies write them.
    State,
}

impl Layout {
    /// Both, in the order lists show them.
    pub const ALL: [Self; 2] = [Self::Party, Self::State];

    /// Returns the layout that a regime uses.
    #[must_use]
    pub fn for_regime(regime: Regime) -> Self {
        match regime {
            Regime::Party => Self::Party,
            Regime::State => Self::State,
        }
    }

    /// Names the template, as people choose it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Party => "bien-ban-dang",
            Self::State => "bien-ban-nha-nuoc",
        }
    }

    /// Names the template with its version, as the front matter does.
    fn versioned(self) -> String {
        format!("{} 1", self.name())
    }

    /// Returns the text of the template, whole in itself.
    #[must_use]
    pub fn template(self) -> &'static str {
        match self {
            Self::Party => concat!(include_str!("parts.md.j2"), include_str!("party.md.j2")),
            Self::State => concat!(include_str!("parts.md.j2"), include_str!("state.md.j2")),
        }
    }
}

/// What minutes are printed by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Template {
    /// A layout as shipped.
    BuiltIn(Layout),
    /// A template of the office's own.
    Edited {
        /// Its name.
        name: String,
        /// Its text.
        text: String,
    },
}

/// A template that cannot be used, with the mistake.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("template {template}, line {}, column {}: {:?}", mistake.line, mistake.column, mistake.what)]
pub struct Error {
    /// Name of the template.
    pub template: String,
    /// What is wrong with it, and where.
    pub mistake: Mistake,
}

impl Template {
    /// Returns its name.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::BuiltIn(layout) => layout.name(),
            Self::Edited { name, .. } => name,
        }
    }

    /// Returns its text.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::BuiltIn(layout) => layout.template(),
            Self::Edited { text, .. } => text,
        }
    }

    /// Writes an outline as Markdown.
    ///
    /// # Errors
    /// When the template is too large, does not read, names what does not exist, or takes too long; the built-in ones never do.
    pub fn render(&self, outline: &Outline) -> Result<String, Error> {
        self.written(outline, None)
    }

    /// Writes an outline as Markdown that says which version it was sealed as.
    ///
    /// # Errors
    /// As [`Self::render`].
    pub fn render_sealed(&self, outline: &Outline, seal: &SealMark) -> Result<String, Error> {
        self.written(outline, Some(seal))
    }

    fn written(&self, outline: &Outline, seal: Option<&SealMark>) -> Result<String, Error> {
        let body = body(outline, self.text(), self.fuel()).map_err(|mistake| self.error(mistake))?;
        let name = match self {
            Self::BuiltIn(layout) => layout.versioned(),
            Self::Edited { name, .. } => name.clone(),
        };
        let foot = seal.map(SealMark::foot).unwrap_or_default();
        Ok(front_matter(&outline.summary, &name, seal) + &body + &foot)
    }

    /// Takes the minutes apart into what is read aloud one after the other.
    ///
    /// # Errors
    /// As [`Self::render`].
    pub fn read(&self, outline: &Outline) -> Result<Vec<ReadItem>, Error> {
        reading(outline, self.text(), self.fuel()).map_err(|mistake| self.error(mistake))
    }

    /// Finds every mistake, by printing invented minutes with everything in them and minutes with nothing.
    #[must_use]
    pub fn check(&self) -> Vec<Mistake> {
        mistakes(self.text())
    }

    /// What an office writes may go round in circles; the built-in ones may take as long as a long visit needs.
    fn fuel(&self) -> Option<u64> {
        matches!(self, Self::Edited { .. }).then_some(FUEL)
    }

    fn error(&self, mistake: Mistake) -> Error {
        Error { template: self.name().to_owned(), mistake }
    }
}
