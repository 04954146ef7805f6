//! What made-up contacts come to under the active playbook, and a round of deciding on them.
//!
//! Invariant: the model answer is judged by the rules real contacts are judged by; a case the
//! playbook cannot ask about is left out, never guessed.

use super::cases::{CASES, Case, Known, Said};
use crate::app::why::{WhyCard, explain};
use crate::domain::answer::{Answers, Evidence, Given};
use crate::domain::assess::{GateReading, Verdict, judge_answers, slots};
use crate::domain::calibration::Calibration;
use crate::domain::evaluate::{Facts, Reading};
use crate::domain::event::{Author, By};
use crate::domain::ids::{AuthorId, QuestionId};
use crate::domain::money::{Currency, Money};
use crate::domain::playbook::Playbook;
use crate::domain::position::Level;
use crate::domain::rules::Rules;
use crate::domain::value::{Number, Value};
use crate::domain::when::When;
use chrono::NaiveDate;

/// What somebody holds a contact to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Call {
    /// Still a lead.
    Lead,
    /// A prospect.
    Prospect,
    /// An opportunity.
    Opportunity,
    /// Nothing of the kind: it is knocked out.
    KnockOut,
}

impl Call {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Lead, Self::Prospect, Self::Opportunity, Self::KnockOut];
}

/// What the active playbook makes of a case.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// The right call.
    pub call: Call,
    /// The gates below Opportunity, explained, lowest first.
    pub gates: Vec<WhyCard>,
    /// The chance to win, for an opportunity.
    pub chance: Option<f64>,
}

impl Model {
    /// Judges a case. `today` is the day its answers are taken to be from.
    pub fn of(playbook: &Playbook, case: &Case, today: NaiveDate) -> Self {
        let answers = answers(case, today);
        let (level, gates) = judge_answers(playbook, &answers, Reading::AsRequired, today);
        let out = gates.iter().any(|gate| gate.knock_out(playbook).is_some());
        let call = match level {
            _ if out => Call::KnockOut,
            Level::Lead => Call::Lead,
            Level::Prospect => Call::Prospect,
            Level::Opportunity | Level::Customer => Call::Opportunity,
        };
        let model = playbook.chance.as_ref().filter(|_| call == Call::Opportunity);
        let rules = Rules::of(playbook);
        let facts = Facts::new(&rules, &answers, Reading::AsRequired, today);
        let chance =
            model.map(|model| model.chance(&slots(&facts), &Calibration::default()).probability);
        let explain = |gate: &GateReading| explain(&facts, &answers, gate);
        Self { call, gates: gates.iter().map(explain).collect(), chance }
    }

    /// The gate that decides: the one it is knocked out at, else the first that has not passed,
    /// else the last.
    pub fn deciding(&self) -> Option<&WhyCard> {
        let out = self.gates.iter().find(|gate| gate.knock_out.is_some());
        let open = || self.gates.iter().find(|gate| gate.verdict != Verdict::Passed);
        out.or_else(open).or(self.gates.last())
    }
}

/// The answers of a case, as if they had been recorded on a day.
pub fn answers(case: &Case, today: NaiveDate) -> Answers {
    let mut answers = Answers::default();
    for known in case.known {
        let by = match known.evidence {
            Evidence::Claimed => By::Visitor,
            _ => By::Rep(Author { id: AuthorId::new("practice"), name: String::new() }),
        };
        let given = Given {
            value: value(known.said),
            evidence: known.evidence,
            at: When::Day(today),
            by,
            note: known.words.map(str::to_owned),
        };
        answers.record(QuestionId::from(known.question), given);
    }
    answers
}

/// An answer as a contact's.
pub fn value(said: Said) -> Value {
    match said {
        Said::Yes => Value::YesNo(true),
        Said::No => Value::YesNo(false),
        Said::Option(id) => Value::Choice(id.into()),
        Said::Number(number) => Value::Number(Number::new(number).expect("cases are finite")),
        Said::Words(words) => Value::Text(words.to_owned()),
        Said::Dollars(dollars) => {
            Value::Money(Money { minor: 100 * dollars, currency: Currency::USD })
        }
    }
}

/// Whether the playbook asks for all that a case says.
fn suits(playbook: &Playbook, case: &Case) -> bool {
    let asks = |known: &Known| {
        let question = playbook.question(&QuestionId::from(known.question));
        question.is_some_and(|question| {
            question.retired.is_none() && question.accepts(&value(known.said))
        })
    };
    case.known.iter().all(asks)
}

/// A round: the cases a playbook can judge, and the calls made so far.
#[derive(Debug, Clone, PartialEq)]
pub struct Round {
    cases: Vec<&'static Case>,
    calls: Vec<(Call, Call)>,
    at: usize,
}

impl Round {
    /// A new round with the cases the playbook can judge.
    pub fn new(playbook: &Playbook) -> Self {
        let cases = CASES.iter().filter(|case| suits(playbook, case)).collect();
        Self { cases, calls: Vec::new(), at: 0 }
    }

    /// How many cases there are.
    pub fn len(&self) -> usize {
        self.cases.len()
    }

    /// Whether the playbook can judge no case at all.
    pub fn is_empty(&self) -> bool {
        self.cases.is_empty()
    }

    /// How many cases were left out.
    pub fn left_out(&self) -> usize {
        CASES.len() - self.cases.len()
    }

    /// The case at hand with its number from 1; none when all are done.
    pub fn case(&self) -> Option<(usize, &'static Case)> {
        Some((self.at + 1, self.cases.get(self.at)?))
    }

    /// The call made on the case at hand, and the right one; none before it is made.
    pub fn called(&self) -> Option<(Call, Call)> {
        self.calls.get(self.at).copied()
    }

    /// Makes a call on the case at hand, once.
    pub fn call(&mut self, playbook: &Playbook, call: Call, today: NaiveDate) {
        if let (Some((_, case)), None) = (self.case(), self.called()) {
            self.calls.push((call, Model::of(playbook, case, today).call));
        }
    }

    /// Goes on to the next case, once the one at hand is decided.
    pub fn go_on(&mut self) {
        self.at = (self.at + 1).min(self.calls.len());
    }

    /// How many calls were right, of how many.
    pub fn score(&self) -> (usize, usize) {
        (self.calls.iter().filter(|(call, right)| call == right).count(), self.calls.len())
    }

    /// The cases with the calls made and the right ones.
    pub fn made(&self) -> impl Iterator<Item = (&'static Case, Call, Call)> {
        let calls = self.cases.iter().zip(&self.calls);
        calls.map(|(case, (call, right))| (*case, *call, *right))
    }
}
