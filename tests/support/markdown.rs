//! Three independent Markdown readers, each reduced to the shape and the text of what it understood, and the places of a small
//! document in which they must see a text as nothing but itself.

use bienban::minutes::{inline, norm};
use comrak::nodes::NodeValue;
use pulldown_cmark::{Event, TagEnd};

/// What a reader understood.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    /// Every node but text, in order.
    pub(crate) shape: Vec<String>,
    /// The text, one line for each block.
    pub(crate) text: String,
}

/// Reads Markdown.
pub(crate) type Read = fn(&str) -> Reading;

/// The readers by name, each with every extension that could see a mark in plain text.
pub(crate) const READERS: [(&str, Read); 3] =
    [("comrak", comrak), ("pulldown-cmark", pulldown), ("markdown", markdown_rs)];

/// Paragraph, heading, list item, nested list item, table cell, after a bold label.
pub(crate) const PLACES: [&str; 6] = [
    "@@\n\nsau\n",
    "trước\n\n## @@\n\nsau\n",
    "- @@\n- sau\n",
    "- trước\n  - @@\n  - sau\n",
    "| A | B |\n|---|---|\n| @@ | b |\n| c | @@ |\n",
    "- **Nhãn:** @@\n- sau\n",
];
/// A text that no reader takes for anything else.
pub(crate) const HARMLESS: &str = "lành";

/// Puts a text, escaped, into a place.
pub(crate) fn put(place: &str, text: &str) -> String {
    place.replace("@@", &inline(text))
}

/// Says where a string breaks out of its place, if anywhere.
pub(crate) fn breaks_out(text: &str) -> Result<(), String> {
    let clean = norm(text);
    if clean.is_empty() {
        return Ok(());
    }
    for (reader, read) in READERS {
        for place in PLACES {
            let harmless = read(&put(place, HARMLESS));
            let wanted = Reading { text: harmless.text.replace(HARMLESS, &clean), ..harmless };
            let got = read(&put(place, text));
            if got != wanted {
                return Err(format!("{reader}, {place:?}, {text:?}\nwritten {:?}\n{got:?}\n{wanted:?}", inline(text)));
            }
        }
    }
    Ok(())
}

fn comrak(markdown: &str) -> Reading {
    let mut options = comrak::Options::default();
    let on = &mut options.extension;
    on.strikethrough = true;
    on.table = true;
    on.autolink = true;
    on.tasklist = true;
    on.superscript = true;
    on.footnotes = true;
    on.inline_footnotes = true;
    on.description_lists = true;
    on.multiline_block_quotes = true;
    on.alerts = true;
    on.math_dollars = true;
    on.math_code = true;
    on.wikilinks_title_after_pipe = true;
    on.underline = true;
    on.subscript = true;
    on.highlight = true;
    let arena = comrak::Arena::new();
    let mut reading = Reading { shape: vec![], text: String::new() };
    let root = comrak::parse_document(&arena, markdown, &options);
    for edge in root.traverse() {
        match edge {
            comrak::arena_tree::NodeEdge::Start(node) => match &node.data.borrow().value {
                NodeValue::Text(text) => reading.text.push_str(text),
                NodeValue::Heading(heading) => reading.shape.push(format!("heading {}", heading.level)),
                NodeValue::HtmlBlock(html) => reading.shape.push(html.literal.clone()),
                other => reading.shape.push(other.xml_node_name().to_owned()),
            },
            comrak::arena_tree::NodeEdge::End(node) => {
                if node.data.borrow().value.block() {
                    reading.shape.push("end".into());
                    reading.text.push('\n');
                }
            }
        }
    }
    reading
}

fn pulldown(markdown: &str) -> Reading {
    use pulldown_cmark::Options;
    let typographic = Options::ENABLE_SMART_PUNCTUATION;
    let parser = pulldown_cmark::Parser::new_ext(markdown, Options::all() - typographic);
    let mut reading = Reading { shape: vec![], text: String::new() };
    for event in parser {
        match event {
            Event::Text(text) => reading.text.push_str(&text),
            Event::End(end) => {
                if matches!(end, TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell) {
                    reading.text.push('\n');
                }
                reading.shape.push(format!("end {end:?}"));
            }
            other => reading.shape.push(format!("{other:?}")),
        }
    }
    reading
}

fn markdown_rs(markdown: &str) -> Reading {
    let mut options = markdown::ParseOptions::gfm();
    options.constructs.math_flow = true;
    options.constructs.math_text = true;
    options.constructs.frontmatter = true;
    let root = markdown::to_mdast(markdown, &options).unwrap();
    let mut reading = Reading { shape: vec![], text: String::new() };
    walk(&root, &mut reading);
    reading
}

fn walk(node: &markdown::mdast::Node, reading: &mut Reading) {
    use markdown::mdast::Node;
    match node {
        Node::Text(text) => return reading.text.push_str(&text.value),
        Node::Heading(heading) => reading.shape.push(format!("heading {}", heading.depth)),
        Node::Html(html) => reading.shape.push(html.value.clone()),
        other => reading.shape.push(format!("{:?}", std::mem::discriminant(other))),
    }
    for child in node.children().into_iter().flatten() {
        walk(child, reading);
    }
    if matches!(node, Node::Paragraph(_) | Node::Heading(_) | Node::TableCell(_)) {
        reading.text.push('\n');
    }
    reading.shape.push("end".into());
}
