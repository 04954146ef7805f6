//! The floors hold: who may use whom, and what must not stand where.
//!
//! Reads the sources as text, in the manner of rust-analyzer's tidy. Refuses to understand Rust:
//! a check that needs more than words and paths belongs to the compiler. Every check is tried on
//! planted violations first, so that none passes for want of looking.

use std::fs;
use std::path::{Path, PathBuf};

/// A floor's folder under `src/`, and whether it is pure: no browser, no clock, no chance.
struct Floor {
    name: &'static str,
    pure: bool,
}

/// The floors, lowest first; a floor may use itself and those below it.
const FLOORS: [Floor; 7] = [
    Floor { name: "domain", pure: true },
    Floor { name: "app", pure: true },
    Floor { name: "exchange", pure: true },
    Floor { name: "platform", pure: false },
    Floor { name: "ui", pure: false },
    Floor { name: "embed", pure: false },
    Floor { name: "bin", pure: false },
];

/// What pure floors must not name: the browser, clocks, randomness, files.
const IMPURE: [&str; 17] = [
    "leptos",
    "web_sys",
    "js_sys",
    "gloo",
    "gloo_events",
    "gloo_storage",
    "gloo_timers",
    "serde_wasm_bindgen",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "Utc::now",
    "Local::now",
    "SystemTime",
    "getrandom",
    "now_v7",
    "new_v4",
    "std::fs",
];

/// What calls the storage; views go through `ui/context/`.
const STORAGE: [&str; 3] = ["Repository", "platform::storage::Store", "local_storage"];

/// What whoever has it can write.
const WRITABLE: [&str; 3] = ["RwSignal", "WriteSignal", "StoredValue"];

/// What the widget must not link.
const OF_THE_WORKSPACE: [&str; 3] = ["ui::workspace", "ui::context", "text::workspace"];

/// Unfinished work.
const UNFINISHED: [&str; 3] = ["todo!", "unimplemented!", "dbg!"];

/// Markup that a strict content security policy refuses, or that lets data become markup.
const UNSAFE_MARKUP: [&str; 2] = ["inner_html", "style=\""];

/// Longest file there may be.
const MAX_LINES: usize = 500;

/// One source file.
struct Source {
    /// From the top of the project, with `/`.
    path: String,
    text: String,
}

impl Source {
    fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// The modules it is in: `["domain", "playbook", "check"]`.
    fn modules(&self) -> Option<Vec<&str>> {
        let inside = self.path.strip_prefix("src/")?.strip_suffix(".rs")?;
        Some(inside.split('/').filter(|module| *module != "mod").collect())
    }

    /// The place of its floor in [`FLOORS`]; none outside `src/` and for `src/lib.rs`.
    fn floor(&self) -> Option<usize> {
        let modules = self.modules()?;
        FLOORS.iter().position(|floor| Some(&floor.name) == modules.first())
    }

    fn is_pure(&self) -> bool {
        self.floor().is_some_and(|place| FLOORS[place].pure)
    }

    /// The text with comment lines left empty, so that line numbers stay.
    fn code(&self) -> String {
        let blank = |line: &'_ str| line.trim_start().starts_with("//");
        self.text
            .lines()
            .map(|line| if blank(line) { "\n".into() } else { format!("{line}\n") })
            .collect()
    }

