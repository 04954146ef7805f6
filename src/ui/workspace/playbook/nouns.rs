//! What the things of a playbook are called: one word for each kind, in notices, differences and
//! findings alike.

use crate::domain::playbook::Noun;
use crate::domain::playbook::part::ReasonList;
use crate::ui::text::workspace as text;

/// What a kind of thing is called.
pub(super) fn noun(noun: Noun) -> &'static str {
    match noun {
        Noun::Playbook => text::pb_a_playbook(),
        Noun::Profile => text::pb_a_profile(),
        Noun::Trait => text::pb_a_trait(),
        Noun::Persona => text::pb_a_persona(),
        Noun::Section => text::pb_a_section(),
        Noun::Question => text::pb_a_question(),
        Noun::Option => text::pb_an_option(),
        Noun::Band => text::pb_a_band(),
        Noun::Criterion => text::pb_a_criterion(),
        Noun::Gate => text::pb_a_gate(),
        Noun::Level => text::pb_a_level(),
        Noun::Stage => text::pb_a_stage(),
        Noun::Chance => text::pb_a_chance(),
        Noun::Slot => text::pb_a_slot(),
        Noun::Scoring => text::pb_a_scoring(),
        Noun::Weight => text::pb_a_weight(),
        Noun::Group => text::pb_a_group(),
        Noun::Signal => text::pb_a_signal(),
        Noun::Card => text::pb_a_card(),
        Noun::CardItem => text::pb_a_card_item(),
        Noun::Source => text::pb_a_source(),
        Noun::Cadence => text::pb_a_cadence(),
        Noun::Track => text::pb_a_track(),
        Noun::Reason => text::pb_a_reason(),
        Noun::Outcome => text::pb_an_outcome(),
        Noun::Consent => text::pb_a_consent(),
        Noun::Language => text::pb_a_language(),
        Noun::Term => text::pb_a_term(),
    }
}

/// What a reason of a list is called.
pub(super) fn reason(list: ReasonList) -> &'static str {
    match list {
        ReasonList::Disqualify => text::pb_diff_disqualify(),
        ReasonList::Lose => text::pb_diff_lose(),
        ReasonList::Nurture => text::pb_diff_nurture(),
        ReasonList::SendBack => text::pb_diff_send_back(),
    }
}

/// A thing with its name; one without a name goes by what it is.
pub(super) fn named(what: &'static str, name: &str) -> String {
    if name.trim().is_empty() { what.to_owned() } else { text::pb_named(what, name) }
}
