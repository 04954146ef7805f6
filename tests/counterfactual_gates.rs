//! The counterfactual of whole gates against brute force: a dozen questions of every kind, several
//! criteria that read one another, answers that questions refuse.

mod support;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use ripen::domain::answer::{Answers, Evidence, Given};
use ripen::domain::counterfactual::{Counterfactual, EXACT, counterfactual, passes_with};
use ripen::domain::evaluate::{Facts, Reading};
use ripen::domain::event::By;
use ripen::domain::ids::CriterionId;
use ripen::domain::money::{Currency, Money};
use ripen::domain::outcome::Outcome;
use ripen::domain::playbook::Playbook;
use ripen::domain::playbook::rule::{AnswerTest, Rule, Test};
use ripen::domain::range::Range;
use ripen::domain::rules::Rules;
use ripen::domain::value::{Number, Value};
use ripen::domain::when::When;
use std::cell::RefCell;
use std::collections::BTreeMap;
use support::{config, today};

/// The kinds of the twelve questions, with what some of them accept.
const QUESTIONS: [(&str, &str); 12] = [
    (r#""yes_no""#, ""),
    (r#""yes_no""#, ""),
    (CHOICE, r#"{"in":["x","y"]}"#),
    (r#"{"number":{}}"#, r#"{"within":{"from":2}}"#),
    (r#"{"several":{"options":[{"id":"x","title":"X"},{"id":"y","title":"Y"}]}}"#, ""),
    (r#""date""#, r#"{"days":{"to":4}}"#),
    (r#""text""#, r#"{"length":{"from":2}}"#),
    (r#"{"scale":{"from":1,"to":5,"low":"","high":""}}"#, ""),
    (r#""money""#, ""),
    (r#""yes_no""#, r#"{"yes":true}"#),
    (CHOICE, ""),
    (r#"{"number":{"limits":{"from":1,"to":5}}}"#, ""),
];
const CHOICE: &str = r#"{"choice":{"options":[{"id":"x","title":"X"},{"id":"y","title":"Y"},
    {"id":"z","title":"Z"}]}}"#;

/// A playbook of these criteria, of which a gate asks for all but the last.
fn playbook(rules: Vec<Rule>) -> Playbook {
    let questions = QUESTIONS.iter().enumerate().map(|(n, (kind, accept))| {
        let accept = match *accept {
            "" => String::new(),
            is => format!(r#","accept":{{"is":{is},"message":"No."}}"#),
        };
        format!(r#"{{"id":"q{n}","section":"s","title":"Q","ask":"Q?","kind":{kind}{accept}}}"#)
    });
    let criteria = (0..rules.len()).map(|n| {
        format!(r#"{{"id":"k{n}","title":"K","rule_text":"k","step":"","rule":{{"all":[]}}}}"#)
    });
    let text = format!(
        r#"{{"format":"ripen-playbook","version":1,"id":"p","revision":1,"title":"P",
        "sections":[{{"id":"s","title":"S"}}],"questions":[{}],"criteria":[{}],
        "gates":{{"prospect":[],"opportunity":[]}}}}"#,
        questions.collect::<Vec<_>>().join(","),
        criteria.collect::<Vec<_>>().join(","),
    );
    let mut playbook: Playbook = serde_json::from_str(&text).expect("a playbook");
    let gate = playbook.criteria.iter().map(|criterion| criterion.id.clone());
    playbook.gates.prospect = gate.take(rules.len() - 1).collect();
    for (criterion, rule) in playbook.criteria.iter_mut().zip(rules) {
        criterion.rule = rule;
    }
    playbook
}

/// Every answer to a question, as finely as any test here can tell, refused ones too.
fn answers_to(question: usize) -> Vec<Value> {
    let several = |ids: &[&str]| Value::Several(ids.iter().map(|id| (*id).into()).collect());
    let five = |value: fn(i32) -> Value| (1..=5).map(value).collect();
    match question {
        0 | 1 | 9 => vec![Value::YesNo(true), Value::YesNo(false)],
        2 | 10 => ["x", "y", "z"].map(|id| Value::Choice(id.into())).into(),
        4 => vec![several(&[]), several(&["x"]), several(&["y"]), several(&["x", "y"])],
        5 => five(|n| Value::Date(today() + chrono::TimeDelta::days(n.into()))),
        6 => five(|n| Value::Text("x".repeat(usize::try_from(n).expect("positive")))),
        7 => five(Value::Scale),
        8 => five(|n| Value::Money(Money { minor: i64::from(n) * 100, currency: Currency::USD })),
        _ => five(|n| Value::Number(Number::new(n.into()).expect("finite"))),
    }
}

/// Ranges that end at 2 and 4 alone, so that whole numbers up to 5 tell all there is to tell.
fn any_range() -> impl Strategy<Value = Range> {
    let end = || select(vec![None, Some(2.0), Some(4.0)]);
    (any::<bool>(), end(), end()).prop_map(|(open, low, high)| {
        if open {
            Range { above: low, below: high, ..Range::default() }
        } else {
            Range { from: low, to: high, ..Range::default() }
        }
    })
}

fn any_test() -> impl Strategy<Value = Rule> {
    let ids = |all: &'static [&'static str]| {
        subsequence(all, 1..=all.len())
            .prop_map(|ids| ids.into_iter().map(Into::into).collect::<Vec<_>>())
    };
    let floor = select(vec![None, None, Some(Evidence::Confirmed)]);
    let test =
        (0..QUESTIONS.len(), any::<bool>(), ids(&["x", "y", "z"]), ids(&["x", "y"]), any_range());
    (test, floor).prop_map(|((question, yes, three, two, range), evidence)| {
        let is = match question {
            0 | 1 | 9 => Test::Yes(yes),
            2 | 10 => Test::In(three),
            4 if yes => Test::In(two),
            4 => Test::AllOf(two),
            5 => Test::Days(range),
            6 => Test::Length(range),
            _ => Test::Within(range),
        };
        Rule::Answer(AnswerTest { question: format!("q{question}").as_str().into(), is, evidence })
    })
}

/// A rule; some branches are what the last criterion says, where that can be read.
fn any_rule(reads: bool) -> impl Strategy<Value = Rule> {
    let last = if reads { Rule::Criterion("k3".into()) } else { Rule::All(vec![]) };
    prop_oneof![8 => any_test(), 1 => Just(last)].prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            3 => vec(inner.clone(), 1..4).prop_map(Rule::All),
            2 => vec(inner.clone(), 1..4).prop_map(Rule::Any),
            1 => inner.prop_map(|rule| Rule::Not(Box::new(rule))),
        ]
    })
}

fn given(value: Value, evidence: Evidence) -> Given {
    Given { value, evidence, at: When::Day(today()), by: By::Import, note: None }
}

/// Answers that questions take, to about a third of them.
fn any_answers() -> impl Strategy<Value = Answers> {
    vec((0_usize..16, select(Evidence::ALL.to_vec())), QUESTIONS.len()).prop_map(|dice| {
        let plain = playbook(vec![Rule::All(vec![])]);
        let mut answers = Answers::default();
        for (n, (die, grade)) in dice.into_iter().enumerate() {
            let question = &plain.questions[n];
            let mut taken = answers_to(n).into_iter();
            if let Some(value) = taken.nth(die)
                && question.refuses(&value, today()).is_none()
            {
                answers.record(question.id.clone(), given(value, grade));
            }
        }
        answers
    })
}

/// Questions whose answer is not settled, each with the answers that tests tell apart.
fn open(facts: &Facts<'_>, tests: &[&AnswerTest]) -> Vec<(usize, Vec<Value>)> {
    let playbook = facts.playbook();
    // Each test alone is a criterion: what it comes to is what the rules say of it.
    let says = |test: &AnswerTest, given: Option<&Given>| {
        let floor = test.evidence.unwrap_or(Evidence::Claimed);
        let question = playbook.question(&test.question).expect("asked");
        given.filter(|given| given.evidence >= floor).map_or(Outcome::Unknown, |given| {
            ripen::domain::meets::meets(&given.value, &test.is, question, today())
        })
    };
    let questions = playbook.questions.iter().enumerate();
    let open = questions.filter_map(|(n, question)| {
        let mine: Vec<_> = tests.iter().filter(|test| test.question == question.id).collect();
        let known = facts.given(n);
        if !mine.iter().any(|test| says(test, known) == Outcome::Unknown) {
            return None;
        }
        let mut told: BTreeMap<String, Value> = BTreeMap::new();
        for value in answers_to(n) {
            if question.refuses(&value, today()).is_none() {
                let certain = given(value.clone(), Evidence::Documented);
                let outcomes: Vec<_> = mine.iter().map(|test| says(test, Some(&certain))).collect();
                told.entry(format!("{outcomes:?}")).or_insert(value);
            }
        }
        Some((n, told.into_values().collect()))
    });
    open.collect()
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

/// Says whether the gate is passed with these answers.
type Judge<'a> = dyn Fn(&[(usize, Given)]) -> bool + 'a;

/// Whether so many changes, of these questions in their order, are enough.
fn enough(
    open: &[(usize, Vec<Value>)],
    size: usize,
    made: &mut Vec<(usize, Given)>,
    met: &Judge<'_>,
) -> bool {
    if size == 0 {
        return met(made);
    }
    open.iter().enumerate().any(|(at, (question, values))| {
        values.iter().any(|value| {
            made.push((*question, given(value.clone(), Evidence::Documented)));
            let found = enough(&open[at + 1..], size - 1, made, met);
            made.pop();
            found
        })
    })
}

#[test]
fn gates_of_a_dozen_questions_are_exact_up_to_three_answers() {
    let strategy = (vec(any_rule(true), 3), any_rule(false), any_answers());
    let reached: RefCell<BTreeMap<&str, usize>> = RefCell::default();
    let config = Config { cases: 2_000, ..config() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let law = |(mut rules, last, answers): (Vec<Rule>, Rule, Answers)| {
        rules.push(last);
        let playbook = playbook(rules.clone());
        let gate: &[CriterionId] = &playbook.gates.prospect;
        let laid_out = Rules::of(&playbook);
        let facts = Facts::new(&laid_out, &answers, Reading::AsRequired, today());
        let mut tests = Vec::new();
        for rule in &rules {
            tests_of(rule, &mut tests);
        }
        let open = open(&facts, &tests);
        let met = |made: &[(usize, Given)]| {
            let facts = facts.assuming(made);
            gate.iter().all(|id| facts.criterion(id) == Outcome::Met)
        };
        let least = (0..=EXACT).find(|size| enough(&open, *size, &mut Vec::new(), &met));
        let name = match counterfactual(&facts, gate) {
            Counterfactual::Nothing => {
                prop_assert_eq!(least, Some(0));
                "nothing"
            }
            Counterfactual::Smallest(ways) => {
                for way in &ways {
                    prop_assert_eq!(Some(way.len()), least);
                    prop_assert!(passes_with(&facts, gate, way), "{:?}", way);
                    for change in way {
                        let asked = playbook.question(&change.question).expect("asked");
                        prop_assert_eq!(asked.refuses(&change.example, today()), None);
                    }
                }
                ["", "one", "two", "three"][ways[0].len()]
            }
            Counterfactual::OneWay(way) => {
                prop_assert_eq!(least, None);
                prop_assert!(way.len() > EXACT && passes_with(&facts, gate, &way), "{:?}", way);
                for n in 0..way.len() {
                    let without = way.iter().enumerate().filter(|(m, _)| *m != n).map(|(_, c)| c);
                    prop_assert!(!passes_with(&facts, gate, without), "{:?}", way[n]);
                }
                "more"
            }
            Counterfactual::NoWay => {
                prop_assert_eq!(least, None);
                // Trying everything out is for as many questions as that is quick for.
                if open.len() <= 5 {
                    let any = (0..=open.len()).any(|n| enough(&open, n, &mut Vec::new(), &met));
                    prop_assert!(!any);
                }
                "none"
            }
        };
        *reached.borrow_mut().entry(name).or_default() += 1;
        Ok(())
    };
    TestRunner::new_with_rng(config, rng).run(&strategy, law).expect("a law");
    let reached = reached.into_inner();
    for name in ["nothing", "one", "two", "three", "more", "none"] {
        assert!(reached.get(name).is_some_and(|times| *times >= 3), "{name}: {reached:?}");
    }
}

#[test]
fn a_way_among_thousands_is_found_though_it_may_not_be_told_as_the_smallest() {
    // Three times one of fifteen makes 3 375 ways, more than are kept; only the last ones of each do
    // for the fourth criterion.
    let asked: Vec<String> = (0..45).map(|n| format!("y{n}")).collect();
    let mut playbook = playbook(vec![Rule::All(vec![]); 5]);
    let plain = playbook.questions[0].clone();
    playbook.questions = asked
        .iter()
        .map(|id| ripen::domain::playbook::question::Question {
            id: id.as_str().into(),
            ..plain.clone()
        })
        .collect();
    let yes = |id: &String| {
        let (question, is) = (id.as_str().into(), Test::Yes(true));
        Rule::Answer(AnswerTest { question, is, evidence: None })
    };
    for (n, some) in asked.chunks(15).enumerate() {
        playbook.criteria[n].rule = Rule::Any(some.iter().map(yes).collect());
    }
    playbook.criteria[3].rule = Rule::All([14, 29, 44].map(|n| yes(&asked[n])).into());
    let (rules, none) = (Rules::of(&playbook), Answers::default());
    let facts = Facts::new(&rules, &none, Reading::AsRequired, today());
    let gate = &playbook.gates.prospect;
    let way = counterfactual(&facts, gate);
    assert!(!matches!(way, Counterfactual::NoWay | Counterfactual::Nothing), "{way:?}");
    assert!(way.first().len() == 3 && passes_with(&facts, gate, way.first()), "{way:?}");
}
