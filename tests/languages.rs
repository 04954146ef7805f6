//! The wizard's texts in other languages are complete and fit the English ones; the places a playbook
//! lists for translating are those the loader finds.

mod support;

use ripen::app::embed_code::Language;
use ripen::domain::language::is_plain;
use ripen::domain::playbook::Playbook;
use ripen::domain::playbook::check::check_for_visitors;
use ripen::domain::playbook::translations::Translation;
use ripen::exchange::catalogue::{DIRECTION, mark, names};
use ripen::exchange::translated::translated;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use support::playbooks;

/// The languages that ship beside English, with the plural categories their whole numbers have (CLDR).
fn languages() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    Language::ALL.into_iter().filter(|it| *it != Language::En).map(|language| {
        let categories: &[_] = match language {
            Language::En | Language::Nl | Language::De => &["one", "other"],
            Language::Fr | Language::Es => &["one", "many", "other"],
            Language::Vi => &["other"],
            Language::Ar => &["zero", "one", "two", "few", "many", "other"],
        };
        (language.code(), categories)
    })
}

/// Counts: a text that names one as its last argument has plural forms.
const COUNTS: [&str; 2] = ["left", "n"];

/// What is the same in every language, or in some.
const ALIKE: [(&str, &[&str]); 5] = [
    ("colon_what", &["nl", "de", "es", "vi", "ar"]),
    ("named_value", &["nl", "de", "es", "vi", "ar"]),
    ("error_prefix", &["es"]),
    ("no", &["es"]),
    ("detail_organisation", &["de"]),
];

/// Every text for visitors, by its name: the wizard's own, and what scripts say.
fn english() -> BTreeMap<String, String> {
    let source = fs::read_to_string("src/ui/text/wizard.rs").expect("the visitor's texts");
    let mut texts = BTreeMap::new();
    for line in source.lines() {
        let Some((head, text)) = line.trim().split_once(" = \"") else { continue };
        let text = text.strip_suffix("\";").expect("one text a line");
        let (name, declared) = head.split_once('(').unwrap_or((head, ")"));
        let declared: Vec<_> =
            declared.trim_end_matches(')').split(", ").filter(|name| !name.is_empty()).collect();
        // Arguments are known by their order alone.
        assert_eq!(names(text).collect::<Vec<_>>(), declared, "{name}");
        texts.insert(name.to_owned(), text.to_owned());
    }
    // What a script says in place of wasm; where both do, they say the same.
    for (name, text) in catalogue("en") {
        let text = text.as_str().expect("a text").to_owned();
        let other = texts.insert(name.clone(), text.clone());
        assert!(other.is_none_or(|other| other == text), "{name} is not what the wizard says");
    }
    assert!(texts.len() > 80, "{}", texts.len());
    texts
}

fn catalogue(language: &str) -> Map<String, Value> {
    let text = fs::read_to_string(format!("embed/lang/{language}.json")).expect("a catalogue");
    serde_json::from_str(&text).expect("an object")
}

fn is_counted(text: &str) -> bool {
    names(text).last().is_some_and(|last| COUNTS.contains(&last))
}

#[test]
fn every_language_says_everything_visitors_read() {
    let english = english();
    for (language, categories) in languages() {
        let mut texts = catalogue(language);
        let direction = texts.remove(DIRECTION);
        assert_eq!(direction, Some(json!(if language == "ar" { "rtl" } else { "ltr" })));
        for (name, text) in &english {
            let forms: Vec<String> = if is_counted(text) {
                categories.iter().map(|category| format!("{name}#{category}")).collect()
            } else {
                vec![name.clone()]
            };
            for form in forms {
                let said = texts.remove(&form).unwrap_or_else(|| panic!("{language}: {form}"));
                check(language, &form, text, said.as_str().expect("a text"));
            }
        }
        assert!(texts.is_empty(), "{language} has what nobody says: {texts:?}");
    }
}

