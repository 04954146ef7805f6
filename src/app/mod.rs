//! Floor 2: what a person can *do*: commands, what they lead to, undo, the wizard's way through
//! a playbook, and the models the views draw.
//!
//! Refuses to know signals, the browser, clocks and randomness. Invariant: a command either
//! gives events for one contact or a refusal with its reason; it never half happens.

pub mod ahead;
pub mod backup;
pub mod capture;
pub mod columns;
pub mod command;
pub mod compare;
pub mod crm;
pub mod decide;
pub mod decider;
pub mod deed;
pub mod demo;
pub mod describe;
pub mod duplicates;
pub mod edit;
pub mod embed_code;
pub mod entry;
pub mod evidence;
pub mod figures;
pub mod find;
pub mod guided;
pub mod homes;
pub mod learn;
pub mod merge;
pub mod missing;
pub mod packet;
pub mod packs;
pub mod persona;
pub mod progress;
pub mod proof_tree;
pub mod record;
pub mod refusal;
pub mod report;
pub mod restore;
pub mod ripe;
pub mod room;
pub mod route;
pub mod sample;
pub mod scratch;
pub mod settings;
pub mod sheet;
pub mod stamp;
pub mod timeline;
pub mod together;
pub mod triage;
pub mod undo;
pub mod unfinished;
pub mod unrecognised;
pub mod unsaved;
pub mod visit;
pub mod why;
pub mod wizard;
pub mod workspace;
