//! What one action records at several contacts: what is known of an organisation, told to the others
//! there, and the next purchase after one that is over.
//!
//! Owns whom it concerns and what is taken over. Refuses to record: the [`Workspace`] does, as one
//! action. Invariant: an answer of lower evidence never replaces one of higher, and what is taken over
//! says where from.

use super::refusal::Refusal;
use super::workspace::{Changes, Workspace};
use crate::domain::answer::{Evidence, Given};
use crate::domain::contact::{Contact, same_organisation};
use crate::domain::event::{
    Answered, By, Created, EarlierPurchase, EventKind, Field, FieldSet, NextPurchase,
};
use crate::domain::ids::{ContactId, QuestionId};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::question::Question;
use crate::domain::position::{Level, Standing};
use crate::domain::when::When;
use chrono::Utc;

/// What a rep recorded of an organisation and the others there do not have yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// The organisation, as this contact names it.
    pub organisation: String,
    /// The answers it is about.
    pub questions: Vec<QuestionId>,
    /// How many other contacts there are.
    pub others: usize,
    /// How many of them keep an answer of their own: one of higher evidence, or a newer one.
    pub keep: usize,
    /// What would be recorded at the rest.
    pub changes: Changes,
}

/// What could be told to the other contacts at this one's organisation; none where nothing would
/// change there. Journeys that are over are left as they were.
pub fn offer(workspace: &Workspace, id: ContactId) -> Option<Offer> {
    let contact = workspace.contact(id)?;
    let organisation = contact.field(Field::Organisation)?;
    let told = told(&workspace.playbook, contact);
    if told.is_empty() {
        return None;
    }
    let (mut questions, mut changes, mut others, mut keep) = (Vec::new(), Vec::new(), 0, 0);
    for other in workspace.contacts() {
        let there = other.field(Field::Organisation);
        let there = there.is_some_and(|there| same_organisation(organisation, there));
        if other.id == id || !there || other.has_ended() {
            continue;
        }
        let (mut kinds, mut keeps) = (Vec::new(), false);
        for (question, ours) in &told {
            match weigh(ours, other.answers.get(&question.id)) {
                Weight::Takes => {
                    if !questions.contains(&question.id) {
                        questions.push(question.id.clone());
                    }
                    kinds.push(taken_over(&question.id, ours, None, id));
                }
                Weight::Keeps => keeps = true,
                Weight::HasIt => {}
            }
        }
        others += 1;
        keep += usize::from(keeps);
        if !kinds.is_empty() {
            changes.push((other.id, kinds));
        }
    }
    let organisation = organisation.to_owned();
    (!changes.is_empty()).then_some(Offer { organisation, questions, others, keep, changes })
}

/// What a rep has confirmed here of the organisation.
fn told<'a>(playbook: &'a Playbook, contact: &'a Contact) -> Vec<(&'a Question, &'a Given)> {
    let about = playbook.questions.iter().filter(|question| question.is_about_organisation());
    let ours = about.filter_map(|question| {
        let given = contact.answers.get(&question.id)?;
        let by_rep = matches!(given.by, By::Rep(_));
        let known = by_rep && given.evidence >= Evidence::Confirmed;
        let own = known && !contact.taken_over.contains_key(&question.id);
        own.then_some((question, given))
    });
    ours.collect()
}

/// What an answer is beside another contact's.
enum Weight {
    /// It is news there.
    Takes,
    /// Theirs stays.
    Keeps,
    /// They have it already.
    HasIt,
}

fn weigh(ours: &Given, theirs: Option<&Given>) -> Weight {
    match theirs {
        Some(theirs) if theirs.value == ours.value && theirs.evidence >= ours.evidence => {
            Weight::HasIt
        }
        Some(theirs) if theirs.evidence > ours.evidence => Weight::Keeps,
        Some(theirs) if theirs.evidence == ours.evidence && is_later(theirs.at, ours.at) => {
            Weight::Keeps
        }
        _ => Weight::Takes,
    }
}

fn is_later(one: When, other: When) -> bool {
    match (one, other) {
        (When::Instant(one), When::Instant(other)) => one > other,
        _ => one.day(&Utc) > other.day(&Utc),
    }
}

/// An answer of another contact, with its evidence.
fn taken_over(
    question: &QuestionId,
    given: &Given,
    note: Option<String>,
    from: ContactId,
) -> EventKind {
    EventKind::Answered(Answered {
        question: question.clone(),
        value: Some(given.value.clone()),
        evidence: given.evidence,
        note,
        from: Some(from),
    })
}

/// Whether a next purchase can be started after this one: it was won or lost.
///
/// # Errors
/// [`Refusal::NotOver`].
pub fn can_buy_again(contact: &Contact) -> Result<(), Refusal> {
    let over =
        contact.level() == Level::Customer || matches!(contact.standing, Standing::Lost { .. });
    if over { Ok(()) } else { Err(Refusal::NotOver) }
}

/// The next purchase after one that was won or lost: a new lead with the person, the organisation
/// and what is on record about it, every answer with its evidence; both know each other.
///
/// # Errors
/// [`Refusal::NotOver`].
pub fn next_purchase(
    playbook: &Playbook,
    contact: &Contact,
    new: ContactId,
) -> Result<Changes, Refusal> {
    can_buy_again(contact)?;
    let mut kinds = vec![
        EventKind::Created(Created::default()),
        EventKind::EarlierPurchase(EarlierPurchase { contact: contact.id }),
    ];
    for (field, text) in &contact.fields {
        // Where the earlier purchase came from is not where this one comes from.
        if *field != Field::Source {
            let set = FieldSet { field: *field, value: Some(text.clone()) };
            kinds.push(EventKind::FieldSet(set));
        }
    }
    // Whoever does not agree does not have to say so again; a yes was for that purchase.
    if let Some(consent) = contact.consent.as_ref().filter(|consent| !consent.said.given) {
        kinds.push(EventKind::Consented(consent.said.clone()));
    }
    for question in playbook.questions.iter().filter(|it| it.is_about_organisation()) {
        for given in contact.answers.all(&question.id) {
            kinds.push(taken_over(&question.id, given, given.note.clone(), contact.id));
        }
    }
    let next = EventKind::NextPurchase(NextPurchase { contact: new });
    Ok(vec![(new, kinds), (contact.id, vec![next])])
}
