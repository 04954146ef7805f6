//! The code for site builders that allow no scripts: a frame with a page of Ripen's own in it.
//!
//! Its parameters are the element's attributes, and the look as `theme-…`. What concerns the page round
//! the frame is left out: the frame sees neither that page's address nor its history, tells it nothing
//! personal and writes into no workspace.

use super::html::around;
use super::setup::Setup;
use crate::domain::playbook::Playbook;
use std::fmt::Write;

/// What the frame can be given.
const PARAMETERS: [&str; 5] = ["playbook", "lang", "color-scheme", "handoff", "resume"];

/// The code; none where the playbook has no whole address, without which the frame would look for it
/// beside its own page.
pub fn frame(setup: &Setup, visitors: &Playbook) -> Option<String> {
    setup.playbook.whole()?;
    let mut given = Vec::new();
    for (name, value) in &setup.attributes {
        if let Some(value) = value.as_deref().filter(|_| PARAMETERS.contains(name)) {
            given.push(format!("{name}={}", encoded(value)));
        }
    }
    for (name, value) in &setup.theme.properties {
        let name = name.trim_start_matches("--ripen-");
        given.push(format!("theme-{name}={}", encoded(value)));
    }
    let source = format!("{}frame.html?{}", setup.files.as_str(), given.join("&"));
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
