//! Values of Rust as the browser has them in JSON: plain objects, lists, texts, numbers.
//!
//! The crate that does this for any value keeps the keys of objects in a table, has whole numbers
//! that JavaScript has not, and says at length what it refuses; here it is what travels, and no more.

use js_sys::{Array, Object, Reflect};
use serde::ser::{self, Serialize, SerializeMap, SerializeSeq, SerializeStruct};
use std::fmt;
use wasm_bindgen::JsValue;

/// What JavaScript has no exact value for.
#[derive(Debug)]
pub struct Unwritten;

impl fmt::Display for Unwritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no exact value in JavaScript")
    }
}

impl std::error::Error for Unwritten {}

impl ser::Error for Unwritten {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

type Written = Result<JsValue, Unwritten>;

/// The greatest whole number up to which all are exact.
const EXACT: f64 = 9_007_199_254_740_991.0;

/// Makes one value.
#[derive(Clone, Copy)]
pub(super) struct Writer;

/// A list that fills.
pub(super) struct List(Array);

/// An object that fills, inside an object of one key where it is a variant of several.
pub(super) struct Fields {
    object: Object,
    key: JsValue,
}

fn set(object: &Object, key: &JsValue, value: &JsValue) {
    // A plain object of our own takes any key.
    let _ = Reflect::set(object, key, value);
}

/// `{"variant": value}`.
fn variant(name: &str, value: &JsValue) -> JsValue {
    let object = Object::new();
    set(&object, &name.into(), value);
    object.into()
}

fn whole(number: f64) -> Written {
    if number.abs() <= EXACT { Ok(number.into()) } else { Err(Unwritten) }
}

macro_rules! as_is {
    ($($name:ident($type:ty);)*) => {
        $(fn $name(self, value: $type) -> Written { Ok(value.into()) })*
    };
}

impl ser::Serializer for Writer {
    type Ok = JsValue;
    type Error = Unwritten;
    type SerializeSeq = List;
    type SerializeTuple = List;
    type SerializeTupleStruct = List;
    type SerializeTupleVariant = ser::Impossible<JsValue, Unwritten>;
    type SerializeMap = Fields;
    type SerializeStruct = Fields;
    type SerializeStructVariant = Fields;

    as_is! {
        serialize_bool(bool);
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_f32(f32);
        serialize_f64(f64);
        serialize_str(&str);
    }

    // What rounding changes is no longer small enough.
    #[allow(clippy::cast_precision_loss)]
    fn serialize_i64(self, value: i64) -> Written {
        whole(value as f64)
    }

    #[allow(clippy::cast_precision_loss)]
    fn serialize_u64(self, value: u64) -> Written {
        whole(value as f64)
    }

    fn serialize_char(self, value: char) -> Written {
        Ok(String::from(value).into())
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Written {
        bytes.serialize(self)
    }

    fn serialize_none(self) -> Written {
        Ok(JsValue::NULL)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        Ok(JsValue::NULL)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        Ok(JsValue::NULL)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Written {
        Ok(name.into())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        value: &T,
    ) -> Written {
        Ok(variant(name, &value.serialize(self)?))
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List, Unwritten> {
        Ok(List(Array::new()))
    }

    fn serialize_tuple(self, _: usize) -> Result<List, Unwritten> {
        Ok(List(Array::new()))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<List, Unwritten> {
        Ok(List(Array::new()))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unwritten> {
        // Nothing that travels is one.
        Err(Unwritten)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Fields, Unwritten> {
        Ok(Fields { object: Object::new(), key: JsValue::NULL })
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Fields, Unwritten> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Fields, Unwritten> {
        Ok(Fields { object: Object::new(), key: name.into() })
    }
}

impl List {
    fn push<T: Serialize + ?Sized>(&self, value: &T) -> Result<(), Unwritten> {
        self.0.push(&value.serialize(Writer)?);
        Ok(())
    }
}

impl SerializeSeq for List {
    type Ok = JsValue;
    type Error = Unwritten;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritten> {
        self.push(value)
    }

    fn end(self) -> Written {
        Ok(self.0.into())
    }
}

impl ser::SerializeTuple for List {
    type Ok = JsValue;
    type Error = Unwritten;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritten> {
        self.push(value)
    }

    fn end(self) -> Written {
        Ok(self.0.into())
    }
}

impl ser::SerializeTupleStruct for List {
    type Ok = JsValue;
    type Error = Unwritten;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritten> {
        self.push(value)
    }

    fn end(self) -> Written {
        Ok(self.0.into())
    }
}

impl SerializeMap for Fields {
    type Ok = JsValue;
    type Error = Unwritten;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unwritten> {
        self.key = key.serialize(Writer)?;
        if self.key.is_string() { Ok(()) } else { Err(Unwritten) }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritten> {
        set(&self.object, &self.key, &value.serialize(Writer)?);
        Ok(())
    }

    fn end(self) -> Written {
        Ok(self.object.into())
    }
}

impl SerializeStruct for Fields {
    type Ok = JsValue;
    type Error = Unwritten;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Unwritten> {
        set(&self.object, &key.into(), &value.serialize(Writer)?);
        Ok(())
    }

    fn end(self) -> Written {
        Ok(self.object.into())
    }
}

impl ser::SerializeStructVariant for Fields {
    type Ok = JsValue;
    type Error = Unwritten;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Unwritten> {
        SerializeStruct::serialize_field(self, key, value)
    }

    fn end(self) -> Written {
        let Self { object, key } = self;
        Ok(variant(&key.as_string().unwrap_or_default(), &object))
    }
}
