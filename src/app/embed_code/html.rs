//! Writing HTML as text.
//!
//! Invariant: whatever a text holds, a reader of the HTML finds that text again and nothing else. What
//! HTML has no way to write (NUL and other control characters) becomes the sign for it, `�`.

use std::fmt::Write;

/// A text between tags.
pub(super) fn text(text: &str) -> String {
    escaped(text, false)
}

/// Starts a tag with attributes; one without a value stands as its name alone.
pub(super) fn open(name: &str, attributes: &[(&str, Option<&str>)]) -> String {
    let mut tag = format!("<{name}");
    for (name, value) in attributes {
        tag.push(' ');
        tag += name;
        if let Some(value) = value {
            // Writing to a string cannot fail.
            let _ = write!(tag, "=\"{}\"", escaped(value, true));
        }
    }
    tag.push('>');
    tag
}

/// A tag with attributes round a text.
pub(super) fn around(name: &str, attributes: &[(&str, Option<&str>)], words: &str) -> String {
    format!("{}{}</{name}>", open(name, attributes), text(words))
}

fn escaped(text: &str, in_attribute: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' if in_attribute => out += "&quot;",
            // A reader would make them one kind of line end, or drop the first one.
            '\n' => out += "&#10;",
            '\r' => out += "&#13;",
            '\t' => out.push('\t'),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
