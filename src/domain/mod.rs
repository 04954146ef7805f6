//! Floor 1: what qualifying a contact, a funnel and a pipeline *mean*.
//!
//! Owns contacts and their events, playbooks, three-valued evaluation, verdicts with their
//! reasons, win chances and funnel arithmetic. Refuses to know screens, storage, clocks and
//! randomness: time and ids come in as values.
//!
//! Invariant: everything here is a pure function of its arguments.

pub mod answer;
pub mod assess;
pub mod calibration;
mod card;
pub mod chance;
pub mod contact;
pub mod counterfactual;
pub mod evaluate;
pub mod event;
pub mod fold;
pub mod funnel;
pub mod handoff;
pub mod held;
pub mod ids;
mod index;
pub mod interval;
pub mod journey;
pub mod language;
pub mod log;
pub mod meets;
pub mod merged;
pub mod money;
pub mod outcome;
pub mod pipeline;
pub mod playbook;
pub mod position;
pub mod range;
pub mod rules;
#[cfg(feature = "schema")]
pub(crate) mod schema;
pub mod score;
pub mod value;
pub mod when;
