//! The counterfactual against brute force, and the vectors' next steps.

mod support;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use ripen::domain::answer::{Answers, Evidence, Given};
use ripen::domain::counterfactual::{Change, Counterfactual, EXACT, counterfactual, passes_with};
use ripen::domain::evaluate::{Facts, Reading};
use ripen::domain::event::By;
use ripen::domain::ids::{CriterionId, QuestionId};
use ripen::domain::outcome::Outcome;
use ripen::domain::playbook::Playbook;
use ripen::domain::playbook::question::Accept;
use ripen::domain::playbook::rule::{AnswerTest, Rule, Test};
use ripen::domain::range::Range;
use ripen::domain::rules::Rules;
use ripen::domain::value::{Number, Value};
use ripen::domain::when::When;
use support::{config, rules, today};

/// A playbook of six questions of every kind that a rule tells apart, judged by one criterion.
fn playbook(rule: Rule) -> Playbook {
    let mut playbook: Playbook = serde_json::from_str(
        r#"{"format":"ripen-playbook","version":1,"id":"p","revision":1,"title":"P",
        "sections":[{"id":"s","title":"S"}],"questions":[
          {"id":"a","section":"s","title":"A","ask":"A?","kind":"yes_no"},
          {"id":"b","section":"s","title":"B","ask":"B?","kind":"yes_no"},
          {"id":"c","section":"s","title":"C","ask":"C?","kind":{"choice":{"options":[
            {"id":"x","title":"X"},{"id":"y","title":"Y"},{"id":"z","title":"Z"}]}}},
          {"id":"d","section":"s","title":"D","ask":"D?","kind":{"number":{"limits":{"from":0}}}},
          {"id":"e","section":"s","title":"E","ask":"E?","kind":{"several":{"options":[
            {"id":"x","title":"X"},{"id":"y","title":"Y"}]}}},
          {"id":"f","section":"s","title":"F","ask":"F?","kind":"date"},
          {"id":"g","section":"s","title":"G","ask":"G?","kind":"text"}],
        "criteria":[{"id":"k","title":"K","rule_text":"k","step":"","rule":{"all":[]}}],
        "gates":{"prospect":["k"],"opportunity":[]}}"#,
    )
    .expect("a playbook");
    playbook.criteria[0].rule = rule;
    playbook
}

/// Every answer to each question, as finely as any test in [`any_rule`] can tell.
fn answers_to(question: usize) -> Vec<Value> {
    let several = |ids: &[&str]| Value::Several(ids.iter().map(|id| (*id).into()).collect());
    match question {
        0 | 1 => vec![Value::YesNo(true), Value::YesNo(false)],
        2 => ["x", "y", "z"].map(|id| Value::Choice(id.into())).into(),
        3 => (0..20).map(|n| number(f64::from(n) / 2.0)).collect(),
        4 => vec![several(&[]), several(&["x"]), several(&["y"]), several(&["x", "y"])],
        _ => (-4..=10).map(|n| Value::Date(today() + chrono::TimeDelta::days(n))).collect(),
    }
}

fn number(n: f64) -> Value {
    Value::Number(Number::new(n).expect("finite"))
}

fn any_range() -> impl Strategy<Value = Range> {
    (any::<[bool; 2]>(), -2_i32..6, 0_i32..4).prop_map(|([low, open], from, wide)| {
        let (a, b) = (f64::from(from), f64::from(from + wide));
        match (low, open) {
            (true, true) => Range { above: Some(a), ..Range::default() },
            (true, false) => Range { from: Some(a), to: Some(b), ..Range::default() },
            (false, true) => Range { below: Some(b), ..Range::default() },
            (false, false) => Range { to: Some(b), ..Range::default() },
        }
    })
}

fn any_test() -> impl Strategy<Value = AnswerTest> {
    let options = |all: &'static [&'static str]| {
        proptest::sample::subsequence(all, 1..=all.len())
            .prop_map(|ids| ids.into_iter().map(Into::into).collect::<Vec<_>>())
    };
    let is = prop_oneof![
        (0_usize..2, any::<bool>()).prop_map(|(n, yes)| (n, Test::Yes(yes))),
        options(&["x", "y", "z"]).prop_map(|ids| (2, Test::In(ids))),
        any_range().prop_map(|range| (3, Test::Within(range))),
        options(&["x", "y"]).prop_map(|ids| (4, Test::In(ids))),
        options(&["x", "y"]).prop_map(|ids| (4, Test::AllOf(ids))),
        any_range().prop_map(|range| (5, Test::Days(range))),
        (0_usize..6).prop_map(|n| (n, Test::Given)),
    ];
    let floor = select(vec![None, None, Some(Evidence::Confirmed), Some(Evidence::Documented)]);
    (is, floor).prop_map(|((n, is), evidence)| AnswerTest { question: id(n), is, evidence })
}

