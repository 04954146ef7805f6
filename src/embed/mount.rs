//! Mounting the wizard into the element's frame, page after page, and taking it out again.

use super::events::Page;
use super::session::{Options, Session};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::check::check;
use crate::platform::json;
use crate::ui::wizard::visitor::{Wish, draw};
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::any::Any;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

/// A mounted wizard; dropping it takes it out of the page.
#[derive(Clone)]
pub struct Mounted(Rc<RefCell<Inner>>);

struct Inner {
    /// An element inside the shadow root: Leptos cannot exchange branches right below the root.
    frame: HtmlElement,
    session: Session,
    /// The page shown; dropping it takes it out.
    shown: Option<Box<dyn Any>>,
}

impl Mounted {
    /// Mounts a wizard into a frame.
    ///
    /// # Errors
    /// Where and why the playbook cannot be used.
    pub fn new(
        frame: HtmlElement,
        playbook: &JsValue,
        options: Options,
        page: Page,
    ) -> Result<Self, String> {
        let playbook = read(playbook)?;
        if playbook.is_for_reps() {
            web_sys::console::warn_1(&FOR_REPS.into());
        }
        let session = Session::begin(playbook, options, page);
        let mounted = Self(Rc::new(RefCell::new(Inner { frame, session, shown: None })));
        mounted.show(false);
        Ok(mounted)
    }

    /// Reads the run.
    pub fn with<T>(&self, read: impl FnOnce(&mut Session) -> T) -> T {
        read(&mut self.0.borrow_mut().session)
    }

    /// Does what the visitor or the page wants, and shows the page that follows.
    pub fn hear(&self, wish: Wish) {
        self.with(|session| session.hear(wish));
        self.show(true);
    }

    /// Draws the page anew, from nothing: what the last page left open or half typed is gone.
    fn show(&self, focus: bool) {
        let heard = StoredValue::new_local(Rc::downgrade(&self.0));
        let mut inner = self.0.borrow_mut();
        inner.shown = None;
        let stand = inner.session.stand().clone();
        let shown = mount_to(inner.frame.clone(), move || {
            draw(&stand, focus, Callback::new(move |wish| hear_later(heard.get_value(), wish)))
        });
        inner.shown = Some(Box::new(shown));
    }
}

/// Hears a wish once the handler it comes from is done: it is part of the page that goes.
fn hear_later(inner: Weak<RefCell<Inner>>, wish: Wish) {
    spawn_local(async move {
        if let Some(inner) = inner.upgrade() {
            Mounted(inner).hear(wish);
        }
    });
}

/// Told to whoever builds the page.
const FOR_REPS: &str = "Ripen: this playbook holds talk tracks or win chances, and everyone can \
read it here. Use its .visitor.json, which is lighter too.";

fn read(value: &JsValue) -> Result<Playbook, String> {
    let playbook: Playbook = json::from_js(value).map_err(|misread| misread.to_string())?;
    match check(&playbook).first() {
        None => Ok(playbook),
        Some(fault) => Err(format!("{}: {:?}", fault.path, fault.kind)),
    }
}
