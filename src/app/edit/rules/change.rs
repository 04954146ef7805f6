//! Changing a rule by the place of its branches.
//!
//! Invariant: a group made here is never left empty.

use super::{Place, branch, branch_mut, parent, rule_mut, shallow};
use crate::app::edit::list::{Way, shift};
use crate::app::edit::{Refused, conditions};
use crate::domain::ids::QuestionId;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::rule::{AnswerTest, Rule};
use std::mem;

/// How the branches of a group go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Every branch holds.
    All,
    /// At least one branch holds.
    Any,
    /// What is in it does not hold.
    Not,
}

/// Adds a branch to the group at a path. What is no group becomes one, with the new branch beside it.
/// Gives the path of the new branch.
///
/// # Errors
/// [`Refused::Missing`].
pub fn add(rule: &mut Rule, path: &[usize], new: Rule) -> Result<Vec<usize>, Refused> {
    let group = branch_mut(rule, path)?;
    if let Rule::Not(_) | Rule::Criterion(_) | Rule::Answer(_) = group {
        let one = mem::replace(group, Rule::All(Vec::new()));
        *group = Rule::All(vec![one]);
    }
    let (Rule::All(branches) | Rule::Any(branches)) = group else { return Err(Refused::Missing) };
    branches.push(new);
    let place = branches.len() - 1;
    Ok(path.iter().copied().chain([place]).collect())
}

/// Puts another branch in the place of one.
///
/// # Errors
/// [`Refused::Missing`].
pub fn replace(rule: &mut Rule, path: &[usize], new: Rule) -> Result<(), Refused> {
    *branch_mut(rule, path)? = new;
    Ok(())
}

/// Changes the condition at a path.
///
/// # Errors
/// [`Refused::Missing`] where there is none.
pub fn set(
    rule: &mut Rule,
    path: &[usize],
    change: impl FnOnce(&mut AnswerTest),
) -> Result<(), Refused> {
    let Rule::Answer(test) = branch_mut(rule, path)? else { return Err(Refused::Missing) };
    change(test);
    Ok(())
}

/// Asks for another question's answer at a path, by a sensible test of it.
///
/// # Errors
/// [`Refused::Missing`].
pub fn ask(
    draft: &mut Playbook,
    place: &Place,
    path: &[usize],
    question: &QuestionId,
) -> Result<(), Refused> {
    let usual = draft.question(question).map(conditions::usual).ok_or(Refused::Missing)?;
    let rule = rule_mut(draft, place)?;
    let evidence = match branch(rule, path) {
        Some(Rule::Answer(before)) => before.evidence,
        _ => None,
    };
    replace(rule, path, Rule::Answer(AnswerTest { evidence, ..usual }))
}

/// Switches how the branches of the group at a path go together. Nothing in it is lost.
///
/// # Errors
/// [`Refused::Missing`] where there is no group, [`Refused::TooDeep`].
pub fn switch(rule: &mut Rule, path: &[usize], to: Group) -> Result<(), Refused> {
    let group = branch_mut(rule, path)?;
    let before = mem::replace(group, Rule::All(Vec::new()));
    *group = match (before, to) {
        (Rule::All(branches) | Rule::Any(branches), Group::All) => Rule::All(branches),
        (Rule::All(branches) | Rule::Any(branches), Group::Any) => Rule::Any(branches),
        (Rule::Not(inner), Group::All) => Rule::All(within(*inner)),
        (Rule::Not(inner), Group::Any) => Rule::Any(within(*inner)),
        (Rule::Not(inner), Group::Not) => Rule::Not(inner),
        (Rule::All(mut branches) | Rule::Any(mut branches), Group::Not) if branches.len() == 1 => {
            Rule::Not(Box::new(branches.remove(0)))
        }
        (group @ (Rule::All(_) | Rule::Any(_)), Group::Not) => Rule::Not(Box::new(group)),
        (other, _) => {
            *group = other;
            return Err(Refused::Missing);
        }
    };
    shallow(rule)
}

