//! Rules that say something else than they seem to: branches that exclude each other, always hold,
//! never hold, stand there twice or change nothing; and tests of what must not or cannot decide.

use super::base::Base;
use super::branches::{Relation, relations};
use super::finding::FindingKind;
use super::found::Findings;
use super::possible::Possible;
use crate::domain::playbook::part::Part;
use crate::domain::playbook::question::Question;
use crate::domain::playbook::rule::{AnswerTest, Rule};
use crate::domain::rules::{Node, Place};
use std::fmt;

/// Looks through every criterion's rule, and every question's condition and what it accepts. A
/// condition that can never be met is none of the `asked` and is told of elsewhere.
pub(super) fn rules(
    base: &Base<'_>,
    possible: &Possible<'_>,
    asked: &[bool],
    found: &mut Findings,
) {
    for (n, question) in base.playbook.questions.iter().enumerate() {
        let of = Part::Question(question.id.clone());
        if let (Some(rule), Some(place), true) = (&question.when, base.rules.when(n), asked[n]) {
            let root = format!("questions[{n}].when");
            walk(base, possible, (&of, &root), (rule, place), found);
        }
        accepted(base, n, question, of, found);
    }
    for (n, criterion) in base.playbook.criteria.iter().enumerate() {
        let (of, root) = (Part::Criterion(criterion.id.clone()), format!("criteria[{n}].rule"));
        let place = base.rules.criterion(n);
        walk(base, possible, (&of, &root), (&criterion.rule, place), found);
    }
}

/// What a question accepts: some answer must get through.
fn accepted(base: &Base<'_>, n: usize, question: &Question, of: Part, found: &mut Findings) {
    let Some(accept) = &question.accept else { return };
    let path = format!("questions[{n}].accept.is");
    let id = question.id.clone();
    match base.domains[n].values(&accept.is, true) {
        None => found.add(path, FindingKind::WrongKind { of, question: id }),
        Some(values) if values.is_empty() => {
            found.add(path, FindingKind::NeverMet { of, question: Some(id) });
        }
        Some(_) => {}
    }
}

fn walk(
    base: &Base<'_>,
    possible: &Possible<'_>,
    (of, root): (&Part, &str),
    (rule, place): (&Rule, Place),
    found: &mut Findings,
) {
    let before = found.count();
    Walk { base, possible, of, root, way: Vec::new(), found }.branch(rule, place);
    // One that cannot be met for reasons of its own, not those of a criterion it reads.
    let mut read = Vec::new();
    base.criteria_in(place, &mut read);
    if found.count() == before && read.is_empty() && possible.branch(place, true).is_err() {
        found.add(root, FindingKind::NeverMet { of: of.clone(), question: None });
    }
}

/// A step down a rule.
#[derive(Clone, Copy)]
enum Turn {
    All(usize),
    Any(usize),
    Not,
}

/// A place in a rule, as the file has it.
struct At<'w>(&'w str, &'w [Turn], &'static str);

impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)?;
        for turn in self.1 {
            match turn {
                Turn::All(n) => write!(f, ".all[{n}]")?,
                Turn::Any(n) => write!(f, ".any[{n}]")?,
                Turn::Not => f.write_str(".not")?,
            }
        }
        f.write_str(self.2)
    }
}

struct Walk<'w> {
    base: &'w Base<'w>,
    possible: &'w Possible<'w>,
    of: &'w Part,
    root: &'w str,
    way: Vec<Turn>,
    found: &'w mut Findings,
}

impl Walk<'_> {
    fn add(&mut self, further: &'static str, kind: FindingKind) {
        self.found.add(At(self.root, &self.way, further), kind);
    }

    fn branch(&mut self, rule: &Rule, place: Place) {
        match (rule, self.base.rules.node(place)) {
            (Rule::All(rules), Node::All(places)) => self.branches(rules, places, true),
            (Rule::Any(rules), Node::Any(places)) => self.branches(rules, places, false),
            (Rule::Not(rule), Node::Not(place)) => {
                self.way.push(Turn::Not);
                self.branch(rule, *place);
                self.way.pop();
            }
            (Rule::Answer(test), Node::Test(question, _)) => self.test(test, *question),
            _ => {}
        }
    }

    fn branches(&mut self, rules: &[Rule], places: &[Place], all: bool) {
        let turn = |n| if all { Turn::All(n) } else { Turn::Any(n) };
        if rules.is_empty() {
            let (of, question) = (self.of.clone(), None);
            let kind = if all {
                FindingKind::AlwaysMet { of, question }
            } else {
                FindingKind::NeverMet { of, question }
            };
            return self.add("", kind);
        }
        for relation in relations(self.base, self.possible, rules, places, all) {
            let of = self.of.clone();
            let (n, kind) = match relation {
                Relation::Repeated(n) => (n, FindingKind::Repeated { of }),
                Relation::Idle(n) | Relation::IdleWithin(n, _) => {
                    (n, FindingKind::NeverMatters { of })
                }
                Relation::Exclusive(n, question) => {
                    let question = question.map(|number| self.base.question_id(number));
                    let kind = if all {
                        FindingKind::Contradiction { of, question }
                    } else {
                        FindingKind::PartAndOpposite { of, question }
                    };
                    (n, kind)
                }
            };
            let depth = self.way.len();
            self.way.push(turn(n));
            if let Relation::IdleWithin(_, m) = relation {
                self.way.push(Turn::Any(m));
            }
            self.add("", kind);
            self.way.truncate(depth);
        }
        for (n, (rule, place)) in rules.iter().zip(places).enumerate() {
            self.way.push(turn(n));
            self.branch(rule, *place);
            self.way.pop();
        }
    }

    fn test(&mut self, test: &AnswerTest, number: usize) {
        let question = &self.base.playbook.questions[number];
        let (of, id) = (|| self.of.clone(), || question.id.clone());
        let domain = &self.base.domains[number];
        let said = match domain.values(&test.is, true) {
            None => Some(FindingKind::WrongKind { of: of(), question: id() }),
            Some(values) if values.is_empty() => {
                Some(FindingKind::NeverMet { of: of(), question: Some(id()) })
            }
            Some(values) if domain.is_all(&values) && !is_plain(test) => {
                Some(FindingKind::AlwaysMet { of: of(), question: Some(id()) })
            }
            Some(_) => None,
        };
        let read = question.retired.as_ref().map(|retired| FindingKind::RetiredIsRead {
            of: of(),
            question: id(),
            becomes: retired.becomes.clone(),
        });
        let decides = match self.of {
            Part::Criterion(criterion) if question.personal => {
                Some(FindingKind::PersonalDecides { question: id(), criterion: criterion.clone() })
            }
            _ => None,
        };
        for (further, kind) in
            [(".answer.is", said), (".answer.question", read), (".answer.question", decides)]
        {
            if let Some(kind) = kind {
                self.add(further, kind);
            }
        }
    }
}

/// Whether a test asks for an answer and for nothing else.
fn is_plain(test: &AnswerTest) -> bool {
    matches!(test.is, crate::domain::playbook::rule::Test::Given)
}
