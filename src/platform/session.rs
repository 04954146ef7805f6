//! What a tab remembers until it is closed, over a reload too.
//!
//! Invariant: where the browser blocks that, nothing is remembered and nothing fails.

use web_sys::Storage;

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

/// Whether a switch was turned on.
pub fn is_on(key: &str) -> bool {
    storage().and_then(|storage| storage.get_item(key).ok()?).is_some()
}

/// Turns a switch on or off.
pub fn turn(key: &str, on: bool) {
    let Some(storage) = storage() else { return };
    // What cannot be remembered holds for this page all the same.
    let _ = if on { storage.set_item(key, "on") } else { storage.remove_item(key) };
}
