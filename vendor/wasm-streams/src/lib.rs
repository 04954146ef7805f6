//! Stands in for the crate of this name, which Leptos brings along for server functions.
//!
//! Ripen has no server. The real crate exports JavaScript classes, and what is exported stays in a
//! binary whether it is used or not: 6 KB of brotli for every visitor. This one has the four
//! functions that `server_fn` names, so that it compiles; nothing calls them, and they are gone
//! from the linked binary.

#![forbid(unsafe_code)]

use futures_util::stream::{Empty, empty};
use wasm_bindgen::JsValue;

/// A stream of the browser that is never read.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Keeps the browser's stream.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// No items: server functions are not part of Ripen.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        empty()
    }

    /// # Panics
    /// Always: server functions are not part of Ripen.
    pub fn from_stream<S>(_: S) -> Self {
        unimplemented!("server functions are not part of Ripen")
    }

    /// The browser's stream, as it came.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }
}
