//! The language of the wizard that is drawn or heard at the moment.
//!
//! Several wizards on one page may speak several languages, so each says which one before it draws
//! and before anything inside it hears an event. Nobody says so in the workspace, which is English
//! with the browser's own numbers and days. Invariant: a language is loaded once and stays for the
//! page's life, so that its texts can be lent to everybody.

use super::intl;
use crate::domain::language::{plain, primary};
use crate::exchange::catalogue::{Catalogue, DIRECTION};
use js_sys::{Array, Intl, Object};
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

/// The language of texts that are built in.
pub const BUILT_IN: &str = "en";

thread_local! {
    static LOADED: RefCell<Vec<&'static Language>> = const { RefCell::new(Vec::new()) };
    static NOW: Cell<Option<&'static Language>> = const { Cell::new(None) };
}

/// A language with its texts.
#[derive(Debug, PartialEq, Eq)]
pub struct Language {
    /// Its tag, with the region that is likeliest the person's.
    tag: String,
    /// What is not there is English.
    texts: Catalogue,
    /// Which way it is written, where the catalogue says so.
    direction: Option<String>,
}

impl Language {
    /// The language of a tag with its catalogue, an object of templates by name. Without one the
    /// texts are English, and so are numbers and days.
    pub fn load(tag: &str, catalogue: &JsValue) -> &'static Self {
        let mut texts = Catalogue::default();
        let mut direction = None;
        if catalogue.is_object() {
            for entry in Object::entries(catalogue.unchecked_ref()) {
                let entry: Array = entry.unchecked_into();
                let (Some(name), Some(text)) = (entry.get(0).as_string(), entry.get(1).as_string())
                else {
                    continue;
                };
                if name == DIRECTION {
                    direction = Some(text);
                } else {
                    texts.add(&name, text);
                }
            }
        }
        let known = |tag: &&str| catalogue.is_object() || primary(tag) == BUILT_IN;
        let tag = regional(plain(tag).filter(known).unwrap_or(BUILT_IN));
        let language = Self { tag, texts, direction };
        LOADED.with_borrow_mut(|loaded| {
            if let Some(known) = loaded.iter().find(|known| ***known == language) {
                return *known;
            }
            let language: &'static Self = Box::leak(Box::new(language));
            loaded.push(language);
            language
        })
    }

    /// From here on, texts and formats are of this language.
    pub fn speak(&'static self) {
        NOW.set(Some(self));
    }

    /// The language spoken; none is English in the browser's own formats.
    pub fn now() -> Option<&'static Self> {
        NOW.get()
    }

    /// Its tag.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Its texts.
    pub fn texts(&self) -> &Catalogue {
        &self.texts
    }

    /// Marks what is written in it: for assistive technology, and for which way it goes.
    pub fn label(&self, frame: &HtmlElement) {
        // Neither name can be refused.
        let _ = frame.set_attribute("lang", &self.tag);
        if let Some(direction) = &self.direction {
            let _ = frame.set_attribute("dir", direction);
        }
    }

    /// The plural category of a count, such as `few`.
    pub fn category(&self, count: f64) -> String {
        let rules = Intl::PluralRules::new(&intl::locales(), &Object::new());
        String::from(rules.select(count))
    }
}

/// A language as the person has it in their own settings, such as `nl-BE` for `nl`.
fn regional(tag: &str) -> String {
    let own = web_sys::window().map(|window| window.navigator().languages());
    let fits = |own: String| {
        let region = own.strip_prefix(tag)?;
        region.starts_with('-').then(|| plain(&own).map(str::to_owned))?
    };
    let mut own = own.iter().flat_map(Array::iter).filter_map(|own| own.as_string());
    own.find_map(fits).unwrap_or_else(|| tag.to_owned())
}
