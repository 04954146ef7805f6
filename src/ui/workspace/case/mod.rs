//! One contact's case as a link or a file: made by who has the contact, looked at by whoever opens
//! it.

mod making;
mod opened;

pub(super) use making::SharePage;
pub(super) use opened::{CaseView, Opened};
