//! Grades nobody can reach, and win chances far from what is customary.
//!
//! Source of the customary chances: 10–15 % of first-degree opportunities become deals, about 80 %
//! of those with budget, authority, need and timeline.

use super::base::Base;
use super::finding::{Anchor, FindingKind, Score};
use super::found::Findings;
use super::possible::{Need, Possible};
use super::values::Values;
use crate::domain::ids::CriterionId;
use crate::domain::playbook::market::Intent;
use crate::domain::playbook::scoring::{Group, Signal, SignalKind, Weight};

/// Looks at what can be reached at the most.
pub(super) fn scores(base: &Base<'_>, possible: &Possible<'_>, found: &mut Findings) {
    if let Some(model) = &base.playbook.chance {
        let usual = |found: &mut Findings, path, anchor, chance: f64, low: f64, high: f64| {
            // Faults are told of by the check.
            if chance > 0.0 && chance < 1.0 && !(low..=high).contains(&chance) {
                found.add(path, FindingKind::UnusualChance { anchor, chance });
            }
        };
        usual(found, "chance.start", Anchor::Start, model.start, 0.10, 0.15);
        usual(found, "chance.complete", Anchor::Complete, model.complete, 0.75, 0.85);
    }
    let Some(scoring) = &base.playbook.scoring else { return };
    let best = scoring.cuts[0];
    if !scoring.fit.is_empty() {
        let most = fit(base, possible, &scoring.fit);
        if most < best {
            let score = Score::Fit;
            found.add("scoring.fit", FindingKind::GradeOutOfReach { score, most });
        }
    }
    if !scoring.readiness.is_empty() {
        let intents = [None, Some(Intent::Low), Some(Intent::Medium), Some(Intent::High)];
        let reach = intents.map(|intent| readiness(base, &scoring.readiness, intent));
        let most = reach.into_iter().fold(0.0, f64::max);
        if most < best {
            let score = Score::Readiness;
            found.add("scoring.readiness", FindingKind::GradeOutOfReach { score, most });
        }
    }
}

fn need(base: &Base<'_>, possible: &Possible<'_>, id: &CriterionId) -> Option<Need> {
    base.rules.number(id).map(|number| possible.criterion(number, true))
}

/// The highest fit score, out of 100. Criteria about the same question may exclude each other:
/// then only one of them counts. More is not looked at, so the true one may be lower. A criterion
/// that nobody can meet at all is told of where its rule stands.
fn fit(base: &Base<'_>, possible: &Possible<'_>, weights: &[Weight]) -> f64 {
    let total: f64 = weights.iter().map(|weight| weight.weight).sum();
    let mut free = 0.0;
    let mut alone: Vec<(usize, Values, f64)> = Vec::new();
    for weight in weights {
        match need(base, possible, &weight.criterion) {
            Some(Ok(needs)) if needs.len() == 1 => {
                alone.push((needs[0].0, needs[0].1.clone(), weight.weight));
            }
            _ => free += weight.weight,
        }
    }
    alone.sort_by_key(|(question, ..)| *question);
    let alike = alone.chunk_by(|a, b| a.0 == b.0);
    let reached: f64 = alike.map(together).sum();
    out_of_100(free + reached, total)
}

/// The most that criteria about one question weigh together: of those that all exclude each other
/// the heaviest, else all of them.
fn together(criteria: &[(usize, Values, f64)]) -> f64 {
    const MOST: usize = 50;
    let apart = |n: usize, values: &Values| {
        criteria[n + 1..].iter().all(|(_, other, _)| values.and(other).is_empty())
    };
    let exclusive = criteria.len() <= MOST
        && criteria.iter().enumerate().all(|(n, (_, values, _))| apart(n, values));
    let weights = criteria.iter().map(|(.., weight)| *weight);
    if exclusive { weights.fold(0.0, f64::max) } else { weights.sum() }
}

/// The highest readiness score, out of 100, of a contact whose source has this intent.
fn readiness(base: &Base<'_>, groups: &[Group], intent: Option<Intent>) -> f64 {
    let exists = base.playbook.sources.iter().any(|source| source.intent == intent);
    let asked = base.playbook.questions.iter().any(|question| question.ask.is_some());
    let points = |signal: &Signal| match &signal.is {
        SignalKind::Criterion(_) => signal.points,
        SignalKind::Source(wanted) => {
            if Some(*wanted) == intent && exists {
                signal.points
            } else {
                0.0
            }
        }
        SignalKind::VisitorAnswers => {
            if asked {
                signal.points
            } else {
                0.0
            }
        }
        // Each of them counts, and there may be any number.
        SignalKind::InboundTouch | SignalKind::Engagement => f64::INFINITY,
    };
    let reached = |group: &Group| group.signals.iter().map(points).sum::<f64>().min(group.cap);
    let caps = groups.iter().map(|group| group.cap).sum();
    out_of_100(groups.iter().map(reached).sum(), caps)
}

/// A share of a whole, out of 100; all of it where that cannot be said.
fn out_of_100(part: f64, whole: f64) -> f64 {
    let share = 100.0 * part / whole;
    if share.is_finite() { share } else { 100.0 }
}
