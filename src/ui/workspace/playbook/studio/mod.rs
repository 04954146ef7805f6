//! Playbooks as a whole: starting one, ready-made ones and overlays, files, links, trying out.
//!
//! Invariant: whatever is offered shows what it would change before it changes anything.

mod file;
mod guided;
mod guided_typed;
mod guided_words;
mod link;
mod overlays;
mod own;
mod packs;
mod proposal;
mod replaces;
mod share;
mod shipped;
mod take;
mod trial;
mod unread;

pub(super) use guided::GuidedStart;
pub(in crate::ui::workspace) use link::{LinkMaker, SharedView, link_words};
pub(super) use packs::Packs;
pub(super) use share::Share;
pub(in crate::ui::workspace) use shipped::{Shipped, load};
pub(super) use trial::TryOut;
