//! Reading Rust values from JavaScript values.

use super::DEPTH;
use js_sys::{Array, Object, Reflect};
use serde::de::value::{StrDeserializer, StringDeserializer};
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, Expected, IntoDeserializer, MapAccess,
    SeqAccess, Unexpected, VariantAccess, Visitor,
};
use std::fmt;
use wasm_bindgen::{JsCast, JsValue};

/// Where and why a value is not of the shape expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misread(Box<Place>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    /// Innermost first.
    path: Vec<String>,
    reason: String,
}

impl Misread {
    #[inline(never)]
    pub(super) fn new(reason: String) -> Self {
        Self(Box::new(Place { path: Vec::new(), reason }))
    }

    #[inline(never)]
    fn within(mut self, place: &str) -> Self {
        self.0.path.push(place.to_owned());
        self
    }
}

impl fmt::Display for Misread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { path, reason } = &*self.0;
        for (n, place) in path.iter().rev().enumerate() {
            f.write_str(if n > 0 && !place.starts_with('[') { "." } else { "" })?;
            f.write_str(place)?;
        }
        f.write_str(if path.is_empty() { "" } else { ": " })?;
        f.write_str(reason)
    }
}

impl std::error::Error for Misread {}

impl Error for Misread {
    #[inline(never)]
    fn custom<T: fmt::Display>(reason: T) -> Self {
        Self::new(reason.to_string())
    }

    // What was found is not named here: its wording alone would weigh as much as all of this.
    #[inline(never)]
    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(format!("expected {expected}"))
    }

    #[inline(never)]
    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(format!("expected {expected}"))
    }
}

/// One JavaScript value to be read.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    value: &'a JsValue,
    depth: u8,
}

impl<'a> Reader<'a> {
    pub(super) fn new(value: &'a JsValue) -> Self {
        Self { value, depth: 0 }
    }

    fn is_nothing(self) -> bool {
        self.value.is_null() || self.value.is_undefined()
    }

    #[inline(never)]
    fn wrong(self, expected: &str) -> Misread {
        Misread::new(format!("expected {expected}"))
    }

    #[inline(never)]
    fn list(self) -> Result<List<'a>, Misread> {
        match self.value.dyn_ref::<Array>() {
            Some(items) => Ok(List { items, next: 0, depth: deeper(self.depth)? }),
            None => Err(self.wrong("a list")),
        }
    }

    #[inline(never)]
    fn object(self) -> Result<Entries<'a>, Misread> {
        match self.value.dyn_ref::<Object>() {
            Some(object) if !Array::is_array(self.value) => {
                let depth = deeper(self.depth)?;
                let (keys, key) = (Object::keys(object), JsValue::UNDEFINED);
                Ok(Entries { object: self.value, keys, next: 0, key, depth })
            }
            _ => Err(self.wrong("an object")),
        }
    }

    #[inline(never)]
    fn text(self) -> Result<String, Misread> {
        self.value.as_string().ok_or_else(|| self.wrong("a text"))
    }

    fn number<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        match self.value.as_f64() {
            Some(number) => visitor.visit_f64(number),
            None => Err(self.wrong("a number")),
        }
    }

    #[allow(clippy::cast_possible_truncation)]
    fn whole<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        const EXACT: f64 = 9_007_199_254_740_991.0;
        match self.value.as_f64() {
            Some(n) if n.fract() == 0.0 && n.abs() <= EXACT => visitor.visit_i64(n as i64),
            _ => Err(self.wrong("a whole number")),
        }
    }
}

fn deeper(depth: u8) -> Result<u8, Misread> {
    if depth < DEPTH { Ok(depth + 1) } else { Err(Misread::new("nested too deeply".to_owned())) }
}

