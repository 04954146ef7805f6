//! The JSON Schema of types whose JSON form is written by hand.
//!
//! Only for publishing (feature `schema`): the other types derive theirs. Invariant: each says what
//! the type's own reader takes, no more and no less, as far as a schema can say it.

use super::event::Field;
use super::money::Currency;
use super::position::Position;
use super::value::Number;
use super::when::When;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// A day of the years 1970 to 2200, as a pattern without its end.
macro_rules! day {
    () => {
        "^(19[7-9][0-9]|2[01][0-9]{2}|2200)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    };
}

/// What a text must match to be a day within reach.
pub(crate) const DAY: &str = concat!(day!(), "$");
/// What a text must match to be a day or a moment within reach.
const WHEN: &str =
    concat!(day!(), r"([Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2}))?$");

macro_rules! by_hand {
    ($($type:ident: $schema:tt),* $(,)?) => {$(
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )*};
}

by_hand! {
    Currency: {
        "description": "A currency's ISO 4217 code, such as `EUR`.",
        "type": "string",
        "pattern": "^[A-Za-z]{3}$",
    },
    Number: {
        "description": "A finite number.",
        "type": "number",
    },
    Position: {
        "description": "A level, with its stage where the level is Opportunity: `lead`, `prospect`, \
                        `opportunity/discovery`, `customer`.",
        "type": "string",
        "pattern": r"^(lead|prospect|customer|opportunity/[\s\S]+)$",
    },
    When: {
        "description": "A moment (`2026-11-21T09:30:00.000Z`) or a day (`2026-11-21`), in the years \
                        1970 to 2200.",
        "type": "string",
        "pattern": WHEN,
    },
}

/// Fields with their texts, under no other names than theirs.
pub(crate) struct Fields;

impl JsonSchema for Fields {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Fields".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "propertyNames": generator.subschema_for::<Field>(),
            "additionalProperties": generator.subschema_for::<String>(),
        })
    }
}
