//! What holds for every range and rule, whatever is on record.

use crate::support::story::day;
use crate::support::{any_evidence, any_range, config, today};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use ripen::domain::answer::{Answers, Evidence, Given};
use ripen::domain::assess::{Verdict, judge_answers};
use ripen::domain::evaluate::{Facts, Reading};
use ripen::domain::event::By;
use ripen::domain::outcome::Outcome;
use ripen::domain::playbook::Playbook;
use ripen::domain::playbook::check::{FaultKind, check};
use ripen::domain::playbook::rule::{AnswerTest, Rule, Test};
use ripen::domain::range::Range;
use ripen::domain::rules::Rules;
use ripen::domain::value::{Number, Value};
use ripen::domain::when::When;
use std::sync::LazyLock;

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_band_lies_within_limits_just_as_its_numbers_do(band in any_range(), limits in any_range()) {
        prop_assert_eq!(band.within(&limits), within_by_numbers(&band, &limits));
        prop_assert_eq!(band.is_empty(), samples().all(|n| !lies_in(n, &band)));
        for n in samples() {
            prop_assert_eq!(limits.contains(n), lies_in(n, &limits), "{}", n);
        }
    }

    #[test]
    fn kleene_s_laws(a in any_rule(), b in any_rule(), answers in any_answers()) {
        let answers = recorded(&answers);
        let says = |rule: &Rule| judge(rule, &answers);
        let all = Rule::All(vec![a.clone(), b.clone()]);
        let any = Rule::Any(vec![a.clone(), b.clone()]);
        prop_assert_eq!(says(&not(&not(&a))), says(&a));
        prop_assert_eq!(says(&not(&all)), says(&Rule::Any(vec![not(&a), not(&b)])));
        prop_assert_eq!(says(&not(&any)), says(&Rule::All(vec![not(&a), not(&b)])));
        prop_assert_eq!(says(&all), says(&Rule::All(vec![b.clone(), a.clone()])));
        prop_assert_eq!(says(&any), says(&Rule::Any(vec![b, a.clone()])));
        prop_assert_eq!(says(&Rule::All(vec![a.clone(), a.clone()])), says(&a));
    }

    #[test]
    fn what_is_decided_stays_decided_as_more_becomes_known(
        rule in any_rule(), answers in any_answers(), more in any_answers()
    ) {
        let answers = agreeing(answers.clone(), &answers);
        let before = judge(&rule, &recorded(&answers));
        let known = answers.iter().cloned().zip(more).map(|(old, new)| known_better(old, new));
        let filled = agreeing(known.collect(), &answers);
        let after = judge(&rule, &recorded(&filled));
        prop_assert!(before == Outcome::Unknown || after == before, "{:?} became {:?}", before, after);
        let mut playbook = small().clone();
        playbook.criteria[0].rule = rule;
        playbook.gates.prospect.push("either".into());
        // What goes round in circles judges nobody, and takes long.
        prop_assume!(check(&playbook).iter().all(|f| !matches!(f.kind, FaultKind::Circular(_))));
        let gates = |given: &GivenAll| {
            let judged = judge_answers(&playbook, &recorded(given), Reading::AsRequired, today());
            judged.1.into_iter().map(|gate| gate.verdict).collect::<Vec<_>>()
        };
        for (before, after) in gates(&answers).into_iter().zip(gates(&filled)) {
            prop_assert!(before == Verdict::Open || after == before, "{:?}, {:?}", before, after);
        }
    }

    #[test]
    fn nothing_recorded_decides_nothing(rule in any_rule()) {
        prop_assert_eq!(judge(&rule, &Answers::default()), Outcome::Unknown);
    }
}

/// Numbers at, between and beyond all the ends a generated range can have.
fn samples() -> impl Iterator<Item = f64> {
    (-10..=10).map(|halves| f64::from(halves) / 2.0)
}

fn lies_in(n: f64, range: &Range) -> bool {
    range.from.is_none_or(|from| n >= from)
        && range.above.is_none_or(|above| n > above)
        && range.to.is_none_or(|to| n <= to)
        && range.below.is_none_or(|below| n < below)
}

