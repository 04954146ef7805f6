//! The code for site builders that allow no scripts: a frame with a page of Ripen's own in it.
//!
//! Its parameters are the element's attributes. What concerns the page round the frame is left out:
//! the frame sees neither that page's address nor its history.

use super::html::around;
use super::setup::Setup;
use crate::domain::playbook::Playbook;
use std::fmt::Write;

/// What the frame can be given.
const PARAMETERS: [&str; 7] =
    ["playbook", "lang", "color-scheme", "handoff", "resume", "emit-data", "workspace"];

/// The code; none where the playbook has no whole address, without which the frame would look for it
/// beside its own page.
pub fn frame(setup: &Setup, visitors: &Playbook) -> Option<String> {
    setup.playbook.whole()?;
    let mut source = format!("{}frame.html", setup.files.as_str());
    let mut mark = '?';
    for (name, value) in &setup.attributes {
        if PARAMETERS.contains(name) {
            source.push(mark);
            mark = '&';
            source += name;
            if let Some(value) = value {
                source.push('=');
                source += &encoded(value);
            }
        }
    }
    let attributes = [
        ("src", Some(&*source)),
        ("title", Some(&*visitors.title)),
        ("width", Some("100%")),
        ("height", Some("720")),
        ("loading", Some("lazy")),
    ];
    Some(around("iframe", &attributes, "") + "\n")
}

/// A value as it stands in a query.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
