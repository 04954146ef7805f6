//! Rules of the draft, and their branches by the way there: conditions and groups within groups.
//!
//! A path leads from the whole rule down: the place in a group, or 0 for what a "not" holds. What can
//! be changed is in `change`.

mod change;

pub use change::{Group, add, ask, move_branch, remove, replace, set, switch, unwrap, wrap};

use super::Refused;
use crate::domain::ids::{CriterionId, QuestionId};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::question::Question;
use crate::domain::playbook::rule::Rule;

/// Groups within groups that can be made here.
pub const MAX_GROUPS: usize = 8;

/// Which rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A criterion's.
    Criterion(CriterionId),
    /// When a question is asked.
    When(QuestionId),
}

/// The rule at a place; none for a question that is always asked.
pub fn rule<'a>(playbook: &'a Playbook, place: &Place) -> Option<&'a Rule> {
    match place {
        Place::Criterion(id) => playbook.criterion(id).map(|criterion| &criterion.rule),
        Place::When(id) => playbook.question(id)?.when.as_ref(),
    }
}

/// The rule at a place, to change it.
///
/// # Errors
/// [`Refused::Missing`].
pub fn rule_mut<'a>(draft: &'a mut Playbook, place: &Place) -> Result<&'a mut Rule, Refused> {
    let rule = match place {
        Place::Criterion(id) => {
            draft.criteria.iter_mut().find(|c| &c.id == id).map(|criterion| &mut criterion.rule)
        }
        Place::When(id) => {
            draft.questions.iter_mut().find(|q| &q.id == id).and_then(|q| q.when.as_mut())
        }
    };
    rule.ok_or(Refused::Missing)
}

/// The branch a path leads to.
pub fn branch<'a>(rule: &'a Rule, path: &[usize]) -> Option<&'a Rule> {
    let Some((first, rest)) = path.split_first() else { return Some(rule) };
    match rule {
        Rule::All(branches) | Rule::Any(branches) => branch(branches.get(*first)?, rest),
        Rule::Not(inner) if *first == 0 => branch(inner, rest),
        _ => None,
    }
}

fn branch_mut<'a>(rule: &'a mut Rule, path: &[usize]) -> Result<&'a mut Rule, Refused> {
    let Some((first, rest)) = path.split_first() else { return Ok(rule) };
    match rule {
        Rule::All(branches) | Rule::Any(branches) => {
            branch_mut(branches.get_mut(*first).ok_or(Refused::Missing)?, rest)
        }
        Rule::Not(inner) if *first == 0 => branch_mut(inner, rest),
        _ => Err(Refused::Missing),
    }
}

/// What holds the branch at a path, with the branch's place in it; none for the whole rule.
fn parent<'a>(
    rule: &'a mut Rule,
    path: &[usize],
) -> Result<Option<(&'a mut Rule, usize)>, Refused> {
    let Some((last, path)) = path.split_last() else { return Ok(None) };
    Ok(Some((branch_mut(rule, path)?, *last)))
}

/// The branches of a group; none of anything else.
pub fn branches(rule: &Rule) -> &[Rule] {
    match rule {
        Rule::All(branches) | Rule::Any(branches) => branches,
        Rule::Not(inner) => std::slice::from_ref(inner),
        Rule::Criterion(_) | Rule::Answer(_) => &[],
    }
}

/// The groups inside each other on the longest way down.
fn depth(rule: &Rule) -> usize {
    match rule {
        Rule::Criterion(_) | Rule::Answer(_) => 0,
        _ => 1 + branches(rule).iter().map(depth).max().unwrap_or(0),
    }
}

/// Refuses groups within groups beyond those that can be made here.
pub(super) fn shallow(rule: &Rule) -> Result<(), Refused> {
    if depth(rule) > MAX_GROUPS { Err(Refused::TooDeep) } else { Ok(()) }
}

/// The questions a person can choose for conditions at a place: all that are asked, but for the
/// one whose own asking it decides.
pub fn askable<'a>(playbook: &'a Playbook, place: &'a Place) -> impl Iterator<Item = &'a Question> {
    playbook.questions.iter().filter(move |question| {
        question.retired.is_none() && !matches!(place, Place::When(id) if id == &question.id)
    })
}