fn any_rule() -> impl Strategy<Value = Rule> {
    any_test().prop_map(Rule::Answer).prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            3 => vec(inner.clone(), 1..5).prop_map(Rule::All),
            2 => vec(inner.clone(), 1..4).prop_map(Rule::Any),
            1 => inner.prop_map(|rule| Rule::Not(Box::new(rule))),
        ]
    })
}

fn id(question: usize) -> QuestionId {
    ["a", "b", "c", "d", "e", "f"][question].into()
}

fn given(value: Value, evidence: Evidence) -> Given {
    Given { value, evidence, at: When::Day(today()), by: By::Import, note: None }
}

/// Some answers, each with a grade; a question may have none.
fn any_answers() -> impl Strategy<Value = Answers> {
    vec((0_usize..24, select(Evidence::ALL.to_vec())), 6).prop_map(|dice| {
        let mut answers = Answers::default();
        for (question, (die, grade)) in dice.into_iter().enumerate() {
            if let Some(value) = answers_to(question).into_iter().nth(die) {
                answers.record(id(question), given(value, grade));
            }
        }
        answers
    })
}

fn tests_of<'r>(rule: &'r Rule, into: &mut Vec<&'r AnswerTest>) {
    match rule {
        Rule::All(branches) | Rule::Any(branches) => {
            for branch in branches {
                tests_of(branch, into);
            }
        }
        Rule::Not(branch) => tests_of(branch, into),
        Rule::Criterion(_) => {}
        Rule::Answer(test) => into.push(test),
    }
}

/// The size of the smallest set of changed answers that meets the criterion, up to `most`: every
/// set of questions with every answer to them tried out.
fn by_force(
    facts: &Facts<'_>,
    rule: &Rule,
    criteria: &[CriterionId],
    most: usize,
) -> Option<usize> {
    let mut tests = Vec::new();
    tests_of(rule, &mut tests);
    let open: Vec<usize> = (0..6)
        .filter(|n| tests.iter().any(|test| test.question == id(*n) && is_unknown(facts, test)))
        .collect();
    let met = |made: &[(usize, Given)]| {
        let facts = facts.assuming(made);
        criteria.iter().all(|id| facts.criterion(id) == Outcome::Met)
    };
    (0..=most.min(open.len())).find(|size| sets(&open, *size).iter().any(|set| any_way(set, &met)))
}

/// Whether a test cannot be judged, found by judging it alone.
fn is_unknown(facts: &Facts<'_>, test: &AnswerTest) -> bool {
    let given = facts.given(facts.rules().question(&test.question).expect("a question"));
    let alone = playbook(Rule::Answer(test.clone()));
    let mut answers = Answers::default();
    if let Some(given) = given {
        answers.record(test.question.clone(), given.clone());
    }
    let rules = Rules::of(&alone);
    Facts::new(&rules, &answers, Reading::AsRequired, today()).criterion(&"k".into())
        == Outcome::Unknown
}

fn sets(of: &[usize], size: usize) -> Vec<Vec<usize>> {
    if size == 0 {
        return vec![Vec::new()];
    }
    let with = |n: usize| {
        let rest = sets(&of[n + 1..], size - 1).into_iter();
        rest.map(move |rest| [of[n]].into_iter().chain(rest).collect::<Vec<_>>())
    };
    (0..of.len()).flat_map(with).collect()
}

/// Says whether the criterion is met with these answers.
type Judge<'a> = dyn Fn(&[(usize, Given)]) -> bool + 'a;

fn any_way(set: &[usize], met: &Judge<'_>) -> bool {
    fn go(set: &[usize], made: &mut Vec<(usize, Given)>, met: &Judge<'_>) -> bool {
        let Some((first, rest)) = set.split_first() else { return met(made) };
        answers_to(*first).into_iter().any(|value| {
            made.push((*first, given(value, Evidence::Documented)));
            let found = go(rest, made, met);
            made.pop();
            found
        })
    }
    go(set, &mut Vec::new(), met)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..config() })]

    #[test]
    fn no_smaller_set_of_answers_passes_and_each_one_named_does(
        rule in any_rule(),
        answers in any_answers(),
    ) {
        let playbook = playbook(rule.clone());
        let (rules, criteria) = (Rules::of(&playbook), [CriterionId::from("k")]);
        let facts = Facts::new(&rules, &answers, Reading::AsRequired, today());
        let least = by_force(&facts, &rule, &criteria, 6);
        match counterfactual(&facts, &criteria) {
            Counterfactual::Nothing => prop_assert_eq!(least, Some(0)),
            Counterfactual::Smallest(ways) => {
                for way in ways {
                    prop_assert_eq!(Some(way.len()), least);
                    prop_assert!(passes_with(&facts, &criteria, &way), "{:?}", way);
                }
            }
            Counterfactual::OneWay(way) => {
                prop_assert!(least.is_some_and(|least| least > EXACT), "{:?} for {:?}", way, least);
                prop_assert!(passes_with(&facts, &criteria, &way), "{:?}", way);
                for n in 0..way.len() {
                    let without = way.iter().enumerate().filter(|(m, _)| *m != n).map(|(_, c)| c);
                    prop_assert!(!passes_with(&facts, &criteria, without), "{:?}", way[n]);
                }
            }
            Counterfactual::NoWay => prop_assert_eq!(least, None),
        }
    }
}

