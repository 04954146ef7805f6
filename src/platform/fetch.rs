//! Files that lie beside the page.
//!
//! Refuses addresses of other places: what is asked for is a path the program knows. Invariant: no
//! more than a limit is read, whatever is there.

use super::stream::{self, Cut};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Why a file was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FetchError {
    /// The server cannot be reached, or broke off.
    Unreachable,
    /// It is not there; holds what the server said.
    Missing(u16),
    /// It is larger than is read.
    TooLarge,
    /// It is no text.
    NoText,
}

/// Reads a text of at most so many bytes, at a path relative to the page.
///
/// # Errors
/// [`FetchError`].
pub async fn text(path: &'static str, most: usize) -> Result<String, FetchError> {
    String::from_utf8(bytes(path, most).await?).map_err(|_| FetchError::NoText)
}

/// Reads a file of at most so many bytes, at a path relative to the page.
///
/// # Errors
/// [`FetchError`].
pub async fn bytes(path: &'static str, most: usize) -> Result<Vec<u8>, FetchError> {
    let window = web_sys::window().ok_or(FetchError::Unreachable)?;
    let answer = JsFuture::from(window.fetch_with_str(path)).await;
    let answer: Response = answer.map_err(|_| FetchError::Unreachable)?.unchecked_into();
    if !answer.ok() {
        return Err(FetchError::Missing(answer.status()));
    }
    let body = answer.body().ok_or(FetchError::NoText)?;
    stream::read(&body, most).await.map_err(|cut| match cut {
        Cut::Broken => FetchError::Unreachable,
        Cut::TooLarge => FetchError::TooLarge,
    })
}
