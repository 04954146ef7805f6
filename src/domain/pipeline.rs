//! The pipeline: the opportunities that are open now, what they are worth and how sure that is.
//!
//! Weighted = Σ amount × win chance, set right by the deals closed so far; an ended deal adds
//! nothing. *Evidenced* counts only opportunities whose gates below Opportunity pass on recorded
//! evidence. Invariant: amounts of different currencies stay apart; a missing amount is counted, not
//! taken as zero.

use super::assess::slots;
use super::calibration::Calibration;
use super::contact::Contact;
use super::evaluate::{Facts, Reading};
use super::money::{Money, Totals};
use super::outcome::Outcome;
use super::position::Position;
use super::rules::Rules;
use chrono::NaiveDate;

/// The open opportunities in figures.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pipeline {
    /// How many.
    pub open: usize,
    /// What they are worth.
    pub value: Totals,
    /// What they are worth, each times its win chance.
    pub weighted: Totals,
    /// How many of them have their evidence.
    pub evidenced: usize,
    /// What those are worth.
    pub evidenced_value: Totals,
    /// How many are in each stage, in the playbook's order.
    pub by_stage: Vec<usize>,
}

/// Adds up the open opportunities; merged contacts are left out. `today` is the day where the
/// person is.
pub fn pipeline<'a>(
    rules: &Rules<'_>,
    calibration: &Calibration,
    contacts: impl IntoIterator<Item = &'a Contact>,
    today: NaiveDate,
) -> Pipeline {
    let playbook = rules.playbook;
    let stages = playbook.stages_in_use().count();
    let mut result = Pipeline { by_stage: vec![0; stages], ..Pipeline::default() };
    let below = || playbook.gates.prospect.iter().chain(&playbook.gates.opportunity);
    let open = contacts.into_iter().filter(|c| c.is_open_opportunity() && c.merged_into.is_none());
    for contact in open {
        let facts = Facts::new(rules, &contact.answers, Reading::AsRequired, today);
        result.open += 1;
        result.value.add(contact.amount);
        if let Some(model) = &playbook.chance {
            let chance = || model.chance(&slots(&facts), calibration).probability;
            result.weighted.add(contact.amount.map(|amount| weigh(amount, chance())));
        }
        if below().all(|id| facts.criterion(id) == Outcome::Met) {
            result.evidenced += 1;
            result.evidenced_value.add(contact.amount);
        }
        if let Position::Stage(_) = contact.position
            && let Some(count) = result.by_stage.get_mut(playbook.rank(&contact.position) - 2)
        {
            *count += 1;
        }
    }
    result
}

/// An amount times a chance, rounded to the minor unit, halves away from zero.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)]
pub fn weigh(amount: Money, chance: f64) -> Money {
    Money { minor: (amount.minor as f64 * chance).round() as i64, ..amount }
}
