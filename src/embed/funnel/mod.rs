//! The wasm side of `<ripen-funnel>`: figures of this origin's workspace, or of an exported file.
//!
//! Owns where the contacts come from and following what other pages store. Invariant: nothing is
//! written, and no database is made.

mod events;
mod file;
mod mount;
mod read;

pub use mount::{Mounted, Options};