/// What a "not" holds, as the branches of a group.
fn within(inner: Rule) -> Vec<Rule> {
    match inner {
        Rule::All(branches) | Rule::Any(branches) => branches,
        one => vec![one],
    }
}

/// Puts the branch at a path into a group of its own.
///
/// # Errors
/// [`Refused::Missing`], [`Refused::TooDeep`].
pub fn wrap(rule: &mut Rule, path: &[usize], group: Group) -> Result<(), Refused> {
    let branch = branch_mut(rule, path)?;
    let one = mem::replace(branch, Rule::All(Vec::new()));
    *branch = match group {
        Group::All => Rule::All(vec![one]),
        Group::Any => Rule::Any(vec![one]),
        Group::Not => Rule::Not(Box::new(one)),
    };
    shallow(rule)
}

/// Takes the group at a path away and leaves what is in it in its place.
///
/// # Errors
/// [`Refused::Missing`] where there is no group, [`Refused::LastOne`] for the group round
/// several branches that nothing else holds together.
pub fn unwrap(rule: &mut Rule, path: &[usize]) -> Result<(), Refused> {
    let group = branch_mut(rule, path)?;
    let mut inner = match mem::replace(group, Rule::All(Vec::new())) {
        Rule::All(branches) | Rule::Any(branches) => branches,
        Rule::Not(inner) => vec![*inner],
        other => {
            *group = other;
            return Err(Refused::Missing);
        }
    };
    if inner.len() == 1 {
        *group = inner.remove(0);
        return Ok(());
    }
    match parent(rule, path)? {
        Some((Rule::All(branches) | Rule::Any(branches), place)) => {
            branches.splice(place..=place, inner);
            Ok(())
        }
        _ => Err(Refused::LastOne),
    }
}

/// Takes the branch at a path out, with the groups that would be left empty.
///
/// # Errors
/// [`Refused::Missing`], [`Refused::LastOne`] for the whole rule.
pub fn remove(rule: &mut Rule, path: &[usize]) -> Result<(), Refused> {
    if branch(rule, path).is_none() {
        return Err(Refused::Missing);
    }
    match parent(rule, path)? {
        None => Err(Refused::LastOne),
        Some((Rule::All(branches) | Rule::Any(branches), place)) if branches.len() > 1 => {
            branches.remove(place);
            Ok(())
        }
        Some(_) => remove(rule, path.split_last().map(|(_, path)| path).unwrap_or_default()),
    }
}

