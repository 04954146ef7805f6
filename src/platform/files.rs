//! Files in and out: what a person chose or dropped, and downloads.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, FileList, HtmlAnchorElement, TextDecoder, Url};

/// The files of a list, in order.
pub fn list(files: Option<FileList>) -> Vec<File> {
    files
        .map(|files| (0..files.length()).filter_map(|n| files.get(n)).collect())
        .unwrap_or_default()
}

/// Reads a file's bytes; `None` when the browser cannot read it any more.
pub async fn bytes(file: &File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// Reads a slice of a file; `None` when the browser cannot read it any more.
pub async fn slice(file: &File, from: f64, to: f64) -> Option<Vec<u8>> {
    let slice = file.slice_with_f64_and_f64(from, to).ok()?;
    let buffer = JsFuture::from(slice.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// What decodes bytes portion by portion; a character may be cut in two between them.
pub struct Decoder(TextDecoder);

impl Decoder {
    /// For a named encoding, such as `utf-8`. With `strict`, bytes that are no text in it give
    /// `None` instead of a mark.
    pub fn new(encoding: &str, strict: bool) -> Option<Self> {
        let options = web_sys::TextDecoderOptions::new();
        options.set_fatal(strict);
        TextDecoder::new_with_label_and_options(encoding, &options).ok().map(Self)
    }

    /// The text of the next portion.
    pub fn decode(&self, bytes: &[u8]) -> Option<String> {
        let options = web_sys::TextDecodeOptions::new();
        options.set_stream(true);
        self.0.decode_with_u8_array_and_options(bytes, &options).ok()
    }
}

/// Decodes bytes in a named encoding, such as `utf-8`, `utf-16le` or `windows-1252`.
///
/// With `strict`, bytes that are no text in that encoding give `None` instead of a mark.
pub fn decode(bytes: &[u8], encoding: &str, strict: bool) -> Option<String> {
    let options = web_sys::TextDecoderOptions::new();
    options.set_fatal(strict);
    let decoder = TextDecoder::new_with_label_and_options(encoding, &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}

/// Lets the person save a text as a file. Says whether the browser took it.
pub fn download(name: &str, mime: &str, text: &str) -> bool {
    try_download(name, mime, text).is_ok()
}

fn try_download(name: &str, mime: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    // As bytes: a text of many megabytes would be made anew in the browser's own encoding first.
    let parts = Array::of1(&Uint8Array::from(text.as_bytes()));
    let url = Url::create_object_url_with_blob(&Blob::new_with_u8_array_sequence_and_options(
        &parts, &options,
    )?)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The download has its own reference by now; Safari needs the URL for a moment longer.
    gloo_timers::callback::Timeout::new(10_000, move || drop(Url::revoke_object_url(&url)))
        .forget();
    Ok(())
}
