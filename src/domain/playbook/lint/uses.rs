//! What nothing uses, and what the profile promises and no gate keeps.

use super::base::Base;
use super::finding::FindingKind;
use super::found::Findings;
use crate::domain::ids::CriterionId;
use crate::domain::playbook::market::Role;
use crate::domain::playbook::scoring::SignalKind;

/// Looks for what is defined in vain. Questions that texts refer to are marked, by number.
pub(super) fn uses(base: &Base<'_>, recalled: &[bool], found: &mut Findings) {
    let playbook = base.playbook;
    let mut conditions = Vec::new();
    let mut asked_by = vec![false; playbook.questions.len()];
    for when in (0..playbook.questions.len()).filter_map(|n| base.rules.when(n)) {
        base.criteria_in(when, &mut conditions);
        base.questions_in(when, &mut asked_by);
    }

    let numbers = named(base).into_iter().map(|id| base.rules.number(id));
    let used = base.reached(numbers.chain(conditions.into_iter().map(Some)));
    for (n, criterion) in playbook.criteria.iter().enumerate().filter(|(n, _)| !used[*n]) {
        found
            .add(format_args!("criteria[{n}]"), FindingKind::UnusedCriterion(criterion.id.clone()));
    }

    // One that an unused criterion reads has its use as soon as that one has.
    let read = base.questions_of(&vec![true; playbook.criteria.len()]);
    for (n, question) in playbook.questions.iter().enumerate() {
        let has_use = read[n] || asked_by[n] || recalled[n];
        let of_its_own = question.ask_anyway || question.sets.is_some();
        if !has_use && !of_its_own && question.retired.is_none() {
            found.add(
                format_args!("questions[{n}]"),
                FindingKind::NothingReads(question.id.clone()),
            );
        }
    }
    in_gates(base, &used, found);
}

/// The criteria that something other than a rule names.
fn named<'p>(base: &Base<'p>) -> Vec<&'p CriterionId> {
    let playbook = base.playbook;
    let mut named: Vec<&CriterionId> =
        playbook.gates.prospect.iter().chain(&playbook.gates.opportunity).collect();
    named.extend(playbook.stages.iter().flat_map(|stage| &stage.exit));
    named.extend(playbook.chance.iter().flat_map(|model| &model.slots).map(|slot| &slot.criterion));
    for item in playbook.cards.iter().flat_map(|card| &card.items) {
        named.extend([&item.full].into_iter().chain(&item.partly));
    }
    if let Some(scoring) = &playbook.scoring {
        named.extend(scoring.fit.iter().map(|weight| &weight.criterion));
        let signals = scoring.readiness.iter().flat_map(|group| &group.signals);
        named.extend(signals.filter_map(|signal| match &signal.is {
            SignalKind::Criterion(id) => Some(id),
            _ => None,
        }));
    }
    let traits = playbook.profile.iter().flat_map(|profile| &profile.traits);
    named.extend(traits.map(|one| &one.criterion));
    named
}

/// Must-haves, exclusions and knock-outs that no gate keeps.
fn in_gates(base: &Base<'_>, used: &[bool], found: &mut Findings) {
    let playbook = base.playbook;
    let in_gates: Vec<_> = base.gates().into_iter().flat_map(|gate| gate.criteria).collect();
    let kept = base.reached(in_gates.iter().copied());
    let mut stands = vec![false; playbook.criteria.len()];
    in_gates.into_iter().flatten().for_each(|number| stands[number] = true);

    let traits = playbook.profile.iter().flat_map(|profile| &profile.traits);
    for (n, one) in traits.enumerate() {
        let Some(number) = base.rules.number(&one.criterion) else { continue };
        let id = one.criterion.clone();
        let kind = match one.role {
            Role::MustHave if !kept[number] => FindingKind::MustHaveInNoGate(id),
            Role::Exclusion if playbook.criteria[number].knock_out.is_none() => {
                FindingKind::ExclusionWithoutKnockOut(id)
            }
            _ => continue,
        };
        found.add(format_args!("profile.traits[{n}]"), kind);
    }
    for (n, criterion) in playbook.criteria.iter().enumerate() {
        // One that stands nowhere at all is told of as unused.
        if criterion.knock_out.is_some() && !stands[n] && used[n] {
            let kind = FindingKind::KnockOutInNoGate(criterion.id.clone());
            found.add(format_args!("criteria[{n}].knock_out"), kind);
        }
    }
}
