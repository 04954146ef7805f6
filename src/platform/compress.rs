//! Deflating and inflating, by the browser's own streams.
//!
//! Refuses to know what the bytes are. Invariant: inflating stops as soon as there is more than
//! was asked for, however small what it is made from.

use super::stream::{self, Cut};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, ReadableStream, ReadableWritablePair};

/// Deflate without a head or a checksum: the shortest of the forms there are.
const FORMAT: &str = "deflate-raw";

// web-sys has these for builds with its unstable parts alone.
#[wasm_bindgen]
extern "C" {
    type CompressionStream;

    #[wasm_bindgen(catch, constructor)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;

    type DecompressionStream;

    #[wasm_bindgen(catch, constructor)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}

/// Why bytes were not deflated or inflated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompressError {
    /// This browser cannot: it is older than spring 2023.
    Unsupported,
    /// They are not what deflating gives: cut off, altered or something else.
    Broken,
    /// There is more in them than was asked for.
    TooLarge,
}

/// Deflates.
///
/// # Errors
/// [`CompressError::Unsupported`].
pub async fn deflate(bytes: &[u8]) -> Result<Vec<u8>, CompressError> {
    let stream = CompressionStream::new(FORMAT).map_err(|_| CompressError::Unsupported)?;
    through(stream.as_ref(), bytes, usize::MAX).await
}

/// Inflates to at most so many bytes.
///
/// # Errors
/// [`CompressError`].
pub async fn inflate(bytes: &[u8], most: usize) -> Result<Vec<u8>, CompressError> {
    let stream = DecompressionStream::new(FORMAT).map_err(|_| CompressError::Unsupported)?;
    through(stream.as_ref(), bytes, most).await
}

/// What comes out of a pair of streams when bytes are put in.
async fn through(pair: &JsValue, bytes: &[u8], most: usize) -> Result<Vec<u8>, CompressError> {
    let parts = js_sys::Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence(&parts).map_err(|_| CompressError::Unsupported)?;
    let stream: ReadableStream =
        blob.stream().pipe_through(pair.unchecked_ref::<ReadableWritablePair>());
    stream::read(&stream, most).await.map_err(|cut| match cut {
        Cut::Broken => CompressError::Broken,
        Cut::TooLarge => CompressError::TooLarge,
    })
}
