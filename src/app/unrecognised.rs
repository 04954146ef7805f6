//! Words on record that mean nothing to the playbook, and what they are mapped to.
//!
//! Owns which words those are and what mapping them records. Refuses to guess a meaning: a person
//! chooses. Invariant: mapped words are known no better than before, so they never pass for a
//! rep's confirmation, and what was imported stays in the history.

use super::refusal::Refusal;
use super::workspace::{Changes, Workspace};
use crate::domain::contact::Contact;
use crate::domain::event::{Answered, EventKind, Field, FieldSet};
use crate::domain::ids::{OptionId, QuestionId};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::question::{Choice, Face, Question, QuestionKind};
use crate::domain::value::Value;
use std::collections::BTreeMap;

/// What words are about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// Where the contact came from.
    Source,
    /// A question that words are no answer to.
    Question(QuestionId),
}

/// Words that are not recognised, whatever their case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// What they are about.
    pub about: About,
    /// The words as they were first met.
    pub words: String,
    /// How many contacts have them.
    pub contacts: usize,
}

/// What words are to mean: an option of their question, or a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// What they are about.
    pub about: About,
    /// The words.
    pub words: String,
    /// The id of the option or of the source; of a band, its wording.
    pub means: String,
}

/// All words on record that the playbook does not recognise: those most contacts have first.
pub fn unrecognised(workspace: &Workspace) -> Vec<Words> {
    let mut found: BTreeMap<(About, String), (String, usize)> = BTreeMap::new();
    for contact in workspace.contacts() {
        for (about, words) in of(&workspace.playbook, contact) {
            let known = found.entry((about, key(words))).or_insert((words.to_owned(), 0));
            known.1 += 1;
        }
    }
    let words = found.into_iter();
    let words = words.map(|((about, _), (words, contacts))| Words { about, words, contacts });
    let mut words: Vec<_> = words.collect();
    words.sort_by_key(|words| std::cmp::Reverse(words.contacts));
    words
}

/// What words of a kind can mean: ids and names, those in use. Of some questions there is nothing to
/// choose from, such as a day: they are answered at the contact.
pub fn meanings(playbook: &Playbook, about: &About) -> Vec<(String, String)> {
    match about {
        About::Source => {
            let listed = playbook.sources.iter();
            listed.map(|source| (source.id.to_string(), source.title.clone())).collect()
        }
        About::Question(id) => {
            let options = playbook.question(id).into_iter().flat_map(Question::options);
            let in_use = options.filter(|option| option.retired.is_none());
            let named =
                |option: &Choice| (option.id.to_string(), option.wording(Face::Rep).to_owned());
            let bands = playbook.question(id).into_iter().flat_map(Question::bands);
            let bands = bands.map(|band| (band.title.clone(), band.title.clone()));
            in_use.map(named).chain(bands).collect()
        }
    }
}

/// What recording the mappings comes to, for all contacts that have the words.
///
/// # Errors
/// [`Refusal::NothingChanges`] where no contact has them.
pub fn map(workspace: &Workspace, mappings: &[Mapping]) -> Result<Changes, Refusal> {
    let playbook = &workspace.playbook;
    let mut changes = Changes::new();
    for contact in workspace.contacts() {
        let mut kinds = Vec::new();
        for (about, words) in of(playbook, contact) {
            let is =
                |mapping: &&Mapping| mapping.about == about && key(&mapping.words) == key(words);
            let Some(mapping) = mappings.iter().find(is) else { continue };
            kinds.extend(means(playbook, contact, mapping));
        }
        if !kinds.is_empty() {
            changes.push((contact.id, kinds));
        }
    }
    if changes.is_empty() { Err(Refusal::NothingChanges) } else { Ok(changes) }
}

/// A contact's words that are not recognised.
fn of<'a>(playbook: &'a Playbook, contact: &'a Contact) -> impl Iterator<Item = (About, &'a str)> {
    let source = contact
        .field(Field::Source)
        .filter(|words| !playbook.sources.is_empty() && playbook.source_meant(words).is_none());
    let answers = playbook.questions.iter().filter_map(|question| {
        if matches!(question.kind, QuestionKind::Text) {
            return None;
        }
        let words = question.unread(&contact.answers.get(&question.id)?.value)?;
        Some((About::Question(question.id.clone()), words))
    });
    source.map(|words| (About::Source, words)).into_iter().chain(answers)
}

/// What a mapping records at one contact; nothing where it names no option or source.
fn means(playbook: &Playbook, contact: &Contact, mapping: &Mapping) -> Option<EventKind> {
    let listed = meanings(playbook, &mapping.about);
    let (id, _) = listed.into_iter().find(|(id, _)| *id == mapping.means)?;
    match &mapping.about {
        About::Source => {
            Some(EventKind::FieldSet(FieldSet { field: Field::Source, value: Some(id) }))
        }
        About::Question(question) => {
            let given = contact.answers.get(question)?;
            let option = OptionId::from(id.as_str());
            let value = match &playbook.question(question)?.kind {
                QuestionKind::Several { .. } => Value::Several(vec![option]),
                QuestionKind::Number { bands, .. } => {
                    Value::Band(bands.iter().find(|band| band.title == id)?.range)
                }
                _ => Value::Choice(option),
            };
            Some(EventKind::Answered(Answered {
                question: question.clone(),
                value: Some(value),
                evidence: given.evidence,
                note: given.note.clone(),
                from: contact.taken_over.get(question).copied(),
            }))
        }
    }
}

/// Words are the same whatever their case.
fn key(words: &str) -> String {
    words.trim().to_lowercase()
}
