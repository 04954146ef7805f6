//! What the lint says of a rule is true of every contact: tried on arbitrary rules and answers.

use super::support::{any_range, config, today};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use ripen::domain::answer::{Answers, Evidence, Given};
use ripen::domain::evaluate::{Facts, Reading};
use ripen::domain::event::By;
use ripen::domain::outcome::Outcome;
use ripen::domain::playbook::Playbook;
use ripen::domain::playbook::lint::{FindingKind, lint};
use ripen::domain::playbook::rule::{AnswerTest, Rule, Test};
use ripen::domain::rules::Rules;
use ripen::domain::value::{Number, Value};
use ripen::domain::when::When;
use std::sync::LazyLock;

/// A playbook of one question a kind and one criterion, for arbitrary rules.
fn small() -> &'static Playbook {
    static SMALL: LazyLock<Playbook> = LazyLock::new(|| {
        let options = r#""options":[{"id":"a","title":"A"},{"id":"b","title":"B"},{"id":"c",
            "title":"C"},{"id":"d","title":"D","retired":{"becomes":"a"}}]"#;
        let kinds = [
            ("yes", r#""yes_no""#.to_owned()),
            ("one", format!(r#"{{"choice":{{{options}}}}}"#)),
            ("many", format!(r#"{{"several":{{{options}}}}}"#)),
            ("figure", r#"{"number":{"limits":{"from":0}}}"#.to_owned()),
            ("step", r#"{"scale":{"from":0,"to":2,"low":"Low","high":"High"}}"#.to_owned()),
        ];
        let question = |(id, kind): &(&str, String)| {
            format!(r#"{{"id":"{id}","section":"s","title":"Q","prompt":"Q?","kind":{kind}}}"#)
        };
        let questions = kinds.iter().map(question).collect::<Vec<_>>().join(",");
        serde_json::from_str(&format!(
            r#"{{"format":"ripen-playbook","version":1,"id":"small","revision":1,"title":"Small",
            "sections":[{{"id":"s","title":"S"}}],"questions":[{questions}],
            "criteria":[{{"id":"c","title":"C","rule_text":"C","step":"C","rule":{{"all":[]}}}}],
            "gates":{{"prospect":["c"],"opportunity":["c"]}}}}"#
        ))
        .expect("a small playbook")
    });
    &SMALL
}

const QUESTIONS: [&str; 5] = ["yes", "one", "many", "figure", "step"];

fn any_test() -> impl Strategy<Value = Test> {
    let ids = || subsequence(vec!["a", "b", "c", "d"], 0..=4);
    prop_oneof![
        1 => Just(Test::Given),
        3 => any::<bool>().prop_map(Test::Yes),
        5 => ids().prop_map(|ids| Test::In(ids.into_iter().map(Into::into).collect())),
        2 => ids().prop_map(|ids| Test::AllOf(ids.into_iter().map(Into::into).collect())),
        5 => any_range().prop_map(Test::Within),
    ]
}

fn any_rule() -> impl Strategy<Value = Rule> {
    let answer = (select(QUESTIONS.to_vec()), any_test(), option::of(Just(Evidence::Confirmed)))
        .prop_map(|(question, is, evidence)| {
            Rule::Answer(AnswerTest { question: question.into(), is, evidence })
        });
    answer.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Rule::All),
            vec(inner.clone(), 0..4).prop_map(Rule::Any),
            inner.prop_map(|rule| Rule::Not(Box::new(rule))),
        ]
    })
}

/// An answer to every question, of its kind, as well known as can be.
fn any_answers() -> impl Strategy<Value = Answers> {
    let one = select(vec!["a", "b", "c", "d"]).prop_map(|id| Value::Choice(id.into()));
    let many = subsequence(vec!["a", "b", "c", "d"], 0..=4)
        .prop_map(|ids| Value::Several(ids.into_iter().map(Into::into).collect()));
    let figure = (0_i8..=8)
        .prop_map(|halves| Value::Number(Number::new(f64::from(halves) / 2.0).expect("finite")));
    (any::<bool>().prop_map(Value::YesNo), one, many, figure, (0..=2).prop_map(Value::Scale))
        .prop_map(|(yes, one, many, figure, step)| {
            let mut answers = Answers::default();
            for (question, value) in QUESTIONS.into_iter().zip([yes, one, many, figure, step]) {
                let at = When::parse("2026-11-21").expect("a day");
                let (evidence, by, note) = (Evidence::Documented, By::Import, None);
                answers.record(question.into(), Given { value, evidence, at, by, note });
            }
            answers
        })
}

