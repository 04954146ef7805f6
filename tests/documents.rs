//! What the documents say is there: every path they name exists, and nothing stands in a table twice.
//!
//! Two changes that meet in one document keep both their lines; this finds what is left of that.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const DOCUMENTS: [&str; 2] = ["ARCHITECTURE.md", "README.md"];

/// Folders whose files are named by their whole path.
const FOLDERS: [&str; 11] = [
    "src/",
    "tests/",
    "xtask/",
    "embed/",
    "demo/",
    "docs/",
    "playbooks/",
    "schema/",
    "style/",
    "vendor/",
    "examples/",
];

/// The first cell of every row that another row of its table begins with, too.
fn repeated(document: &str) -> Vec<String> {
    let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
    for line in document.lines() {
        let Some(row) = line.strip_prefix('|') else {
            seen.clear();
            continue;
        };
        let cell = row.split('|').next().unwrap_or_default().trim();
        if !seen.insert(cell.to_owned()) {
            found.push(cell.to_owned());
        }
    }
    found
}

/// What stands in backticks and begins like a path of ours, but for patterns.
fn paths(document: &str) -> Vec<&str> {
    let quoted = document.split('`').skip(1).step_by(2);
    let is_path = |text: &&str| {
        FOLDERS.iter().any(|folder| text.starts_with(folder))
            && !text.contains(|c: char| c == '*' || c == '<' || c.is_whitespace())
    };
    quoted.filter(is_path).collect()
}

#[test]
fn a_repeated_row_and_a_named_path_are_found() {
    let document = "| a | `src/lib.rs` |\n| b | x |\n| a | `tests/*.rs` |\n\n| a | `src/a/` |\n";
    assert_eq!(repeated(document), ["a"]);
    assert_eq!(paths(document), ["src/lib.rs", "src/a/"]);
}

#[test]
fn the_documents_are_true() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for name in DOCUMENTS {
        let document = fs::read_to_string(root.join(name)).expect("the document");
        assert_eq!(repeated(&document), Vec::<String>::new(), "{name}");
        let missing: Vec<_> =
            paths(&document).into_iter().filter(|path| !root.join(path).exists()).collect();
        assert_eq!(missing, Vec::<&str>::new(), "{name}");
    }
}

#[test]
fn the_guide_to_handing_over_says_what_visitors_read() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let guide = fs::read_to_string(root.join("docs/handoff.md")).expect("the guide");
    let guide = guide.split_whitespace().collect::<Vec<_>>().join(" ");
    let texts = fs::read_to_string(root.join("embed/lang/en.json")).expect("the texts");
    let texts: BTreeMap<String, String> = serde_json::from_str(&texts).expect("texts by name");
    let told: Vec<_> = texts.iter().filter(|(name, _)| name.starts_with("handover_")).collect();
    assert!(told.len() > 5, "{told:?}");
    for (name, text) in told {
        assert!(guide.contains(text), "{name}: {text}");
    }
}
