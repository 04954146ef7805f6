//! What changes, refusals and what refers to something are called on screen.

use super::nouns;
use crate::app::edit::uses::User;
use crate::app::edit::{Done, Label, Refused};
use crate::app::route::PlaybookPage;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::check::FaultKind;
use crate::platform::storage::StoreError;
use crate::ui::context::NotPublished;
use crate::ui::text::workspace as text;

/// What a change is called.
pub(in crate::ui::workspace) fn label(label: &Label) -> String {
    let what = nouns::named(nouns::noun(label.noun), &label.name);
    match label.done {
        Done::Add => text::pb_did_add(what),
        Done::Set => text::pb_did_set(what),
        Done::Move => text::pb_did_move(what),
        Done::Retire => text::pb_did_retire(what),
        Done::Restore => text::pb_did_restore(what),
        Done::Remove => text::pb_did_remove(what),
        Done::Replace => text::studio_did_replace(what),
        Done::Discard => text::pb_did_discard().to_owned(),
        Done::Elsewhere => text::pb_did_elsewhere().to_owned(),
    }
}

/// Why the draft is left as it is.
pub(super) fn refused(playbook: &Playbook, refused: &Refused) -> String {
    let plain = match refused {
        Refused::Missing => text::pb_err_missing(),
        Refused::NoWords => text::pb_err_no_words(),
        Refused::TooLong => text::pb_err_too_long(),
        Refused::NameTooLong => text::pb_err_name_too_long(),
        Refused::NoNumber => text::pb_err_no_number(),
        Refused::NoCurrency => text::data_err_currency(),
        Refused::NotInOrder => text::pb_err_not_in_order(),
        Refused::BadLink => text::pb_err_bad_link(),
        Refused::LastOne => text::pb_err_last_one(),
        Refused::Twice => text::pb_err_twice(),
        Refused::InUse(by) => return text::pb_err_in_use(users(playbook, by)),
        Refused::Published => text::pb_err_published(),
        Refused::Itself => text::pb_err_itself(),
        Refused::Circular => text::pb_err_circular(),
        Refused::TooDeep => text::pb_err_too_deep(),
        Refused::Fault(fault) => return text::pb_err_fault(&fault.path),
        _ => text::pb_err_read_only(),
    };
    plain.to_owned()
}

/// Why a field is not taken, with the name of one that must say something.
pub(super) fn refused_in(playbook: &Playbook, why: &Refused, field: &str) -> String {
    match why {
        Refused::NoWords => text::pb_err_no_words_in(field),
        why => refused(playbook, why),
    }
}

/// Why the draft was not published.
pub(super) fn not_published(why: &NotPublished) -> &'static str {
    match why {
        NotPublished::ReadOnly => text::pb_err_read_only(),
        NotPublished::Unworded(faults) => {
            let unworded = faults.iter().all(|fault| fault.kind == FaultKind::NoWording);
            if unworded { text::pb_unworded() } else { text::pb_faulty() }
        }
        NotPublished::Elsewhere => text::pb_not_elsewhere(),
        NotPublished::Store(StoreError::Full) => text::pb_not_stored_full(),
        NotPublished::Store(StoreError::Protected) => text::pb_not_stored_protected(),
        NotPublished::Store(_) => text::pb_not_stored_blocked(),
    }
}

/// What refers to something, as a list in a sentence.
fn users(playbook: &Playbook, by: &[User]) -> String {
    let mut names: Vec<_> = by.iter().map(|by| user(playbook, by)).collect();
    match names.pop() {
        Some(last) if !names.is_empty() => text::pb_user_and(names.join(", "), last),
        last => last.unwrap_or_default(),
    }
}

/// One that refers to something.
pub(super) fn user(playbook: &Playbook, user: &User) -> String {
    let plain = match user {
        User::Question(id) => return text::pb_user_question(playbook.question_name(id)),
        User::Retired(title) => return text::pb_user_retired(title),
        User::Criterion(id) => return text::pb_user_criterion(playbook.criterion_name(id)),
        User::ProspectGate => text::pb_user_prospect(),
        User::OpportunityGate => text::pb_user_opportunity(),
        User::Stage(id) => return text::pb_user_stage(playbook.stage_name(id)),
        User::Profile => text::pb_user_profile(),
        User::Chance => text::pb_user_chance(),
        User::Fit => text::pb_user_fit(),
        User::Readiness(title) => return text::pb_user_readiness(title),
        User::Card(id) => return text::pb_user_card(playbook.card_name(id)),
    };
    plain.to_owned()
}

/// The page where something refers to something else.
pub(super) fn page_of(user: &User) -> PlaybookPage {
    match user {
        User::Question(id) => PlaybookPage::Question(id.clone()),
        User::Criterion(id) => PlaybookPage::Criterion(id.clone()),
        User::ProspectGate | User::OpportunityGate => PlaybookPage::Gates,
        User::Stage(id) => PlaybookPage::Stage(id.clone()),
        User::Profile => PlaybookPage::People,
        User::Chance | User::Fit | User::Readiness(_) | User::Card(_) => PlaybookPage::Scores,
        User::Retired(_) => PlaybookPage::Questions,
    }
}
