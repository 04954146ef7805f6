//! Making JavaScript values from Rust values.

use js_sys::{Array, Object, Reflect};
use serde::Serialize;
use serde::ser::{
    Error, Impossible, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant,
    SerializeTuple, Serializer,
};
use std::fmt;
use wasm_bindgen::JsValue;

/// JavaScript has no exact value for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unwritten;

impl fmt::Display for Unwritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no value for it in JavaScript")
    }
}

impl std::error::Error for Unwritten {}

impl Error for Unwritten {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Makes one value.
#[derive(Clone, Copy)]
pub(super) struct Writer;

/// The largest whole number JavaScript holds exactly, and its negative.
const EXACT: i64 = 9_007_199_254_740_991;

macro_rules! numbers {
    ($($method:ident: $type:ty;)*) => {$(
        fn $method(self, value: $type) -> Result<JsValue, Unwritten> {
            Ok(JsValue::from(value))
        }
    )*};
}

impl Serializer for Writer {
    type Ok = JsValue;
    type Error = Unwritten;
    type SerializeSeq = List;
    type SerializeTuple = List;
    type SerializeTupleStruct = Impossible<JsValue, Unwritten>;
    type SerializeTupleVariant = Impossible<JsValue, Unwritten>;
    type SerializeMap = Record;
    type SerializeStruct = Record;
    type SerializeStructVariant = Record;

    numbers! {
        serialize_bool: bool;
        serialize_i8: i8;
        serialize_i16: i16;
        serialize_i32: i32;
        serialize_u8: u8;
        serialize_u16: u16;
        serialize_u32: u32;
        serialize_f32: f32;
        serialize_f64: f64;
    }

    #[allow(clippy::cast_precision_loss)]
    fn serialize_i64(self, value: i64) -> Result<JsValue, Unwritten> {
        if value.abs() <= EXACT { Ok(JsValue::from_f64(value as f64)) } else { Err(Unwritten) }
    }

    fn serialize_u64(self, value: u64) -> Result<JsValue, Unwritten> {
        self.serialize_i64(i64::try_from(value).map_err(|_| Unwritten)?)
    }

    fn serialize_char(self, value: char) -> Result<JsValue, Unwritten> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<JsValue, Unwritten> {
        Ok(JsValue::from_str(value))
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<JsValue, Unwritten> {
        Err(Unwritten)
    }

    fn serialize_none(self) -> Result<JsValue, Unwritten> {
        Ok(JsValue::NULL)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<JsValue, Unwritten> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<JsValue, Unwritten> {
        Ok(JsValue::NULL)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<JsValue, Unwritten> {
        Ok(JsValue::NULL)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
    ) -> Result<JsValue, Unwritten> {
        self.serialize_str(name)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<JsValue, Unwritten> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        value: &T,
    ) -> Result<JsValue, Unwritten> {
        let record = Record::default();
        record.put(&name.into(), value)?;
        Ok(record.object.into())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List, Unwritten> {
        Ok(List(Array::new()))
    }

    fn serialize_tuple(self, _: usize) -> Result<List, Unwritten> {
        Ok(List(Array::new()))
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Unwritten> {
        Err(Unwritten)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unwritten> {
        Err(Unwritten)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Record, Unwritten> {
        Ok(Record::default())
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Record, Unwritten> {
        Ok(Record::default())
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Record, Unwritten> {
        Ok(Record { variant: Some(name), ..Record::default() })
    }
}

/// A list being made.
pub(super) struct List(Array);

impl SerializeSeq for List {
    type Ok = JsValue;
    type Error = Unwritten;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritten> {
        self.0.push(&value.serialize(Writer)?);
        Ok(())
    }

    fn end(self) -> Result<JsValue, Unwritten> {
        Ok(self.0.into())
    }
}

impl SerializeTuple for List {
    type Ok = JsValue;
    type Error = Unwritten;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritten> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<JsValue, Unwritten> {
        SerializeSeq::end(self)
    }
}

/// An object being made.
#[derive(Default)]
pub(super) struct Record {
    object: Object,
    key: JsValue,
    variant: Option<&'static str>,
}

impl Record {
    fn put<T: Serialize + ?Sized>(&self, key: &JsValue, value: &T) -> Result<(), Unwritten> {
        let value = value.serialize(Writer)?;
        Reflect::set(&self.object, key, &value).map_err(|_| Unwritten)?;
        Ok(())
    }

    fn finish(self) -> Result<JsValue, Unwritten> {
        let Some(name) = self.variant else { return Ok(self.object.into()) };
        let outer = Object::new();
        Reflect::set(&outer, &name.into(), &self.object).map_err(|_| Unwritten)?;
        Ok(outer.into())
    }
}

impl SerializeMap for Record {
    type Ok = JsValue;
    type Error = Unwritten;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unwritten> {
        self.key = key.serialize(Writer)?;
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritten> {
        self.put(&self.key, value)
    }

    fn end(self) -> Result<JsValue, Unwritten> {
        self.finish()
    }
}

macro_rules! fields {
    ($($trait:ident)*) => {$(
        impl $trait for Record {
            type Ok = JsValue;
            type Error = Unwritten;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), Unwritten> {
                self.put(&name.into(), value)
            }

            fn end(self) -> Result<JsValue, Unwritten> {
                self.finish()
            }
        }
    )*};
}

fields!(SerializeStruct SerializeStructVariant);
