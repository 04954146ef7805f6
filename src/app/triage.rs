//! What to do with a contact below Opportunity, as far as its verdict says: it tells promising
//! contacts from casual enquiries.
//!
//! Invariant: a suggestion only; nothing moves by itself.

use super::why::WhyCard;
use crate::domain::assess::Verdict;
use crate::domain::position::Level;

/// What a verdict suggests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Triage {
    /// Everything is there: move it up.
    Advance,
    /// Something is unknown: ask on.
    Ask,
    /// Something is not met that may change: set it aside until a day.
    Nurture,
    /// It does not fit and will not: end it kindly.
    Disqualify,
}

/// What the verdict of a gate suggests; none above Prospect, where stages have other reasons.
pub fn triage(card: &WhyCard) -> Option<Triage> {
    if card.from.level() > Level::Prospect {
        return None;
    }
    Some(match card.verdict {
        _ if card.knock_out.is_some() => Triage::Disqualify,
        Verdict::Passed => Triage::Advance,
        Verdict::Failed => Triage::Nurture,
        Verdict::Open => Triage::Ask,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::playbook::rule::KnockOut;
    use crate::domain::position::Position;

    #[test]
    fn a_knock_out_ends_it_and_what_merely_fails_waits() {
        let card = |from: Position, verdict, out: bool| {
            let knock_out =
                out.then(|| KnockOut { reason: String::new(), alternative: String::new() });
            let to = Position::Customer;
            WhyCard { from, to, verdict, rows: Vec::new(), knock_out, steps: Vec::new() }
        };
        for (from, verdict, out, expected) in [
            (Position::Lead, Verdict::Passed, false, Some(Triage::Advance)),
            (Position::Lead, Verdict::Open, false, Some(Triage::Ask)),
            (Position::Prospect, Verdict::Failed, false, Some(Triage::Nurture)),
            (Position::Prospect, Verdict::Failed, true, Some(Triage::Disqualify)),
            (Position::Stage("proposal".into()), Verdict::Failed, false, None),
        ] {
            assert_eq!(triage(&card(from, verdict, out)), expected);
        }
    }
}
