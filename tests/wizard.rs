//! The way through the questions: every run ends, and what is promised about it holds.

mod support;

use proptest::prelude::*;
use ripen::app::wizard::{Extent, Run, Step};
use ripen::domain::answer::{Answers, Evidence, Given};
use ripen::domain::assess::judge_answers;
use ripen::domain::evaluate::{Facts, Reading};
use ripen::domain::event::By;
use ripen::domain::ids::QuestionId;
use ripen::domain::outcome::Outcome;
use ripen::domain::playbook::question::{Face, Question, QuestionKind};
use ripen::domain::playbook::rule::Rule;
use ripen::domain::position::{Level, Position};
use ripen::domain::rules::Rules;
use ripen::domain::value::{Number, Value};
use ripen::domain::when::When;
use support::{config, pack, today};

fn run<'a>(answers: &'a Answers, face: Face, position: &'a Position) -> Run<'a> {
    Run { playbook: pack(), answers, face, position, extent: Extent::Needed, today: today() }
}

fn given(value: Value) -> Given {
    given_as(value, Evidence::Claimed)
}

fn given_as(value: Value, evidence: Evidence) -> Given {
    let at = When::parse("2026-11-21").expect("a day");
    Given { value, evidence, at, by: By::Visitor, note: None }
}

/// Some answer to a question, by a die: the first possible one, the last one, or "don't know".
fn answer(answers: &mut Answers, id: &QuestionId, die: u8, grade: Evidence) {
    let question = pack().question(id).expect("asked questions are in the playbook");
    let last = die % 3 == 1;
    let value = match &question.kind {
        _ if die.is_multiple_of(3) => return answers.record_unknown(id.clone(), grade),
        QuestionKind::Choice { options } => {
            let option = if last { options.last() } else { options.first() };
            Value::Choice(option.expect("options").id.clone())
        }
        QuestionKind::Several { options } => Value::Several(vec![options[0].id.clone()]),
        QuestionKind::YesNo => Value::YesNo(!last),
        QuestionKind::Number { .. } => {
            Value::Number(Number::new(if last { 3.0 } else { 240.0 }).expect("finite"))
        }
        QuestionKind::Money => return answers.record_unknown(id.clone(), grade),
        QuestionKind::Scale { from, .. } => Value::Scale(*from),
        QuestionKind::Text => Value::Text("words".to_owned()),
        QuestionKind::Date => Value::Date("2026-12-01".parse().expect("a day")),
    };
    answers.record(id.clone(), given_as(value, grade));
}

#[test]
fn a_visitor_is_asked_by_section_and_only_in_the_visitor_s_words() {
    let answers = Answers::default();
    let scope = run(&answers, Face::Visitor, &Position::Lead).scope();
    assert!(scope.iter().all(|question| question.ask.is_some()));
    let place = |id: &str| scope.iter().position(|question| question.id.as_str() == id);
    assert!(place("employees") < place("need") && place("need") < place("decides"));
    assert!(place("decides") < place("pain") && place("pain") < place("priority"));
}

#[test]
fn a_knock_out_ends_the_asking() {
    let mut answers = Answers::default();
    let three = Value::Number(Number::new(3.0).expect("finite"));
    answers.record(QuestionId::from("employees"), given(three));
    for face in [Face::Visitor, Face::Rep] {
        let run = run(&answers, face, &Position::Lead);
        assert!(run.is_knocked_out());
        assert_eq!((run.next(), run.at_most_left()), (Step::Check, 0));
    }
}

/// Answers a run to its end as somebody who fits in everything.
fn fitting(position: &Position) -> Answers {
    let mut answers = Answers::default();
    while let Step::Ask(id) = run(&answers, Face::Rep, position).next() {
        let value = match id.as_str() {
            "country" => Value::Choice("GB".into()),
            "problem_age" => Value::Number(Number::new(0.5).expect("finite")),
            _ => {
                answer(&mut answers, &id, 2, Evidence::Confirmed);
                continue;
            }
        };
        answers.record(id, given_as(value, Evidence::Confirmed));
    }
    answers
}

fn ids(run: Run<'_>) -> Vec<&str> {
    run.scope().into_iter().map(|question| question.id.as_str()).collect()
}

#[test]
fn an_opportunity_is_asked_for_its_stage_and_the_slots_of_its_chance() {
    let position = Position::Stage("discovery".into());
    let asked = |answers: &Answers| {
        let ids = ids(run(answers, Face::Rep, &position)).join(" ");
        (ids.contains("pain_cost") && ids.contains("budget"), ids.contains("industry"))
    };
    assert_eq!(asked(&fitting(&Position::Stage("qualifying".into()))), (true, false));
    // Nobody has recorded what it takes to be an opportunity: that is asked for, too.
    assert_eq!(asked(&Answers::default()), (true, true));
    let nothing = Answers::default();
    let ids = ids(run(&nothing, Face::Rep, &position));
    assert!(!ids.contains(&"contract_signed"), "{ids:?}");
}

