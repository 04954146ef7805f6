//! Floor 5: the wasm side of `<ripen-wizard>`, one visitor's run on somebody else's page, and of
//! `<ripen-funnel>`, a binary of its own.
//!
//! Owns the run's life: drafts on the device, events for the page, the result for the inbox of
//! a workspace of this origin. Refuses to know the element itself (that is `embed/element.js`) and
//! draws nothing of its own. Invariant: nothing is stored or handed on but what the element's attributes ask for.

pub mod draft;
pub mod events;
pub mod funnel;
pub mod mount;
pub mod options;
pub mod session;
pub mod style;
