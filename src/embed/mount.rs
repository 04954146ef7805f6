//! Mounting the wizard into the element's frame, and taking it out again.

use super::events::Page;
use super::session::{Options, Session};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::check::check;
use crate::platform::json;
use crate::ui::wizard::visitor::VisitorWizard;
use leptos::prelude::*;
use std::any::Any;
use std::cell::OnceCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

/// A mounted wizard; dropping it takes it out of the page.
pub struct Mounted {
    session: Session,
    _handle: Box<dyn Any>,
}

impl Mounted {
    /// Mounts a wizard into a frame, which must be an element inside the shadow root: Leptos cannot
    /// exchange branches right below the root itself.
    ///
    /// # Errors
    /// Where and why the playbook cannot be used.
    pub fn new(
        frame: HtmlElement,
        playbook: JsValue,
        options: Options,
        page: Page,
    ) -> Result<Self, String> {
        let playbook = read(playbook)?;
        if playbook.is_for_reps() {
            web_sys::console::warn_1(&FOR_REPS.into());
        }
        let begun = Rc::new(OnceCell::new());
        let session = Rc::clone(&begun);
        let handle = leptos::mount::mount_to(frame, move || {
            let session = *session.get_or_init(|| Session::begin(playbook, options, page));
            view! {
                <VisitorWizard
                    stand=session.stand
                    turn=session.turn
                    wish=Callback::new(move |wish| session.hear(wish))
                />
            }
            .into_any()
        });
        let session = begun.get().copied().ok_or("the wizard did not begin")?;
        Ok(Self { session, _handle: Box::new(handle) })
    }

    /// The run.
    pub fn session(&self) -> Session {
        self.session
    }
}

/// Told to whoever builds the page.
const FOR_REPS: &str = "Ripen: this playbook holds talk tracks or win chances, and everyone can \
read it here. Use its .visitor.json, which is lighter too.";

fn read(value: JsValue) -> Result<Playbook, String> {
    let playbook: Playbook = json::from_js(&value).map_err(|misread| misread.to_string())?;
    match check(&playbook).first() {
        None => Ok(playbook),
        Some(fault) => Err(format!("{}: {:?}", fault.path, fault.kind)),
    }
}
