//! Three-valued evaluation of rules (Kleene's strong logic).
//!
//! `all` is Not met if any part is, else Unknown if any part is, else Met; `any` and `not`
//! accordingly. Invariant: unknown is never No, and more knowledge never makes a decided result
//! undecided.

use super::answer::{Answers, Evidence, Given};
use super::playbook::Playbook;
use super::playbook::question::Question;
use super::playbook::rule::{AnswerTest, MAX_DEPTH, Rule, Test};
use super::range::{Outcome, Range};
use super::value::Value;

/// How evidence floors are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// As the playbook demands.
    AsRequired,
    /// A claim is enough everywhere: what a visitor's own answers would come to.
    AsClaimed,
}

/// What rules are judged on.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The definitions.
    pub playbook: &'a Playbook,
    /// What is on record.
    pub answers: &'a Answers,
    /// How evidence floors are read.
    pub reading: Reading,
}

impl Outcome {
    /// Met and Not met change places.
    #[must_use]
    pub fn negate(self) -> Self {
        match self {
            Self::Met => Self::NotMet,
            Self::NotMet => Self::Met,
            Self::Unknown => Self::Unknown,
        }
    }

    /// All of several: the least favourable one.
    pub fn all(outcomes: impl IntoIterator<Item = Self>) -> Self {
        let mut result = Self::Met;
        for outcome in outcomes {
            match outcome {
                Self::NotMet => return Self::NotMet,
                Self::Unknown => result = Self::Unknown,
                Self::Met => {}
            }
        }
        result
    }

    /// Any of several: the most favourable one.
    pub fn any(outcomes: impl IntoIterator<Item = Self>) -> Self {
        Self::all(outcomes.into_iter().map(Self::negate)).negate()
    }

    fn of(yes: bool) -> Self {
        if yes { Self::Met } else { Self::NotMet }
    }
}

impl Facts<'_> {
    /// Judges a rule.
    pub fn judge(&self, rule: &Rule) -> Outcome {
        self.judge_at(rule, 0)
    }

    fn judge_at(&self, rule: &Rule, depth: usize) -> Outcome {
        if depth > MAX_DEPTH {
            return Outcome::Unknown;
        }
        match rule {
            Rule::All(parts) => Outcome::all(parts.iter().map(|p| self.judge_at(p, depth + 1))),
            Rule::Any(parts) => Outcome::any(parts.iter().map(|p| self.judge_at(p, depth + 1))),
            Rule::Not(part) => self.judge_at(part, depth + 1).negate(),
            Rule::Criterion(id) => self
                .playbook
                .criterion(id)
                .map_or(Outcome::Unknown, |next| self.judge_at(&next.rule, depth + 1)),
            Rule::Answer(test) => self.judge_answer(test),
        }
    }

    fn judge_answer(&self, test: &AnswerTest) -> Outcome {
        let given = self.answers.get(&test.question);
        match (given, self.playbook.question(&test.question)) {
            (Some(given), Some(question)) if given.evidence >= self.floor(test) => {
                meets(&given.value, &test.is, question)
            }
            _ => Outcome::Unknown,
        }
    }

    /// The lowest evidence that counts for a test.
    fn floor(&self, test: &AnswerTest) -> Evidence {
        match self.reading {
            Reading::AsRequired => test.evidence.unwrap_or(Evidence::Claimed),
            Reading::AsClaimed => Evidence::Claimed,
        }
    }

    /// The evidence a rule still asks for where an answer is there but known too weakly.
    pub fn missing_evidence(&self, rule: &Rule) -> Option<Evidence> {
        self.missing_evidence_at(rule, 0)
    }

    fn missing_evidence_at(&self, rule: &Rule, depth: usize) -> Option<Evidence> {
        if depth > MAX_DEPTH {
            return None;
        }
        match rule {
            Rule::All(parts) | Rule::Any(parts) => {
                parts.iter().filter_map(|part| self.missing_evidence_at(part, depth + 1)).max()
            }
            Rule::Not(part) => self.missing_evidence_at(part, depth + 1),
            Rule::Criterion(id) => {
                self.missing_evidence_at(&self.playbook.criterion(id)?.rule, depth + 1)
            }
            Rule::Answer(test) => {
                let given: &Given = self.answers.get(&test.question)?;
                let floor = self.floor(test);
                (given.evidence < floor).then_some(floor)
            }
        }
    }
}

/// Whether a value is what a test asks for; a value of another kind is Unknown.
fn meets(value: &Value, test: &Test, question: &Question) -> Outcome {
    match (test, value) {
        (Test::Given, Value::Text(words)) => {
            if words.trim().is_empty() {
                Outcome::Unknown
            } else {
                Outcome::Met
            }
        }
        (Test::Given, _) => Outcome::Met,
        (Test::Yes(wanted), Value::YesNo(said)) => Outcome::of(wanted == said),
        (Test::In(wanted), Value::Choice(id)) => Outcome::of(wanted.contains(id)),
        (Test::In(wanted), Value::Several(ids)) => {
            Outcome::of(ids.iter().any(|id| wanted.contains(id)))
        }
        (Test::In(wanted), Value::Text(words)) => question
            .recognise(words)
            .map_or(Outcome::Unknown, |id| Outcome::of(wanted.contains(id))),
        (Test::Within(limits), Value::Number(number)) => Range::only(number.get()).within(limits),
        (Test::Within(limits), Value::Band(band)) => band.within(limits),
        (Test::Within(limits), Value::Scale(step)) => Range::only(f64::from(*step)).within(limits),
        (Test::Within(limits), Value::Money(money)) => Range::only(money.major()).within(limits),
        _ => Outcome::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Outcome::{Met, NotMet, Unknown};

    #[test]
    fn kleene_tables() {
        for (a, b, all, any) in [
            (Met, Met, Met, Met),
            (Met, NotMet, NotMet, Met),
            (Met, Unknown, Unknown, Met),
            (NotMet, Unknown, NotMet, Unknown),
            (NotMet, NotMet, NotMet, NotMet),
            (Unknown, Unknown, Unknown, Unknown),
        ] {
            for (x, y) in [(a, b), (b, a)] {
                assert_eq!(Outcome::all([x, y]), all, "{x:?} and {y:?}");
                assert_eq!(Outcome::any([x, y]), any, "{x:?} or {y:?}");
            }
        }
        assert_eq!(Outcome::all([]), Met);
        assert_eq!(Outcome::any([]), NotMet);
    }
}
