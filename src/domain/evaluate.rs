//! Judging: what the rules of a playbook come to on one contact's answers.
//!
//! Refuses to know how outcomes add up (`outcome.rs`) and what one answer comes to in a test
//! (`meets.rs`); what an undecided rule still waits for is in `open.rs`. Invariant: unknown is
//! never No, and more knowledge never makes a decided result undecided.

mod open;

use super::answer::{Answers, Evidence, Given};
use super::ids::{CriterionId, QuestionId};
use super::meets::meets;
use super::outcome::Outcome;
use super::playbook::Playbook;
use super::playbook::rule::{AnswerTest, MAX_DEPTH};
use super::rules::{Node, Place, Rules};
use chrono::NaiveDate;
use std::cell::Cell;

/// How evidence floors are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// As the playbook demands.
    AsRequired,
    /// A claim is enough everywhere: what a visitor's own answers would come to.
    AsClaimed,
}

/// What the rules of a playbook are judged on: one contact's answers, on a day.
#[derive(Debug)]
pub struct Facts<'a> {
    rules: &'a Rules<'a>,
    /// The answer that counts, by the question's number.
    given: Vec<Option<&'a Given>>,
    /// What each criterion came to, by its number: many rules read the same ones.
    judged: Vec<Cell<Judged>>,
    reading: Reading,
    today: NaiveDate,
}

/// How far the judging of a criterion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Judged {
    NotYet,
    /// Asked for again while it is judged, it reads itself in a circle.
    Under,
    As(Outcome),
}

impl<'a> Facts<'a> {
    /// Lays out the answers for judging. `today` is the day in the person's time zone.
    pub fn new(
        rules: &'a Rules<'a>,
        answers: &'a Answers,
        reading: Reading,
        today: NaiveDate,
    ) -> Self {
        let questions = &rules.playbook.questions;
        let mut given = vec![None; questions.len()];
        // Both are in the order of ids: one walk finds every answer's question.
        let mut numbers = rules.by_id().iter();
        let mut next = numbers.next();
        for (id, answer) in answers.counting() {
            while let Some((known, number)) = next {
                match (*known).cmp(id.as_str()) {
                    std::cmp::Ordering::Less => next = numbers.next(),
                    std::cmp::Ordering::Equal => {
                        given[*number] = Some(answer);
                        break;
                    }
                    std::cmp::Ordering::Greater => break,
                }
            }
        }
        // Along chains of retired questions, however they stand in the playbook. An answer moves on
        // only to where less is known, so this ends even in a circle.
        let mut moves = true;
        while moves {
            moves = false;
            for (old, new) in rules.becomes() {
                let known = given[*new].map(|given| given.evidence);
                let moved = given[*old].filter(|given| {
                    known < Some(given.evidence) && questions[*new].accepts(&given.value)
                });
                if moved.is_some() {
                    given[*new] = moved;
                    moves = true;
                }
            }
        }
        let judged = vec![Cell::new(Judged::NotYet); rules.playbook.criteria.len()];
        Self { rules, given, judged, reading, today }
    }