fn within_by_numbers(band: &Range, limits: &Range) -> Outcome {
    let inside: Vec<_> =
        samples().filter(|n| lies_in(*n, band)).map(|n| lies_in(n, limits)).collect();
    match (inside.contains(&true), inside.contains(&false)) {
        (true, false) => Outcome::Met,
        (false, true) => Outcome::NotMet,
        _ => Outcome::Unknown,
    }
}

/// A playbook of one question a kind and two criteria, for arbitrary rules to read.
fn small() -> &'static Playbook {
    static SMALL: LazyLock<Playbook> = LazyLock::new(|| {
        serde_json::from_str(
            r#"{"format":"ripen-playbook","version":1,"id":"small","revision":1,"title":"Small",
            "sections":[{"id":"s","title":"S"}],
            "questions":[
              {"id":"yes","section":"s","title":"Yes","ask":"?","kind":"yes_no"},
              {"id":"one","section":"s","title":"One","ask":"?","kind":{"choice":{"options":[
                {"id":"a","title":"A"},{"id":"b","title":"B","synonyms":["bee"]},{"id":"c","title":"C"}]}}},
              {"id":"many","section":"s","title":"Many","ask":"?","kind":{"several":{"options":[
                {"id":"a","title":"A"},{"id":"b","title":"B"},{"id":"c","title":"C"}]}}},
              {"id":"figure","section":"s","title":"Figure","ask":"?","kind":{"number":{}}},
              {"id":"words","section":"s","title":"Words","ask":"?","kind":"text"},
              {"id":"date","section":"s","title":"Date","ask":"?","kind":"date"},
              {"id":"older","section":"s","title":"Older","ask":"?","kind":"yes_no",
               "retired":{"becomes":"old"}},
              {"id":"old","section":"s","title":"Old","ask":"?","kind":"yes_no",
               "retired":{"becomes":"yes"}}],
            "criteria":[
              {"id":"sure","title":"Sure","rule_text":"sure","step":"ask",
               "rule":{"answer":{"question":"yes","is":{"yes":true},"evidence":"confirmed"}}},
              {"id":"either","title":"Either","rule_text":"either","step":"ask",
               "rule":{"any":[{"not":{"criterion":"sure"}},
                              {"answer":{"question":"one","is":{"in":["b"]}}}]}}],
            "gates":{"prospect":["sure"],"opportunity":["either"]}}"#,
        )
        .expect("a small playbook")
    });
    &SMALL
}

const QUESTIONS: [&str; 8] = ["yes", "one", "many", "figure", "words", "date", "older", "old"];

/// Those whose answers become one another's.
const SAME: [usize; 3] = [0, 6, 7];

/// At most one answer a question, in the order of [`QUESTIONS`].
type GivenAll = Vec<Option<(Value, Evidence)>>;

/// Values of the kinds the small playbook asks for, in every question's place.
fn any_small_value() -> impl Strategy<Value = Value> {
    let ids = || subsequence(vec!["a", "b", "c"], 0..=3);
    prop_oneof![
        any::<bool>().prop_map(Value::YesNo),
        select(vec!["a", "b", "c"]).prop_map(|id| Value::Choice(id.into())),
        ids().prop_map(|ids| Value::Several(ids.into_iter().map(Into::into).collect())),
        (-4_i8..=4).prop_map(|n| Value::Number(Number::new(f64::from(n)).expect("finite"))),
        any_range().prop_map(Value::Band),
        select(vec!["bee", "B", "wasp", " "]).prop_map(|text| Value::Text(text.to_owned())),
        (-4_i64..=4).prop_map(|n| Value::Date(today() + chrono::TimeDelta::days(n))),
    ]
}

fn any_answers() -> impl Strategy<Value = GivenAll> {
    vec(option::of((any_small_value(), any_evidence())), QUESTIONS.len())
}

