//! A contact as it stands: the fold of its history.
//!
//! Invariant: nothing here is stored; everything follows from the events.

use super::answer::Answers;
use super::event::{By, Consented, DecisionRole, Direction, EndKind, Engaged, Field, TouchKind};
use super::handoff::Handoff;
use super::ids::{ContactId, QuestionId, ReasonId, SystemId};
use super::journey::Journey;
use super::money::Money;
use super::position::{Level, Position, Standing};
use super::when::When;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A contact: a person at an organisation, in one purchase journey.
#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    /// Its id.
    pub id: ContactId,
    /// Text fields; an empty one is absent.
    pub fields: BTreeMap<Field, String>,
    /// Where it stands.
    pub position: Position,
    /// Whether it is worked on.
    pub standing: Standing,
    /// What was answered.
    pub answers: Answers,
    /// The positions it went through.
    pub journey: Journey,
    /// How it ended, where it has.
    pub ended: Option<Ended>,
    /// The answers as they stood when it ended, where more was recorded since.
    pub answers_at_end: Option<Box<Answers>>,
    /// When it was captured; for an imported row, when it was imported.
    pub created: Option<When>,
    /// Contacts by a rep, oldest first.
    pub touches: Vec<Touch>,
    /// What it did by itself, oldest first: no touch, so it answers nothing.
    pub engagements: Vec<Engaged>,
    /// The next step, where one is set.
    pub task: Option<Task>,
    /// What the deal is worth; none is not zero.
    pub amount: Option<Money>,
    /// Every amount it ever had, with the moment of the change.
    pub amounts: Vec<(When, Option<Money>)>,
    /// The day it is expected to close.
    pub expected_close: Option<NaiveDate>,
    /// Others who matter.
    pub stakeholders: Vec<Stakeholder>,
    /// Whether it agreed that what it said is kept and used; none where nobody asked.
    pub consent: Option<Consent>,
    /// To whom it was handed over, and what came of it.
    pub handoff: Option<Handoff>,
    /// The id in the system it was imported from.
    pub external_id: Option<String>,
    /// That system, where a file told it.
    pub system: Option<SystemId>,
    /// Columns of the imported file that Ripen has no place of its own for.
    pub attributes: BTreeMap<String, String>,
    /// The contacts whose answers count here, by question: those that were taken over.
    pub taken_over: BTreeMap<QuestionId, ContactId>,
    /// The purchase before this one.
    pub earlier_purchase: Option<ContactId>,
    /// Purchases that were started after this one, oldest first.
    pub next_purchases: Vec<ContactId>,
    /// The contact that goes on in place of this one.
    pub merged_into: Option<ContactId>,
    /// The contacts that were merged into this one, by id.
    pub merged: Vec<Merged>,
    /// Contacts that look the same and are not.
    pub not_the_same: Vec<ContactId>,
}

/// A contact that was merged into another: what it is still known by.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// Which one.
    pub id: ContactId,
    /// Its text fields.
    pub fields: BTreeMap<Field, String>,
    /// Its id in the system it was imported from.
    pub external_id: Option<String>,
    /// That system, where a file told it.
    pub system: Option<SystemId>,
}

/// How a journey ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Ended {
    /// Won, lost or disqualified.
    pub kind: EndKind,
    /// When, where it is known.
    pub on: Option<When>,
    /// Why, for lost and disqualified.
    pub reason: Option<ReasonId>,
    /// The level it ended at; a won one ends at Customer.
    pub level: Level,
}

/// A contact by a rep.
#[derive(Debug, Clone, PartialEq)]
pub struct Touch {
    /// How.
    pub kind: TouchKind,
    /// Who began it.
    pub direction: Direction,
    /// The day of it.
    pub on: NaiveDate,
    /// How long it took.
    pub minutes: Option<u32>,
    /// What was said.
    pub note: Option<String>,
}

/// The next step: one due date with a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The day.
    pub due: NaiveDate,
    /// What to do.
    pub note: String,
}

/// Somebody else who matters for the decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stakeholder {
    /// The person's name.
    pub name: String,
    /// Whether this person makes the final buying decision.
    pub decides: bool,
    /// The person's job.
    pub job: Option<String>,
    /// What the person is to the decision, where more is known.
    pub role: Option<DecisionRole>,
}

