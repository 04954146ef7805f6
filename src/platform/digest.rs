//! Hashes of files, by which browsers tell them from any other.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["crypto", "subtle"], js_name = digest)]
    async fn digest(kind: &str, bytes: &Uint8Array) -> Result<JsValue, JsValue>;
}

/// The hash as `integrity` takes it; none where the browser works none out, as without a secure
/// connection.
pub async fn integrity(bytes: &[u8]) -> Option<String> {
    let hash = digest("SHA-384", &Uint8Array::from(bytes)).await.ok()?;
    Some(format!("sha384-{}", STANDARD.encode(Uint8Array::new(&hash).to_vec())))
}
