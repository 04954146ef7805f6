//! What must hold of every source file, each as a check that tells where it does not.

use super::source::{FLOORS, Source, places, root_names};

/// What pure floors must not name: the browser, clocks, randomness, files.
pub(super) const IMPURE: [&str; 17] = [
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
pub(super) const STORAGE: [&str; 3] = ["Repository", "platform::storage::Store", "local_storage"];

/// What whoever has it can write.
pub(super) const WRITABLE: [&str; 3] = ["RwSignal", "WriteSignal", "StoredValue"];

/// What neither the widget nor the funnel's element may link.
pub(super) const OF_THE_WORKSPACE: [&str; 3] = ["ui::workspace", "ui::context", "text::workspace"];

/// What the widget must not link either.
pub(super) const OF_THE_FUNNEL: [&str; 3] = ["ui::funnel", "embed::funnel", "text::funnel"];

/// Unfinished work.
pub(super) const UNFINISHED: [&str; 3] = ["todo!", "unimplemented!", "dbg!"];

/// Markup that a strict content security policy refuses, or that lets data become markup.
pub(super) const UNSAFE_MARKUP: [&str; 2] = ["inner_html", "style=\""];

/// Longest file there may be.
pub(super) const MAX_LINES: usize = 350;

/// Longest file of tests: a list of what was planted or told stays in one piece.
pub(super) const MAX_TEST_LINES: usize = 370;

pub(super) fn floors_use_only_those_below(source: &Source) -> Vec<String> {
    let Some(floor) = source.floor() else { return Vec::new() };
    let code = source.code();
    let is_above = |name: &str| FLOORS[floor + 1..].iter().any(|above| above.name == name);
    root_names(source, &code)
        .into_iter()
        .filter(|(_, name)| is_above(name))
        .map(|(at, name)| source.at(&code, at, &format!("{} uses {name}", FLOORS[floor].name)))
        .collect()
}

pub(super) fn every_folder_is_a_floor(source: &Source) -> Vec<String> {
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

pub(super) fn pure_floors_know_no_browser_no_clock_and_no_chance(source: &Source) -> Vec<String> {
    if source.is_pure() { without(source, &source.shipped(), &IMPURE) } else { Vec::new() }
}

pub(super) fn views_store_through_the_context(source: &Source) -> Vec<String> {
    let view = source.path.starts_with("src/ui/") && !source.path.starts_with("src/ui/context/");
    if view { without(source, &source.shipped(), &STORAGE) } else { Vec::new() }
}

/// Whoever looks at a clock by itself goes on showing yesterday after midnight.
pub(super) fn views_ask_the_context_what_day_it_is(source: &Source) -> Vec<String> {
    shipped_without(source, "src/ui/workspace/", &["clock::today"])
}

pub(super) fn views_cannot_write_the_context(source: &Source) -> Vec<String> {
    if !source.path.starts_with("src/ui/context/") {
        return Vec::new();
    }
    let public = |line: &str| line.trim_start().starts_with("pub ") && !line.contains("fn ");
    let fields = |line: &'_ str| if public(line) { format!("{line}\n") } else { "\n".into() };
    let fields: String = source.shipped().lines().map(fields).collect();
    without(source, &fields, &WRITABLE)
}

pub(super) fn the_elements_link_no_workspace_view(source: &Source) -> Vec<String> {
    // The funnel is a binary of its own.
    let funnel = ["src/ui/funnel/", "src/embed/funnel/", "src/bin/funnel.rs"];
    let widget = ["src/ui/wizard/", "src/embed/", "src/bin/widget.rs"];
    let is_in = |folders: &[&str]| folders.iter().any(|folder| source.path.starts_with(folder));
    match (is_in(&funnel), is_in(&widget)) {
        (true, _) => without(source, &source.shipped(), &OF_THE_WORKSPACE),
        (false, true) => without(
            source,
            &source.shipped(),
            &[OF_THE_WORKSPACE.as_slice(), &OF_THE_FUNNEL].concat(),
        ),
        (false, false) => Vec::new(),
    }
}

pub(super) fn the_widget_listens_on_the_way_in(source: &Source) -> Vec<String> {
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

pub(super) fn nothing_that_ships_is_unfinished(source: &Source) -> Vec<String> {
    if source.path.starts_with("src/") {
        without(source, &source.code(), &UNFINISHED)
    } else {
        Vec::new()
    }
}

pub(super) fn nothing_that_ships_unwraps(source: &Source) -> Vec<String> {
    shipped_without(source, "src/", &["unwrap()"])
}

pub(super) fn markup_is_safe(source: &Source) -> Vec<String> {
    shipped_without(source, "src/", &UNSAFE_MARKUP)
}

pub(super) fn every_file_says_what_it_is(source: &Source) -> Vec<String> {
    if source.text.starts_with("//! ") {
        Vec::new()
    } else {
        vec![format!("{}:1: does not start with a `//!` header", source.path)]
    }
}

pub(super) fn no_file_is_too_long(source: &Source) -> Vec<String> {
    let lines = source.text.lines().count();
    let most = if source.path.starts_with("tests/") { MAX_TEST_LINES } else { MAX_LINES };
    if lines > most {
        vec![format!("{}: has {lines} lines, more than {most}", source.path)]
    } else {
        Vec::new()
    }
}