fn check(language: &str, name: &str, english: &str, said: &str) {
    let arguments = |text| names(text).map(str::to_owned).collect::<BTreeSet<_>>();
    let (mut wanted, has) = (arguments(english), arguments(said));
    // "One question is left" need not say how many.
    if let Some((_, "zero" | "one" | "two")) = name.split_once('#') {
        wanted.retain(|name| has.contains(name) || !COUNTS.contains(&&**name));
    }
    assert_eq!(has, wanted, "{language} {name}: {said}");
    assert_eq!(said.trim_matches(' '), said.trim(), "{language} {name}");
    assert_eq!(said.ends_with(' '), english.ends_with(' '), "{language} {name}");
    let alike = ALIKE.iter().any(|(known, all)| *known == name && all.contains(&language));
    assert!(said != english || alike, "{language} {name} is still English: {said}");
    for word in ["the", "your", "answer", "Enter", "Choose", "question"] {
        let mut words = said.split(|c: char| !c.is_alphabetic());
        let is_own = language == "fr" && word == "question";
        assert!(is_own || !words.any(|said| said == word), "{language} {name}: {said}");
    }
}

#[test]
fn the_script_below_a_result_finds_every_text_it_names() {
    let english = catalogue("en");
    let sources = ["embed/result/form.js", "embed/result/take.js", "embed/result.js"]
        .map(|file| fs::read_to_string(file).expect("a script"));
    let named: BTreeSet<String> = sources
        .iter()
        .flat_map(|source| source.split("texts.").skip(1))
        .map(|rest| rest.chars().take_while(|c| c.is_alphabetic() || *c == '_').collect())
        .collect();
    assert!(named.len() > 10, "{named:?}");
    for name in &named {
        assert!(english.contains_key(name), "{name}");
    }
    // The others are named by what they are about, or stand round the wizard.
    for name in english.keys() {
        let kinds = ["detail_", "no_", "not_", "handover_", "dialog_"];
        let is_made = kinds.iter().any(|kind| name.starts_with(kind));
        assert!(named.contains(name) || is_made, "nobody says {name}");
    }
}

/// What a script lists between two marks.
fn listed<'s>(script: &'s str, from: &str, to: &str) -> &'s str {
    let (_, rest) = script.split_once(from).unwrap_or_else(|| panic!("no {from}"));
    rest.split_once(to).unwrap_or_else(|| panic!("no {to}")).0
}

#[test]
fn every_part_of_the_embed_knows_the_languages_that_ship() {
    let files = fs::read_dir("embed/lang").expect("the catalogues");
    let files = files.map(|file| file.expect("a file").file_name().into_string().expect("a name"));
    let code = |name: String| name.strip_suffix(".json").expect("a catalogue").to_owned();
    let files: BTreeSet<String> = files.map(code).collect();
    let all: BTreeSet<String> = Language::ALL.iter().map(|it| it.code().to_owned()).collect();
    assert_eq!(files, all, "embed/lang/");
    let extras = fs::read_to_string("embed/extras.js").expect("a script");
    let mut fetched: BTreeSet<String> = listed(&extras, "const LANGUAGES = [", "];")
        .split(',')
        .map(|code| code.trim().trim_matches('"').to_owned())
        .collect();
    // English is there without its file until a result is shown.
    assert!(fetched.insert("en".to_owned()));
    assert_eq!(fetched, all, "embed/extras.js");
    let frame = fs::read_to_string("embed/frame.js").expect("a script");
    let worded: BTreeSet<String> = listed(&frame, "const WORDS = {", "\n};")
        .lines()
        .filter_map(|line| line.trim().split_once(": [").map(|(code, _)| code.to_owned()))
        .collect();
    assert_eq!(worded, all, "embed/frame.js");
}

#[test]
fn a_dialog_says_in_english_what_the_catalogue_does() {
    let extras = fs::read_to_string("embed/dialog.js").expect("a script");
    let english = catalogue("en");
    let named: Vec<_> = english.keys().filter(|name| name.starts_with("dialog_")).collect();
    assert_eq!(named.len(), 2, "{named:?}");
    for name in named {
        let said = listed(&extras, &format!("{name} = \""), "\"");
        assert_eq!(english[name], said, "{name}");
    }
}

