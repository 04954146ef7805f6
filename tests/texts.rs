//! What the interface says of a count is right for one, too: whatever speaks of several has words of its
//! own for one, and whoever uses the former uses the latter.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What an argument that is a count is called.
const COUNTS: [&str; 7] = ["n", "of", "all", "total", "most", "years", "minutes"];

/// Words that go with several and do not end with an s.
const SEVERAL: [&str; 6] = ["people", "criteria", "are", "have", "were", "they"];

/// Words that end with an s and go with one, too.
const ANY: [&str; 8] = ["is", "its", "this", "as", "less", "was", "has", "neither"];

/// Whose words for one are not called the same with `_one`.
const CALLED: &[(&str, &str)] = &[
    ("after_days", "after_hour"),
    ("after_hours", "after_hour"),
    ("apply_to_others", "apply_to_other"),
    ("backup_days", "backup_yesterday"),
    ("checks_n_errors", "checks_one_error"),
    ("checks_n_warnings", "checks_one_warning"),
    ("count_all", "count_one"),
    ("count_some", "count_some_of_one"),
    ("data_bring_in_n", "data_bring_in_one"),
    ("data_changes_n", "data_changes_one"),
    ("data_columns_n", "data_columns_one"),
    ("data_import_n", "data_import_one"),
    ("data_update_n", "data_update_one"),
    ("data_updated_n", "data_updated_one"),
    ("days_late", "one_day_late"),
    ("out_calendar_some", "out_calendar_one"),
    ("some_days", "one_day"),
    ("studio_moves", "studio_moves_one_of_one"),
    ("studio_moves_one", "studio_moves_one_of_one"),
    ("studio_unknown_stages", "studio_unknown_stage_one"),
    ("unread_faults", "unread_two_faults"),
    ("way_some", "way_one"),
];

/// What is never said of one, or reads the same.
const NEVER_OF_ONE: &[&str] = &[
    // From ten contacts on.
    "backup_due_first",
    // Without a number where there is one.
    "did_count",
    // Of two at least.
    "ev_answered_many",
    "way_choices",
    "way_long",
    // Of limits and lengths, which are large.
    "data_err_too_long",
    "learn_hopeless_what",
    "link_length",
    "link_long",
    "out_columns_count",
    "too_long",
    // What stands for several in them is not what is counted.
    "data_words_more",
    "funnel_too_few_note",
    "out_listed_one",
    "pb_term_meaning",
    "studio_moves_none",
];

/// Every text with its name and the arguments it takes.
fn texts() -> BTreeMap<String, (bool, String)> {
    let mut all = BTreeMap::new();
    for source in sources(Path::new("src/ui/text")) {
        for line in source.lines() {
            let Some((head, text)) = line.trim().split_once(" = \"") else { continue };
            let Some(text) = text.strip_suffix("\";") else { continue };
            let (name, takes) = match head.split_once('(') {
                Some((name, _)) => (name, true),
                None => (head, false),
            };
            all.insert(name.to_owned(), (takes, text.to_owned()));
        }
    }
    all
}

/// The sources in a folder and those below.
fn sources(folder: &Path) -> Vec<String> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            all.extend(sources(&path));
        } else if path.extension().is_some_and(|it| it == "rs") {
            all.push(fs::read_to_string(&path).expect("a source"));
        }
    }
    all
}

/// Whether a text speaks of several where a count stands.
fn speaks_of_several(text: &str) -> bool {
    let mut parts = text.split('{').skip(1);
    parts.any(|part| {
        let Some((name, rest)) = part.split_once('}') else { return false };
        let sentence = rest.split(['.', ':', ';', '·', '(', '“']).next().unwrap_or_default();
        let mut words = sentence.split([' ', ',']).filter(|word| !word.is_empty()).take(5);
        let is_several = |word: &str| {
            SEVERAL.contains(&word) || word.ends_with('s') && word.len() > 2 && !ANY.contains(&word)
        };
        // Right behind the number, not as part of a larger word.
        COUNTS.contains(&name) && rest.starts_with(' ') && words.any(is_several)
    })
}

#[test]
fn several_are_told_from_one() {
    for (text, expected) in [
        ("{n} contacts", true),
        ("Nothing found in {n} contacts", true),
        ("{n} more columns, kept under their own names", true),
        ("{n} in it cannot be read; they stay", false),
        ("{n} people in there", true),
        ("{n} more are in the file", true),
        ("Checks ({n})", false),
        ("Section {n}", false),
        ("{n} min", false),
        ("{name} goes on", false),
        ("{n} more", false),
    ] {
        assert_eq!(speaks_of_several(text), expected, "{text}");
    }
}

#[test]
fn whatever_speaks_of_several_has_words_for_one_and_they_are_used() {
    let (texts, views) = (texts(), sources(Path::new("src/ui")).concat());
    // Called, or handed on to whoever calls it.
    let uses =
        |name: &str| ["(", ",", ")"].iter().any(|end| views.contains(&format!("::{name}{end}")));
    assert!(texts.len() > 1_000, "{}", texts.len());
    let mut wrong = Vec::new();
    for (name, (takes, text)) in &texts {
        if !takes || !speaks_of_several(text) || NEVER_OF_ONE.contains(&name.as_str()) {
            continue;
        }
        let called = CALLED.iter().find(|(several, _)| several == name);
        let one = called.map_or(format!("{name}_one"), |(_, one)| (*one).to_owned());
        if !texts.contains_key(&one) || !uses(&one) {
            wrong.push(format!("{name}: {text}"));
        }
    }
    assert!(wrong.is_empty(), "nothing is said of one:\n{}", wrong.join("\n"));
}

#[test]
fn words_for_one_speak_of_one() {
    for (name, (_, text)) in texts() {
        let one = text
            .split_once("1 ")
            .map(|(before, rest)| (before.ends_with([' ', '(']) || before.is_empty(), rest));
        if let Some((true, rest)) = one {
            let first = rest.split([' ', '.', ',']).next().unwrap_or_default();
            assert!(!first.ends_with('s') || ANY.contains(&first), "{name}: {text}");
        }
    }
}

#[test]
fn what_is_listed_is_there() {
    let texts = texts();
    let listed = CALLED.iter().flat_map(|(several, one)| [several, one]).chain(NEVER_OF_ONE);
    for name in listed {
        assert!(texts.contains_key(*name), "{name}");
    }
}
