//! What the branches of an `all` or an `any` say to each other: the same twice, the opposite, more
//! than another, or nothing beside the others.
//!
//! Branches are compared by fingerprints and, where they test one question, by the answers that meet
//! them. Refuses to know where the rule stands.

use super::base::Base;
use super::possible::{Need, Possible};
use super::values::Values;
use crate::domain::answer::Evidence;
use crate::domain::playbook::rule::{Rule, Test};
use crate::domain::range::Range;
use crate::domain::rules::{Node, Place};
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

/// Something about one of several branches, by its place among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    /// It stands there for a second time.
    Repeated(usize),
    /// With it, no answer is left that meets all of them; or, of alternatives, none that meets none
    /// of them. With the question's number, where it is one question that is left with none.
    Exclusive(usize, Option<usize>),
    /// It changes nothing.
    Idle(usize),
    /// One of its own branches changes nothing.
    IdleWithin(usize, usize),
}

/// Compares branches that must all hold; or, with `all` false, alternatives.
pub(super) fn relations(
    base: &Base<'_>,
    possible: &Possible<'_>,
    rules: &[Rule],
    places: &[Place],
    all: bool,
) -> Vec<Relation> {
    let prints: Vec<u64> = rules.iter().map(print).collect();
    let mut known: Vec<(u64, usize)> = prints.iter().copied().zip(0..).collect();
    known.sort_unstable();
    let mut found = Vec::new();
    let mut idle = vec![false; rules.len()];
    for pair in known.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
        idle[pair[1].1] = true;
        found.push(Relation::Repeated(pair[1].1));
    }
    let place_of = |print: u64| {
        let at = known.partition_point(|(other, _)| *other < print);
        known.get(at).filter(|(other, _)| *other == print).map(|(_, place)| *place)
    };

    let opposite = rules.iter().enumerate().find_map(|(n, rule)| match rule {
        Rule::Not(inner) => place_of(print(inner)).map(|other| n.max(other)),
        _ => None,
    });
    found.extend(opposite.map(|n| Relation::Exclusive(n, None)));

    // any(A, all(A, B)) is A, and so is all(A, any(A, B)).
    for (n, rule) in rules.iter().enumerate() {
        let inner = match rule {
            Rule::Any(inner) if all => inner,
            Rule::All(inner) if !all => inner,
            _ => continue,
        };
        let is_beside = |branch: &Rule| place_of(print(branch)).is_some_and(|other| other != n);
        if !idle[n] && inner.iter().any(is_beside) {
            idle[n] = true;
            found.push(Relation::Idle(n));
        }
    }

    let singles = Singles::of(base, places);
    for n in singles.implied(all, &idle) {
        idle[n] = true;
        found.push(Relation::Idle(n));
    }
    if opposite.is_none() && all {
        let needs: Vec<Need> = places.iter().map(|place| possible.branch(*place, true)).collect();
        if needs.iter().all(Need::is_ok) {
            match possible.all(needs.iter().cloned()) {
                Err(never) => found.push(Relation::Exclusive(never.branch, never.question)),
                Ok(_) => found.extend(ruled_out(base, possible, places, &needs)),
            }
        }
    } else if opposite.is_none() {
        found.extend(singles.exhaustive(base).map(|(n, q)| Relation::Exclusive(n, Some(q))));
    }
    found
}

/// Alternatives that the other branches rule out.
fn ruled_out(
    base: &Base<'_>,
    possible: &Possible<'_>,
    places: &[Place],
    needs: &[Need],
) -> Vec<Relation> {
    let alternatives = |place: &Place| match base.rules.node(*place) {
        Node::Any(branches) => Some(branches.clone()),
        _ => None,
    };
    let firm = places.iter().zip(needs).filter(|(place, _)| alternatives(place).is_none());
    let Ok(firm) = possible.all(firm.map(|(_, need)| need.clone())) else { return Vec::new() };
    let mut found = Vec::new();
    for (n, branches) in places.iter().map(alternatives).enumerate() {
        for (m, branch) in branches.into_iter().flatten().enumerate() {
            let need = possible.branch(branch, true);
            if need.is_ok() && possible.all([Ok(firm.clone()), need]).is_err() {
                found.push(Relation::IdleWithin(n, m));
            }
        }
    }
    found
}

