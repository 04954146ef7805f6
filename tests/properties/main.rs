//! What holds for every history, rule, range and file, checked on arbitrary ones.

mod files;
mod histories;
mod rules;
#[path = "../support/mod.rs"]
mod support;

use ripen::domain::ids::ContactId;

/// The id every history here is folded under.
fn contact_id() -> ContactId {
    ContactId::new(0, [0; 10])
}
