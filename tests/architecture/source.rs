//! Source files as text: their floor, their code without comments and tests, and the words in it.
//!
//! Refuses to understand Rust. Invariant: line numbers are those of the file.

use std::fs;
use std::path::{Path, PathBuf};

/// A floor's folder under `src/`, and whether it is pure: no browser, no clock, no chance.
pub(super) struct Floor {
    pub(super) name: &'static str,
    pub(super) pure: bool,
}

/// The floors, lowest first; a floor may use itself and those below it.
pub(super) const FLOORS: [Floor; 7] = [
    Floor { name: "domain", pure: true },
    Floor { name: "app", pure: true },
    Floor { name: "exchange", pure: true },
    Floor { name: "platform", pure: false },
    Floor { name: "ui", pure: false },
    Floor { name: "embed", pure: false },
    Floor { name: "bin", pure: false },
];

/// One source file.
pub(super) struct Source {
    /// From the top of the project, with `/`.
    pub(super) path: String,
    pub(super) text: String,
}

impl Source {
    pub(super) fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// The modules it is in: `["domain", "playbook", "check"]`.
    pub(super) fn modules(&self) -> Option<Vec<&str>> {
        let inside = self.path.strip_prefix("src/")?.strip_suffix(".rs")?;
        Some(inside.split('/').filter(|module| *module != "mod").collect())
    }

    /// The place of its floor in [`FLOORS`]; none outside `src/` and for `src/lib.rs`.
    pub(super) fn floor(&self) -> Option<usize> {
        let modules = self.modules()?;
        FLOORS.iter().position(|floor| Some(&floor.name) == modules.first())
    }

    pub(super) fn is_pure(&self) -> bool {
        self.floor().is_some_and(|place| FLOORS[place].pure)
    }

    /// The text with comment lines left empty, so that line numbers stay.
    pub(super) fn code(&self) -> String {
        let blank = |line: &'_ str| line.trim_start().starts_with("//");
        self.text
            .lines()
            .map(|line| if blank(line) { "\n".into() } else { format!("{line}\n") })
            .collect()
    }

    /// The code that ships: what stands before the file's unit tests.
    pub(super) fn shipped(&self) -> String {
        let mut code = self.code();
        if self.modules().is_some_and(|modules| modules.contains(&"tests")) {
            code.clear();
        }
        let begins_tests = |(offset, mark): &(usize, &str)| {
            let next = code[offset + mark.len()..].lines().next().unwrap_or_default();
            next.contains("mod ") && next.contains('{')
        };
        let tests = code.match_indices("#[cfg(test)]\n").find(begins_tests);
        let end = tests.map_or(code.len(), |(offset, _)| offset);
        code.truncate(end);
        code
    }

    pub(super) fn at(&self, code: &str, offset: usize, what: &str) -> String {
        let line = code[..offset].matches('\n').count() + 1;
        format!("{}:{line}: {what}", self.path)
    }
}

/// Where `word` stands in `code` as a word of its own.
pub(super) fn places(code: &str, word: &str) -> Vec<usize> {
    let in_a_word = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    let matches = code.match_indices(word).map(|(offset, _)| offset);
    matches
        .filter(|offset| {
            let before = code[..*offset].chars().next_back();
            let after = code[offset + word.len()..].chars().next();
            let ends = |c: Option<char>| !c.is_some_and(in_a_word);
            // A mark such as `!` or `:` at the end of the word is a border by itself.
            ends(before) && (ends(after) || !word.ends_with(in_a_word))
        })
        .collect()
}

pub(super) fn name_at_start(text: &str) -> &str {
    let text = text.trim_start();
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    &text[..end]
}

/// The names that follow a path: one, or the first of each path in a `{…}` group.
pub(super) fn heads(rest: &str) -> Vec<&str> {
    let Some(group) = rest.trim_start().strip_prefix('{') else { return vec![name_at_start(rest)] };
    let mut names = vec![name_at_start(group)];
    let mut depth = 0_usize;
    for (offset, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(name_at_start(&group[offset + 1..])),
            _ => {}
        }
    }
    names
}

/// Every name at the root of the crate that a file refers to, with its place.
pub(super) fn root_names<'a>(source: &Source, code: &'a str) -> Vec<(usize, &'a str)> {
    let depth = source.modules().map_or(0, |modules| modules.len());
    let climb = "super::".repeat(depth.max(1));
    let mut names = Vec::new();
    for path in ["crate::", "ripen::", climb.as_str()] {
        for offset in places(code, path) {
            let rest = code[offset + path.len()..].trim_start_matches("super::");
            names.extend(heads(rest).into_iter().map(|name| (offset, name)));
        }
    }
    names
}

/// Every Rust file under the folder; none when there is no such folder yet.
pub(super) fn sources(folder: &str) -> Vec<Source> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    collect(top, &top.join(folder), &mut found);
    found
}

pub(super) fn collect(top: &Path, folder: &Path, into: &mut Vec<Source>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            if path.file_name().is_none_or(|name| name != "target" && name != "node_modules") {
                collect(top, &path, into);
            }
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("a readable source file");
            let relative = path.strip_prefix(top).expect("a path under the top");
            into.push(Source::new(&relative.to_string_lossy().replace('\\', "/"), &text));
        }
    }
}