/// Moves the branch at a path within its group. Gives its new path.
///
/// # Errors
/// [`Refused::Missing`].
pub fn move_branch(rule: &mut Rule, path: &[usize], way: Way) -> Result<Vec<usize>, Refused> {
    let Some((Rule::All(branches) | Rule::Any(branches), place)) = parent(rule, path)? else {
        return Err(Refused::Missing);
    };
    let next = way.from(place, branches.len()).unwrap_or(place);
    shift(branches, place, way);
    let mut path = path.to_vec();
    path.pop();
    path.push(next);
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::super::MAX_GROUPS;
    use super::*;
    use crate::domain::ids::CriterionId;

    /// A rule as text: `&(a |(b c) !(d))`.
    fn words(rule: &Rule) -> String {
        let all = |branches: &[Rule]| branches.iter().map(words).collect::<Vec<_>>().join(" ");
        match rule {
            Rule::All(branches) => format!("&({})", all(branches)),
            Rule::Any(branches) => format!("|({})", all(branches)),
            Rule::Not(inner) => format!("!({})", words(inner)),
            Rule::Criterion(id) => id.to_string(),
            Rule::Answer(test) => test.question.to_string(),
        }
    }

    fn read(text: &str) -> Rule {
        fn next(rest: &mut &str) -> Rule {
            let kind = rest.chars().next().unwrap();
            *rest = &rest[1..];
            if kind.is_ascii_lowercase() {
                return Rule::Criterion(CriterionId::new(kind.to_string()));
            }
            *rest = &rest[1..];
            let mut branches = Vec::new();
            while !rest.starts_with(')') {
                *rest = rest.trim_start();
                branches.push(next(rest));
            }
            *rest = &rest[1..];
            match kind {
                '&' => Rule::All(branches),
                '|' => Rule::Any(branches),
                _ => Rule::Not(Box::new(branches.remove(0))),
            }
        }
        next(&mut { text })
    }

    type Edit = fn(&mut Rule, &[usize]) -> Result<(), Refused>;

    fn check(before: &str, path: &[usize], edit: Edit, expected: Result<&str, Refused>) {
        let mut rule = read(before);
        let done = edit(&mut rule, path).map(|()| words(&rule));
        assert_eq!(done, expected.map(str::to_owned), "{before} at {path:?}");
    }

    #[test]
    fn a_branch_is_added_to_a_group_or_beside_a_branch() {
        let edit: Edit = |rule, path| add(rule, path, read("x")).map(|_| ());
        check("a", &[], edit, Ok("&(a x)"));
        check("|(a b)", &[], edit, Ok("|(a b x)"));
        check("|(a b)", &[1], edit, Ok("|(a &(b x))"));
        check("!(a)", &[], edit, Ok("&(!(a) x)"));
        check("!(a)", &[0], edit, Ok("!(&(a x))"));
        check("a", &[0], edit, Err(Refused::Missing));
    }

    #[test]
    fn switching_a_group_loses_nothing() {
        let [all, any, not]: [Edit; 3] = [
            |rule, path| switch(rule, path, Group::All),
            |rule, path| switch(rule, path, Group::Any),
            |rule, path| switch(rule, path, Group::Not),
        ];
        check("&(a b)", &[], any, Ok("|(a b)"));
        check("&(a b)", &[], not, Ok("!(&(a b))"));
        check("&(a)", &[], not, Ok("!(a)"));
        check("!(&(a b))", &[], any, Ok("|(a b)"));
        check("!(a)", &[], all, Ok("&(a)"));
        check("!(!(a))", &[], all, Ok("&(!(a))"));
        check("a", &[], all, Err(Refused::Missing));
    }

    #[test]
    fn a_group_is_put_round_a_branch_and_taken_away() {
        check("&(a b)", &[1], |rule, path| wrap(rule, path, Group::Any), Ok("&(a |(b))"));
        check("a", &[], |rule, path| wrap(rule, path, Group::Not), Ok("!(a)"));
        check("&(a |(b c) d)", &[1], unwrap, Ok("&(a b c d)"));
        check("&(a)", &[], unwrap, Ok("a"));
        check("!(&(a b))", &[], unwrap, Ok("&(a b)"));
        check("&(a b)", &[], unwrap, Err(Refused::LastOne));
        check("!(&(a b))", &[0], unwrap, Err(Refused::LastOne));
        check("&(a b)", &[0], unwrap, Err(Refused::Missing));
    }

    #[test]
    fn what_would_be_left_empty_goes_too() {
        check("&(a b)", &[0], remove, Ok("&(b)"));
        check("&(a |(!(b)))", &[1, 0, 0], remove, Ok("&(a)"));
        check("&(a)", &[0], remove, Err(Refused::LastOne));
        check("a", &[], remove, Err(Refused::LastOne));
        check("a", &[3], remove, Err(Refused::Missing));
    }

    #[test]
    fn a_branch_moves_within_its_group() {
        let [up, down]: [Edit; 2] = [
            |rule, path| move_branch(rule, path, Way::Up).map(|_| ()),
            |rule, path| move_branch(rule, path, Way::Down).map(|_| ()),
        ];
        check("&(a b c)", &[1], up, Ok("&(b a c)"));
        check("&(a |(b c))", &[1, 0], down, Ok("&(a |(c b))"));
        check("&(a b)", &[0], up, Ok("&(a b)"));
        check("!(a)", &[0], up, Err(Refused::Missing));
        check("a", &[], up, Err(Refused::Missing));
    }

    #[test]
    fn groups_within_groups_have_an_end() {
        let mut rule = read("a");
        for _ in 0..MAX_GROUPS {
            wrap(&mut rule, &[], Group::All).unwrap();
        }
        assert_eq!(wrap(&mut rule, &[], Group::All), Err(Refused::TooDeep));
    }
}
