//! The chance to win an opportunity: odds multiplied by each filled slot.
//!
//! Source: the two anchors of the field's early-opportunity rule, 12.5 % when pain, interest and
//! fit are met (the 10–15 % of B2B opportunities that become deals) and 80 % when budget,
//! authority, need and timeline are all confirmed. Equal steps between are an assumption, and
//! the screen says so. That is set right by the deals that were closed here
//! ([`calibration`](super::calibration)). Invariant: never 0 and never 1.

use super::assess::Assessment;
use super::calibration::{Calibration, Closed, filled};
use super::outcome::Outcome;
use super::playbook::{ChanceModel, Playbook};

/// A win chance with its derivation.
#[derive(Debug, Clone, PartialEq)]
pub struct Chance {
    /// Between 0 and 1, both excluded: the playbook's chance, set right by the deals closed here.
    pub probability: f64,
    /// What the playbook alone says.
    pub prior: f64,
    /// How the deals closed here with as many slots filled went; none where there is none.
    pub closed: Option<Closed>,
    /// The chance with no slot filled.
    pub start: f64,
    /// Each slot, in the playbook's order.
    pub slots: Vec<SlotShare>,
    /// The chance with one more slot filled, where one is open.
    pub with_next: Option<f64>,
}

/// One slot's share in a win chance.
#[derive(Debug, Clone, PartialEq)]
pub struct SlotShare {
    /// Its name.
    pub title: String,
    /// Whether it is filled.
    pub outcome: Outcome,
    /// What it multiplies the odds by once it is filled, at least 1.
    pub factor: f64,
}

impl ChanceModel {
    /// The chance with slots of this total weight filled, of `total` weight in all.
    ///
    /// ```
    /// use ripen::domain::playbook::ChanceModel;
    /// let model = ChanceModel { start: 0.125, complete: 0.8, slots: vec![] };
    /// assert!((model.with_weight(1.0, 4.0) - 0.247).abs() < 0.0005);
    /// ```
    pub fn with_weight(&self, filled: f64, total: f64) -> f64 {
        let odds = |p: f64| p / (1.0 - p);
        let share = if total > 0.0 { (filled / total).clamp(0.0, 1.0) } else { 0.0 };
        let reached = odds(self.start) * (odds(self.complete) / odds(self.start)).powf(share);
        reached / (1.0 + reached)
    }

    /// What a slot of this weight multiplies the odds by, of `total` weight in all.
    ///
    /// ```
    /// use ripen::domain::playbook::ChanceModel;
    /// let model = ChanceModel { start: 0.125, complete: 0.8, slots: vec![] };
    /// assert!((model.factor(1.0, 4.0) - 2.3003).abs() < 0.00005);
    /// ```
    pub fn factor(&self, weight: f64, total: f64) -> f64 {
        let odds = |p: f64| p / (1.0 - p);
        let share = if total > 0.0 { weight / total } else { 0.0 };
        (odds(self.complete) / odds(self.start)).powf(share)
    }

    /// The chance for slot outcomes given in the model's order.
    pub fn chance(&self, outcomes: &[Outcome], calibration: &Calibration) -> Chance {
        let slots = || self.slots.iter().zip(outcomes);
        let total: f64 = self.slots.iter().map(|slot| slot.weight).sum();
        let reached: f64 =
            slots().filter(|(_, o)| **o == Outcome::Met).map(|(slot, _)| slot.weight).sum();
        let filled = filled(outcomes);
        let prior = self.with_weight(reached, total);
        let next = slots().find(|(_, o)| **o != Outcome::Met).map(|(slot, _)| slot.weight);
        Chance {
            probability: calibration.chance(filled, prior),
            prior,
            closed: calibration.closed(filled),
            start: self.start,
            slots: slots()
                .map(|(slot, outcome)| SlotShare {
                    title: slot.title.clone(),
                    outcome: *outcome,
                    factor: self.factor(slot.weight, total),
                })
                .collect(),
            with_next: next.map(|weight| {
                calibration.chance(filled + 1, self.with_weight(reached + weight, total))
            }),
        }
    }
}

/// The chance to win; none for a contact that is no open opportunity.
pub fn chance(
    playbook: &Playbook,
    calibration: &Calibration,
    assessment: &Assessment,
) -> Option<Chance> {
    let model = playbook.chance.as_ref().filter(|_| assessment.open_opportunity)?;
    Some(model.chance(&assessment.slots, calibration))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_table() {
        for (start, factor, table) in [
            (0.10, 2.449, [10.0, 21.4, 40.0, 62.0, 80.0]),
            (0.125, 2.300, [12.5, 24.7, 43.1, 63.5, 80.0]),
            (0.15, 2.182, [15.0, 27.8, 45.7, 64.7, 80.0]),
        ] {
            let model = ChanceModel { start, complete: 0.8, slots: vec![] };
            let each = model.factor(1.0, 4.0);
            assert!((each - factor).abs() < 0.000_5, "odds times {factor} from {start}: {each}");
            for (slots, percent) in (0_u8..).zip(table) {
                let chance = 100.0 * model.with_weight(f64::from(slots), 4.0);
                assert!((chance - percent).abs() < 0.05, "{start} with {slots}: {chance}");
            }
        }
    }
}
