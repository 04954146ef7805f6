//! Options of a choice and bands of a number.

use super::ids::id_for;
use super::list::{self, Way};
use super::{Refused, questions, refused, uses};
use crate::domain::ids::{OptionId, QuestionId};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::question::{Band, Choice, Question, QuestionKind};
use crate::domain::playbook::retired::Retired;
use crate::domain::range::Range;

/// The options of a question, to change them; none of a question that has no options.
pub fn find<'a>(draft: &'a mut Playbook, question: &QuestionId) -> Option<&'a mut Vec<Choice>> {
    match &mut questions::find(draft, question)?.kind {
        QuestionKind::Choice { options } | QuestionKind::Several { options } => Some(options),
        _ => None,
    }
}

/// One option, to change it.
pub fn one<'a>(
    draft: &'a mut Playbook,
    question: &QuestionId,
    option: &OptionId,
) -> Option<&'a mut Choice> {
    find(draft, question)?.iter_mut().find(|choice| &choice.id == option)
}

/// Adds an option at the end.
///
/// # Errors
/// [`Refused::NoWords`], [`Refused::Missing`].
pub fn add(
    draft: &mut Playbook,
    published: &Playbook,
    question: &QuestionId,
    title: &str,
) -> Result<OptionId, Refused> {
    let title = refused::title(title)?;
    let known = published.question(question).map(Question::options).unwrap_or_default();
    let options = find(draft, question).ok_or(Refused::Missing)?;
    let taken = |id: &str| options.iter().chain(known).any(|option| option.id.as_str() == id);
    let id = OptionId::new(id_for(&title, "option", taken));
    let (rep_title, synonyms, retired) = (None, Vec::new(), None);
    options.push(Choice { id: id.clone(), title, rep_title, synonyms, retired });
    Ok(id)
}

/// Moves an option.
///
/// # Errors
/// [`Refused::Missing`].
pub fn shift(
    draft: &mut Playbook,
    question: &QuestionId,
    place: usize,
    way: Way,
) -> Result<(), Refused> {
    list::shift(find(draft, question).ok_or(Refused::Missing)?, place, way);
    Ok(())
}

/// Takes an option out of use: a published one is retired, with what stands in its place, and
/// one that only the draft has is gone.
///
/// # Errors
/// [`Refused::Missing`]; [`Refused::LastOne`]; [`Refused::Itself`]; [`Refused::InUse`] for one
/// that would be gone.
pub fn remove(
    draft: &mut Playbook,
    published: &Playbook,
    question: &QuestionId,
    option: &OptionId,
    becomes: Option<&OptionId>,
) -> Result<(), Refused> {
    let is_known = |id: &OptionId| {
        let known = published.question(question).map(Question::options).unwrap_or_default();
        known.iter().any(|other| &other.id == id)
    };
    let users = uses::of_option(draft, question, option);
    let options = find(draft, question).ok_or(Refused::Missing)?;
    if !options.iter().any(|other| &other.id == option) {
        return Err(Refused::Missing);
    }
    if !options.iter().any(|other| other.retired.is_none() && &other.id != option) {
        return Err(Refused::LastOne);
    }
    if is_known(option) {
        let offered =
            |id: &OptionId| options.iter().any(|other| &other.id == id && other.retired.is_none());
        match becomes {
            Some(other) if other == option => return Err(Refused::Itself),
            Some(other) if !offered(other) => return Err(Refused::Missing),
            _ => {}
        }
        if let Some(choice) = options.iter_mut().find(|other| &other.id == option) {
            choice.retired = Some(Retired { becomes: becomes.cloned() });
        }
        return Ok(());
    }
    if !users.is_empty() {
        return Err(Refused::InUse(users));
    }
    options.retain(|other| &other.id != option);
    Ok(())
}

/// Offers a retired option again.
///
/// # Errors
/// [`Refused::Missing`].
pub fn restore(
    draft: &mut Playbook,
    question: &QuestionId,
    option: &OptionId,
) -> Result<(), Refused> {
    one(draft, question, option).ok_or(Refused::Missing)?.retired = None;
    Ok(())
}

/// The bands of a number, to change them; none of any other question.
pub fn bands<'a>(draft: &'a mut Playbook, question: &QuestionId) -> Option<&'a mut Vec<Band>> {
    match &mut questions::find(draft, question)?.kind {
        QuestionKind::Number { bands, .. } => Some(bands),
        _ => None,
    }
}

/// Adds a band that goes on where the last one ends.
///
/// # Errors
/// [`Refused::NoWords`], [`Refused::Missing`].
pub fn add_band(draft: &mut Playbook, question: &QuestionId, title: &str) -> Result<(), Refused> {
    let title = refused::title(title)?;
    let bands = bands(draft, question).ok_or(Refused::Missing)?;
    let last = bands.last().map(|band| band.range).unwrap_or_default();
    let above = last.to.or(last.above).or(last.from);
    let from = last.below.or(above.is_none().then_some(0.0));
    bands.push(Band { title, range: Range { from, above, ..Range::default() } });
    Ok(())
}

/// A range with ends on their right sides.
///
/// # Errors
/// [`Refused::NotInOrder`].
pub fn in_order(range: Range) -> Result<Range, Refused> {
    if range.is_empty() { Err(Refused::NotInOrder) } else { Ok(range) }
}
