//! Each fault a playbook can have is found in its place, and a file that has one is not taken.

mod support;

use ripen::domain::playbook::check::{Fault, FaultKind, check};
use ripen::domain::playbook::market::Content;
use ripen::domain::playbook::question::{Accept, QuestionKind, Sets};
use ripen::domain::playbook::retired::Retired;
use ripen::domain::playbook::rule::Rule;
use ripen::domain::playbook::scoring::{Group, Scoring, Weight};
use ripen::domain::playbook::steps::{Guide, Measure, Metric};
use ripen::domain::playbook::words::Track;
use ripen::domain::playbook::{Playbook, Slot};
use ripen::exchange::playbook_file::{self, PlaybookError};
use std::collections::BTreeSet;
use support::{PACK_JSON, pack};

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

fn planted_in_references() -> Vec<Planted> {
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

fn planted_in_ids() -> Vec<Planted> {
    vec![
        (|p| p.id = "".into(), "id", bad_id("")),
        (|p| p.sections[0].id = " ".into(), "sections[0].id", bad_id(" ")),
        (|p| p.criteria[0].id = "".into(), "criteria[0].id", bad_id("")),
        (|p| p.stages[1].id = "".into(), "stages[1].id", bad_id("")),
        (|p| p.sources[1].id = "".into(), "sources[1].id", bad_id("")),
        (|p| p.reasons.lose[0].id = "".into(), "reasons.lose[0].id", bad_id("")),
        (|p| options(p)[1].id = "".into(), "questions[1].kind.options[1].id", bad_id("")),
        (|p| p.questions[0].id = "".into(), "questions[0].id", bad_id("")),
        (|p| p.questions[0].id = "how many".into(), "questions[0].id", bad_id("how many")),
        (|p| p.questions[0].id = "größe".into(), "questions[0].id", bad_id("größe")),
    ]
}

fn planted_in_successors() -> Vec<Planted> {
    vec![
        (
            |p| p.questions[0].retired = Some(becomes("luck")),
            "questions[0].retired.becomes",
            undefined("luck"),
        ),
        (
            |p| p.questions[0].retired = Some(becomes("employees")),
            "questions[0].retired.becomes",
            circular("employees"),
        ),
        (
            |p| {
                p.questions[0].retired = Some(becomes("country"));
                p.questions[2].retired = Some(becomes("employees"));
            },
            "questions[2].retired.becomes",
            circular("country"),
        ),
        (
            |p| p.stages[0].retired = Some(becomes("luck")),
            "stages[0].retired.becomes",
            undefined("luck"),
        ),
        (
            |p| p.stages[1].retired = Some(becomes("discovery")),
            "stages[1].retired.becomes",
            circular("discovery"),
        ),
        (
            |p| options(p)[0].retired = Some(becomes("luck")),
            "questions[1].kind.options[0].retired.becomes",
            undefined("luck"),
        ),
        (
            |p| options(p)[0].retired = Some(becomes("technology")),
            "questions[1].kind.options[0].retired.becomes",
            circular("technology"),
        ),
        (
            |p| {
                let second = options(p)[1].id.clone();
                options(p)[0].retired = Some(Retired { becomes: Some(second) });
                options(p)[1].retired = Some(becomes("technology"));
            },
            "questions[1].kind.options[0].retired.becomes",
            circular("technology"),
        ),
    ]
}

fn planted_in_answers() -> Vec<Planted> {
    vec![
        (
            |p| accept(p, r#"{"in":["technology","luck"]}"#),
            "questions[1].accept.is.in",
            undefined("luck"),
        ),
        (
            |p| accept(p, r#"{"all_of":["luck"]}"#),
            "questions[1].accept.is.all_of",
            undefined("luck"),
        ),
        (
            |p| {
                let test = r#"{"answer":{"question":"priority","is":{"all_of":["luck"]}}}"#;
                p.criteria[3].rule = rule(test);
            },
            "criteria[3].rule.answer.is.all_of",
            undefined("luck"),
        ),
        (
            |p| p.criteria[3].rule = rule(r#"{"answer":{"question":"pain","is":{"in":["yes"]}}}"#),
            "criteria[3].rule.answer.is.in",
            undefined("yes"),
        ),
        (|p| p.questions[1].sets = Some(Sets::Amount), "questions[1].sets", FaultKind::WrongKind),
        (
            |p| {
                p.questions[0].sets = Some(Sets::ExpectedClose);
                p.questions[0].kind = QuestionKind::Money;
            },
            "questions[0].sets",
            FaultKind::WrongKind,
        ),
        (
            |p| {
                let kind = r#"{"number":{"limits":{"from":9,"to":1}}}"#;
                p.questions[0].kind = serde_json::from_str(kind).expect("a kind");
            },
            "questions[0].kind.number.limits",
            FaultKind::NothingToChoose,
        ),
    ]
}

fn planted_for_reps() -> Vec<Planted> {
    vec![
        (|p| p.stages.clear(), "stages", FaultKind::NoStage),
        (
            |p| p.stages.iter_mut().for_each(|s| s.retired = Some(Retired { becomes: None })),
            "stages",
            FaultKind::NoStage,
        ),
        (|p| p.reasons.disqualify.clear(), "reasons.disqualify", FaultKind::NoReason),
        (|p| p.reasons.lose.clear(), "reasons.lose", FaultKind::NoReason),
        (|p| fit(p).weight = -1.0, "scoring.fit[0]", FaultKind::NoScore),
        (|p| group(p).cap = 0.0, "scoring.readiness[0]", FaultKind::NoScore),
        (|p| group(p).half_life = Some(0.0), "scoring.readiness[0]", FaultKind::NoScore),
        (
            |p| group(p).signals[0].points = f64::INFINITY,
            "scoring.readiness[0]",
            FaultKind::NoScore,
        ),
        (|p| scoring(p).cuts = [50.0, 75.0, 25.0], "scoring.cuts", FaultKind::NoScore),
        (
            |p| p.stages[1].guide = guide(SCRIPT, Measure::OpenNow, 1.0),
            "stages[1].guide.content[0].link",
            FaultKind::BadLink(SCRIPT.to_owned()),
        ),
        (
            |p| p.levels.lead.guide = guide("two words", Measure::OpenNow, 1.0),
            "levels.lead.guide.content[0].link",
            FaultKind::BadLink("two words".to_owned()),
        ),
        (
            |p| p.stages[0].guide = guide("/", Measure::Conversion, 1.5),
            "stages[0].guide.metrics[0].target",
            FaultKind::NoTarget,
        ),
        (
            |p| p.levels.customer.guide = guide("/", Measure::MedianDays, -1.0),
            "levels.customer.guide.metrics[0].target",
            FaultKind::NoTarget,
        ),
        (
            |p| p.stages[0].guide = guide("/", Measure::OpenNow, f64::INFINITY),
            "stages[0].guide.metrics[0].target",
            FaultKind::NoTarget,
        ),
        (|p| track(p, &[1, 7, 3]), "cadence.tracks[0].days", FaultKind::NotAscending),
        (|p| track(p, &[1, 1]), "cadence.tracks[0].days", FaultKind::NotAscending),
        (|p| p.revision = 0, "revision", FaultKind::NoRevision),
        (
            |p| {
                let consent = r#"{"text":"I agree","revision":0,"details":[]}"#;
                p.consent = serde_json::from_str(consent).expect("a consent");
            },
            "consent.revision",
            FaultKind::NoRevision,
        ),
    ]
}

/// A number for every kind. A new kind does not compile until it has one, and does not pass until
/// it is planted.
fn number(kind: &FaultKind) -> usize {
    match kind {
        FaultKind::NotAPlaybook(_) => 0,
        FaultKind::Newer(_) => 1,
        FaultKind::Undefined(_) => 2,
        FaultKind::Duplicate(_) => 3,
        FaultKind::Circular(_) => 4,
        FaultKind::BadId(_) => 5,
        FaultKind::NoWording => 6,
        FaultKind::NothingToChoose => 7,
        FaultKind::NoChance => 8,
        FaultKind::NoScore => 9,
        FaultKind::BadLink(_) => 10,
        FaultKind::NoStage => 11,
        FaultKind::NoReason => 12,
        FaultKind::WrongKind => 13,
        FaultKind::NoTarget => 14,
        FaultKind::NotAscending => 15,
        FaultKind::NoRevision => 16,
    }
}

const KINDS: usize = 17;

const SCRIPT: &str = "javascript:alert(1)";

fn bad_id(id: &str) -> FaultKind {
    FaultKind::BadId(id.to_owned())
}

fn becomes<I: for<'a> From<&'a str>>(id: &str) -> Retired<I> {
    Retired { becomes: Some(id.into()) }
}

fn accept(playbook: &mut Playbook, is: &str) {
    let is = serde_json::from_str(is).expect("a test");
    playbook.questions[1].accept = Some(Accept { is, message: "Not this one.".to_owned() });
}

fn scoring(playbook: &mut Playbook) -> &mut Scoring {
    playbook.scoring.as_mut().expect("the pack scores")
}

fn fit(playbook: &mut Playbook) -> &mut Weight {
    &mut scoring(playbook).fit[0]
}

fn group(playbook: &mut Playbook) -> &mut Group {
    &mut scoring(playbook).readiness[0]
}

fn guide(link: &str, measure: Measure, target: f64) -> Guide {
    let content = Content { title: "To read".to_owned(), link: Some(link.to_owned()) };
    Guide {
        guidance: Vec::new(),
        metrics: vec![Metric { measure, target }],
        content: vec![content],
    }
}

fn track(playbook: &mut Playbook, days: &[u32]) {
    let track = Track { id: "t".into(), title: "T".to_owned(), intent: None, days: days.to_vec() };
    playbook.cadence.tracks = vec![track];
}

fn slot(playbook: &mut Playbook, place: usize) -> &mut Slot {
    &mut playbook.chance.as_mut().unwrap().slots[place]
}

fn mute(playbook: &Playbook) -> ripen::domain::playbook::question::Question {
    let mut question = playbook.questions[0].clone();
    (question.ask, question.prompt) = (None, None);
    question
}

fn planted() -> Vec<Planted> {
    [
        planted_in_references(),
        planted_in_ids(),
        planted_in_successors(),
        planted_in_answers(),
        planted_for_reps(),
    ]
    .concat()
}

#[test]
fn every_kind_of_fault_is_planted() {
    let numbers: BTreeSet<usize> = planted().iter().map(|(.., kind)| number(kind)).collect();
    assert!(numbers.iter().copied().eq(0..KINDS), "{numbers:?}");
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
fn what_is_retired_in_a_chain_that_ends_is_no_fault() {
    let mut playbook = pack().clone();
    playbook.stages[0].retired = Some(becomes("discovery"));
    playbook.stages[1].retired = Some(becomes("proposal"));
    playbook.questions[0].retired = Some(Retired { becomes: None });
    assert_eq!(check(&playbook), []);
}

#[test]
fn a_file_with_a_script_for_a_link_is_not_taken() {
    let link = |place: &str, link: &str| {
        let mut file: serde_json::Value = serde_json::from_str(PACK_JSON).expect("JSON");
        file["outcomes"]["lead"]["action"] = serde_json::json!({"title": "Go", "link": "/"});
        file["personas"] = serde_json::json!([{"id": "p", "title": "P",
            "content": [{"title": "C", "link": "/"}]}]);
        *file.pointer_mut(place).expect("a link") = link.into();
        playbook_file::read(&file.to_string())
    };
    for (place, path) in [
        ("/outcomes/lead/action/link", "outcomes.lead.action.link"),
        ("/personas/0/content/0/link", "personas[0].content[0].link"),
    ] {
        for script in [SCRIPT, "JavaScript:alert(1)", "java\nscript:alert(1)", "data:text/html,x"] {
            let kind = FaultKind::BadLink(script.to_owned());
            let fault = Fault { path: path.to_owned(), kind };
            assert_eq!(link(place, script), Err(PlaybookError::Faults(vec![fault])));
        }
        assert!(link(place, "https://example.com/book").is_ok());
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
        let branch = || Rule::Criterion(last.id.clone());
        let rule = Rule::All(vec![branch(), branch()]);
        let next = format!("twice_{n}").as_str().into();
        last = ripen::domain::playbook::rule::Criterion { id: next, rule, ..last };
        playbook.criteria.push(last.clone());
    }
    let found = check(&playbook);
    assert!(found.iter().any(|fault| fault.kind == circular("twice_29")));
}
