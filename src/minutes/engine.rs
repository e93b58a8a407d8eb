//! The engine that fills templates in.
//!
//! Whatever a template prints passes the escape; there is no way around it from inside a template, no file can be reached, and
//! time and depth are bounded.

use minijinja::value::{Serde, Value, ValueKind};
use minijinja::{AutoEscape, Environment, UndefinedBehavior, syntax::SyntaxConfig};

use super::escape::inline;
use super::marks;
use super::mistakes::{Mistake, What, mistake};
use super::outline::Outline;
use super::phrases::{DOTS, sentence};

/// Longest template that is accepted, in bytes.
pub const SIZE_LIMIT: usize = 64 * 1024;
/// Instructions that one rendering by an edited template may take; ten thousand short entries need less.
pub(super) const FUEL: u64 = 500_000;
const DEPTH: usize = 100;
/// The engine's own name for the text it fills in; there is only one.
const NAME: &str = "template";

/// The filters that a template may use.
pub(super) const FILTERS: [&str; 5] = ["join", "length", "lower", "sentence", "upper"];

/// Fills a template in with an outline, without front matter.
pub(super) fn body(outline: &Outline, template: &str, fuel: Option<u64>) -> Result<String, Mistake> {
    fill(outline, template, fuel, UndefinedBehavior::SemiStrict)
}

/// Fills a template in and takes every field that does not exist for a mistake, also where it is only asked for.
pub(super) fn strict_body(outline: &Outline, template: &str) -> Result<String, Mistake> {
    fill(outline, template, Some(FUEL), UndefinedBehavior::Strict)
}

fn fill(outline: &Outline, template: &str, fuel: Option<u64>, undefined: UndefinedBehavior) -> Result<String, Mistake> {
    if template.len() > SIZE_LIMIT {
        return Err(Mistake { line: 0, column: 0, what: What::TooLarge { size: template.len() } });
    }
    let filled = environment(fuel, undefined)
        .and_then(|environment| environment.render_named_str(NAME, template, Value::from(Serde(outline))))
        .map_err(|error| mistake(&error, template))?;
    Ok(tidy(&filled))
}

/// Makes an engine that knows nothing but what is named here.
///
/// The filters that come with the engine are left out on purpose: some print unescaped text outright, and those that cut text up
/// (`replace`, `split`, `reverse`) can take the backslashes off what a block already escaped.
fn environment(fuel: Option<u64>, undefined: UndefinedBehavior) -> Result<Environment<'static>, minijinja::Error> {
    let mut environment = Environment::empty();
    environment.set_syntax(syntax()?);
    // Names what does not exist.
    environment.set_debug(true);
    environment.set_undefined_behavior(undefined);
    environment.set_auto_escape_callback(|_| AutoEscape::Custom("markdown".into()));
    environment.set_fuel(fuel);
    environment.set_recursion_limit(DEPTH);
    environment.set_formatter(|out, _, value| {
        let written = match value.kind() {
            // Only the template's own macros and blocks make safe strings, from values escaped one by one.
            _ if value.is_safe() => out.write_str(value.as_str().unwrap_or_default()),
            _ => match (unknown(value), value.as_str()) {
                (Some(dots), _) => out.write_str(&dots),
                (None, Some(text)) => out.write_str(&inline(text)),
                (None, None) => out.write_str(&inline(&value.to_string())),
            },
        };
        written.map_err(minijinja::Error::from)
    });
    environment.add_test("none", |value: Value| unknown(&value).is_some());
    environment.add_filter("length", minijinja::filters::length);
    environment.add_filter("join", minijinja::filters::join);
    environment.add_filter("sentence", |value: Value| changed(value, sentence));
    environment.add_filter("upper", |value: Value| changed(value, str::to_uppercase));
    environment.add_filter("lower", |value: Value| changed(value, str::to_lowercase));
    Ok(environment)
}

/// Returns what prints for a value that nobody knows. In minutes to be read aloud, a mark says whose value it is.
fn unknown(value: &Value) -> Option<String> {
    if value.kind() == ValueKind::None {
        return Some(DOTS.to_owned());
    }
    value.as_str().filter(|text| marks::is_lone(text)).map(|mark| format!("{mark}{DOTS}"))
}

/// Changes a text. A field that does not exist stays what it is, so that printing it names it.
fn changed(value: Value, change: impl Fn(&str) -> String) -> Value {
    if value.is_undefined() {
        return value;
    }
    let written = unknown(&value).or_else(|| value.as_str().map(change));
    Value::from(written.unwrap_or_else(|| DOTS.to_owned()))
}

/// Block tags take no room of their own, or lists would fall apart into paragraphs.
fn syntax() -> Result<SyntaxConfig, minijinja::Error> {
    SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build()
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