macro_rules! read_as {
    ($how:ident: $($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
            self.$how(visitor)
        }
    )*};
}

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = Misread;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        if self.is_nothing() {
            visitor.visit_unit()
        } else if let Some(yes) = self.value.as_bool() {
            visitor.visit_bool(yes)
        } else if self.value.as_f64().is_some() {
            self.number(visitor)
        } else if let Some(text) = self.value.as_string() {
            visitor.visit_string(text)
        } else if Array::is_array(self.value) {
            visitor.visit_seq(self.list()?)
        } else {
            visitor.visit_map(self.object()?)
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        match self.value.as_bool() {
            Some(yes) => visitor.visit_bool(yes),
            None => Err(self.wrong("true or false")),
        }
    }

    read_as!(whole: deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64);
    read_as!(number: deserialize_f32 deserialize_f64);
    read_as!(deserialize_string: deserialize_char deserialize_str deserialize_identifier);
    read_as!(deserialize_any: deserialize_bytes deserialize_byte_buf);

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        visitor.visit_seq(self.list()?)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        visitor.visit_map(self.object()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        if self.is_nothing() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        if self.is_nothing() { visitor.visit_unit() } else { Err(self.wrong("nothing")) }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misread> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misread> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Misread> {
        visitor.visit_seq(self.list()?)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Misread> {
        visitor.visit_seq(self.list()?)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misread> {
        visitor.visit_map(self.object()?)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misread> {
        if let Some(name) = self.value.as_string() {
            return visitor.visit_enum(StringDeserializer::new(name));
        }
        let entries = self.object()?;
        let (name, content) = match (entries.keys.length(), entries.keys.get(0)) {
            (1, key) => (key.as_string(), Reflect::get(self.value, &key).ok()),
            _ => (None, None),
        };
        match (name, content) {
            (Some(name), Some(content)) => {
                visitor.visit_enum(Variant { name, content, depth: entries.depth })
            }
            _ => Err(self.wrong("one key")),
        }
    }
}

/// A list being walked through.
struct List<'a> {
    items: &'a Array,
    next: u32,
    depth: u8,
}

impl<'de> SeqAccess<'de> for List<'_> {
    type Error = Misread;

    #[inline(never)]
    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Misread> {
        if self.next >= self.items.length() {
            return Ok(None);
        }
        let at = self.next;
        self.next += 1;
        let reader = Reader { value: &self.items.get(at), depth: self.depth };
        seed.deserialize(reader).map(Some).map_err(|misread| misread.within(&format!("[{at}]")))
    }
}

/// An object being walked through.
struct Entries<'a> {
    object: &'a JsValue,
    keys: Array,
    next: u32,
    key: JsValue,
    depth: u8,
}

impl Entries<'_> {
    /// Goes to the next key; none at the end.
    #[inline(never)]
    fn advance(&mut self) -> Option<String> {
        self.key = self.keys.get(self.next);
        self.next += 1;
        self.key.as_string()
    }

    #[inline(never)]
    fn value(&self) -> JsValue {
        Reflect::get(self.object, &self.key).unwrap_or(JsValue::UNDEFINED)
    }

    #[inline(never)]
    fn inside(&self, misread: Misread) -> Misread {
        misread.within(&self.key.as_string().unwrap_or_default())
    }
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = Misread;

    #[inline(never)]
    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Misread> {
        let Some(name) = self.advance() else { return Ok(None) };
        let name: StrDeserializer<'_, Misread> = name.as_str().into_deserializer();
        seed.deserialize(name).map(Some)
    }

    #[inline(never)]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Misread> {
        let reader = Reader { value: &self.value(), depth: self.depth };
        seed.deserialize(reader).map_err(|misread| self.inside(misread))
    }
}

/// A variant that holds something.
struct Variant {
    name: String,
    content: JsValue,
    depth: u8,
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = Misread;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Misread> {
        let name: StrDeserializer<'_, Misread> = self.name.as_str().into_deserializer();
        let variant = seed.deserialize(name)?;
        Ok((variant, self))
    }
}

impl Variant {
    fn reader(&self) -> Reader<'_> {
        Reader { value: &self.content, depth: self.depth }
    }
}

impl<'de> VariantAccess<'de> for Variant {
    type Error = Misread;

    fn unit_variant(self) -> Result<(), Misread> {
        Err(self.reader().wrong("the name alone"))
    }

    #[inline(never)]
    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Misread> {
        seed.deserialize(self.reader()).map_err(|misread| misread.within(&self.name))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Misread> {
        let read = self.reader().list().and_then(|list| visitor.visit_seq(list));
        read.map_err(|misread| misread.within(&self.name))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misread> {
        let read = self.reader().object().and_then(|object| visitor.visit_map(object));
        read.map_err(|misread| misread.within(&self.name))
    }
}
