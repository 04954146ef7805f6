//! The wizard's pages, for visitors and reps alike: question, check, result, and why.
//!
//! They take plain values and callbacks, look nothing up outside their own elements and know no
//! context, so they run in a shadow root as well as in the workspace. Linked into the widget, so
//! nothing of the workspace may come in, and events are heard on their way in (`:capture`): Leptos
//! links its delegation of events, 2 KB, with every other listener. Invariant: every page has one
//! heading, which takes the focus when a person comes from another page.

pub mod check;
pub mod errors;
pub mod evidence;
pub mod field;
pub mod frame;
pub mod marks;
pub mod question;
pub mod reasons;
pub mod result;
pub mod visitor;
pub mod why;
