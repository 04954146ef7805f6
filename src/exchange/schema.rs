//! The JSON Schemas of Ripen's files, for those who write or read them with other tools.
//!
//! Owns what the types alone do not say: names, limits, and plain words. Refuses to say again what
//! they do say: everything else is generated. What no schema can say, such as that an id must be
//! defined, is for the readers. Invariant: the same types give the same text.

use super::case_file;
use super::json::{self, Format};
use super::limits::TEXT_CHARS;
use super::result_file::{self, RunResult};
use super::workspace_file;
use crate::domain::playbook::{FORMAT_VERSION, Playbook};
use crate::domain::schema::DAY;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

/// Down to here a schema has one thing a line: a field is a line.
const LEVELS: usize = 4;

/// An id in the form that is written.
const UUID: &str = "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$";

/// Every schema: the name of its file and its text.
pub fn files() -> [(&'static str, String); 4] {
    [
        ("playbook.json", of::<Playbook>(Format::Playbook, FORMAT_VERSION)),
        (
            "workspace.json",
            of::<workspace_file::Described>(Format::Workspace, workspace_file::VERSION),
        ),
        ("result.json", of::<RunResult>(Format::Result, result_file::VERSION)),
        ("case.json", of::<case_file::Described>(Format::Case, case_file::VERSION)),
    ]
}

fn of<T: JsonSchema>(format: Format, version: u32) -> String {
    let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(finish));
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    // A name, not an address: Ripen is served from anywhere.
    schema.insert("$id".to_owned(), json!(format!("urn:ripen:{format}:{version}")));
    schema.insert("title".to_owned(), json!(format.name()));
    json::write(&schema, LEVELS)
}

/// Gives one part of a schema the limits its reader has and a description without markup.
fn finish(schema: &mut Schema) {
    if schema.as_bool().is_some() {
        return;
    }
    if let Some(Value::String(text)) = schema.get_mut("description") {
        *text = plain(text);
    }
    let is_text = schema.get("type").is_some_and(|kind| {
        kind == "string" || kind.as_array().is_some_and(|kinds| kinds.contains(&json!("string")))
    });
    let limits = match schema.get("format").and_then(Value::as_str) {
        Some("int32") => json!({"minimum": i32::MIN, "maximum": i32::MAX}),
        Some("int64") => json!({"minimum": i64::MIN, "maximum": i64::MAX}),
        Some("uint32") => json!({"maximum": u32::MAX}),
        Some("date") => json!({"pattern": DAY}),
        Some("uuid") => json!({"pattern": UUID}),
        None if is_text && !says_which(schema) => json!({"maxLength": TEXT_CHARS}),
        _ => json!({}),
    };
    if !is_text {
        // A Rust type's name, which means nothing elsewhere.
        schema.remove("format");
    }
    if let (Value::Object(limits), false) = (limits, schema.get("const").is_some()) {
        schema.ensure_object().extend(limits);
    }
}

/// Whether a text's content is given already.
fn says_which(schema: &Schema) -> bool {
    ["const", "enum", "pattern"].into_iter().any(|key| schema.get(key).is_some())
}

/// A description as it reads outside Rust's documentation: a line a paragraph, without examples in
/// Rust and links.
fn plain(text: &str) -> String {
    let text = text.split("\n```").next().unwrap_or_default().trim_end();
    let paragraphs = text.split("\n\n").map(|paragraph| paragraph.replace('\n', " "));
    let text = paragraphs.collect::<Vec<_>>().join("\n");
    text.replace("[`", "`").replace("`]", "`")
}
