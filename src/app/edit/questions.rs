//! Questions of the draft: adding, changing, ordering, retiring.
//!
//! Invariant: the id and, once published, the kind of a question stay as they are.

use super::conditions::fits;
use super::ids::id_for;
use super::list::{Way, shift_among};
use super::uses::{User, Uses, tests};
use super::{Refused, refused};
use crate::domain::ids::{QuestionId, SectionId};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::question::{Question, QuestionKind};
use crate::domain::playbook::retired::Retired;
use std::mem::discriminant;

/// A question of the draft, to change it.
pub fn find<'a>(draft: &'a mut Playbook, id: &QuestionId) -> Option<&'a mut Question> {
    draft.questions.iter_mut().find(|question| &question.id == id)
}

/// Adds a question at the end of a section. It has no wording yet.
///
/// # Errors
/// [`Refused::NoWords`], [`Refused::Missing`] for the section.
pub fn add(
    draft: &mut Playbook,
    published: &Playbook,
    section: &SectionId,
    title: &str,
    kind: QuestionKind,
) -> Result<QuestionId, Refused> {
    let title = refused::title(title)?;
    if !draft.sections.iter().any(|known| &known.id == section) {
        return Err(Refused::Missing);
    }
    let taken = |id: &str| {
        let mut all = draft.questions.iter().chain(&published.questions);
        all.any(|question| question.id.as_str() == id)
    };
    let id = QuestionId::new(id_for(&title, "question", taken));
    let question = Question {
        id: id.clone(),
        section: section.clone(),
        title,
        ask: None,
        prompt: None,
        say: None,
        probe: Vec::new(),
        help: None,
        why: None,
        kind,
        optional: false,
        when: None,
        ask_anyway: false,
        accept: None,
        personal: false,
        sets: None,
        retired: None,
    };
    let last = draft.questions.iter().rposition(|question| &question.section == section);
    draft.questions.insert(last.map_or(draft.questions.len(), |last| last + 1), question);
    Ok(id)
}

/// Changes a question's fields; its id stays.
///
/// # Errors
/// [`Refused::Missing`], what `change` refuses.
pub fn set(
    draft: &mut Playbook,
    id: &QuestionId,
    change: impl FnOnce(&mut Question) -> Result<(), Refused>,
) -> Result<(), Refused> {
    let question = find(draft, id).ok_or(Refused::Missing)?;
    change(question)?;
    question.id = id.clone();
    Ok(())
}

/// Changes what can be answered.
///
/// # Errors
/// [`Refused::Published`] for another kind of a published question, [`Refused::InUse`] where
/// rules have tests that would not fit.
pub fn set_kind(
    draft: &mut Playbook,
    published: &Playbook,
    id: &QuestionId,
    kind: QuestionKind,
) -> Result<(), Refused> {
    let before = draft.question(id).ok_or(Refused::Missing)?;
    let other = |question: &Question| discriminant(&question.kind) != discriminant(&kind);
    if published.question(id).is_some_and(other) {
        return Err(Refused::Published);
    }
    let after = Question { kind, ..before.clone() };
    let users = tests(draft, id, |test| !fits(&test.is, &after));
    if !users.is_empty() {
        return Err(Refused::InUse(users));
    }
    let question = find(draft, id).ok_or(Refused::Missing)?;
    *question = after;
    let accept = question.accept.take();
    question.accept = accept.filter(|accept| fits(&accept.is, question));
    question.sets = question.sets.filter(|sets| sets.fits(&question.kind));
    Ok(())
}

/// Moves a question past the next one of its section that is asked.
///
/// # Errors
/// [`Refused::Missing`].
pub fn shift(draft: &mut Playbook, id: &QuestionId, way: Way) -> Result<(), Refused> {
    let list = &mut draft.questions;
    let place = list.iter().position(|question| &question.id == id).ok_or(Refused::Missing)?;
    let section = list[place].section.clone();
    shift_among(list, place, way, |q| q.section == section && q.retired.is_none());
    Ok(())
}

/// Puts a question at the end of another section.
///
/// # Errors
/// [`Refused::Missing`].
pub fn set_section(
    draft: &mut Playbook,
    id: &QuestionId,
    section: &SectionId,
) -> Result<(), Refused> {
    let list = &mut draft.questions;
    let place = list.iter().position(|question| &question.id == id).ok_or(Refused::Missing)?;
    if list[place].section == *section {
        return Ok(());
    }
    if !draft.sections.iter().any(|known| &known.id == section) {
        return Err(Refused::Missing);
    }
    let mut question = list.remove(place);
    question.section = section.clone();
    let end = list.iter().rposition(|other| &other.section == section);
    list.insert(end.map_or(list.len(), |end| end + 1), question);
    Ok(())
}

/// Questions that can stand in the place of one: those asked, of the same kind.
pub fn successors<'a>(
    playbook: &'a Playbook,
    id: &'a QuestionId,
) -> impl Iterator<Item = &'a Question> {
    let kind = playbook.question(id).map(|question| discriminant(&question.kind));
    playbook.questions.iter().filter(move |other| {
        &other.id != id && other.retired.is_none() && Some(discriminant(&other.kind)) == kind
    })
}

/// Takes a question out of use: a published one is retired, with what stands in its place, and
/// one that only the draft has is gone.
///
/// # Errors
/// [`Refused::Missing`]; [`Refused::Itself`]; [`Refused::InUse`] for one that would be gone.
pub fn remove(
    draft: &mut Playbook,
    published: &Playbook,
    id: &QuestionId,
    becomes: Option<&QuestionId>,
) -> Result<(), Refused> {
    if published.question(id).is_some() {
        match becomes {
            Some(other) if other == id => return Err(Refused::Itself),
            Some(other) if draft.question(other).is_none_or(|q| q.retired.is_some()) => {
                return Err(Refused::Missing);
            }
            _ => {}
        }
        let question = find(draft, id).ok_or(Refused::Missing)?;
        question.retired = Some(Retired { becomes: becomes.cloned() });
        return Ok(());
    }
    let own = |user: &User| matches!(user, User::Question(other) if other == id);
    let mut users = Uses::of(draft).question(id).to_vec();
    users.retain(|user| !own(user));
    if !users.is_empty() {
        return Err(Refused::InUse(users));
    }
    let before = draft.questions.len();
    draft.questions.retain(|question| &question.id != id);
    if draft.questions.len() == before { Err(Refused::Missing) } else { Ok(()) }
}

/// Asks a retired question again.
///
/// # Errors
/// [`Refused::Missing`].
pub fn restore(draft: &mut Playbook, id: &QuestionId) -> Result<(), Refused> {
    set(draft, id, |question| {
        question.retired = None;
        Ok(())
    })
}