    /// The code that ships: what stands before the file's unit tests.
    fn shipped(&self) -> String {
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

    fn at(&self, code: &str, offset: usize, what: &str) -> String {
        let line = code[..offset].matches('\n').count() + 1;
        format!("{}:{line}: {what}", self.path)
    }
}

/// Where `word` stands in `code` as a word of its own.
fn places(code: &str, word: &str) -> Vec<usize> {
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

fn name_at_start(text: &str) -> &str {
    let text = text.trim_start();
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    &text[..end]
}

/// The names that follow a path: one, or the first of each path in a `{…}` group.
fn heads(rest: &str) -> Vec<&str> {
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
fn root_names<'a>(source: &Source, code: &'a str) -> Vec<(usize, &'a str)> {
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

fn floors_use_only_those_below(source: &Source) -> Vec<String> {
    let Some(floor) = source.floor() else { return Vec::new() };
    let code = source.code();
    let is_above = |name: &str| FLOORS[floor + 1..].iter().any(|above| above.name == name);
    root_names(source, &code)
        .into_iter()
        .filter(|(_, name)| is_above(name))
        .map(|(at, name)| source.at(&code, at, &format!("{} uses {name}", FLOORS[floor].name)))
        .collect()
}

fn every_folder_is_a_floor(source: &Source) -> Vec<String> {
    let homeless =
        source.path.starts_with("src/") && source.floor().is_none() && source.path != "src/lib.rs";
    if homeless { vec![format!("{}: is on no floor", source.path)] } else { Vec::new() }
}

/// Complaints about each of `words` in `code`.
fn without(source: &Source, code: &str, words: &[&str]) -> Vec<String> {
    let found = |word: &&str| {
        let complaint = format!("contains `{word}`");
        let places = places(code, word);
        places.into_iter().map(|at| source.at(code, at, &complaint)).collect::<Vec<_>>()
    };
    words.iter().flat_map(found).collect()
}

/// The same of what ships under a folder.
fn shipped_without(source: &Source, folder: &str, words: &[&str]) -> Vec<String> {
    let inside = source.path.starts_with(folder).then(|| source.shipped());
    inside.map(|code| without(source, &code, words)).unwrap_or_default()
}

fn pure_floors_know_no_browser_no_clock_and_no_chance(source: &Source) -> Vec<String> {
    if source.is_pure() { without(source, &source.shipped(), &IMPURE) } else { Vec::new() }
}

fn views_store_through_the_context(source: &Source) -> Vec<String> {
    let view = source.path.starts_with("src/ui/") && !source.path.starts_with("src/ui/context/");
    if view { without(source, &source.shipped(), &STORAGE) } else { Vec::new() }
}

/// Whoever looks at a clock by itself goes on showing yesterday after midnight.
fn views_ask_the_context_what_day_it_is(source: &Source) -> Vec<String> {
    shipped_without(source, "src/ui/workspace/", &["clock::today"])
}

fn views_cannot_write_the_context(source: &Source) -> Vec<String> {
    if !source.path.starts_with("src/ui/context/") {
        return Vec::new();
    }
    let public = |line: &str| line.trim_start().starts_with("pub ") && !line.contains("fn ");
    let fields = |line: &'_ str| if public(line) { format!("{line}\n") } else { "\n".into() };
    let fields: String = source.shipped().lines().map(fields).collect();
    without(source, &fields, &WRITABLE)
}

fn the_widget_links_no_workspace_view(source: &Source) -> Vec<String> {
    let folders = ["src/ui/wizard/", "src/embed/", "src/bin/widget.rs"];
    if folders.iter().any(|folder| source.path.starts_with(folder)) {
        without(source, &source.shipped(), &OF_THE_WORKSPACE)
    } else {
        Vec::new()
    }
}

fn the_widget_listens_on_the_way_in(source: &Source) -> Vec<String> {
    if !source.path.starts_with("src/ui/wizard/") {
        return Vec::new();
    }
    let code = source.shipped();
    // Not a name of a value, which a space follows: `on: bool`.
    let plain = |at: &usize| {
        let event = code[*at + 3..].split('=').next().unwrap_or_default();
        event.starts_with(char::is_alphabetic) && !event.contains(":capture")
    };
    let plain = places(&code, "on:").into_iter().filter(plain);
    plain.map(|at| source.at(&code, at, "listens without `:capture`")).collect()
}

fn nothing_that_ships_is_unfinished(source: &Source) -> Vec<String> {
    if source.path.starts_with("src/") {
        without(source, &source.code(), &UNFINISHED)
    } else {
        Vec::new()
    }
}

fn nothing_that_ships_unwraps(source: &Source) -> Vec<String> {
    shipped_without(source, "src/", &["unwrap()"])
}

fn markup_is_safe(source: &Source) -> Vec<String> {
    shipped_without(source, "src/", &UNSAFE_MARKUP)
}

fn every_file_says_what_it_is(source: &Source) -> Vec<String> {
    if source.text.starts_with("//! ") {
        Vec::new()
    } else {
        vec![format!("{}:1: does not start with a `//!` header", source.path)]
    }
}

fn no_file_is_too_long(source: &Source) -> Vec<String> {
    let lines = source.text.lines().count();
    if lines > MAX_LINES {
        vec![format!("{}: has {lines} lines, more than {MAX_LINES}", source.path)]
    } else {
        Vec::new()
    }
}

type Check = fn(&Source) -> Vec<String>;

/// Every Rust file under the folder; none when there is no such folder yet.
fn sources(folder: &str) -> Vec<Source> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    collect(top, &top.join(folder), &mut found);
    found
}

fn collect(top: &Path, folder: &Path, into: &mut Vec<Source>) {
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

fn holds(check: Check) {
    let all: Vec<_> = ["src", "tests", "xtask"].into_iter().flat_map(sources).collect();
    assert!(all.iter().any(|source| source.path == "src/lib.rs"), "the sources are not there");
    let complaints: Vec<_> = all.iter().flat_map(check).collect();
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

macro_rules! the_tree {
    ($($check:ident),* $(,)?) => {
        mod the_tree {
            $(#[test]
            fn $check() {
                super::holds(super::$check);
            })*
        }
    };
}

the_tree!(
    floors_use_only_those_below,
    every_folder_is_a_floor,
    pure_floors_know_no_browser_no_clock_and_no_chance,
    views_store_through_the_context,
    views_ask_the_context_what_day_it_is,
    views_cannot_write_the_context,
    the_widget_links_no_workspace_view,
    the_widget_listens_on_the_way_in,
    nothing_that_ships_is_unfinished,
    nothing_that_ships_unwraps,
    markup_is_safe,
    every_file_says_what_it_is,
    no_file_is_too_long,
);

/// Tries a check on texts with the lines it must complain about; none for a sound text.
fn tries(check: Check, cases: &[(&str, &str, &[usize])]) {
    for (path, text, lines) in cases {
        let complaints = check(&Source::new(path, text));
        let expected = lines.iter().map(|line| format!("{path}:{line}: "));
        let all_found = expected.zip(&complaints).all(|(start, c)| c.starts_with(&start));
        assert!(all_found && complaints.len() == lines.len(), "{path} {text:?}: {complaints:?}");
    }
}

#[test]
fn a_floor_that_uses_a_higher_one_is_found() {
    tries(
        floors_use_only_those_below,
        &[
            ("src/app/decide.rs", "use crate::domain::ids;\nuse crate::app::undo;", &[]),
            ("src/domain/fold.rs", "//! x\nuse crate::app::decide;", &[2]),
            ("src/domain/fold.rs", "// crate::app is above", &[]),
            ("src/app/decide.rs", "use crate::{\n  domain::{a, b},\n  exchange::csv,\n};", &[1]),
            ("src/app/decide.rs", "use crate::{domain::{a, ui}, app};", &[]),
            ("src/exchange/json.rs", "fn f() { crate::platform::save(); }", &[1]),
            ("src/platform/store.rs", "use crate::exchange::json;", &[]),
            ("src/platform/store.rs", "use crate::ui::theme;", &[1]),
            ("src/ui/mod.rs", "pub(crate) use crate::embed::x;\nuse crate::platform;", &[1]),
            ("src/domain/fold.rs", "use super::super::ui;", &[1]),
            ("src/domain/playbook/rule.rs", "use super::super::ids;", &[]),
            ("src/domain/playbook/rule.rs", "use super::super::super::{domain, app};", &[1]),
            ("src/bin/widget.rs", "use ripen::embed;\nuse ripen::domain;", &[]),
        ],
    );
}

#[test]
fn a_folder_without_a_floor_is_found() {
    for (path, homeless) in [
        ("src/utils/mod.rs", true),
        ("src/helpers.rs", true),
        ("src/lib.rs", false),
        ("src/app/mod.rs", false),
        ("tests/vectors.rs", false),
    ] {
        assert_eq!(every_folder_is_a_floor(&Source::new(path, "")).len() == 1, homeless, "{path}");
    }
}

#[test]
fn a_browser_a_clock_or_chance_on_a_pure_floor_is_found() {
    tries(
        pure_floors_know_no_browser_no_clock_and_no_chance,
        &[
            ("src/domain/a.rs", "use leptos::prelude::*;\nlet now = Utc::now();", &[1, 2]),
            ("src/app/a.rs", "\nweb_sys::window();", &[2]),
            ("src/exchange/a.rs", "js_sys::Date::now();", &[1]),
            ("src/app/a.rs", "/// Unlike leptos.\nlet leptosphere = now_v70();", &[]),
            ("src/app/a.rs", "x();\n#[cfg(test)]\nmod tests { use std::fs; }", &[]),
            ("src/ui/a.rs", "use leptos::prelude::*;", &[]),
        ],
    );
    for word in IMPURE {
        let source = Source::new("src/domain/a.rs", &format!("{word}::x"));
        let complaints = pure_floors_know_no_browser_no_clock_and_no_chance(&source);
        assert_eq!(complaints.len(), 1, "{word}");
    }
}

#[test]
fn unfinished_or_unwrapping_code_and_unsafe_markup_are_found() {
    tries(
        nothing_that_ships_is_unfinished,
        &[
            ("src/ui/a.rs", "fn f() {\n    todo!()\n}", &[2]),
            ("src/ui/a.rs", "dbg!(x);", &[1]),
            ("tests/a.rs", "todo!()", &[]),
        ],
    );
    tries(
        nothing_that_ships_unwraps,
        &[
            ("src/ui/a.rs", "x.unwrap();\ny.unwrap_or(1);", &[1]),
            ("src/ui/a.rs", "/// x.unwrap()\n#[cfg(test)]\nmod tests { x.unwrap() }", &[]),
            ("src/ui/a.rs", "#[cfg(test)]\npub(super) mod tests {\nx.unwrap()", &[]),
            ("src/ui/a.rs", "#[cfg(test)]\nmod tests;\nx.unwrap()", &[3]),
            ("src/app/tests.rs", "x.unwrap();", &[]),
            ("src/app/tests/a.rs", "x.unwrap();", &[]),
        ],
    );
    tries(
        markup_is_safe,
        &[
            ("src/ui/a.rs", "<p inner_html=x>", &[1]),
            ("src/ui/a.rs", "<p\n  style=\"color:red\">", &[2]),
            ("src/ui/a.rs", "<p style:color=x data-style=\"x\">", &[]),
        ],
    );
}

#[test]
fn a_file_without_a_header_or_without_an_end_is_found() {
    tries(
        every_file_says_what_it_is,
        &[
            ("xtask/src/main.rs", "//! Builds.\n", &[]),
            ("xtask/src/main.rs", "use std::fs;\n", &[1]),
            ("tests/a.rs", "", &[1]),
        ],
    );
    for (lines, complaints) in [(MAX_LINES, 0), (MAX_LINES + 1, 1)] {
        let source = Source::new("tests/a.rs", &"x\n".repeat(lines));
        assert_eq!(no_file_is_too_long(&source).len(), complaints, "{lines} lines");
    }
}

#[test]
fn a_view_that_stores_or_weighs_on_the_widget_is_found() {
    tries(
        views_store_through_the_context,
        &[
            ("src/ui/workspace/data/mod.rs", "use crate::platform::repository::Repository;", &[1]),
            ("src/ui/workspace/data/mod.rs", "use crate::platform::repository::Attention;", &[]),
            ("src/ui/context/keep.rs", "use crate::platform::repository::Repository;", &[]),
        ],
    );
    let path = "src/ui/workspace/a.rs";
    tries(
        views_ask_the_context_what_day_it_is,
        &[(path, "\nclock::today()", &[2]), (path, "clock::now()", &[])],
    );
    let signals = "pub a: ReadSignal<A>,\npub b: RwSignal<B>,\nc: RwSignal<C>,";
    tries(views_cannot_write_the_context, &[("src/ui/context/mod.rs", signals, &[2])]);
    tries(
        the_widget_links_no_workspace_view,
        &[
            ("src/ui/wizard/why.rs", "use crate::ui::workspace::words;", &[1]),
            ("src/embed/mount.rs", "use crate::ui::wizard::visitor;", &[]),
            ("src/ui/workspace/mod.rs", "use crate::ui::workspace::words;", &[]),
        ],
    );
    tries(
        the_widget_listens_on_the_way_in,
        &[
            ("src/ui/wizard/why.rs", "<a on:click=go>\n<a\non:input:target=go>", &[1, 3]),
            ("src/ui/wizard/why.rs", "<a on:click:capture=go on:input:capture:target=go>", &[]),
            ("src/ui/wizard/why.rs", "|on: bool| on", &[]),
            ("src/ui/workspace/mod.rs", "<a on:click=go>", &[]),
        ],
    );
}