#[test]
fn everything_is_asked_but_what_belongs_to_later_stages_alone() {
    let answers = Answers::default();
    let lead = Run { extent: Extent::Everything, ..run(&answers, Face::Rep, &Position::Lead) };
    let ids = ids(lead);
    for early in ["budget", "decider_confirmed", "purchase_within", "tool_today", "advocate"] {
        assert!(ids.contains(&early), "{early} of {ids:?}");
    }
    for late in ["contract_signed", "discovery_meeting"] {
        assert!(!ids.contains(&late), "{late} of {ids:?}");
    }
}

#[test]
fn what_nobody_knows_leaves_the_verdict_open() {
    let mut answers = Answers::default();
    while let Step::Ask(id) = run(&answers, Face::Rep, &Position::Lead).next() {
        answers.record_unknown(id, Evidence::Confirmed);
    }
    let lead = run(&answers, Face::Rep, &Position::Lead);
    assert_eq!((lead.at_most_left(), lead.still_unknown() > 5), (0, true));
    let (answers, prospect) = (fitting(&Position::Lead), Position::Prospect);
    assert_eq!(run(&answers, Face::Rep, &prospect).still_unknown(), 0);
}

#[test]
fn a_visitor_who_fits_in_everything_claims_an_opportunity() {
    let (mut answers, position) = (Answers::default(), Position::Lead);
    while let Step::Ask(id) = run(&answers, Face::Visitor, &position).next() {
        let value = match id.as_str() {
            "country" => Value::Choice("GB".into()),
            "problem_age" => Value::Number(Number::new(0.5).expect("finite")),
            _ => {
                answer(&mut answers, &id, 2, Evidence::Claimed);
                continue;
            }
        };
        answers.record(id, given(value));
    }
    let (level, _) = judge_answers(pack(), &answers, Reading::AsClaimed, today());
    assert_eq!(level, Level::Opportunity);
    let (level, _) = judge_answers(pack(), &answers, Reading::AsRequired, today());
    assert_eq!(level, Level::Prospect, "pain must be confirmed by a rep");
}

/// Whether a rule that is not decided reads a question.
fn reads(rule: &Rule, id: &QuestionId, judge: &dyn Fn(&Rule) -> Outcome) -> bool {
    if judge(rule) != Outcome::Unknown {
        return false;
    }
    match rule {
        Rule::All(branches) | Rule::Any(branches) => {
            branches.iter().any(|branch| reads(branch, id, judge))
        }
        Rule::Not(branch) => reads(branch, id, judge),
        Rule::Criterion(next) => reads(&pack().criterion(next).expect("defined").rule, id, judge),
        Rule::Answer(test) => &test.question == id,
    }
}

/// Whether a question is asked anyway, or a rule that is Unknown still reads it: judged branch by
/// branch from scratch, another way than the run's.
fn is_read(answers: &Answers, face: Face, position: &Position, id: &QuestionId) -> bool {
    let judge = |rule: &Rule| {
        let mut playbook = pack().clone();
        playbook.criteria[0].rule = rule.clone();
        let rules = Rules::of(&playbook);
        let reading = if face == Face::Rep { Reading::AsRequired } else { Reading::AsClaimed };
        Facts::new(&rules, answers, reading, today()).criterion(&playbook.criteria[0].id)
    };
    let question = pack().question(id).expect("asked questions are in the playbook");
    let run = run(answers, face, position);
    let leads_on = |other: &Question| {
        other.when.as_ref().is_some_and(|when| reads(when, id, &judge))
            && run.open().iter().any(|open| open.id == other.id)
    };
    question.ask_anyway
        || pack().criteria.iter().skip(1).any(|criterion| reads(&criterion.rule, id, &judge))
        || reads(&pack().criteria[0].rule, id, &judge)
        || pack().questions.iter().any(leads_on)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_run_ends_asks_nothing_twice_and_keeps_its_promise(
        dice in proptest::collection::vec(0_u8..30, 60),
        rep in any::<bool>(),
        rank in 0_usize..6,
        claims in proptest::collection::vec(0_u8..30, 60),
    ) {
        let face = if rep { Face::Rep } else { Face::Visitor };
        let grade = if rep { Evidence::Confirmed } else { Evidence::Claimed };
        let position = pack().path().swap_remove(rank);
        let (mut answers, mut asked) = (Answers::default(), Vec::new());
        // What a visitor claimed before, a rep is asked for again only where that decides.
        for (question, die) in pack().questions.iter().zip(claims).filter(|_| rep) {
            if die < 20 {
                answer(&mut answers, &question.id, die, Evidence::Claimed);
            }
        }
        for die in dice {
            let promised = run(&answers, face, &position).at_most_left();
            let Step::Ask(id) = run(&answers, face, &position).next() else { break };
            prop_assert!(promised >= 1, "a question came although none was left");
            prop_assert!(!asked.contains(&id), "{} was asked twice", id);
            prop_assert!(is_read(&answers, face, &position, &id), "{} decides nothing", id);
            answer(&mut answers, &id, die, grade);
            asked.push(id);
            prop_assert!(run(&answers, face, &position).at_most_left() < promised, "the promise was exceeded");
        }
        prop_assert_eq!(run(&answers, face, &position).next(), Step::Check);
    }
}
