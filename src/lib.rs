//! Ripen: whether a contact is a lead, a prospect or a sales opportunity, with proof.
//!
//! A client-only app in floors; a floor uses only those below it. `ARCHITECTURE.md` has the
//! invariants, `tests/architecture/` holds them.

pub mod app;
pub mod domain;
pub mod exchange;

#[cfg(feature = "web")]
pub mod embed;
#[cfg(feature = "web")]
pub mod platform;
#[cfg(feature = "web")]
pub mod ui;
