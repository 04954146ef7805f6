//! Criteria of the draft: adding, changing, ordering, taking out.

use super::ids::id_for;
use super::list::{self, Way};
use super::uses::{User, Uses};
use super::{Refused, refused, rules};
use crate::domain::ids::{CriterionId, QuestionId};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::rule::{Criterion, KnockOut, Rule};
use std::mem;

/// What a new criterion says.
#[derive(Debug, Clone, PartialEq)]
pub struct New {
    /// Its name.
    pub title: String,
    /// Its rule.
    pub rule: Rule,
    /// The rule in words.
    pub words: String,
    /// The next step while it is not met.
    pub step: String,
}

/// A criterion of the draft, to change it.
pub fn find<'a>(draft: &'a mut Playbook, id: &CriterionId) -> Option<&'a mut Criterion> {
    draft.criteria.iter_mut().find(|criterion| &criterion.id == id)
}

/// Adds a criterion at the end.
///
/// # Errors
/// [`Refused::NoWords`].
pub fn add(draft: &mut Playbook, published: &Playbook, new: New) -> Result<CriterionId, Refused> {
    let title = refused::title(&new.title)?;
    let taken = |id: &str| {
        let mut all = draft.criteria.iter().chain(&published.criteria);
        all.any(|criterion| criterion.id.as_str() == id)
    };
    let id = CriterionId::new(id_for(&title, "criterion", taken));
    let New { rule, words, step, .. } = new;
    draft.criteria.push(Criterion {
        id: id.clone(),
        title,
        rule_text: words,
        rule,
        step,
        knock_out: None,
    });
    Ok(id)
}

/// Moves a criterion in the list of all.
///
/// # Errors
/// [`Refused::Missing`].
pub fn shift(draft: &mut Playbook, id: &CriterionId, way: Way) -> Result<(), Refused> {
    let place = draft.criteria.iter().position(|criterion| &criterion.id == id);
    list::shift(&mut draft.criteria, place.ok_or(Refused::Missing)?, way);
    Ok(())
}

/// Says whether not meeting a criterion ends the matter.
///
/// # Errors
/// [`Refused::Missing`].
pub fn knock_out(draft: &mut Playbook, id: &CriterionId, on: bool) -> Result<(), Refused> {
    let criterion = find(draft, id).ok_or(Refused::Missing)?;
    let none = || KnockOut { reason: String::new(), alternative: String::new() };
    criterion.knock_out = on.then(|| criterion.knock_out.take().unwrap_or_else(none));
    Ok(())
}

/// Has a criterion be met also by whoever is not asked a question: where its condition does not hold.
///
/// # Errors
/// [`Refused::Missing`], also for a question that is asked of everybody; [`Refused::TooDeep`].
pub fn unless_asked(
    draft: &mut Playbook,
    id: &CriterionId,
    question: &QuestionId,
) -> Result<(), Refused> {
    let when = draft.question(question).and_then(|question| question.when.clone());
    let not_asked = match when.ok_or(Refused::Missing)? {
        Rule::Not(inner) => *inner,
        when => Rule::Not(Box::new(when)),
    };
    let criterion = find(draft, id).ok_or(Refused::Missing)?;
    let mut branches = vec![not_asked];
    match mem::replace(&mut criterion.rule, Rule::Any(Vec::new())) {
        Rule::Any(more) => branches.extend(more),
        one => branches.push(one),
    }
    criterion.rule = Rule::Any(branches);
    rules::shallow(&criterion.rule)
}

/// Takes a criterion out.
///
/// # Errors
/// [`Refused::InUse`], [`Refused::Missing`].
pub fn remove(draft: &mut Playbook, id: &CriterionId) -> Result<(), Refused> {
    let own = |user: &User| matches!(user, User::Criterion(other) if other == id);
    let mut users = Uses::of(draft).criterion(id).to_vec();
    users.retain(|user| !own(user));
    if !users.is_empty() {
        return Err(Refused::InUse(users));
    }
    let before = draft.criteria.len();
    draft.criteria.retain(|criterion| &criterion.id != id);
    if draft.criteria.len() == before { Err(Refused::Missing) } else { Ok(()) }
}
