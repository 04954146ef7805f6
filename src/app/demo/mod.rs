//! Made-up contacts with a past.

use crate::domain::ids::ContactId;
use crate::domain::log::EventLog;
use crate::domain::playbook::Playbook;
use chrono::NaiveDate;

/// Made-up contacts.
pub fn demo(
    _playbook: &Playbook,
    _today: NaiveDate,
    _next_id: impl FnMut() -> ContactId,
) -> Vec<(ContactId, EventLog)> {
    Vec::new()
}
