//! What a person changes in a plan.
//!
//! Invariant: what follows from a change is guessed anew; what was chosen for other columns stays.

use super::{Looking, Plan};
use crate::exchange::import::columns::Target;
use crate::exchange::import::dates::{Certainty, DateStyle, DayOrder};
use crate::exchange::import::stages::StageMeaning;

impl Plan {
    /// Changes what a column means; gives what must be looked through to [`Self::learn`] from. Unless
    /// it may be repeated, another column that had this meaning becomes an attribute. What was chosen
    /// for the values of other columns stays.
    pub fn retarget(&mut self, (table, column): (usize, usize), target: &Target) -> Looking {
        let before: Vec<_> = self.main_targets().collect();
        let single = !matches!(target, Target::Attribute | Target::Skip);
        for known in &mut self.columns {
            if (known.table, known.column) == (table, column) {
                known.target = target.clone();
            } else if single && &known.target == target {
                known.target = Target::Attribute;
            }
        }
        let now: Vec<_> = self.main_targets().collect();
        let stays = |column: usize| {
            let of = |all: &[(usize, Target)]| all.iter().find(|(c, _)| *c == column).cloned();
            of(&now) == of(&before)
        };
        self.stages.retain(|stage| stays(stage.column));
        self.dates.retain(|(column, _)| stays(*column));
        let changed = now.iter().filter(|pair| !before.contains(pair)).cloned();
        Looking::new(self.roles.main, changed)
    }

    /// Chooses the order of a date column: nothing about it is open any more, nor about others that
    /// cannot tell.
    pub fn set_order(&mut self, column: usize, order: DayOrder) {
        for (known, style) in &mut self.dates {
            if *known == column {
                *style = DateStyle { order, certainty: Certainty::Shown };
            }
        }
        self.follow_neighbours();
    }

    /// Changes what a stage value means.
    pub fn set_meaning(&mut self, column: usize, value: &str, meaning: &StageMeaning) {
        for known in &mut self.stages {
            if known.column == column && known.value == value {
                known.meaning = meaning.clone();
                known.recognised = true;
            }
        }
    }
}
