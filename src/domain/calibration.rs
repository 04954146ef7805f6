//! The win chance set right by the deals that were closed here.
//!
//! Source: a beta prior. A chance `p` of the playbook weighs as much as [`PRIOR`] deals, so that
//! `won` of `closed` make `(won + 8p) / (closed + 8)`. Deals are told apart by how many slots were
//! filled when they closed. Invariant: between 0 and 1, both excluded; the playbook's own chance
//! where nothing was closed.

use super::assess::slots;
use super::contact::Contact;
use super::evaluate::{Facts, Reading};
use super::event::EndKind;
use super::outcome::Outcome;
use super::position::Level;
use super::rules::Rules;
use chrono::{NaiveDate, Utc};

/// How many deals the playbook's own chance weighs.
pub const PRIOR: u32 = 8;

/// How the deals closed so far went, by how many slots were filled when they closed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calibration {
    by_filled: Vec<Closed>,
}

/// Deals that were closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Closed {
    /// How many were won.
    pub won: u32,
    /// How many there are, won or not.
    pub closed: u32,
}

impl Calibration {
    /// Learns from the contacts whose journey ended as an opportunity or was won; merged ones are
    /// left out. Each is judged on its answers and the day of its end, one without a date on
    /// `today`. Empty where the playbook reckons no chance.
    pub fn of<'a>(
        rules: &Rules<'_>,
        contacts: impl IntoIterator<Item = &'a Contact>,
        today: NaiveDate,
    ) -> Self {
        let Some(model) = &rules.playbook.chance else { return Self::default() };
        let mut by_filled = vec![Closed::default(); model.slots.len() + 1];
        for contact in contacts.into_iter().filter(|contact| contact.merged_into.is_none()) {
            let Some(ended) = &contact.ended else { continue };
            if ended.level < Level::Opportunity {
                continue;
            }
            let day = ended.on.map_or(today, |on| on.day(&Utc));
            let facts = Facts::new(rules, contact.answers_then(), Reading::AsRequired, day);
            let bucket = &mut by_filled[filled(&slots(&facts))];
            bucket.closed += 1;
            bucket.won += u32::from(ended.kind == EndKind::Won);
        }
        Self { by_filled }
    }

    /// How the deals with so many slots filled went; none where there was no such deal.
    pub fn closed(&self, filled: usize) -> Option<Closed> {
        self.by_filled.get(filled).copied().filter(|bucket| bucket.closed > 0)
    }

    /// The chance with so many slots filled, of which the playbook says `prior`.
    ///
    /// ```
    /// use ripen::domain::calibration::Calibration;
    /// assert_eq!(Calibration::default().chance(1, 0.25), 0.25);
    /// ```
    pub fn chance(&self, filled: usize, prior: f64) -> f64 {
        self.closed(filled).map_or(prior, |closed| closed.with(prior))
    }
}

impl Closed {
    /// The share that was won, with a prior weighing in.
    ///
    /// ```
    /// use ripen::domain::calibration::Closed;
    /// let chance = Closed { won: 2, closed: 10 }.with(0.125);
    /// assert!((chance - 3.0 / 18.0).abs() < 1e-12);
    /// ```
    pub fn with(self, prior: f64) -> f64 {
        let weight = f64::from(PRIOR);
        (f64::from(self.won) + weight * prior) / (f64::from(self.closed) + weight)
    }
}

/// How many slots are filled.
pub fn filled(slots: &[Outcome]) -> usize {
    slots.iter().filter(|outcome| **outcome == Outcome::Met).count()
}
