//! A rule as what it says, for putting it in words: domain and app have none of their own.

use crate::domain::answer::Evidence;
use crate::domain::ids::OptionId;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::question::{Question, QuestionKind};
use crate::domain::playbook::rule::{AnswerTest, MAX_DEPTH, Rule, Test};
use crate::domain::range::Range;

/// What a rule says.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// Every one of these.
    All(Vec<Said>),
    /// At least one of these.
    Any(Vec<Said>),
    /// Not this.
    Not(Box<Said>),
    /// What a criterion of this name says.
    Criterion(String),
    /// Something about an answer.
    Answer {
        /// The question's short name.
        question: String,
        /// What is asked of the answer.
        is: Is,
        /// How well it must be known; none for any way.
        evidence: Option<Evidence>,
    },
}

/// What is asked of an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Is {
    /// That there is one.
    Given,
    /// Yes, or no.
    Yes(bool),
    /// One of these options, by their wording.
    OneOf(Vec<String>),
    /// All of these options.
    AllOf(Vec<String>),
    /// A measure within ends, in a unit.
    Within(Range, Unit),
}

/// What is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    /// A bare number.
    None,
    /// What the question names, such as "people", and what it calls one of them.
    Named {
        /// More than one.
        several: String,
        /// One; as several where it does not say.
        one: String,
    },
    /// Days from today.
    Days,
    /// Characters.
    Characters,
}

/// What a rule says. A reference that leads nowhere goes by its id.
pub fn describe(playbook: &Playbook, rule: &Rule) -> Said {
    describe_at(playbook, rule, 0)
}

fn describe_at(playbook: &Playbook, rule: &Rule, depth: usize) -> Said {
    let all = |branches: &[Rule]| -> Vec<Said> {
        let branches = branches.iter().take(if depth > MAX_DEPTH { 0 } else { usize::MAX });
        branches.map(|branch| describe_at(playbook, branch, depth + 1)).collect()
    };
    match rule {
        Rule::All(branches) => Said::All(all(branches)),
        Rule::Any(branches) => Said::Any(all(branches)),
        Rule::Not(branch) => Said::Not(Box::new(describe_at(playbook, branch, depth + 1))),
        Rule::Criterion(id) => Said::Criterion(playbook.criterion_name(id).to_owned()),
        Rule::Answer(test) => answer(playbook, test),
    }
}

fn answer(playbook: &Playbook, test: &AnswerTest) -> Said {
    let question = playbook.question(&test.question);
    Said::Answer {
        question: playbook.question_name(&test.question).to_owned(),
        is: is(question, &test.is),
        evidence: test.evidence.filter(|evidence| *evidence != Evidence::Claimed),
    }
}

/// What a test asks of the answer to a question; none where the question is not known.
pub fn is(question: Option<&Question>, test: &Test) -> Is {
    let title = |id: &OptionId| {
        question.map_or(id.as_str(), |question| question.option_words(id)).to_owned()
    };
    match test {
        Test::Given => Is::Given,
        Test::Yes(yes) => Is::Yes(*yes),
        Test::In(ids) => Is::OneOf(ids.iter().map(title).collect()),
        Test::AllOf(ids) => Is::AllOf(ids.iter().map(title).collect()),
        Test::Days(range) => Is::Within(*range, Unit::Days),
        Test::Length(range) => Is::Within(*range, Unit::Characters),
        Test::Within(range) => {
            let unit = match question.map(|question| &question.kind) {
                Some(QuestionKind::Number { unit: Some(several), unit_one, .. }) => Unit::Named {
                    several: several.clone(),
                    one: unit_one.as_ref().unwrap_or(several).clone(),
                },
                _ => Unit::None,
            };
            Is::Within(*range, unit)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pack() -> Playbook {
        serde_json::from_str(include_str!("../../playbooks/pain-interest-fit.json")).unwrap()
    }

    fn check(rule: &str, expected: &Said) {
        let rule: Rule = serde_json::from_str(rule).unwrap();
        assert_eq!(describe(&pack(), &rule), *expected);
    }

    #[test]
    fn a_rule_says_what_it_asks_for_by_the_names_on_screen() {
        check(
            r#"{"answer":{"question":"employees","is":{"within":{"from":100}}}}"#,
            &Said::Answer {
                question: "Employees".to_owned(),
                is: Is::Within(
                    Range { from: Some(100.0), ..Range::default() },
                    Unit::Named { several: "people".to_owned(), one: "person".to_owned() },
                ),
                evidence: None,
            },
        );
        check(
            r#"{"not":{"all":[{"criterion":"size"},
                {"answer":{"question":"industry","is":{"in":["retail"]},"evidence":"confirmed"}}]}}"#,
            &Said::Not(Box::new(Said::All(vec![
                Said::Criterion("Size".to_owned()),
                Said::Answer {
                    question: "Industry".to_owned(),
                    is: Is::OneOf(vec!["Retail and e-commerce".to_owned()]),
                    evidence: Some(Evidence::Confirmed),
                },
            ]))),
        );
    }

    #[test]
    fn what_leads_nowhere_goes_by_its_id() {
        check(
            r#"{"answer":{"question":"nowhere","is":"given"}}"#,
            &Said::Answer { question: "nowhere".to_owned(), is: Is::Given, evidence: None },
        );
    }
}