#[test]
fn no_two_texts_share_a_mark() {
    let mut marks = BTreeMap::new();
    let forms = ["zero", "one", "two", "few", "many", "other"];
    for (name, text) in english() {
        let counted = is_counted(&text);
        let plural = forms.iter().filter(|_| counted).map(|form| format!("{name}#{form}"));
        for name in plural.chain([name.clone()]) {
            if let Some(other) = marks.insert(mark(&name), name.clone()) {
                panic!("{name} and {other} share a mark");
            }
        }
    }
}

/// Texts put in their places, as the loader's script does it, too (`tests/embed/translate.test.js`).
#[derive(Deserialize)]
struct Fixture {
    /// One with everything that can be translated.
    playbook: Playbook,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    /// What is said in another language, by its place.
    texts: Vec<(String, String)>,
    /// What the file says then, by JSON pointer; all else stays.
    said: BTreeMap<String, String>,
}

fn fixture() -> Fixture {
    let text = fs::read_to_string("tests/fixtures/translated.json").expect("the cases");
    serde_json::from_str(&text).expect("cases")
}

/// The playbooks that ship, and one with everything that can be translated.
fn all() -> impl Iterator<Item = Playbook> {
    playbooks().iter().cloned().chain([fixture().playbook])
}

/// A playbook with texts of another language.
fn with(playbook: &Playbook, texts: impl IntoIterator<Item = (String, String)>) -> Playbook {
    let texts = texts.into_iter().collect();
    translated(playbook, &Translation { language: "nl".to_owned(), texts })
}

#[test]
fn texts_come_to_their_places_and_nowhere_else() {
    let Fixture { playbook, cases } = fixture();
    assert!(cases.len() > 5, "{}", cases.len());
    for Case { name, texts, said } in cases {
        let mut expected = serde_json::to_value(&playbook).expect("JSON");
        for (place, text) in said {
            let at = expected.pointer_mut(&place).unwrap_or_else(|| panic!("{name}: {place}"));
            assert!(at.is_string(), "{name}: {place}");
            *at = json!(text);
        }
        let translated = serde_json::to_value(with(&playbook, texts)).expect("JSON");
        assert_eq!(translated, expected, "{name}");
    }
}

#[test]
fn every_place_listed_is_found_in_the_file() {
    for playbook in all() {
        for playbook in [playbook.for_visitors(), playbook] {
            let texts = playbook.texts();
            assert!(texts.len() > 20, "{}", texts.len());
            let louder = texts.iter().map(|text| (text.path.clone(), format!("{}!", text.words)));
            let louder = with(&playbook, louder);
            assert_eq!(check_for_visitors(&louder), [], "{}", playbook.id);
            let said = louder.texts().into_iter().map(|text| text.words.to_owned());
            let expected = texts.iter().map(|text| format!("{}!", text.words));
            assert!(said.eq(expected), "{}", playbook.id);
            // Nothing but texts has changed.
            let own = texts.iter().map(|text| (text.path.clone(), text.words.to_owned()));
            assert_eq!(with(&louder, own), playbook);
        }
    }
}

#[test]
fn a_visitor_s_playbook_keeps_the_translations_of_what_it_keeps() {
    let mut playbook = fixture().playbook;
    playbook.translations.set("nl", "criteria/k/title", "K!");
    playbook.translations.set("nl", "questions/n/kind/number/bands/1/title", "Veel");
    let visitors = playbook.for_visitors();
    assert_eq!(visitors.own_language(), "de");
    let kept = visitors.translations.language("nl").expect("Dutch");
    let paths: Vec<_> = kept.texts.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, ["criteria/k/title", "questions/n/kind/number/bands/1/title", "title"]);
    assert!(is_plain(&kept.language));
    let text = serde_json::to_string(&playbook).expect("JSON");
    assert_eq!(serde_json::from_str::<Playbook>(&text).expect("the same"), playbook);
}
