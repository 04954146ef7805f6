//! The address bar: the part after `#`, and the workspace named in the query.

use crate::exchange::keys::is_workspace_name;
use gloo_events::EventListener;
use wasm_bindgen::JsValue;

/// The demo with its guide, from any page of this app.
pub const GUIDED_DEMO: &str = "?workspace=demo&guide";

/// The part of the address after `#`, with it.
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The site the page is of: scheme, host and port.
pub fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// The whole web address of a view, for somebody else: without the workspace in the query, which is
/// this person's own.
pub fn link(hash: &str) -> Option<String> {
    let href = web_sys::window()?.location().href().ok()?;
    let page = href.split(['?', '#']).next().unwrap_or_default();
    Some(format!("{page}{hash}"))
}

/// The whole web address of a folder beside the page, with a stroke at the end.
pub fn folder(name: &str) -> Option<String> {
    let href = web_sys::window()?.location().href().ok()?;
    let page = href.split(['?', '#']).next().unwrap_or_default();
    let (beside, _) = page.rsplit_once('/')?;
    Some(format!("{beside}/{name}/"))
}

/// The same of a view in the demo, with its guide.
pub fn link_to_demo(hash: &str) -> Option<String> {
    link(&format!("{GUIDED_DEMO}{hash}"))
}

/// The whole web address of a view of this workspace, for the person who has it.
pub fn own_link(hash: &str) -> Option<String> {
    let href = web_sys::window()?.location().href().ok()?;
    let page = href.split('#').next().unwrap_or_default();
    Some(format!("{page}{hash}"))
}

/// Goes to an address of this page, leaving a step for the browser's Back.
pub fn go(hash: &str) {
    if let Some(window) = web_sys::window() {
        // Only a malformed URL is refused, and a fragment cannot make one.
        let _ = window.location().set_hash(hash);
    }
}

/// Goes to an address of this page in place of the present one.
pub fn replace(hash: &str) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(hash));
    }
}

/// Goes one step back, as the browser's own Back does.
pub fn back() {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // Refused only where the document is not shown any more.
        let _ = history.back();
    }
}

/// Loads the page anew, at its start; the workspace in the query stays.
pub fn restart() {
    replace("#");
    reload();
}

/// Opens a workspace by its name, from its start.
pub fn open_workspace(name: &str) {
    if let Some(window) = web_sys::window() {
        // Refused only where the document is not shown any more.
        let _ = window.location().set_href(&format!("?workspace={name}"));
    }
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        // Refused only where the document is not shown any more.
        let _ = window.location().reload();
    }
}

/// Calls back whenever the part after `#` changes; stops when dropped.
#[must_use]
pub fn on_hash_change(mut callback: impl FnMut(String) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "hashchange", move |_| callback(hash())))
}

/// Whether the address asks for the guide.
pub fn is_guided() -> bool {
    let search = web_sys::window().and_then(|window| window.location().search().ok());
    search
        .is_some_and(|search| search.trim_start_matches('?').split('&').any(|pair| pair == "guide"))
}

/// The workspace the address names with `?workspace=…`; none where it names none.
///
/// # Errors
/// The name as a person reads it, where it can name no workspace.
pub fn workspace() -> Result<Option<String>, String> {
    let search = web_sys::window().and_then(|window| window.location().search().ok());
    let search = search.unwrap_or_default();
    let mut pairs = search.trim_start_matches('?').split('&');
    let Some(name) = pairs.find_map(|pair| pair.strip_prefix("workspace=")) else {
        return Ok(None);
    };
    if is_workspace_name(name) {
        return Ok(Some(name.to_owned()));
    }
    // What is no encoding of anything is shown as it stands.
    Err(js_sys::decode_uri_component(name).map_or_else(|_| name.to_owned(), String::from))
}