/// The way up to an opportunity for what is on record of the shipped pack.
fn way(known: &[(&str, &str, Evidence)]) -> Vec<Change> {
    let mut answers = Answers::default();
    for (question, value, evidence) in known {
        let value = serde_json::from_str(value).expect("a value");
        answers.record((*question).into(), given(value, *evidence));
    }
    let facts = Facts::new(rules(), &answers, Reading::AsRequired, today());
    counterfactual(&facts, &rules().playbook.gates.opportunity).first().to_vec()
}

#[test]
fn no_answer_is_proposed_that_the_question_refuses() {
    for (question, is, accept) in [
        ("d", r#"{"within":{"to":20}}"#, r#"{"within":{"from":10}}"#),
        ("c", r#"{"in":["x","y"]}"#, r#"{"in":["y","z"]}"#),
        ("e", r#"{"in":["x"]}"#, r#"{"all_of":["x","y"]}"#),
        ("f", r#"{"days":{"to":30}}"#, r#"{"days":{"from":7}}"#),
        ("g", r#""given""#, r#"{"length":{"from":30}}"#),
    ] {
        let test = format!(r#"{{"answer":{{"question":"{question}","is":{is}}}}}"#);
        let mut playbook = playbook(serde_json::from_str(&test).expect("a rule"));
        let asked = playbook.questions.iter_mut().find(|q| q.id.as_str() == question).expect("it");
        let is = serde_json::from_str(accept).expect("a test");
        asked.accept = Some(Accept { is, message: "Not this.".to_owned() });
        let (rules, none) = (Rules::of(&playbook), Answers::default());
        let facts = Facts::new(&rules, &none, Reading::AsRequired, today());
        let way = counterfactual(&facts, &["k".into()]);
        let [change] = way.first() else { panic!("{question}: {way:?}") };
        let asked = playbook.question(&question.into()).expect("it");
        assert_eq!(asked.refuses(&change.example, today()), None, "{question}: {change:?}");
        assert!(asked.accepts(&change.example), "{question}: {change:?}");
    }
}

#[test]
fn a_question_that_refuses_all_that_would_do_is_no_way() {
    let test = r#"{"answer":{"question":"a","is":{"yes":true}}}"#;
    let mut playbook = playbook(serde_json::from_str(test).expect("a rule"));
    let is = Test::Yes(false);
    playbook.questions[0].accept = Some(Accept { is, message: "No.".to_owned() });
    let (rules, none) = (Rules::of(&playbook), Answers::default());
    let facts = Facts::new(&rules, &none, Reading::AsRequired, today());
    assert_eq!(counterfactual(&facts, &["k".into()]), Counterfactual::NoWay);
}

#[test]
fn a_claimed_pain_is_to_be_confirmed_and_nothing_else() {
    let known = [
        ("employees", r#"{"number":240}"#, Evidence::Claimed),
        ("situation", r#"{"yes_no":true}"#, Evidence::Claimed),
        ("urgent", r#"{"yes_no":true}"#, Evidence::Claimed),
        ("priority", r#"{"choice":"first"}"#, Evidence::Claimed),
        ("pain", r#"{"yes_no":true}"#, Evidence::Claimed),
    ];
    let way = way(&known);
    let [change] = way.as_slice() else { panic!("{way:?}") };
    assert_eq!((change.question.as_str(), change.evidence), ("pain", Evidence::Confirmed));
    assert!(change.confirms, "the claim would do if it were confirmed");
}

#[test]
fn a_firm_too_small_has_no_way_up() {
    let mut answers = Answers::default();
    answers.record("employees".into(), given(number(3.0), Evidence::Confirmed));
    let facts = Facts::new(rules(), &answers, Reading::AsRequired, today());
    for gate in [&rules().playbook.gates.prospect, &rules().playbook.gates.opportunity] {
        assert_eq!(counterfactual(&facts, gate), Counterfactual::NoWay);
    }
    assert_eq!(counterfactual(&facts, &[]), Counterfactual::Nothing);
}

#[test]
fn nothing_known_is_one_way_of_several_answers() {
    let way = way(&[]);
    let questions: Vec<_> = way.iter().map(|change| change.question.as_str()).collect();
    assert!(questions.len() > EXACT && questions.contains(&"pain"), "{questions:?}");
}
