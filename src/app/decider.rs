//! Who decides, as far as it is known: whether somebody must still be named, and everybody involved.
//!
//! Question and option ids mean the same in every playbook, so these few may be known by name; a
//! playbook that does not ask them has no gap. Invariant: the contact itself is always among those
//! involved, and first.

use crate::domain::contact::{Contact, same_name};
use crate::domain::event::{DecisionRole, Field};
use crate::domain::ids::{OptionId, QuestionId};
use crate::domain::playbook::Playbook;
use crate::domain::value::Value;

/// The question who makes the final decision.
pub const DECIDES: &str = "decides";
/// The question for that person's name.
pub const DECIDER_NAME: &str = "decider_name";
/// The contact decides.
const ONESELF: &str = "self";
/// Another person decides.
pub const SOMEONE_ELSE: &str = "someone_else";
/// Several people decide.
pub const GROUP: &str = "group";

/// Why somebody must still be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// The contact does not decide, and nobody is named who does.
    SomeoneElse,
    /// The contact was asked, and it is not known who decides.
    NotKnown,
}

/// Somebody involved in the decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Involved {
    /// The name; none where the contact's own is not known.
    pub name: Option<String>,
    /// The job.
    pub job: Option<String>,
    /// What the person is to the decision; none where that is not known.
    pub role: Option<DecisionRole>,
}

/// Whether somebody must still be named, and why. Nothing is missing of a contact nobody works on,
/// or that has not been asked.
pub fn gap(playbook: &Playbook, contact: &Contact) -> Option<Gap> {
    if contact.has_ended() || is_known(playbook, contact) {
        return None;
    }
    let question = QuestionId::new(DECIDES);
    playbook.question(&question)?;
    match decides(playbook, contact) {
        Some(_) => Some(Gap::SomeoneElse),
        None => contact.answers.was_asked(&question).then_some(Gap::NotKnown),
    }
}

/// Whether it is known who decides: the contact itself, or somebody with a name.
pub fn is_known(playbook: &Playbook, contact: &Contact) -> bool {
    decides(playbook, contact).is_some_and(|option| option.as_str() == ONESELF)
        || named(contact).is_some()
        || contact.stakeholders.iter().any(|other| other.decides)
}

/// Everybody involved: the contact, who was named as the one who decides, and the others in the
/// order they were added.
pub fn involved(playbook: &Playbook, contact: &Contact) -> Vec<Involved> {
    let field = |field| contact.field(field).map(str::to_owned);
    let decides = decides(playbook, contact).map(OptionId::as_str);
    let elsewhere = contact.stakeholders.iter().any(|other| other.decides);
    let role = match decides {
        Some(ONESELF) => Some(DecisionRole::Decider),
        Some(_) => Some(DecisionRole::Influencer),
        None => (elsewhere || named(contact).is_some()).then_some(DecisionRole::Influencer),
    };
    let first = Involved { name: field(Field::Person), job: field(Field::JobTitle), role };
    let listed = |name: &str| contact.stakeholders.iter().any(|other| same_name(&other.name, name));
    let named = named(contact).filter(|name| !listed(name) && decides != Some(ONESELF));
    let named = named.map(|name| Involved {
        name: Some(name.to_owned()),
        job: None,
        role: Some(if decides == Some(GROUP) {
            DecisionRole::CoDecider
        } else {
            DecisionRole::Decider
        }),
    });
    let others = contact.stakeholders.iter().map(|other| Involved {
        name: Some(other.name.clone()),
        job: other.job.clone(),
        role: other.role.or(other.decides.then_some(DecisionRole::Decider)),
    });
    [first].into_iter().chain(named).chain(others).collect()
}

/// What was answered to the question who decides, in the playbook's options.
fn decides<'a>(playbook: &'a Playbook, contact: &'a Contact) -> Option<&'a OptionId> {
    let question = playbook.question(&QuestionId::new(DECIDES))?;
    match &contact.answers.get(&question.id)?.value {
        Value::Choice(option) => Some(option),
        Value::Text(words) => question.recognise(words),
        _ => None,
    }
}

/// The name given for the person who decides.
fn named(contact: &Contact) -> Option<&str> {
    match &contact.answers.get(&QuestionId::new(DECIDER_NAME))?.value {
        Value::Text(name) => Some(name.trim()).filter(|name| !name.is_empty()),
        _ => None,
    }
}
