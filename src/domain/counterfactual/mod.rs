//! The counterfactual: the smallest set of answers that would pass a gate.
//!
//! Only answers that are unknown or known too weakly change: "become a bigger firm" is no next
//! step. Sets of up to [`EXACT`] answers are found exactly, above that one way is given of which
//! no answer can be left out. Invariant: with the changes made, every criterion is met.

mod states;
mod ways;

use super::answer::{Evidence, Given};
use super::evaluate::Facts;
use super::event::By;
use super::ids::{CriterionId, OptionId, QuestionId};
use super::outcome::Outcome;
use super::range::Range;
use super::value::Value;
use super::when::When;
use states::States;
use ways::{Search, Way};

/// Sets of up to so many changes are found exactly.
pub const EXACT: usize = 3;
/// The most sets named at once.
const NAMED: usize = 3;

/// What it would take to meet criteria.
#[derive(Debug, Clone, PartialEq)]
pub enum Counterfactual {
    /// They are all met.
    Nothing,
    /// Each of these sets is enough, and no smaller one is. At most three are named.
    Smallest(Vec<Vec<Change>>),
    /// This is one way of several changes; none of them can be left out.
    OneWay(Vec<Change>),
    /// Nothing that is still open would be enough.
    NoWay,
}

impl Counterfactual {
    /// The changes of the first way; empty where there is nothing to do or no way.
    pub fn first(&self) -> &[Change] {
        match self {
            Self::Smallest(sets) => sets.first().map_or(&[], Vec::as_slice),
            Self::OneWay(changes) => changes,
            Self::Nothing | Self::NoWay => &[],
        }
    }
}

/// One answer that would have to become known.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Whose answer.
    pub question: QuestionId,
    /// What it would have to be.
    pub wanted: Wanted,
    /// The lowest evidence that counts.
    pub evidence: Evidence,
    /// Whether what is on record would do if it were known that well.
    pub confirms: bool,
    /// An answer that would do.
    pub example: Value,
}

/// What an answer would have to be.
#[derive(Debug, Clone, PartialEq)]
pub enum Wanted {
    /// Whatever it is.
    Anything,
    /// Yes, or no.
    Yes(bool),
    /// One of these options.
    OneOf(Vec<OptionId>),
    /// These options, for a question that takes several.
    Together(Vec<OptionId>),
    /// A number, amount (in major units) or scale step in this range.
    Within(Range),
    /// A day so many days from today.
    Days(Range),
    /// Words of so many characters.
    Length(Range),
}

/// Finds what it would take to meet all of these criteria.
///
/// ```
/// use ripen::domain::answer::Answers;
/// use ripen::domain::counterfactual::{Counterfactual, counterfactual};
/// use ripen::domain::evaluate::{Facts, Reading};
/// use ripen::domain::playbook::Playbook;
/// use ripen::domain::rules::Rules;
/// let playbook: Playbook = serde_json::from_str(
///     r#"{"format":"ripen-playbook","version":1,"id":"p","revision":1,"title":"P",
///     "sections":[{"id":"s","title":"S"}],
///     "questions":[{"id":"pain","section":"s","title":"Pain","ask":"Pain?","kind":"yes_no"}],
///     "criteria":[{"id":"c","title":"C","rule_text":"Pain","step":"Ask.",
///       "rule":{"answer":{"question":"pain","is":{"yes":true},"evidence":"confirmed"}}}],
///     "gates":{"prospect":[],"opportunity":["c"]}}"#,
/// ).unwrap();
/// let (rules, answers) = (Rules::of(&playbook), Answers::default());
/// let facts = Facts::new(&rules, &answers, Reading::AsRequired, "2026-11-22".parse().unwrap());
/// let way = counterfactual(&facts, &playbook.gates.opportunity);
/// assert_eq!(way.first()[0].question, "pain".into());
/// ```
pub fn counterfactual(facts: &Facts<'_>, criteria: &[CriterionId]) -> Counterfactual {
    if are_met(facts, criteria) {
        return Counterfactual::Nothing;
    }
    let states = States::of(facts, criteria);
    let search = Search::new(facts, &states);
    let smallest = search.smallest(criteria, EXACT);
    if !smallest.is_empty() {
        let named = smallest.iter().map(|way| changes(facts, &states, way));
        return Counterfactual::Smallest(named.take(NAMED).collect());
    }
    let Some(way) = search.one(criteria) else { return Counterfactual::NoWay };
    let mut changes = changes(facts, &states, &way);
    let mut place = changes.len();
    // Each one is tried without, the last first: what is asked first is rather kept.
    while place > 0 {
        place -= 1;
        let without: Vec<_> =
            changes.iter().enumerate().filter(|(n, _)| *n != place).map(|(_, c)| c).collect();
        if passes_with(facts, criteria, without) {
            changes.remove(place);
        }
    }
    Counterfactual::OneWay(changes)
}

/// Whether the criteria are met once these changes are made.
pub fn passes_with<'c>(
    facts: &Facts<'_>,
    criteria: &[CriterionId],
    changes: impl IntoIterator<Item = &'c Change>,
) -> bool {
    let made = changes.into_iter().filter_map(|change| {
        let number = facts.rules().question(&change.question)?;
        let (value, evidence) = (change.example.clone(), change.evidence);
        let (at, by, note) = (When::Day(facts.today()), By::Import, None);
        Some((number, Given { value, evidence, at, by, note }))
    });
    let made: Vec<_> = made.collect();
    are_met(&facts.assuming(&made), criteria)
}

fn are_met(facts: &Facts<'_>, criteria: &[CriterionId]) -> bool {
    Outcome::all(criteria.iter().map(|id| facts.criterion(id))) == Outcome::Met
}

/// The changes of a way, in the order of the playbook's questions.
fn changes(facts: &Facts<'_>, states: &States<'_>, way: &Way) -> Vec<Change> {
    let changed = way.changed();
    let changed = changed.map(|(question, mask)| {
        let answered = states.question(question);
        let kept = facts.given(question).filter(|given| answered.takes(&given.value, mask));
        let example = answered.example(mask);
        Change {
            question: facts.playbook().questions[question].id.clone(),
            wanted: answered.wanted(mask),
            evidence: answered.floor,
            confirms: kept.is_some(),
            example: kept.map_or(example, |given| given.value.clone()),
        }
    });
    changed.collect()
}
