//! A small reader of HTML, strict where browsers are lenient: whatever is not well-formed fails the test.

use std::collections::BTreeMap;

/// What stands in a text of HTML, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// A tag that opens, with its attributes.
    Open(String, BTreeMap<String, String>),
    /// A tag that closes.
    Close(String),
    /// What stands between tags, as it reads.
    Text(String),
}

/// Elements that hold nothing.
const EMPTY: [&str; 2] = ["input", "br"];

/// Reads it.
pub(crate) fn read(html: &str) -> Vec<Piece> {
    let (mut pieces, mut open, mut rest) = (Vec::new(), Vec::new(), html);
    while let Some(at) = rest.find('<') {
        push_text(&mut pieces, &rest[..at]);
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('/') {
            let (name, after) = after.split_once('>').expect("a closing tag ends");
            assert_eq!(open.pop().as_deref(), Some(name), "tags nest: {html}");
            pieces.push(Piece::Close(name.to_owned()));
            rest = after;
            continue;
        }
        let (name, attributes, after) = tag(rest);
        if !EMPTY.contains(&name.as_str()) {
            open.push(name.clone());
        }
        pieces.push(Piece::Open(name, attributes));
        rest = after;
    }
    push_text(&mut pieces, rest);
    assert_eq!(open, Vec::<String>::new(), "everything is closed: {html}");
    pieces
}

fn push_text(pieces: &mut Vec<Piece>, raw: &str) {
    assert!(!raw.contains('>'), "a bracket stands alone in {raw:?}");
    if !raw.trim().is_empty() {
        pieces.push(Piece::Text(plain(raw)));
    }
}

fn tag(text: &str) -> (String, BTreeMap<String, String>, &str) {
    let end = text.find([' ', '>']).expect("a tag ends");
    let name = text[..end].to_owned();
    assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{name:?}");
    let (mut attributes, mut rest) = (BTreeMap::new(), &text[end..]);
    while let Some(after) = rest.strip_prefix(' ') {
        let end = after.find(['=', ' ', '>']).expect("an attribute ends");
        let name = after[..end].to_owned();
        assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{name:?}");
        rest = &after[end..];
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix("=\"") {
            let (raw, after) = after.split_once('"').expect("a value is in quotes");
            (value, rest) = (plain(raw), after);
        }
        assert_eq!(attributes.insert(name, value), None, "an attribute stands once");
    }
    (name, attributes, rest.strip_prefix('>').expect("a tag ends with a bracket"))
}

/// A text as a browser reads it.
fn plain(raw: &str) -> String {
    assert!(!raw.contains(['\r', '\0']), "a browser would change this: {raw:?}");
    let mut out = String::new();
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        out += &rest[..at];
        let (name, after) = rest[at + 1..].split_once(';').expect("an entity ends");
        out += match name {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "#10" => "\n",
            "#13" => "\r",
            other => panic!("unknown entity {other:?} in {raw:?}"),
        };
        rest = after;
    }
    out + rest
}

/// The attributes of every element of a name.
pub(crate) fn all<'a>(pieces: &'a [Piece], wanted: &str) -> Vec<&'a BTreeMap<String, String>> {
    let is_it = |piece: &'a Piece| match piece {
        Piece::Open(name, attributes) if name == wanted => Some(attributes),
        _ => None,
    };
    pieces.iter().filter_map(is_it).collect()
}

/// Every text, without the space that lays it out.
pub(crate) fn texts(pieces: &[Piece]) -> Vec<String> {
    let text = |piece: &Piece| match piece {
        Piece::Text(text) => Some(text.clone()),
        _ => None,
    };
    pieces.iter().filter_map(text).collect()
}
