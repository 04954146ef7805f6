//! JSON by the browser's own parser, for what must stay light: the widget.
//!
//! A bridge between serde and JavaScript values, a fifth of the weight of a parser and printer of
//! our own. The workspace reads files with `exchange`, which names lines too. Invariant: nothing
//! nests deeper than [`DEPTH`] here, however deep the browser would go.

mod read;
mod write;

pub use read::Misread;
pub use write::Unwritten;

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

/// The deepest nesting that is read, as everywhere else.
pub const DEPTH: u8 = 120;

/// Reads a value the browser has.
///
/// # Errors
/// Where and why it is not of the shape expected.
pub fn from_js<T: DeserializeOwned>(value: &JsValue) -> Result<T, Misread> {
    T::deserialize(read::Reader::new(value))
}

/// Reads a text.
///
/// # Errors
/// Where and why it is not of the shape expected.
pub fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Misread> {
    let value = js_sys::JSON::parse(text).map_err(|_| Misread::new("no JSON".to_owned()))?;
    from_js(&value)
}

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
    let text = js_sys::JSON::stringify(&to_js(value)?).map_err(|_| Unwritten)?;
    Ok(text.into())
}
