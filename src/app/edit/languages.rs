//! Other languages of the draft: adding and taking them out, translating, and what becomes of a
//! translation when what it translates changes.
//!
//! Invariant: a translation goes where its text goes, and is gone with it.

use super::{Refused, refused};
use crate::domain::language::is_plain;
use crate::domain::playbook::question::{Band, Question, QuestionKind};
use crate::domain::playbook::texts::{USUAL_LANGUAGE, escaped};
use crate::domain::playbook::words::Action;
use crate::domain::playbook::{Playbook, translations};
use std::collections::BTreeSet;
use std::fmt::Display;

/// Where what visitors agree to stands.
const CONSENT: &str = "consent/text";

/// Says which language the playbook is written in. What was translated into it goes.
///
/// # Errors
/// [`Refused::NoWords`] for what is no language.
pub fn write_in(draft: &mut Playbook, tag: &str) -> Result<(), Refused> {
    if !is_plain(tag) {
        return Err(Refused::NoWords);
    }
    draft.translations.remove(tag);
    draft.language = Some(tag.to_owned()).filter(|tag| tag != USUAL_LANGUAGE);
    Ok(())
}

/// Adds a language to translate into.
///
/// # Errors
/// [`Refused::NoWords`] for what is no language; [`Refused::Twice`]; [`Refused::TooLong`] where there
/// are as many as there may be.
pub fn add(draft: &mut Playbook, tag: &str) -> Result<(), Refused> {
    if !is_plain(tag) {
        return Err(Refused::NoWords);
    }
    if draft.own_language() == tag || draft.translations.language(tag).is_some() {
        return Err(Refused::Twice);
    }
    if draft.translations.all().len() >= translations::MOST_LANGUAGES {
        return Err(Refused::TooLong);
    }
    draft.translations.add(tag);
    Ok(())
}

/// Takes a language out with all its texts.
///
/// # Errors
/// [`Refused::Missing`].
pub fn remove(draft: &mut Playbook, tag: &str) -> Result<(), Refused> {
    draft.translations.language(tag).ok_or(Refused::Missing)?;
    draft.translations.remove(tag);
    Ok(())
}

/// Translates a text; nothing takes the translation back.
///
/// # Errors
/// [`Refused::Missing`] where there is no such language; what is refused of a text or a link.
pub fn translate(draft: &mut Playbook, tag: &str, path: &str, typed: &str) -> Result<(), Refused> {
    draft.translations.language(tag).ok_or(Refused::Missing)?;
    let text = if path.ends_with("/link") {
        refused::link(typed)?.unwrap_or_default()
    } else {
        refused::text(typed)?
    };
    draft.translations.set(tag, path, &text);
    Ok(())
}

/// Takes out what is translated into a language and is not in the playbook.
pub fn tidy(draft: &mut Playbook, tag: &str) {
    let known = paths(draft);
    let in_vain: Vec<String> = draft.translations.language(tag).map_or_else(Vec::new, |one| {
        let texts = one.texts.iter().filter(|(path, _)| !known.contains(path));
        texts.map(|(path, _)| path.clone()).collect()
    });
    for path in in_vain {
        draft.translations.set(tag, &path, "");
    }
}

/// Whether visitors agree to the same in every language.
pub(super) fn agree_alike(one: &Playbook, other: &Playbook) -> bool {
    let said = |playbook: &Playbook| {
        let all = playbook.translations.all().iter();
        let said =
            all.filter_map(|one| Some((one.language.clone(), one.text(CONSENT)?.to_owned())));
        said.collect::<Vec<_>>()
    };
    said(one) == said(other)
}

/// Lets translations follow a change. What led nowhere before stays: the checks name it.
pub(super) fn follow(before: &Playbook, draft: &mut Playbook) {
    if draft.translations.is_empty() {
        return;
    }
    let kept = draft.questions.iter().filter_map(|q| Some((before.question(&q.id)?, q)));
    let mut moves: Vec<_> = kept.flat_map(|(before, question)| moved(before, question)).collect();
    if let (Some(before), Some(after)) = (&before.outcomes, &draft.outcomes) {
        for ((key, before), (_, after)) in before.all().into_iter().zip(after.all()) {
            let at = format!("outcomes/{key}/resources");
            let (before, after) = (&before.resources, &after.resources);
            let by_link = |one: &Action, other: &Action| one.link == other.link;
            let by_title = |one: &Action, other: &Action| one.title == other.title;
            let places = places(before, after, by_link, by_title);
            moves.extend(shifted(&at, "title", &places));
            moves.extend(shifted(&at, "link", &places));
        }
    }
    let (was, is) = (paths(before), paths(draft));
    draft.translations.replace(&|path| {
        let is_new = |from: &str| !was.contains(from);
        let to = moves.iter().find(|(from, _)| from == path).map(|(_, to)| to.clone());
        match to {
            Some(to) => is.contains(&to).then_some(to),
            None if is.contains(path) || is_new(path) => Some(path.to_owned()),
            None => None,
        }
    });
}

fn paths(playbook: &Playbook) -> BTreeSet<String> {
    playbook.texts().into_iter().map(|text| text.path).collect()
}

/// Where each entry of a list stands by now, by what it is most surely known by, else by something else.
fn places<T: PartialEq>(
    before: &[T],
    after: &[T],
    surely: fn(&T, &T) -> bool,
    perhaps: fn(&T, &T) -> bool,
) -> Vec<Option<usize>> {
    let mut free: Vec<usize> = (0..after.len()).collect();
    let mut places = vec![None; before.len()];
    let ways: [fn(&T, &T) -> bool; 3] = [T::eq, surely, perhaps];
    for same in ways {
        for (place, one) in places.iter_mut().zip(before).filter(|(place, _)| place.is_none()) {
            let at = free.iter().position(|n| same(one, &after[*n]));
            *place = at.map(|at| free.remove(at));
        }
    }
    places
}

/// The moves of one field of the entries of a list. One that is gone leads to where nothing is.
fn shifted(list: &str, field: &str, places: &[Option<usize>]) -> Vec<(String, String)> {
    let path = |n: &dyn Display| format!("{list}/{n}/{field}");
    let move_of = |(from, to): (usize, &Option<usize>)| match to {
        Some(to) => (path(&from), path(to)),
        None => (path(&from), path(&"")),
    };
    let is_move = |(from, to): &(usize, &Option<usize>)| Some(*from) != **to;
    places.iter().enumerate().filter(is_move).map(move_of).collect()
}

/// Which of a question's texts stand elsewhere by now: bands go by their position, and options by
/// the kind of question.
fn moved(before: &Question, after: &Question) -> Vec<(String, String)> {
    let at = |place: &str| format!("questions/{}/kind/{place}", escaped(after.id.as_str()));
    let mut moves = Vec::new();
    let by_range = |one: &Band, other: &Band| one.range == other.range;
    let by_words = |one: &Band, other: &Band| one.title == other.title;
    let places = places(before.bands(), after.bands(), by_range, by_words);
    moves.extend(shifted(&at("number/bands"), "title", &places));
    let (from, to) = match (&before.kind, &after.kind) {
        (QuestionKind::Choice { .. }, QuestionKind::Several { .. }) => ("choice", "several"),
        (QuestionKind::Several { .. }, QuestionKind::Choice { .. }) => ("several", "choice"),
        _ => return moves,
    };
    for option in after.options() {
        let path =
            |kind: &str| at(&format!("{kind}/options/{}/title", escaped(option.id.as_str())));
        moves.push((path(from), path(to)));
    }
    moves
}

#[cfg(test)]
mod tests;