    /// The definitions.
    pub fn playbook(&self) -> &'a Playbook {
        self.rules.playbook
    }

    /// The rules these facts are judged by.
    pub fn rules(&self) -> &'a Rules<'a> {
        self.rules
    }

    /// How evidence floors are read.
    pub fn reading(&self) -> Reading {
        self.reading
    }

    /// The day.
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// The answer that counts for a question, by its number.
    pub fn given(&self, question: usize) -> Option<&'a Given> {
        self.given[question]
    }

    /// The same facts with other answers, by the numbers of their questions.
    pub fn assuming<'b>(&self, answers: &'b [(usize, Given)]) -> Facts<'b>
    where
        'a: 'b,
    {
        let mut given: Vec<Option<&'b Given>> = self.given.clone();
        for (question, answer) in answers {
            given[*question] = Some(answer);
        }
        let judged = vec![Cell::new(Judged::NotYet); self.judged.len()];
        Facts { rules: self.rules, given, judged, reading: self.reading, today: self.today }
    }

    /// What one test of a question's answer comes to.
    pub(super) fn answer(&self, question: usize, test: &AnswerTest) -> Outcome {
        self.judge_answer(question, test)
    }

    /// Goes on as if a question had no answer.
    pub fn forget(&mut self, question: usize) {
        self.given[question] = None;
        self.judged.fill(Cell::new(Judged::NotYet));
    }

    /// What a criterion comes to; Unknown for one that is not defined.
    pub fn criterion(&self, id: &CriterionId) -> Outcome {
        self.numbered(self.rules.number(id))
    }

    /// What a criterion comes to, by its number.
    pub(super) fn numbered(&self, number: Option<usize>) -> Outcome {
        number.map_or(Outcome::Unknown, |number| self.judge_criterion(number, 0))
    }

    /// Whether a question applies: what its `when` comes to.
    pub fn applies(&self, id: &QuestionId) -> Outcome {
        let when = self.rules.question(id).and_then(|number| self.rules.when(number));
        when.map_or(Outcome::Met, |when| self.judge(when))
    }

    fn judge(&self, rule: Place) -> Outcome {
        self.judge_at(rule, 0)
    }

    fn judge_at(&self, rule: Place, depth: usize) -> Outcome {
        if depth > MAX_DEPTH {
            return Outcome::Unknown;
        }
        match self.rules.node(rule) {
            Node::All(branches) => {
                Outcome::all(branches.iter().map(|p| self.judge_at(*p, depth + 1)))
            }
            Node::Any(branches) => {
                Outcome::any(branches.iter().map(|p| self.judge_at(*p, depth + 1)))
            }
            Node::Not(branch) => self.judge_at(*branch, depth + 1).negate(),
            Node::Criterion(number) => self.judge_criterion(*number, depth + 1),
            Node::Test(question, test) => self.judge_answer(*question, test),
            Node::Nothing => Outcome::Unknown,
        }
    }

    fn judge_criterion(&self, number: usize, depth: usize) -> Outcome {
        let judged = &self.judged[number];
        match judged.get() {
            Judged::As(outcome) => outcome,
            Judged::Under => Outcome::Unknown,
            Judged::NotYet => {
                judged.set(Judged::Under);
                let outcome = self.judge_at(self.rules.criterion(number), depth);
                judged.set(Judged::As(outcome));
                outcome
            }
        }
    }

    fn judge_answer(&self, question: usize, test: &AnswerTest) -> Outcome {
        match self.given[question] {
            Some(given) if given.evidence >= self.floor(test) => {
                meets(&given.value, &test.is, &self.rules.playbook.questions[question], self.today)
            }
            _ => Outcome::Unknown,
        }
    }

    /// The lowest evidence that counts for a test.
    pub fn floor(&self, test: &AnswerTest) -> Evidence {
        match self.reading {
            Reading::AsRequired => test.evidence.unwrap_or(Evidence::Claimed),
            Reading::AsClaimed => Evidence::Claimed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::By;
    use crate::domain::value::Value;
    use crate::domain::when::When;
    use Outcome::{Met, NotMet, Unknown};

    /// What becomes what, by the order in the playbook; who answers what how well; what `new` is.
    fn check(becomes: &[(&str, &str)], given: &[(&str, bool, Evidence)], expected: Outcome) {
        let question = |id: &str, becomes: Option<&str>| {
            let retired = becomes.map(|b| format!(r#","retired":{{"becomes":"{b}"}}"#));
            let retired = retired.unwrap_or_default();
            format!(
                r#"{{"id":"{id}","section":"s","title":"Q","ask":"Q?","kind":"yes_no"{retired}}}"#
            )
        };
        let mut questions: Vec<_> = becomes.iter().map(|(o, n)| question(o, Some(n))).collect();
        questions.push(question("new", None));
        let playbook = format!(
            r#"{{"format":"ripen-playbook","version":1,"id":"p","revision":1,"title":"P",
            "sections":[],"questions":[{}],"criteria":[{{"id":"c","title":"C","rule_text":"",
            "step":"","rule":{{"answer":{{"question":"new","is":{{"yes":true}}}}}}}}],
            "gates":{{"prospect":[],"opportunity":[]}}}}"#,
            questions.join(",")
        );
        let playbook: Playbook = serde_json::from_str(&playbook).unwrap();
        let mut answers = Answers::default();
        for (id, yes, evidence) in given {
            let (at, by) = (When::parse("2026-11-21").unwrap(), By::Visitor);
            let (value, evidence) = (Value::YesNo(*yes), *evidence);
            answers.record((*id).into(), Given { value, evidence, at, by, note: None });
        }
        let rules = Rules::of(&playbook);
        let today = "2026-11-22".parse().unwrap();
        let facts = Facts::new(&rules, &answers, Reading::AsRequired, today);
        assert_eq!(facts.criterion(&"c".into()), expected, "{becomes:?} {given:?}");
    }

    #[test]
    fn answers_follow_retired_questions_to_the_end() {
        use Evidence::{Claimed, Confirmed};
        let old = [("old", true, Claimed)];
        check(&[("old", "new")], &old, Met);
        check(&[("mid", "new"), ("old", "mid")], &old, Met);
        check(&[("old", "mid"), ("mid", "new")], &old, Met);
        check(&[("mid", "new"), ("old", "mid")], &[], Unknown);
        // What was answered further on counts, unless it is known less well.
        let both = |evidence| [("old", true, evidence), ("new", false, Claimed)];
        check(&[("old", "new")], &both(Claimed), NotMet);
        check(&[("old", "new")], &both(Confirmed), Met);
        let mid = [("old", true, Claimed), ("mid", false, Claimed)];
        check(&[("mid", "new"), ("old", "mid")], &mid, NotMet);
        // A circle ends, too.
        check(&[("a", "b"), ("b", "a")], &[("a", true, Claimed)], Unknown);
    }
}