/// Without answers to a question that say something else than those to what it became, to know both
/// is not to know more: what was said `before` stays, else what the first of them says. And without
/// those that nobody could give.
fn agreeing(mut given: GivenAll, before: &GivenAll) -> GivenAll {
    for n in SAME {
        given[n].take_if(|(value, _)| !matches!(value, Value::YesNo(_)));
    }
    let yes_no = |(value, _): &(Value, Evidence)| matches!(value, Value::YesNo(_));
    let first = |all: &GivenAll| SAME.iter().find_map(|n| all[*n].clone().filter(yes_no));
    let said = first(before).or_else(|| first(&given)).map(|(value, _)| value);
    for n in SAME {
        given[n].take_if(|(value, _)| Some(&*value) != said.as_ref());
    }
    given
}

/// An answer once more is known: its evidence may be higher, a band narrower.
fn known_better(
    old: Option<(Value, Evidence)>,
    new: Option<(Value, Evidence)>,
) -> Option<(Value, Evidence)> {
    let (Some((value, evidence)), Some((other, better))) = (old.clone(), new.clone()) else {
        return old.or(new);
    };
    let value = match (value, other) {
        (Value::Band(band), Value::Number(n)) if band.contains(n.get()) => Value::Number(n),
        (Value::Band(band), Value::Band(other)) => {
            let most = |a: Option<f64>, b: Option<f64>| a.into_iter().chain(b).reduce(f64::max);
            let least = |a: Option<f64>, b: Option<f64>| a.into_iter().chain(b).reduce(f64::min);
            let both = Range {
                from: most(band.from, other.from),
                above: most(band.above, other.above),
                to: least(band.to, other.to),
                below: least(band.below, other.below),
            };
            Value::Band(if both.is_empty() { band } else { both })
        }
        (value, _) => value,
    };
    Some((value, evidence.max(better)))
}

fn recorded(given: &GivenAll) -> Answers {
    let mut answers = Answers::default();
    for (question, answer) in QUESTIONS.iter().zip(given) {
        let Some((value, evidence)) = answer.clone() else { continue };
        let at = When::Day(day("2026-11-21"));
        let given = Given { value, evidence, at, by: By::Visitor, note: None };
        answers.record((*question).into(), given);
    }
    answers
}

fn any_test() -> impl Strategy<Value = Test> {
    let ids = || {
        let ids = subsequence(vec!["a", "b", "c"], 0..=3);
        ids.prop_map(|ids| ids.into_iter().map(Into::into).collect())
    };
    prop_oneof![
        Just(Test::Given),
        any::<bool>().prop_map(Test::Yes),
        ids().prop_map(Test::In),
        ids().prop_map(Test::AllOf),
        any_range().prop_map(Test::Within),
        any_range().prop_map(Test::Days),
        any_range().prop_map(Test::Length),
    ]
}

/// A rule over the small playbook. No branch is empty: an empty `all` is met by nothing at all.
fn any_rule() -> impl Strategy<Value = Rule> {
    let answer = (select(QUESTIONS.to_vec()), any_test(), option::of(any_evidence())).prop_map(
        |(question, is, evidence)| {
            Rule::Answer(AnswerTest { question: question.into(), is, evidence })
        },
    );
    let criterion = select(vec!["sure", "either"]).prop_map(|id| Rule::Criterion(id.into()));
    prop_oneof![4 => answer, 1 => criterion].prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 1..4).prop_map(Rule::All),
            vec(inner.clone(), 1..4).prop_map(Rule::Any),
            inner.prop_map(|rule| Rule::Not(Box::new(rule))),
        ]
    })
}

fn not(rule: &Rule) -> Rule {
    Rule::Not(Box::new(rule.clone()))
}

fn judge(rule: &Rule, answers: &Answers) -> Outcome {
    let mut playbook = small().clone();
    playbook.criteria[0].rule = rule.clone();
    let rules = Rules::of(&playbook);
    Facts::new(&rules, answers, Reading::AsRequired, today()).criterion(&playbook.criteria[0].id)
}