fn with(rule: &Rule) -> Playbook {
    let mut playbook = small().clone();
    playbook.criteria[0].rule = rule.clone();
    playbook
}

fn judge(rule: &Rule, answers: &Answers) -> Outcome {
    let playbook = with(rule);
    let rules = Rules::of(&playbook);
    Facts::new(&rules, answers, Reading::AsRequired, today()).criterion(&playbook.criteria[0].id)
}

/// The branch a path leads to, from the rule on.
fn branch<'r>(rule: &'r mut Rule, path: &[&str]) -> &'r mut Rule {
    let Some((turn, rest)) = path.split_first() else { return rule };
    match rule {
        Rule::All(branches) | Rule::Any(branches) => {
            let at = turn.split(['[', ']']).nth(1).and_then(|n| n.parse::<usize>().ok());
            branch(&mut branches[at.expect("a place in a list")], rest)
        }
        Rule::Not(inner) => branch(inner, rest),
        _ => rule,
    }
}

/// Says whether a finding holds for a contact.
fn holds(rule: &Rule, path: &str, kind: &FindingKind, answers: &Answers) -> bool {
    let way: Vec<&str> =
        path.split('.').filter(|turn| !["answer", "is"].contains(turn)).skip(2).collect();
    let mut whole = rule.clone();
    let said = judge(branch(&mut whole, &way), answers);
    let above = || {
        let mut whole = rule.clone();
        judge(branch(&mut whole, &way[..way.len() - 1]), answers)
    };
    match kind {
        FindingKind::Contradiction { .. } => above() != Outcome::Met,
        FindingKind::PartAndOpposite { .. } => above() != Outcome::NotMet,
        FindingKind::NeverMet { .. } => said != Outcome::Met,
        FindingKind::AlwaysMet { .. } => said == Outcome::Met,
        FindingKind::WrongKind { .. } => said == Outcome::Unknown,
        FindingKind::Repeated { .. } | FindingKind::NeverMatters { .. } => {
            let (last, before) = way.split_last().expect("one branch of several");
            let at = last.split(['[', ']']).nth(1).and_then(|n| n.parse::<usize>().ok());
            if let Rule::All(branches) | Rule::Any(branches) = branch(&mut whole, before) {
                branches.remove(at.expect("a place in a list"));
            }
            judge(&whole, answers) == judge(rule, answers)
        }
        _ => true,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..config() })]

    #[test]
    fn what_is_said_of_a_rule_holds_for_everybody(
        rule in any_rule(), everybody in vec(any_answers(), 24),
    ) {
        for finding in lint(&with(&rule)) {
            if finding.path.starts_with("criteria[0].rule") {
                for answers in &everybody {
                    prop_assert!(
                        holds(&rule, &finding.path, &finding.kind, answers),
                        "{:?} of {:?} for {:?}", finding, rule, answers
                    );
                }
            }
        }
    }

    #[test]
    fn two_tests_of_one_question_exclude_each_other_just_where_nobody_meets_both(
        question in select(vec!["yes", "one", "figure", "step"]),
        tests in vec((any_test(), any::<bool>()), 2),
        everybody in vec(any_answers(), 64),
    ) {
        let branches: Vec<Rule> = tests.into_iter().map(|(is, opposite)| {
            let test = Rule::Answer(AnswerTest { question: question.into(), is, evidence: None });
            if opposite { Rule::Not(Box::new(test)) } else { test }
        }).collect();
        let met = |rule: &Rule| everybody.iter().any(|a| judge(rule, a) == Outcome::Met);
        let rule = Rule::All(branches.clone());
        let excluded = lint(&with(&rule)).into_iter().any(|finding| {
            matches!(finding.kind, FindingKind::Contradiction { .. })
        });
        if !branches.iter().all(met) {
            return Ok(());
        }
        let expected = !met(&rule);
        // Sixty-four contacts give every answer there is, all but certainly.
        prop_assert_eq!(excluded, expected, "{:?}", rule);
    }
}
