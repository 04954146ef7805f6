//! JSON by the browser's own parser and printer, for what must stay light: the widget.
//!
//! The workspace reads and writes files with [`exchange`](crate::exchange), which names lines too.

mod tree;
mod write;

pub use tree::Parsed;
pub use write::Unwritten;

use serde::Serialize;
use wasm_bindgen::JsValue;

/// Makes a value for the browser: plain objects, lists and texts.
///
/// # Errors
/// [`Unwritten`] for what JavaScript has no exact value for.
pub fn to_js<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, Unwritten> {
    value.serialize(write::Writer)
}

/// Writes a text.
///
/// # Errors
/// [`Unwritten`] for what JavaScript has no exact value for.
pub fn to_text<T: Serialize + ?Sized>(value: &T) -> Result<String, Unwritten> {
    text_of(&to_js(value)?)
}

/// Writes what is the browser's already.
///
/// # Errors
/// [`Unwritten`] for what goes round in circles.
pub fn text_of(value: &JsValue) -> Result<String, Unwritten> {
    js_sys::JSON::stringify(value).map(String::from).map_err(|_| Unwritten)
}
