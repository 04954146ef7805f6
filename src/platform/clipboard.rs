//! The clipboard.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    async fn write_text(text: &str) -> Result<JsValue, JsValue>;
}

/// Puts a text in the clipboard. Says whether the browser let it: not without a secure connection,
/// nor against the person's will.
pub async fn copy(text: &str) -> bool {
    write_text(text).await.is_ok()
}
