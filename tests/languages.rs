//! The wizard's texts in other languages are complete and fit the English ones; the places a playbook
//! lists for translating are those the loader finds.

mod support;

use ripen::domain::language::is_plain;
use ripen::domain::playbook::Playbook;
use ripen::domain::playbook::check::check_for_visitors;
use ripen::exchange::catalogue::{DIRECTION, mark, names};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use support::playbooks;

/// The languages that ship, with the plural categories their whole numbers have (CLDR).
const LANGUAGES: [(&str, &[&str]); 6] = [
    ("nl", &["one", "other"]),
    ("de", &["one", "other"]),
    ("fr", &["one", "many", "other"]),
    ("es", &["one", "many", "other"]),
    ("vi", &["other"]),
    ("ar", &["zero", "one", "two", "few", "many", "other"]),
];

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

/// Every text for visitors, by its name: the wizard's own, and what stands below a result.
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
    for (language, categories) in LANGUAGES {
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
    // The others are named by what they are about.
    for name in english.keys() {
        let kinds = ["detail_", "no_", "not_", "handover_"];
        let is_made = kinds.iter().any(|kind| name.starts_with(kind));
        assert!(named.contains(name) || is_made, "nobody says {name}");
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

/// Puts a text in its place as the loader does.
fn put(tree: &mut Value, path: &str, text: &str) -> Option<String> {
    let mut at = tree;
    for part in path.split('/') {
        let name = part.replace("~1", "/").replace("~0", "~");
        at = match at {
            Value::Array(list) => {
                let by_id = list.iter().position(|one| one["id"] == name.as_str());
                list.get_mut(by_id.or_else(|| name.parse().ok())?)?
            }
            Value::Object(object) => object.get_mut(&name)?,
            _ => return None,
        };
    }
    let before = at.as_str()?.to_owned();
    *at = json!(text);
    Some(before)
}

/// The playbooks that ship, and one with everything that can be translated.
fn all() -> Vec<Playbook> {
    let text = r#"{"format":"ripen-playbook","version":1,"id":"all","revision":1,"title":"All",
        "language":"de","translations":{"nl":{"title":"Alles","nowhere/at/all":"x"}},
        "sections":[{"id":"a/b~c","title":"S"}],"questions":[
          {"id":"c","section":"a/b~c","title":"C","ask":"C?","help":"H","why":"W",
           "kind":{"several":{"options":[{"id":"x/y","title":"X"},{"id":"0","title":"Zero"}]}},
           "accept":{"is":{"in":["0"]},"message":"M"}},
          {"id":"n","section":"a/b~c","title":"N","ask":"N?","kind":{"number":{"unit":"people",
           "unit_one":"person","bands":[{"title":"Few","range":{"to":9}},{"title":"Many","range":{"from":10}}]}}},
          {"id":"s","section":"a/b~c","title":"S","ask":"S?","kind":{"scale":{"from":1,"to":3,"low":"L","high":"H"}}}],
        "criteria":[{"id":"k","title":"K","rule_text":"R","step":"T","knock_out":{"reason":"No","alternative":"Else"},
          "rule":{"all":[{"answer":{"question":"c","is":"given"}},{"answer":{"question":"n","is":"given"}},
                         {"answer":{"question":"s","is":"given"}}]}}],
        "gates":{"prospect":["k"],"opportunity":[]},
        "consent":{"text":"I agree","revision":1,"details":["email"]},
        "outcomes":{"not_a_fit":{"title":"A","text":"B","next":"C"},"lead":{"title":"A","text":"B","next":"C",
          "action":{"title":"Go","link":"/go"}},"prospect":{"title":"A","text":"B","next":""},
          "opportunity":{"title":"A","text":"B","next":"C"}}}"#;
    let mut all: Vec<Playbook> = playbooks().to_vec();
    all.push(serde_json::from_str(text).expect("a playbook"));
    all
}

#[test]
fn every_place_listed_is_found_in_the_file() {
    for playbook in all() {
        for playbook in [playbook.for_visitors(), playbook] {
            let mut tree = serde_json::to_value(&playbook).expect("JSON");
            let texts = playbook.texts();
            assert!(texts.len() > 20, "{}", texts.len());
            for text in &texts {
                let before = put(&mut tree, &text.path, &format!("{}!", text.words));
                assert_eq!(before.as_deref(), Some(text.words), "{}", text.path);
            }
            let translated: Playbook = serde_json::from_value(tree).expect("still a playbook");
            assert_eq!(check_for_visitors(&translated), [], "{}", playbook.id);
            let said = translated.texts().into_iter().map(|text| text.words.to_owned());
            let expected = texts.iter().map(|text| format!("{}!", text.words));
            assert!(said.eq(expected), "{}", playbook.id);
            // Nothing but texts has changed.
            let mut tree = serde_json::to_value(&translated).expect("JSON");
            for text in &texts {
                put(&mut tree, &text.path, text.words).expect("a place");
            }
            let back: Playbook = serde_json::from_value(tree).expect("still a playbook");
            assert_eq!(back, playbook);
        }
    }
}

#[test]
fn a_visitor_s_playbook_keeps_the_translations_of_what_it_keeps() {
    let mut playbook = all().pop().expect("the last one");
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
