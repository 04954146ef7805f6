//! That nothing is lost: whatever fails, is full, missing, damaged or newer, and whoever else writes.

#[path = "storage/absent.rs"]
mod absent;
#[path = "storage/apart.rs"]
mod apart;
#[path = "storage/clock.rs"]
mod clock;
#[path = "storage/damaged.rs"]
mod damaged;
#[path = "storage/edits.rs"]
mod edits;
#[path = "storage/failing.rs"]
mod failing;
#[path = "storage/killed.rs"]
mod killed;
#[path = "storage/room.rs"]
mod room;
#[path = "storage/tabs.rs"]
mod tabs;
#[path = "storage/whole.rs"]
mod whole;
