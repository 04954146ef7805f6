//! Each fault a playbook can have is found in its place, and the questions of those that ship are
//! sound.

mod support;

use ripen::domain::ids::OptionId;
use ripen::domain::playbook::check::{Fault, FaultKind, check};
use ripen::domain::playbook::question::{Face, QuestionKind};
use ripen::domain::playbook::rule::Rule;
use ripen::domain::playbook::{Playbook, Slot};
use std::collections::HashSet;
use support::{overlays, pack, playbooks};

#[test]
fn the_pack_has_no_faults() {
    assert_eq!(check(pack()), []);
    assert_eq!((pack().id.as_str(), pack().revision), ("pain-interest-fit", 1));
}

#[test]
fn the_pack_survives_the_way_out_and_back() {
    let json = serde_json::to_string(pack()).unwrap();
    assert_eq!(&serde_json::from_str::<Playbook>(&json).unwrap(), pack());
}

#[test]
fn every_word_for_an_option_means_that_option_alone() {
    let of_playbooks = playbooks().iter().flat_map(|playbook| &playbook.questions);
    for question in of_playbooks.chain(overlays().iter().flat_map(|overlay| &overlay.questions)) {
        for option in question.options() {
            let words = option.synonyms.iter().chain([&option.title]).map(String::as_str);
            for word in words.chain([option.id.as_str()]) {
                let read = question.recognise(word).map(OptionId::as_str);
                assert_eq!(read, Some(option.id.as_str()), "{}: {word}", question.id);
            }
        }
    }
}

#[test]
fn misspelt_words_of_a_file_are_left_for_mapping() {
    for (question, word) in [("industry", "technolgy"), ("country", "Philipines")] {
        let question = pack().question(&question.into()).unwrap();
        assert_eq!(question.recognise(word), None, "{word}");
    }
}

#[test]
fn countries_are_all_of_iso_3166_sorted_by_name() {
    let country = pack().question(&"country".into()).unwrap();
    assert_eq!(country.options().len(), 249);
    let is_code = |id: &str| id.len() == 2 && id.bytes().all(|b| b.is_ascii_uppercase());
    assert!(country.options().iter().all(|option| is_code(option.id.as_str())));
    let accents =
        [('å', "a"), ('ã', "a"), ('ç', "c"), ('é', "e"), ('í', "i"), ('ô', "o"), ('ü', "u")];
    let plain = |title: &str| {
        accents.iter().fold(title.to_lowercase(), |name, (from, to)| name.replace(*from, to))
    };
    let titles = country.options().iter().map(|option| plain(&option.title));
    assert!(titles.collect::<Vec<_>>().is_sorted());
}

#[test]
fn a_visitor_is_asked_little_and_only_what_a_gate_reads() {
    let lower = pack().gates.prospect.iter().chain(&pack().gates.opportunity);
    let rules = lower.filter_map(|id| pack().criterion(id)).map(|criterion| &criterion.rule);
    let read: HashSet<_> =
        pack().questions_read(rules).into_iter().map(|question| &question.id).collect();
    let asked = || pack().questions.iter().filter(|q| q.wording(Face::Visitor).is_some());
    // Two of these are asked only after another answer, and one of them may be left empty.
    assert_eq!(asked().count(), 13);
    for question in asked().filter(|question| !question.optional) {
        assert!(read.contains(&question.id), "{} decides nothing", question.id);
    }
}

#[test]
fn the_bands_of_a_number_leave_no_gap_and_touch_each_limit_once() {
    for question in playbooks().iter().flat_map(|playbook| &playbook.questions) {
        let QuestionKind::Number { bands, limits, unit, .. } = &question.kind else { continue };
        if bands.is_empty() {
            continue;
        }
        let sample = (0..80_u32).map(|n| f64::from(n) / 8.0).chain((10..6_000).map(f64::from));
        for n in sample.filter(|n| limits.contains(*n)) {
            let whole = n.fract() == 0.0;
            let places = bands.iter().filter(|band| band.range.contains(n)).count();
            // People are whole; years are not.
            let expected = usize::from(whole || unit.as_deref() != Some("people"));
            assert!(places == expected || !whole && places <= 1, "{}: {n}", question.id);
        }
    }
}

