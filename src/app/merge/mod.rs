//! Merging contacts that are one, saying that they are not, and taking a merging apart.
//!
//! Owns what is recorded for it at whom. Refuses to record: the [`Workspace`] does, as one action.
//! Invariant: nothing a contact knows is lost by it, and taking it apart restores all exactly.

mod also;
mod kept_apart;
mod rows;

pub use also::{also, each_by_itself};
pub use kept_apart::{KeptApart, kept_apart, propose_again};
pub use rows::{Item, Row, rows};

use super::refusal::Refusal;
use super::workspace::{Changes, Workspace};
use crate::domain::answer::Given;
use crate::domain::contact::Contact;
use crate::domain::event::{
    AmountSet, Answered, By, CloseExpected, EventKind, FieldSet, HandedOver, MergedInto,
    NotTheSame, Retracted, TaskSet,
};
use crate::domain::fold::fold;
use crate::domain::handoff::Handoff;
use crate::domain::ids::{BatchId, ContactId, QuestionId};
use crate::domain::merged::merged;
use crate::domain::position::Level;
use crate::domain::when::When;
use chrono::Utc;
use rows::{Said, is_said, said};
use std::collections::BTreeMap;

/// Whose word counts, by what it is about; what is proposed counts for the rest.
pub type Choices = BTreeMap<Item, ContactId>;

/// The contacts that are here, each once, in the order given; one that was merged stands for the one
/// that goes on.
pub fn standing(workspace: &Workspace, ids: &[ContactId]) -> Vec<ContactId> {
    let mut all = Vec::new();
    for contact in ids.iter().filter_map(|id| workspace.contact(*id)) {
        let id = contact.merged_into.unwrap_or(contact.id);
        if !all.contains(&id) {
            all.push(id);
        }
    }
    all
}

/// The one to go on with: one that is not over rather than one that is, then the one that came
/// further, then the older one.
pub fn further(workspace: &Workspace, ids: &[ContactId]) -> Option<ContactId> {
    let rank = |contact: &&Contact| {
        let further = workspace.playbook.rank(&contact.position);
        let created = contact.created.map(|created| created.day(&Utc));
        (contact.has_ended(), std::cmp::Reverse(further), created, contact.id)
    };
    let all = ids.iter().filter_map(|id| workspace.contact(*id));
    all.min_by_key(rank).map(|contact| contact.id)
}

/// Merges contacts into one of them. Whatever of theirs would not show at it is recorded there, too:
/// what was chosen or is proposed, and what its own history had settled otherwise.
///
/// # Errors
/// [`Refusal::NoSuchContact`], or [`Refusal::NothingChanges`] where there are not two of them.
pub fn merge(
    workspace: &Workspace,
    ids: &[ContactId],
    goes_on: ContactId,
    choices: &Choices,
) -> Result<Changes, Refusal> {
    let ids = standing(workspace, ids);
    let here: Vec<_> = ids.iter().filter_map(|id| workspace.contact(*id)).collect();
    let place = ids.iter().position(|id| *id == goes_on).ok_or(Refusal::NoSuchContact)?;
    if here.len() < 2 {
        return Err(Refusal::NothingChanges);
    }
    let after = after(workspace, &here, goes_on).ok_or(Refusal::NoSuchContact)?;
    let mut kinds = Vec::new();
    for row in rows(&workspace.playbook, &here, place) {
        let chosen = choices.get(&row.item).and_then(|id| ids.iter().position(|it| it == id));
        let chosen = chosen.filter(|place| row.choices.contains(place)).unwrap_or(row.proposed);
        let wanted = here.get(chosen).and_then(|contact| said(contact, &row.item));
        if let Some(wanted) = wanted.filter(|wanted| !is_said(&after, &row.item, wanted)) {
            kinds.extend(recorded(&row.item, wanted));
        }
    }
    for other in here.iter().filter(|other| other.id != goes_on) {
        for question in other.answers.questions() {
            kinds.extend(taken_back(&after, other, question, &kinds));
        }
    }
    kinds.extend(handed_over(here[place], &here));
    let mut plan: Changes = vec![(goes_on, kinds)];
    plan.retain(|(_, kinds)| !kinds.is_empty());
    for id in ids.into_iter().filter(|id| *id != goes_on) {
        plan.push((id, vec![EventKind::MergedInto(MergedInto { contact: goes_on })]));
    }
    Ok(plan)
}

/// The one that goes on as it would stand, were nothing recorded but the merging.
fn after(workspace: &Workspace, here: &[&Contact], goes_on: ContactId) -> Option<Contact> {
    let all = here.iter().flat_map(|contact| workspace.histories(contact.id));
    let (mut own, mut others) = (None, Vec::new());
    for (id, log) in all {
        let contact = fold(id, log)?;
        if id == goes_on {
            own = Some((contact, log));
        } else {
            others.push(contact);
        }
    }
    own.map(|(contact, log)| merged(contact, log, &others))
}

