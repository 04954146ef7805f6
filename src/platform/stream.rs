//! Reading a browser's stream of bytes to its end, or to a limit.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStream, ReadableStreamDefaultReader, ReadableStreamReadResult};

/// Why a stream was not read to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    /// It broke off.
    Broken,
    /// There is more in it than was asked for.
    TooLarge,
}

/// Reads at most so many bytes.
pub(super) async fn read(stream: &ReadableStream, most: usize) -> Result<Vec<u8>, Cut> {
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut out = Vec::new();
    loop {
        let step = JsFuture::from(reader.read()).await.map_err(|_| Cut::Broken)?;
        let step: ReadableStreamReadResult = step.unchecked_into();
        if step.get_done().unwrap_or_default() {
            return Ok(out);
        }
        let chunk: Uint8Array = step.get_value().unchecked_into();
        if chunk.length() as usize > most - out.len() {
            // What the stream still holds is of no use; that it may not let go changes nothing.
            let _ = reader.cancel();
            return Err(Cut::TooLarge);
        }
        out.extend(chunk.to_vec());
    }
}
