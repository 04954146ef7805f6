//! What a test, a criterion or a gate says: Met, Not met or Unknown, and how several add up.
//!
//! This is Kleene's strong logic, with Not met < Unknown < Met: `all` is the least favourable of
//! the branches, `any` the most favourable, `negate` turns the order round. Refuses to know what is
//! judged. Invariants:
//!
//! - Unknown is never No: an unknown branch leaves the whole Unknown, unless the others decide it.
//! - More knowledge never makes a decided result undecided, nor turns it into the other.
//! - `all` and `any` go by no order, and each is the other's opposite (De Morgan); of nothing,
//!   `all` is Met and `any` is Not met.

use serde::{Deserialize, Serialize};

/// What a test or a gate says: never a guess. Unknown is never No.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Recorded evidence says yes.
    Met,
    /// Recorded evidence says no.
    NotMet,
    /// Not enough is recorded.
    Unknown,
}

impl Outcome {
    /// Met and Not met change places.
    #[must_use]
    pub fn negate(self) -> Self {
        match self {
            Self::Met => Self::NotMet,
            Self::NotMet => Self::Met,
            Self::Unknown => Self::Unknown,
        }
    }

    /// All of several: the least favourable one; Met of none.
    ///
    /// ```
    /// use ripen::domain::outcome::Outcome::{self, Met, NotMet, Unknown};
    /// assert_eq!(Outcome::all([Met, Unknown]), Unknown);
    /// assert_eq!(Outcome::all([Unknown, NotMet]), NotMet, "what is unknown cannot mend it");
    /// assert_eq!(Outcome::all([]), Met);
    /// ```
    pub fn all(outcomes: impl IntoIterator<Item = Self>) -> Self {
        let mut result = Self::Met;
        for outcome in outcomes {
            match outcome {
                Self::NotMet => return Self::NotMet,
                Self::Unknown => result = Self::Unknown,
                Self::Met => {}
            }
        }
        result
    }

    /// Any of several: the most favourable one; Not met of none.
    ///
    /// ```
    /// use ripen::domain::outcome::Outcome::{self, Met, NotMet, Unknown};
    /// assert_eq!(Outcome::any([NotMet, Unknown]), Unknown);
    /// assert_eq!(Outcome::any([Unknown, Met]), Met, "what is unknown cannot spoil it");
    /// assert_eq!(Outcome::any([]), NotMet);
    /// ```
    pub fn any(outcomes: impl IntoIterator<Item = Self>) -> Self {
        Self::all(outcomes.into_iter().map(Self::negate)).negate()
    }

    /// Met for yes, Not met for no.
    pub fn of(yes: bool) -> Self {
        if yes { Self::Met } else { Self::NotMet }
    }
}

#[cfg(test)]
mod tests {
    use super::Outcome::{self, Met, NotMet, Unknown};

    #[test]
    fn kleene_tables() {
        for (a, b, all, any) in [
            (Met, Met, Met, Met),
            (Met, NotMet, NotMet, Met),
            (Met, Unknown, Unknown, Met),
            (NotMet, Unknown, NotMet, Unknown),
            (NotMet, NotMet, NotMet, NotMet),
            (Unknown, Unknown, Unknown, Unknown),
        ] {
            for (x, y) in [(a, b), (b, a)] {
                assert_eq!(Outcome::all([x, y]), all, "{x:?} and {y:?}");
                assert_eq!(Outcome::any([x, y]), any, "{x:?} or {y:?}");
            }
        }
        assert_eq!(Outcome::all([]), Met);
        assert_eq!(Outcome::any([]), NotMet);
    }

    #[test]
    fn more_knowledge_never_undoes_a_decided_result() {
        let every = [Met, NotMet, Unknown];
        let holds = |before: Outcome, after: Outcome| before == Unknown || after == before;
        for (a, b) in every.iter().flat_map(|a| every.map(|b| (*a, b))) {
            for known in [Met, NotMet] {
                let more = if b == Unknown { known } else { b };
                assert!(holds(Outcome::all([a, b]), Outcome::all([a, more])), "{a:?} {b:?}");
                assert!(holds(Outcome::any([a, b]), Outcome::any([a, more])), "{a:?} {b:?}");
                assert!(holds(b.negate(), more.negate()), "{b:?}");
            }
        }
    }

    #[test]
    fn not_twice_is_nothing_and_yes_and_no_are_decided() {
        for outcome in [Met, NotMet, Unknown] {
            assert_eq!(outcome.negate().negate(), outcome);
        }
        assert_eq!([Outcome::of(true), Outcome::of(false)], [Met, NotMet]);
    }
}
