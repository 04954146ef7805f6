//! What leaves the page by hand: the clipboard and the printer.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Puts a text on the clipboard. Says whether the browser took it: without a secure address, or
/// without the person's leave, it does not.
pub async fn copy(text: &str) -> bool {
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else { return false };
    let there = Reflect::get(&navigator, &JsValue::from_str("clipboard"));
    if there.map_or(true, |clipboard| clipboard.is_falsy()) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}

/// Opens the browser's own dialog for printing this page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Refused only inside a frame that may not print; then nothing happens.
        let _ = window.print();
    }
}
