//! Playbooks as a whole: ready-made ones and overlays, files, links, the guided start, trying out.
//!
//! Invariant: whatever is offered shows what it would change before it changes anything.

mod file;
mod guided;
mod guided_words;
mod link;
mod overlays;
mod packs;
mod proposal;
mod shipped;
mod take;
mod trial;

pub(super) use guided::GuidedStart;
pub(in crate::ui::workspace) use link::SharedView;
pub(super) use packs::Packs;
pub(super) use trial::TryOut;
