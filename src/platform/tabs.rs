//! This page among others: what other tabs and elements of this origin store while it is open, and
//! what makes the browser leave it.

use crate::domain::ids::ContactId;
use crate::exchange::keys::{self, Item};
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::{BroadcastChannel, MessageEvent, StorageEvent};

/// How the word begins that contacts changed: their ids follow.
const CHANGED: &str = "changed ";
/// How the word begins that something there is one of was stored: its name follows.
const STORED: &str = "stored ";
/// That a workspace was deleted.
const CLEARED: &str = "cleared";

/// What one page tells the others of its workspace, of which local storage says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Word {
    /// The database has more of some contacts.
    Changed(Vec<ContactId>),
    /// The database has a later copy of something there is one of.
    Stored(Item),
    /// Everything was deleted.
    Cleared,
}

/// A line to the other pages of a workspace.
pub struct Line(BroadcastChannel);

impl Line {
    /// Opens it; none where the browser has none.
    pub fn open(workspace: &str) -> Option<Self> {
        BroadcastChannel::new(&keys::database_of(workspace)).ok().map(Self)
    }

    /// Tells all other pages.
    pub fn tell(&self, word: &Word) {
        let text = match word {
            Word::Changed(ids) => {
                let ids: Vec<_> = ids.iter().map(ContactId::to_string).collect();
                format!("{CHANGED}{}", ids.join(" "))
            }
            Word::Stored(item) => format!("{STORED}{item}"),
            Word::Cleared => CLEARED.to_owned(),
        };
        // A line that is closed has nobody to tell.
        let _ = self.0.post_message(&text.into());
    }

    /// Calls back with what other pages tell; stops when dropped.
    pub fn hear(&self, callback: impl Fn(Word) + 'static) -> EventListener {
        EventListener::new(&self.0, "message", move |event| {
            let text = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
            let Some(text) = text else { return };
            if text == CLEARED {
                callback(Word::Cleared);
            } else if let Some(ids) = text.strip_prefix(CHANGED) {
                callback(Word::Changed(ids.split(' ').filter_map(ContactId::parse).collect()));
            } else if let Some(item) = text.strip_prefix(STORED).and_then(Item::parse) {
                callback(Word::Stored(item));
            }
        })
    }
}

/// Calls back with each key another page of this origin changed; stops when dropped.
///
/// An empty key means that everything was cleared.
#[must_use]
pub fn on_stored_elsewhere(mut callback: impl FnMut(String) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "storage", move |event| {
        let event =
            event.dyn_ref::<StorageEvent>().expect_throw("storage events are StorageEvents");
        callback(event.key().unwrap_or_default());
    }))
}

/// Calls back whenever the page is seen again or gets the focus; stops when dropped.
#[must_use]
pub fn on_seen_again(callback: impl Fn() + Clone + 'static) -> Option<[EventListener; 2]> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let again = callback.clone();
    Some([
        EventListener::new(&window, "focus", move |_| callback()),
        EventListener::new(&document, "visibilitychange", move |_| again()),
    ])
}

/// Whether the page is shown inside a page of another origin, where browsers may keep what it stores
/// apart.
pub fn is_framed_elsewhere() -> bool {
    let top = web_sys::window().and_then(|window| window.top().ok()?);
    // Of such a page nothing can be read.
    top.is_some_and(|top| top.location().href().is_err())
}

/// Has the browser ask before it leaves the page while `is_unsaved`; stops when dropped.
#[must_use]
pub fn ask_before_leaving(is_unsaved: impl Fn() -> bool + 'static) -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    let ask = move |event: &web_sys::Event| {
        if is_unsaved() {
            event.prevent_default();
        }
    };
    let window = web_sys::window()?;
    Some(EventListener::new_with_options(&window, "beforeunload", options, ask))
}

/// Keeps the browser from leaving the page for a file that is dropped beside the place for it;
/// stops when dropped.
#[must_use]
pub fn ignore_stray_files() -> [Option<EventListener>; 2] {
    ["dragover", "drop"].map(|name| {
        let options = EventListenerOptions::enable_prevent_default();
        let ignore = |event: &web_sys::Event| event.prevent_default();
        let window = web_sys::window()?;
        Some(EventListener::new_with_options(&window, name, options, ignore))
    })
}
