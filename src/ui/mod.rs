//! Floor 4: Leptos components. They draw and dispatch and decide nothing.
//!
//! Only [`context`] calls the floor below for storage; the other modules read its signals.

#![allow(clippy::needless_pass_by_value, reason = "components take their props by value")]
#![allow(unreachable_pub, reason = "what the component macro makes is declared public")]

mod any;
pub mod context;
pub mod format;
pub mod funnel;
mod pick;
pub mod text;
pub mod wizard;
pub mod workspace;