/// What a contact said when it was asked for its consent.
#[derive(Debug, Clone, PartialEq)]
pub struct Consent {
    /// Whether it agrees, the words it was asked in and their version.
    pub said: Consented,
    /// When that was recorded.
    pub at: When,
    /// By whom.
    pub by: By,
}

/// Whether two names are one person's: the same but for case and space round them.
pub fn same_name(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

fn each_once<'a>(texts: impl Iterator<Item = &'a String>) -> Vec<&'a str> {
    let mut all: Vec<&str> = Vec::new();
    for text in texts {
        if !all.contains(&text.as_str()) {
            all.push(text);
        }
    }
    all
}

/// Whether two names are one organisation's: the same words, whatever their case and what stands
/// between them.
///
/// ```
/// use ripen::domain::contact::same_organisation;
/// assert!(same_organisation("Acme, Inc.", " ACME inc"));
/// assert!(!same_organisation("GTXPro", "GTX Pro"));
/// assert!(!same_organisation("", "-"), "no name is nobody's");
/// ```
pub fn same_organisation(a: &str, b: &str) -> bool {
    // Compared letter by letter: a workspace has thousands of names, and most differ in the first.
    letters(a).eq(letters(b)) && letters(a).next().is_some()
}

/// What two names have in common where they are [one organisation's](same_organisation); none where a
/// name is nobody's.
pub fn organisation_key(name: &str) -> Option<String> {
    let key: String = letters(name).collect();
    (!key.is_empty()).then_some(key)
}

/// The letters of a name that count, each word after a space.
fn letters(name: &str) -> impl Iterator<Item = char> {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.flat_map(|word| std::iter::once(' ').chain(word.chars().flat_map(char::to_lowercase)))
}

impl Contact {
    /// A contact about which nothing is known yet.
    pub fn blank(id: ContactId) -> Self {
        Self {
            id,
            fields: BTreeMap::new(),
            position: Position::Lead,
            standing: Standing::Active,
            answers: Answers::default(),
            journey: Journey::default(),
            ended: None,
            answers_at_end: None,
            created: None,
            touches: Vec::new(),
            engagements: Vec::new(),
            task: None,
            amount: None,
            amounts: Vec::new(),
            expected_close: None,
            stakeholders: Vec::new(),
            consent: None,
            handoff: None,
            external_id: None,
            system: None,
            attributes: BTreeMap::new(),
            taken_over: BTreeMap::new(),
            earlier_purchase: None,
            next_purchases: Vec::new(),
            merged_into: None,
            merged: Vec::new(),
            not_the_same: Vec::new(),
        }
    }

    /// A text field; none when empty.
    pub fn field(&self, field: Field) -> Option<&str> {
        self.fields.get(&field).map(String::as_str)
    }

    /// What a text field says here and at the contacts merged into this one, each text once.
    pub fn every(&self, field: Field) -> Vec<&str> {
        let others = self.merged.iter().filter_map(|other| other.fields.get(&field));
        each_once(self.fields.get(&field).into_iter().chain(others))
    }

    /// Every id it has in systems it was imported from, its own first, each once.
    pub fn external_ids(&self) -> Vec<&str> {
        let others = self.merged.iter().filter_map(|other| other.external_id.as_ref());
        each_once(self.external_id.iter().chain(others))
    }

    /// Those ids, each with its system where that is on record.
    pub fn ids_elsewhere(&self) -> impl Iterator<Item = (Option<&SystemId>, &str)> {
        let own = (self.system.as_ref(), self.external_id.as_deref());
        let others = self.merged.iter();
        let others = others.map(|other| (other.system.as_ref(), other.external_id.as_deref()));
        std::iter::once(own).chain(others).filter_map(|(system, id)| Some((system, id?)))
    }

    /// What was answered by the time it ended; for one that has not, what is answered.
    pub fn answers_then(&self) -> &Answers {
        self.answers_at_end.as_deref().unwrap_or(&self.answers)
    }

    /// The level.
    pub fn level(&self) -> Level {
        self.position.level()
    }

    /// Whether the journey is over: won, lost or disqualified.
    pub fn has_ended(&self) -> bool {
        self.level() == Level::Customer || self.standing.is_closed()
    }

    /// Whether it is an opportunity that has not ended: part of the pipeline.
    ///
    /// A nurturing opportunity stays in the pipeline; only an end takes it out.
    pub fn is_open_opportunity(&self) -> bool {
        self.level() == Level::Opportunity && !self.standing.is_closed()
    }
}
