//! JavaScript values as a tree to walk through.

use crate::exchange::tree::Tree;
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A value the browser has parsed.
pub struct Parsed(JsValue);

impl Parsed {
    /// Parses a text; none when it is no JSON.
    pub fn text(text: &str) -> Option<Self> {
        JSON::parse(text).ok().map(Self)
    }
}

impl From<JsValue> for Parsed {
    fn from(value: JsValue) -> Self {
        Self(value)
    }
}

impl From<Parsed> for JsValue {
    fn from(value: Parsed) -> Self {
        value.0
    }
}

impl Tree for Parsed {
    fn get(&self, key: &str) -> Option<Self> {
        // What is no object throws here.
        let value = Reflect::get(&self.0, &key.into()).ok()?;
        (!value.is_null() && !value.is_undefined()).then_some(Self(value))
    }

    fn only(&self) -> Option<(String, Self)> {
        // Not `dyn_ref`: what another window made is no instance of this one's classes.
        let keys = Object::keys(self.0.is_object().then(|| self.0.unchecked_ref::<Object>())?);
        if keys.length() != 1 {
            return None;
        }
        let key = keys.get(0);
        Some((key.as_string()?, Self(Reflect::get(&self.0, &key).ok()?)))
    }

    fn length(&self) -> Option<u32> {
        Array::is_array(&self.0).then(|| self.0.unchecked_ref::<Array>().length())
    }

    fn item(&self, place: u32) -> Self {
        Self(self.0.unchecked_ref::<Array>().get(place))
    }

    fn text(&self) -> Option<String> {
        self.0.as_string()
    }

    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn truth(&self) -> Option<bool> {
        self.0.as_bool()
    }
}