/// A way to break a playbook, and the fault that must be found.
type Planted = (fn(&mut Playbook), &'static str, FaultKind);

fn undefined(what: &str) -> FaultKind {
    FaultKind::Undefined(what.to_owned())
}

fn duplicate(what: &str) -> FaultKind {
    FaultKind::Duplicate(what.to_owned())
}

fn circular(what: &str) -> FaultKind {
    FaultKind::Circular(what.to_owned())
}

fn rule(json: &str) -> Rule {
    serde_json::from_str(json).unwrap()
}

/// The industry question, second in the pack.
fn options(playbook: &mut Playbook) -> &mut Vec<ripen::domain::playbook::question::Choice> {
    match &mut playbook.questions[1].kind {
        QuestionKind::Choice { options } => options,
        other => panic!("industry is a choice, not {other:?}"),
    }
}

fn planted() -> Vec<Planted> {
    vec![
        (|p| p.format = "menu".into(), "format", FaultKind::NotAPlaybook("menu".into())),
        (|p| p.version = 2, "version", FaultKind::Newer(2)),
        (|p| p.sections.push(p.sections[0].clone()), "sections[10].id", duplicate("organisation")),
        (|p| p.stages[3].id = "discovery".into(), "stages[3].id", duplicate("discovery")),
        (|p| p.sources[1].id = "website".into(), "sources[1].id", duplicate("website")),
        (
            |p| options(p)[1].id = "technology".into(),
            "questions[1].kind.options[1].id",
            duplicate("technology"),
        ),
        (|p| p.questions[3].section = "attic".into(), "questions[3].section", undefined("attic")),
        (
            |p| p.questions[8].when = Some(rule(r#"{"not":{"criterion":"luck"}}"#)),
            "questions[8].when.not.criterion",
            undefined("luck"),
        ),
        (
            |p| {
                let test = r#"{"all":[{"answer":{"question":"luck","is":"given"}}]}"#;
                p.criteria[3].rule = rule(test);
            },
            "criteria[3].rule.all[0].answer.question",
            undefined("luck"),
        ),
        (
            |p| {
                let test = r#"{"answer":{"question":"priority","is":{"in":["first","luck"]}}}"#;
                p.criteria[3].rule = rule(test);
            },
            "criteria[3].rule.answer.is.in",
            undefined("luck"),
        ),
        (|p| p.gates.prospect.push("luck".into()), "gates.prospect", undefined("luck")),
        (|p| p.gates.opportunity[0] = "luck".into(), "gates.opportunity", undefined("luck")),
        (|p| p.stages[2].exit.push("luck".into()), "stages[2].exit", undefined("luck")),
        (|p| slot(p, 3).criterion = "luck".into(), "chance.slots[3].criterion", undefined("luck")),
        (
            |p| p.criteria[3].rule = rule(r#"{"any":[{"criterion":"need"}]}"#),
            "criteria[3].rule",
            circular("need"),
        ),
        (|p| p.questions[0] = mute(p), "questions[0]", FaultKind::NoWording),
        (|p| options(p).clear(), "questions[1].kind.options", FaultKind::NothingToChoose),
        (
            |p| {
                let (low, high) = (String::new(), String::new());
                p.questions[2].kind = QuestionKind::Scale { from: 5, to: 5, low, high };
            },
            "questions[2].kind.scale",
            FaultKind::NothingToChoose,
        ),
        (|p| p.chance.as_mut().unwrap().start = 0.0, "chance", FaultKind::NoChance),
        (|p| p.chance.as_mut().unwrap().complete = 0.1, "chance", FaultKind::NoChance),
        (|p| slot(p, 0).weight = 0.0, "chance.slots[0]", FaultKind::NoChance),
    ]
}

fn slot(playbook: &mut Playbook, place: usize) -> &mut Slot {
    &mut playbook.chance.as_mut().unwrap().slots[place]
}

fn mute(playbook: &Playbook) -> ripen::domain::playbook::question::Question {
    let mut question = playbook.questions[0].clone();
    (question.ask, question.prompt) = (None, None);
    question
}

#[test]
fn a_planted_fault_is_found_in_its_place() {
    for (break_it, path, kind) in planted() {
        let mut playbook = pack().clone();
        break_it(&mut playbook);
        let fault = Fault { path: path.to_owned(), kind };
        let found = check(&playbook);
        assert!(found.contains(&fault), "{fault:?} is not among {found:?}");
    }
}

#[test]
fn criteria_that_read_each_other_in_a_circle_are_both_found() {
    let mut playbook = pack().clone();
    playbook.criteria[3].rule = rule(r#"{"criterion":"feasible"}"#);
    playbook.criteria[4].rule = rule(r#"{"not":{"criterion":"need"}}"#);
    let found: Vec<_> = check(&playbook).into_iter().map(|fault| fault.kind).collect();
    assert!(found.contains(&circular("need")) && found.contains(&circular("feasible")));
}

#[test]
fn a_small_file_cannot_ask_for_endless_work() {
    // Each criterion reads the one before it twice: thirty of them would be 2^30 steps.
    let mut playbook = pack().clone();
    let mut last = playbook.criteria[0].clone();
    for n in 0..30 {
        let part = || Rule::Criterion(last.id.clone());
        let rule = Rule::All(vec![part(), part()]);
        let next = format!("twice_{n}").as_str().into();
        last = ripen::domain::playbook::rule::Criterion { id: next, rule, ..last };
        playbook.criteria.push(last.clone());
    }
    let found = check(&playbook);
    assert!(found.iter().any(|fault| fault.kind == circular("twice_29")));
}
