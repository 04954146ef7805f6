//! Floor 3b: the browser. Storage, clock, formatting, files, the address bar.
//!
//! Refuses to know what qualifying means: no rules, no components.

pub mod address;
mod attention;
pub mod clipboard;
pub mod clock;
pub mod compress;
mod database;
pub mod digest;
pub mod fetch;
pub mod files;
pub mod handout;
pub mod inbox;
pub mod intl;
pub mod json;
pub mod language;
pub mod memory;
pub mod mirror;
pub mod panic;
pub mod repository;
pub mod session;
pub mod share;
pub mod storage;
mod stream;
pub mod tabs;
