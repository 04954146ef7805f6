//! What helps people to use the levels as they are meant: made-up contacts to practise on, and the
//! missteps found in a workspace.
//!
//! Refuses to judge by anything but the active playbook. Invariant: nothing here changes a contact.

pub mod cases;
pub mod lookout;
pub mod missteps;
pub mod practice;
