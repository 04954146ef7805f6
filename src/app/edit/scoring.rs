//! The win chance, the two scores and the cards.

use super::ids::id_for;
use super::{Refused, refused};
use crate::domain::ids::{CardId, CriterionId};
use crate::domain::playbook::scoring::{
    Card, CardItem, Group, Scoring, Signal, SignalKind, Slot, Weight,
};
use crate::domain::playbook::{ChanceModel, Playbook};

/// Begins a win chance, or ends it. It begins with what first-degree opportunities come to.
pub fn chance(draft: &mut Playbook, on: bool) {
    let usual = || ChanceModel { start: 0.125, complete: 0.8, slots: Vec::new() };
    draft.chance = on.then(|| draft.chance.take().unwrap_or_else(usual));
}

/// Adds a slot of the win chance, named after its criterion.
///
/// # Errors
/// [`Refused::Missing`], [`Refused::Twice`].
pub fn add_slot(draft: &mut Playbook, criterion: &CriterionId) -> Result<(), Refused> {
    let title = draft.criterion(criterion).ok_or(Refused::Missing)?.title.clone();
    let model = draft.chance.as_mut().ok_or(Refused::Missing)?;
    if model.slots.iter().any(|slot| &slot.criterion == criterion) {
        return Err(Refused::Twice);
    }
    model.slots.push(Slot { title, criterion: criterion.clone(), weight: 1.0 });
    Ok(())
}

/// Begins the scores, or ends them.
pub fn scoring(draft: &mut Playbook, on: bool) {
    let usual = || Scoring { fit: Vec::new(), readiness: Vec::new(), cuts: [75.0, 50.0, 25.0] };
    draft.scoring = on.then(|| draft.scoring.take().unwrap_or_else(usual));
}

/// The scores, to change them.
///
/// # Errors
/// [`Refused::Missing`].
pub fn scores(draft: &mut Playbook) -> Result<&mut Scoring, Refused> {
    draft.scoring.as_mut().ok_or(Refused::Missing)
}

/// Adds a criterion to the fit score.
///
/// # Errors
/// [`Refused::Missing`], [`Refused::Twice`].
pub fn add_weight(draft: &mut Playbook, criterion: &CriterionId) -> Result<(), Refused> {
    let fit = &mut scores(draft)?.fit;
    if fit.iter().any(|weight| &weight.criterion == criterion) {
        return Err(Refused::Twice);
    }
    fit.push(Weight { criterion: criterion.clone(), weight: 1.0 });
    Ok(())
}

/// Adds a group of signals of readiness.
///
/// # Errors
/// [`Refused::NoWords`], [`Refused::Missing`].
pub fn add_group(draft: &mut Playbook, title: &str) -> Result<(), Refused> {
    let title = refused::title(title)?;
    let group = Group { title, cap: 50.0, half_life: None, signals: Vec::new() };
    scores(draft)?.readiness.push(group);
    Ok(())
}

/// Adds a signal to a group of readiness.
///
/// # Errors
/// [`Refused::Missing`].
pub fn add_signal(draft: &mut Playbook, group: usize, is: SignalKind) -> Result<(), Refused> {
    let group = scores(draft)?.readiness.get_mut(group).ok_or(Refused::Missing)?;
    group.signals.push(Signal { is, points: 10.0 });
    Ok(())
}

/// Adds a card.
///
/// # Errors
/// [`Refused::NoWords`].
pub fn add_card(
    draft: &mut Playbook,
    published: &Playbook,
    title: &str,
) -> Result<CardId, Refused> {
    let title = refused::title(title)?;
    let taken = |id: &str| {
        let mut all = draft.cards.iter().chain(&published.cards);
        all.any(|card| card.id.as_str() == id)
    };
    let id = CardId::new(id_for(&title, "card", taken));
    draft.cards.push(Card { id: id.clone(), title, about: String::new(), items: Vec::new() });
    Ok(id)
}

/// Adds something to know to a card, named after its criterion.
///
/// # Errors
/// [`Refused::Missing`].
pub fn add_item(draft: &mut Playbook, card: usize, full: &CriterionId) -> Result<(), Refused> {
    let title = draft.criterion(full).ok_or(Refused::Missing)?.title.clone();
    let card = draft.cards.get_mut(card).ok_or(Refused::Missing)?;
    card.items.push(CardItem { title, full: full.clone(), partly: None });
    Ok(())
}

/// The share a percentage typed between 0 and 100 stands for.
///
/// # Errors
/// [`Refused::NoNumber`] at the ends and beyond: nothing is certain.
pub fn share(percent: f64) -> Result<f64, Refused> {
    if percent > 0.0 && percent < 100.0 { Ok(percent / 100.0) } else { Err(Refused::NoNumber) }
}
