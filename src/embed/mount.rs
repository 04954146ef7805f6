//! Mounting the wizard into the element's frame, page after page, and taking it out again.

use super::events::Page;
use super::options::Options;
use super::session::Session;
use crate::app::visit::wish::Wish;
use crate::domain::playbook::check::{Fault, FaultKind, check_for_visitors};
use crate::exchange::tree::playbook::{self, Loaded};
use crate::platform::intl;
use crate::platform::json::Parsed;
use crate::platform::language::{BUILT_IN, Language};
use crate::ui::wizard::frame::{Told, focus_heading};
use crate::ui::wizard::visitor::draw;
use js_sys::Array;
use leptos::mount::mount_to;
use leptos::task::spawn_local;
use std::any::Any;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

/// A mounted wizard; dropping it takes it out of the page.
#[derive(Clone)]
pub struct Mounted(Rc<RefCell<Inner>>);

struct Inner {
    /// An element inside the shadow root: Leptos cannot exchange branches right below the root.
    frame: HtmlElement,
    session: Session,
    /// What everything inside is said in.
    language: &'static Language,
    /// Sets the language before anything inside the frame hears an event.
    _speaking: Closure<dyn Fn()>,
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
        playbook: JsValue,
        options: Options,
        page: Page,
    ) -> Result<Self, String> {
        let language = options.language;
        language.speak();
        language.label(&frame);
        let Loaded { playbook, for_reps } = read(playbook)?;
        if for_reps {
            web_sys::console::warn_1(&FOR_REPS.into());
        }
        let session = Session::begin(playbook, options, page);
        let speaking = hear_first(&frame, language);
        let inner = Inner { frame, session, language, _speaking: speaking, shown: None };
        let mounted = Self(Rc::new(RefCell::new(inner)));
        mounted.show();
        Ok(mounted)
    }

    /// Reads the run, in its language.
    pub fn with<T>(&self, read: impl FnOnce(&mut Session) -> T) -> T {
        let mut inner = self.0.borrow_mut();
        inner.language.speak();
        read(&mut inner.session)
    }

    /// Does what the visitor or the page wants, and shows the page that follows.
    pub fn hear(&self, wish: Wish) {
        self.with(|session| session.hear(wish));
        self.show();
        focus_heading(self.0.borrow().frame.clone().into());
    }

    /// Goes back one page; says whether there was one.
    pub fn back(&self) -> bool {
        let before = self.with(|session| session.stand().visit.before().is_some());
        if before {
            self.hear(Wish::Back);
        }
        before
    }

    /// Draws the page anew, from nothing: what the last page left open or half typed is gone.
    fn show(&self) {
        let heard = Rc::downgrade(&self.0);
        let wish: Told<Wish> = Rc::new(move |wish| hear_later(heard.clone(), wish));
        let frame = {
            let mut inner = self.0.borrow_mut();
            inner.language.speak();
            inner.shown = None;
            inner.frame.clone()
        };
        let this = self.clone();
        let shown = mount_to(frame, move || draw(this.0.borrow().session.stand(), &wish));
        self.0.borrow_mut().shown = Some(Box::new(shown));
    }
}

/// Several wizards may speak several languages: whatever happens inside a frame is heard here first.
fn hear_first(frame: &HtmlElement, language: &'static Language) -> Closure<dyn Fn()> {
    let speak = Closure::<dyn Fn()>::new(|| language.speak());
    for event in ["click", "submit", "input", "change", "keydown"] {
        // Refused only for what is no function.
        let _ = frame.add_event_listener_with_callback_and_bool(
            event,
            speak.as_ref().unchecked_ref(),
            true,
        );
    }
    speak
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

fn read(value: JsValue) -> Result<Loaded, String> {
    let read = playbook::read(&Parsed::from(value));
    let mut loaded = read.map_err(|misread| misread.to_string())?;
    let spoken = intl::locales();
    let built_in = intl::regions(&Array::of1(&BUILT_IN.into()));
    loaded.playbook = loaded.playbook.without_region_names(&built_in);
    loaded.playbook.name_options(&intl::regions(&spoken));
    match check_for_visitors(&loaded.playbook).first() {
        None => Ok(loaded),
        Some(Fault { path, kind }) => Err(format!("{path}: {}", wrong(kind))),
    }
}

/// What is wrong with a playbook, for whoever builds the page.
fn wrong(kind: &FaultKind) -> &str {
    match kind {
        FaultKind::NotAPlaybook(_) => "not a playbook",
        FaultKind::Newer(_) => "made for a newer version",
        FaultKind::Undefined(_) => "refers to what is not defined",
        FaultKind::Duplicate(_) => "the same id twice",
        FaultKind::Circular(_) => "reads itself",
        FaultKind::NoWording => "no wording",
        FaultKind::NothingToChoose => "nothing to choose from",
        FaultKind::BadLink(_) => "a link that may not be followed",
        _ => "cannot be used",
    }
}
