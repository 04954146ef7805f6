//! What was done, and why something was not.

use super::criteria;
use crate::app::refusal::Refusal;
use crate::app::workspace::Deed;
use crate::domain::playbook::Playbook;
use crate::ui::text::workspace as text;

/// What was done.
pub fn deed(deed: Deed) -> &'static str {
    match deed {
        Deed::Create => text::did_create(),
        Deed::Edit => text::did_edit(),
        Deed::Answer => text::did_answer(),
        Deed::Advance => text::did_advance(),
        Deed::Return => text::did_return(),
        Deed::Nurture => text::did_nurture(),
        Deed::Disqualify => text::did_disqualify(),
        Deed::Lose => text::did_lose(),
        Deed::Win => text::did_win(),
        Deed::Reopen => text::did_reopen(),
        Deed::Touch => text::did_touch(),
        Deed::Engagement => text::did_engagement(),
        Deed::Task => text::did_task(),
        Deed::Decider => text::did_decider(),
        Deed::Stakeholder => text::did_stakeholder(),
        Deed::Consent => text::did_consent(),
        Deed::HandOver => text::did_hand_over(),
        Deed::Accept => text::did_accept(),
        Deed::SendBack => text::did_send_back(),
        Deed::Restore => text::did_restore(),
        Deed::Import => text::did_import(),
        Deed::Spread => text::did_spread(),
        Deed::Map => text::did_map(),
        Deed::NextPurchase => text::did_next_purchase(),
        Deed::Merge => text::did_merge(),
        Deed::KeepApart => text::did_keep_apart(),
        Deed::TakeApart => text::did_take_apart(),
        Deed::ProposeAgain => text::did_propose_again(),
    }
}

/// Why nothing happened.
pub fn refusal(playbook: &Playbook, refusal: &Refusal) -> String {
    let plain = match refusal {
        Refusal::GatesNotPassed(gates) => {
            let missing = gates.iter().flat_map(|gate| gate.missing().map(|reading| &reading.id));
            return text::refused_gates(criteria(playbook, missing));
        }
        Refusal::NotAccepted(message) => return message.clone(),
        Refusal::NoSuchContact => text::refused_gone(),
        Refusal::NobodyNamed => text::err_nobody(),
        Refusal::NoteTooLong => text::err_too_long(),
        Refusal::TooLong(_) | Refusal::OwnNameTooLong => text::err_name_too_long(),
        Refusal::LineTooLong => text::err_line_too_long(),
        Refusal::LongPast => text::err_long_past(),
        Refusal::TooManyMinutes => text::err_minutes(),
        Refusal::OutOfReach => text::err_out_of_reach(),
        Refusal::NothingChanges | Refusal::NothingToOverride | Refusal::NoTask => {
            text::refused_nothing()
        }
        Refusal::NoSuchQuestion(_) | Refusal::NotAnAnswer(_) => text::refused_answer(),
        Refusal::NotUpwards | Refusal::NotBack | Refusal::NoSuchPosition => {
            text::refused_position()
        }
        Refusal::ReasonNeeded => text::err_written_reason(),
        Refusal::UnknownReason => text::choose_reason(),
        Refusal::NotAnOpportunity => text::refused_not_opportunity(),
        Refusal::HasEnded => text::refused_ended(),
        Refusal::NotOver => text::refused_not_over(),
        Refusal::NotInTheFuture => text::err_future(),
        Refusal::InTheFuture => text::err_past(),
        Refusal::NothingToDo => text::err_what(),
        Refusal::PastHandoff => text::refused_past_handoff(),
        Refusal::NobodyToTakeIt => text::err_to_whom(),
        Refusal::NothingHandedOver => text::refused_nothing_handed_over(),
        Refusal::ReadOnly => text::refused_read_only(),
        _ => text::refused_other(),
    };
    plain.to_owned()
}
