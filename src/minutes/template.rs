//! Templates: the outline becomes Markdown by text that an office can read and, in time, edit.
//!
//! Whatever a template prints passes the escape; there is no way around it from inside a template, no file can be reached, and
//! time and depth are bounded.

use minijinja::value::{Serde, Value, ValueKind};
use minijinja::{AutoEscape, Environment, UndefinedBehavior, syntax::SyntaxConfig};

use super::escape::inline;
use super::front_matter::front_matter;
use super::outline::Outline;
use super::phrases::{DOTS, sentence};
use crate::domain::Regime;

/// Longest template that is accepted, in bytes.
pub const SIZE_LIMIT: usize = 64 * 1024;
/// Instructions that one rendering by an edited template may take; ten thousand short entries need less.
const FUEL: u64 = 500_000;
const DEPTH: usize = 100;

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
    /// Returns the layout that a regime uses.
    #[must_use]
    pub fn for_regime(regime: Regime) -> Self {
        match regime {
            Regime::Party => Self::Party,
            Regime::State => Self::State,
        }
    }

    /// Names the template with its version, as the front matter does.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Party => "bien-ban-dang 1",
            Self::State => "bien-ban-nha-nuoc 1",
        }
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

/// A template that cannot be used, with the place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The template is longer than [`SIZE_LIMIT`].
    #[error("template {template} has {size} bytes, more than the {SIZE_LIMIT} allowed")]
    TooLarge {
        /// Name of the template.
        template: String,
        /// Its size in bytes.
        size: usize,
    },
    /// The template does not read, or asks for what is not there.
    #[error("template {template}, line {line}: {what}")]
    Template {
        /// Name of the template.
        template: String,
        /// Line counted from 1, or 0 when it is not known.
        line: usize,
        /// What is wrong.
        what: String,
    },
}

/// Writes an outline as Markdown in a built-in layout.
///
/// # Errors
/// Never for the templates as shipped, which tests render; typed all the same because they share the path of edited ones.
pub fn render(outline: &Outline, layout: Layout) -> Result<String, Error> {
    print(outline, layout.name(), layout.template(), None)
}

/// Writes an outline as Markdown by the template given.
///
/// # Errors
/// When the template is too large, does not read, names what does not exist, or takes too long.
pub fn render_with(outline: &Outline, name: &str, template: &str) -> Result<String, Error> {
    if template.len() > SIZE_LIMIT {
        return Err(Error::TooLarge { template: name.to_owned(), size: template.len() });
    }
    print(outline, name, template, Some(FUEL))
}

fn print(outline: &Outline, name: &str, template: &str, fuel: Option<u64>) -> Result<String, Error> {
    let body = environment(fuel)
        .and_then(|environment| environment.render_named_str(name, template, Value::from(Serde(outline))))
        .map_err(|error| mistake(name, &error))?;
    Ok(front_matter(&outline.summary, name) + &tidy(&body))
}

/// Makes an engine that knows nothing but what is named here.
///
/// The filters that come with the engine are left out on purpose: some print unescaped text outright, and those that cut text up
/// (`replace`, `split`, `reverse`) can take the backslashes off what a block already escaped.
fn environment(fuel: Option<u64>) -> Result<Environment<'static>, minijinja::Error> {
    let mut environment = Environment::empty();
    environment.set_syntax(syntax()?);
    environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    environment.set_auto_escape_callback(|_| AutoEscape::Custom("markdown".into()));
    environment.set_fuel(fuel);
    environment.set_recursion_limit(DEPTH);
    environment.set_formatter(|out, _, value| {
        let written = match value.kind() {
            // Only the template's own macros and blocks make safe strings, from values escaped one by one.
            _ if value.is_safe() => out.write_str(value.as_str().unwrap_or_default()),
            ValueKind::None => out.write_str(DOTS),
            _ => match value.as_str() {
                Some(text) => out.write_str(&inline(text)),
                None => out.write_str(&inline(&value.to_string())),
            },
        };
        written.map_err(minijinja::Error::from)
    });
    environment.add_test("none", minijinja::tests::is_none);
    environment.add_filter("length", minijinja::filters::length);
    environment.add_filter("join", minijinja::filters::join);
    environment.add_filter("sentence", |value: Value| or_dots(&value, sentence));
    environment.add_filter("upper", |value: Value| or_dots(&value, str::to_uppercase));
    environment.add_filter("lower", |value: Value| or_dots(&value, str::to_lowercase));
    Ok(environment)
}

fn or_dots(value: &Value, change: impl Fn(&str) -> String) -> String {
    value.as_str().map_or_else(|| DOTS.to_owned(), change)
}

/// Block tags take no room of their own, or lists would fall apart into paragraphs.
fn syntax() -> Result<SyntaxConfig, minijinja::Error> {
    SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build()
}

fn mistake(name: &str, error: &minijinja::Error) -> Error {
    let kind = error.kind().to_string();
    Error::Template {
        template: error.name().unwrap_or(name).to_owned(),
        line: error.line().unwrap_or(0),
        what: error.detail().map_or_else(|| kind.clone(), |detail| format!("{kind}: {detail}")),
    }
}

/// Leaves at most one empty line in a row, so that a template may be laid out for its reader.
fn tidy(body: &str) -> String {
    let mut tidied = String::with_capacity(body.len());
    for line in body.lines().map(str::trim_end) {
        if !line.is_empty() || !(tidied.is_empty() || tidied.ends_with("\n\n")) {
            tidied.push_str(line);
            tidied.push('\n');
        }
    }
    tidied.truncate(tidied.trim_end().len());
    tidied.push('\n');
    tidied
}
