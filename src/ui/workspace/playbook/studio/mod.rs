//! Playbooks as a whole: ready-made ones and overlays, files, links, the guided start, trying out.
//!
//! Invariant: whatever is offered shows what it would change before it changes anything.

mod overlays;
mod packs;
mod proposal;
mod shipped;

pub(super) use packs::Packs;
