//! What a tab remembers until it is closed, over a reload too.
//!
//! Invariant: where the browser blocks that, nothing is remembered and nothing fails.

use web_sys::Storage;

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

/// What is kept under a key.
pub fn text(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Keeps a text under a key, or nothing any more.
pub fn set_text(key: &str, text: Option<&str>) {
    let Some(storage) = storage() else { return };
    // What cannot be remembered is on this page all the same.
    let _ = match text {
        Some(text) => storage.set_item(key, text),
        None => storage.remove_item(key),
    };
}

/// Every key that begins like that.
pub fn keys(start: &str) -> Vec<String> {
    let Some(storage) = storage() else { return Vec::new() };
    let keys = (0..storage.length().unwrap_or(0)).filter_map(|n| storage.key(n).ok()?);
    keys.filter(|key| key.starts_with(start)).collect()
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
