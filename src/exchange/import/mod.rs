//! Tables of other systems as dated history: every guess made in the open, one event a row.
//!
//! The steps, each pure data that a person can look at and change before anything is touched:
//! tables → [`roles`] (which one is the main table, which are looked up) → [`columns`] (what each
//! column means) → [`stages`] (what each stage value means) → [`dates`] and [`amounts`] (how they
//! are written) → [`plan::Plan`] → [`rows`] → [`matching`] (which contact each is about) →
//! [`difference`] (what it says otherwise), held [`against`] the workspace of one moment. Refuses to know clocks and to record: the caller stamps
//! each row's events.
//!
//! Invariant: nothing is invented. A position or a date the file does not tell is not observed;
//! a column nobody knows is kept as an attribute; a row that cannot be read says why.

pub mod against;
pub mod amounts;
pub mod columns;
pub mod dates;
pub mod difference;
pub mod facts;
#[cfg(test)]
mod fixtures;
mod headers;
mod journey;
pub mod known;
pub mod looking;
mod lookup;
pub mod matching;
pub mod plan;
pub mod preview;
mod reading;
pub mod roles;
pub mod rows;
pub mod stages;
pub mod systems;
mod words;
