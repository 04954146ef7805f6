//! Local storage, behind a probe: it can be blocked, full or taken away at any time.
//!
//! Invariant: nothing here panics when storage is denied, and no text is ever replaced because
//! it could not be read.

use gloo_storage::{LocalStorage, Storage};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::DomException;

/// Why something could not be stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum StoreError {
    /// The browser does not let this page store anything.
    Blocked,
    /// There is no room left; what was stored before is unchanged.
    Full,
    /// What is stored cannot be read, or is newer than this app: it is left as it is.
    Protected,
}

/// Local storage that was there when probed.
///
/// gloo-storage throws when storage is blocked, so it is used only behind this probe.
#[derive(Debug, Clone, Copy)]
pub struct Store(());

impl Store {
    /// Probes local storage; none when the browser blocks it.
    pub fn probe() -> Option<Self> {
        let storage = web_sys::window()?.local_storage().ok()??;
        storage.length().ok().map(|_| Self(()))
    }

    /// The text under a key.
    pub fn get(self, key: &str) -> Option<String> {
        LocalStorage::raw().get_item(key).ok()?
    }

    /// Stores a text under a key.
    ///
    /// # Errors
    /// [`StoreError`]; then the key holds what it held before.
    pub fn set(self, key: &str, text: &str) -> Result<(), StoreError> {
        LocalStorage::raw().set_item(key, text).map_err(|thrown| reason(&thrown))
    }

    /// Removes a key.
    pub fn remove(self, key: &str) {
        LocalStorage::delete(key);
    }

    /// All keys that start with a prefix.
    pub fn keys(self, prefix: &str) -> Vec<String> {
        let storage = LocalStorage::raw();
        let keys = (0..LocalStorage::length()).filter_map(|n| storage.key(n).ok()?);
        keys.filter(|key| key.starts_with(prefix)).collect()
    }
}

/// Asks the browser to keep what is stored even where it runs short of room, or the site is not
/// visited for long. What it answers shows nowhere: nothing else would be done.
pub fn persist() {
    if let Some(window) = web_sys::window() {
        let _ = window.navigator().storage().persist();
    }
}

/// How many bytes everything of this origin takes, as far as the browser says so; it rounds, and leaves
/// local storage out at will.
pub async fn estimate() -> Option<f64> {
    let asked = web_sys::window()?.navigator().storage().estimate().ok()?;
    let told = JsFuture::from(asked).await.ok()?;
    js_sys::Reflect::get(&told, &"usage".into()).ok()?.as_f64()
}

/// Browsers name a full store differently.
fn reason(thrown: &wasm_bindgen::JsValue) -> StoreError {
    let Some(exception) = thrown.dyn_ref::<DomException>() else { return StoreError::Blocked };
    let full =
        matches!(exception.name().as_str(), "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED")
            || matches!(exception.code(), 22 | 1014);
    if full { StoreError::Full } else { StoreError::Blocked }
}
