//! What people are told: reasons, visitor outcomes, consent, glossary; and the cadence.

use super::ids::id_for;
use super::{Refused, refused};
use crate::domain::ids::{ReasonId, TrackId};
use crate::domain::playbook::part::ReasonList;
use crate::domain::playbook::words::{Consent, Detail, OutcomeText, Outcomes, Term, Track};
use crate::domain::playbook::{Playbook, Reason};

/// A list of reasons.
pub fn reasons(playbook: &Playbook, list: ReasonList) -> &Vec<Reason> {
    match list {
        ReasonList::Disqualify => &playbook.reasons.disqualify,
        ReasonList::Lose => &playbook.reasons.lose,
        ReasonList::Nurture => &playbook.reasons.nurture,
        ReasonList::SendBack => &playbook.reasons.send_back,
    }
}

/// A list of reasons, to change it.
pub fn reasons_mut(draft: &mut Playbook, list: ReasonList) -> &mut Vec<Reason> {
    match list {
        ReasonList::Disqualify => &mut draft.reasons.disqualify,
        ReasonList::Lose => &mut draft.reasons.lose,
        ReasonList::Nurture => &mut draft.reasons.nurture,
        ReasonList::SendBack => &mut draft.reasons.send_back,
    }
}

/// Adds a reason at the end of a list. Its id is in no other list either: a reason is looked up
/// in all of them.
///
/// # Errors
/// [`Refused::NoWords`].
pub fn add_reason(
    draft: &mut Playbook,
    published: &Playbook,
    list: ReasonList,
    title: &str,
) -> Result<ReasonId, Refused> {
    let title = refused::title(title)?;
    let taken = |id: &str| {
        let mut lists = [&*draft, published].into_iter().flat_map(|p| p.reasons.lists());
        lists.any(|(_, list)| list.iter().any(|reason| reason.id.as_str() == id))
    };
    let id = ReasonId::new(id_for(&title, "reason", taken));
    reasons_mut(draft, list).push(Reason { id: id.clone(), title });
    Ok(id)
}

/// Adds a track of the cadence.
///
/// # Errors
/// [`Refused::NoWords`].
pub fn add_track(
    draft: &mut Playbook,
    published: &Playbook,
    title: &str,
) -> Result<TrackId, Refused> {
    let title = refused::title(title)?;
    let taken = |id: &str| {
        let mut all = draft.cadence.tracks.iter().chain(&published.cadence.tracks);
        all.any(|track| track.id.as_str() == id)
    };
    let id = TrackId::new(id_for(&title, "track", taken));
    draft.cadence.tracks.push(Track { id: id.clone(), title, intent: None, days: vec![7] });
    Ok(id)
}

/// The days of a track as typed: whole numbers, put in order, each once.
///
/// # Errors
/// [`Refused::NoNumber`].
pub fn days(typed: &str) -> Result<Vec<u32>, Refused> {
    let words = typed.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
    let words = words.filter(|word| !word.is_empty());
    let days: Result<Vec<u32>, _> = words.map(str::parse).collect();
    let mut days = days.map_err(|_| Refused::NoNumber)?;
    days.sort_unstable();
    days.dedup();
    Ok(days)
}

/// Adds a word to the glossary.
///
/// # Errors
/// [`Refused::NoWords`], [`Refused::Twice`].
pub fn add_term(draft: &mut Playbook, term: &str) -> Result<(), Refused> {
    let term = refused::title(term)?;
    if draft.glossary.iter().any(|known| known.term == term) {
        return Err(Refused::Twice);
    }
    draft.glossary.push(Term { term, meaning: String::new(), mistaken: None });
    Ok(())
}

/// Begins what visitors are told at the end, or ends it.
pub fn outcomes(draft: &mut Playbook, on: bool) {
    let usual = || Outcomes {
        not_a_fit: OutcomeText::default(),
        lead: OutcomeText::default(),
        prospect: OutcomeText::default(),
        opportunity: OutcomeText::default(),
    };
    draft.outcomes = on.then(|| draft.outcomes.take().unwrap_or_else(usual));
}

/// Begins to ask visitors for their contact details, or ends it. The wording is the person's own.
pub fn consent(draft: &mut Playbook, published: &Playbook, on: bool) {
    let usual = || {
        published.consent.clone().unwrap_or_else(|| Consent {
            text: String::new(),
            revision: 1,
            details: vec![Detail::Person, Detail::Email],
        })
    };
    draft.consent = on.then(|| draft.consent.take().unwrap_or_else(usual));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_put_in_order() {
        for (typed, expected) in [
            ("1, 3; 14 3", Ok(vec![1, 3, 14])),
            ("", Ok(vec![])),
            ("soon", Err(Refused::NoNumber)),
            ("-1", Err(Refused::NoNumber)),
        ] {
            assert_eq!(days(typed), expected, "{typed}");
        }
    }
}