fn recorded(item: &Item, wanted: Said) -> Option<EventKind> {
    Some(match (item, wanted) {
        (Item::Field(field), Said::Text(text)) => {
            EventKind::FieldSet(FieldSet { field: *field, value: Some(text) })
        }
        (_, Said::Amount(amount)) => EventKind::AmountSet(AmountSet { amount: Some(amount) }),
        (_, Said::Day(day)) => EventKind::CloseExpected(CloseExpected { on: Some(day) }),
        (_, Said::Task(task)) => EventKind::TaskSet(TaskSet { due: task.due, note: task.note }),
        (Item::Answer(question), Said::Answer(given)) => answered(question, &given),
        _ => return None,
    })
}

fn answered(question: &QuestionId, given: &Given) -> EventKind {
    EventKind::Answered(Answered {
        question: question.clone(),
        value: Some(given.value.clone()),
        evidence: given.evidence,
        note: given.note.clone(),
        from: None,
    })
}

/// The answers that the one that goes on had taken back by not knowing: nobody took these back.
fn taken_back(
    after: &Contact,
    other: &Contact,
    question: &QuestionId,
    recorded: &[EventKind],
) -> Vec<EventKind> {
    let is_there = |given: &&Given| {
        let here = after.answers.all(question).any(|it| it.evidence == given.evidence);
        here || recorded.iter().any(|kind| match kind {
            EventKind::Answered(it) => it.question == *question && it.evidence == given.evidence,
            _ => false,
        })
    };
    let lost = other.answers.all(question).filter(|given| !is_there(given));
    lost.map(|given| answered(question, given)).collect()
}

/// A handoff that waits for its answer goes on waiting.
fn handed_over(own: &Contact, here: &[&Contact]) -> Option<EventKind> {
    let below = own.level() <= Level::Prospect && !own.has_ended();
    let waits = |it: &&&Contact| it.handoff.as_ref().is_some_and(Handoff::is_waiting);
    let other = here.iter().find(waits).filter(|_| below && !waits(&&own))?;
    let handoff = other.handoff.as_ref()?;
    let (to, note) = (handoff.to.clone(), handoff.note.clone());
    Some(EventKind::HandedOver(HandedOver { to, note }))
}

/// Remembers that contacts are not the same, each of them with each other.
///
/// # Errors
/// [`Refusal::NothingChanges`] where that is on record already.
pub fn keep_apart(workspace: &Workspace, ids: &[ContactId]) -> Result<Changes, Refusal> {
    let mut ids = standing(workspace, ids);
    ids.sort_unstable();
    let mut plan = Changes::new();
    for (n, id) in ids.iter().enumerate() {
        let known = workspace.contact(*id).map(|contact| &contact.not_the_same);
        let others = ids[n + 1..].iter().filter(|id| known.is_none_or(|known| !known.contains(id)));
        let kinds: Vec<_> =
            others.map(|id| EventKind::NotTheSame(NotTheSame { contact: *id })).collect();
        if !kinds.is_empty() {
            plan.push((*id, kinds));
        }
    }
    if plan.is_empty() { Err(Refusal::NothingChanges) } else { Ok(plan) }
}

/// One merging of the past that still counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Merging {
    /// The contacts that were merged away by it.
    pub contacts: Vec<ContactId>,
    /// When.
    pub at: When,
    /// By whom.
    pub by: By,
    /// The actions it was: two, where two pages merged the same at once.
    batches: Vec<BatchId>,
}

/// The mergings by which a contact came to stand for others, in the order of their ids.
pub fn mergings(workspace: &Workspace, id: ContactId) -> Vec<Merging> {
    let mut all: Vec<Merging> = Vec::new();
    for (other, log) in workspace.histories(id).filter(|(other, _)| *other != id) {
        let into: Vec<_> =
            log.live().filter(|event| matches!(event.kind, EventKind::MergedInto(_))).collect();
        let Some(last) = into.last() else { continue };
        let batches: Vec<_> = into.iter().map(|event| event.batch).collect();
        match all.iter_mut().find(|known| known.batches == batches) {
            Some(known) => known.contacts.push(other),
            None => all.push(Merging {
                contacts: vec![other],
                at: last.at,
                by: last.by.clone(),
                batches,
            }),
        }
    }
    all
}

/// Takes a merging apart: everything its actions recorded is taken back, everything recorded since
/// stays where it was recorded.
///
/// # Errors
/// [`Refusal::NothingChanges`] where it no longer counts.
pub fn take_apart(
    workspace: &Workspace,
    id: ContactId,
    merging: &Merging,
) -> Result<Changes, Refusal> {
    let mut plan = Changes::new();
    for (id, log) in workspace.histories(id) {
        let counts = |batch: &&BatchId| log.live().any(|event| event.batch == **batch);
        let back = merging.batches.iter().filter(counts);
        let kinds: Vec<_> =
            back.map(|batch| EventKind::Retracted(Retracted { batch: *batch })).collect();
        if !kinds.is_empty() {
            plan.push((id, kinds));
        }
    }
    if plan.is_empty() { Err(Refusal::NothingChanges) } else { Ok(plan) }
}
