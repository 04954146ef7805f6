//! What is held of a contact: its history, or that it was erased.
//!
//! Owns how two copies of a contact join, wherever they come from. Invariant: joining is
//! commutative, associative and idempotent, and who was erased stays erased.

use super::log::EventLog;

/// A copy of a contact, in memory or stored.
#[derive(Debug, Clone, PartialEq)]
pub enum Held {
    /// Its history.
    History(EventLog),
    /// Nothing but that it was erased: a tombstone.
    Erased,
}

impl Held {
    /// Joins another copy; says whether that changed anything.
    ///
    /// Histories are united. A tombstone takes the place of any history, and none comes back after
    /// it: whoever still holds one, in another tab or a backup, holds what was erased.
    ///
    /// ```
    /// use ripen::domain::held::Held;
    /// use ripen::domain::log::EventLog;
    /// let mut held = Held::History(EventLog::default());
    /// assert!(held.join(&Held::Erased));
    /// assert!(!held.join(&Held::History(EventLog::default())));
    /// assert_eq!(held, Held::Erased);
    /// ```
    pub fn join(&mut self, other: &Self) -> bool {
        match (&mut *self, other) {
            (Self::History(log), Self::History(other)) => log.join(other),
            (Self::History(_), Self::Erased) => {
                *self = Self::Erased;
                true
            }
            (Self::Erased, _) => false,
        }
    }

    /// What is worth storing of it; see [`EventLog::at_rest`].
    #[must_use]
    pub fn at_rest(self) -> Self {
        match self {
            Self::History(log) => Self::History(log.at_rest()),
            Self::Erased => Self::Erased,
        }
    }
}

impl From<EventLog> for Held {
    fn from(log: EventLog) -> Self {
        Self::History(log)
    }
}