/// The branches that are a test of one answer, or the opposite of one, by question and evidence.
struct Singles(Vec<Single>);

struct Single {
    question: usize,
    evidence: Option<Evidence>,
    values: Values,
    branch: usize,
}

/// The most tests of one question that are compared with each other.
const MOST: usize = 50;

impl Singles {
    fn of(base: &Base<'_>, places: &[Place]) -> Self {
        let single = |(branch, place): (usize, &Place)| {
            let (question, test, wanted) = match base.rules.node(*place) {
                Node::Test(question, test) => (*question, *test, true),
                Node::Not(inner) => match base.rules.node(*inner) {
                    Node::Test(question, test) => (*question, *test, false),
                    _ => return None,
                },
                _ => return None,
            };
            let values = base.domains[question].values(&test.is, wanted)?;
            let (evidence, told) = (test.evidence, !values.is_empty());
            told.then_some(Single { question, evidence, values, branch })
        };
        let mut singles: Vec<_> = places.iter().enumerate().filter_map(single).collect();
        singles.sort_by_key(|single| (single.question, single.evidence));
        Self(singles)
    }

    /// Those of one question and one evidence.
    fn groups(&self) -> impl Iterator<Item = &[Single]> {
        let alike = |a: &Single, b: &Single| (a.question, a.evidence) == (b.question, b.evidence);
        self.0.chunk_by(alike).filter(|group| (2..=MOST).contains(&group.len()))
    }

    /// The branches that say no more than another one: of several that must hold the weaker one, of
    /// alternatives the stronger one.
    fn implied(&self, all: bool, idle: &[bool]) -> Vec<usize> {
        let mut implied = Vec::new();
        for group in self.groups() {
            for one in group.iter().filter(|one| !idle[one.branch]) {
                let by = |other: &&Single| {
                    let (narrow, wide) = if all { (*other, one) } else { (one, *other) };
                    other.branch != one.branch
                        && !idle[other.branch]
                        && !implied.contains(&other.branch)
                        && narrow.values.is_in(&wide.values)
                };
                if group.iter().any(|other| by(&other)) {
                    implied.push(one.branch);
                }
            }
        }
        implied
    }

    /// Alternatives of one question that leave no answer to it out: the last of them, with the
    /// question.
    fn exhaustive(&self, base: &Base<'_>) -> Option<(usize, usize)> {
        self.groups().find_map(|group| {
            let domain = &base.domains[group[0].question];
            // One that every answer meets says so itself; what several options leave out together
            // is not known.
            let is_open = |values: &Values| matches!(values, Values::Several { .. } | Values::Open);
            let whole = |single: &Single| domain.is_all(&single.values) || is_open(&single.values);
            if group.iter().any(whole) {
                return None;
            }
            let all = group.iter().fold(Values::None, |all, single| all.or(&single.values));
            let last = group.iter().map(|single| single.branch).max()?;
            domain.is_all(&all).then_some((last, group[0].question))
        })
    }
}

/// A number that equal rules share, and different ones hardly ever.
fn print(rule: &Rule) -> u64 {
    let mut hasher = DefaultHasher::new();
    hash(rule, &mut hasher);
    hasher.finish()
}

fn hash(rule: &Rule, to: &mut DefaultHasher) {
    std::mem::discriminant(rule).hash(to);
    match rule {
        Rule::All(branches) | Rule::Any(branches) => {
            branches.len().hash(to);
            for branch in branches {
                hash(branch, to);
            }
        }
        Rule::Not(branch) => hash(branch, to),
        Rule::Criterion(id) => id.hash(to),
        Rule::Answer(test) => {
            (&test.question, test.evidence).hash(to);
            std::mem::discriminant(&test.is).hash(to);
            match &test.is {
                Test::Given => {}
                Test::Yes(yes) => yes.hash(to),
                Test::In(ids) | Test::AllOf(ids) => ids.hash(to),
                Test::Within(range) | Test::Days(range) | Test::Length(range) => {
                    let Range { from, above, to: up_to, below } = range;
                    [from, above, up_to, below].map(|end| end.map(f64::to_bits)).hash(to);
                }
            }
        }
    }
}
