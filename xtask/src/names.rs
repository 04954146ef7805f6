//! Short names between a wasm file and its script.
//!
//! wasm-bindgen names each of some hundred functions by what it does and a hash, in both files;
//! nobody reads them in a release, and hashes do not compress.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::{
    run::{at_root, output},
    tools::WASM_OPT,
    widget::WASM_FEATURES,
};

/// What wasm-opt has renamed.
#[derive(Deserialize)]
struct Renamed {
    /// Module, old and new name.
    imports: Vec<(String, String, String)>,
    /// Old and new name.
    exports: Vec<(String, String)>,
}

/// Renames what a wasm file and the script wasm-bindgen wrote for it call of each other.
///
/// # Errors
/// When the two do not belong together, or a file cannot be read or written.
pub fn shorten(wasm: &Path, script: &Path) -> Result<()> {
    let map = output(
        at_root(WASM_OPT.ensure()?)
            .args(WASM_FEATURES)
            .args(["--strip-target-features", "--minify-imports-and-exports-and-modules"])
            .arg(wasm)
            .arg("-o")
            .arg(wasm),
    )
    .with_context(|| format!("could not shorten the names of {}", wasm.display()))?;
    let renamed: Renamed = serde_json::from_str(&map).context("wasm-opt says what it renamed")?;
    let text = fs::read_to_string(script)?;
    let text = rename(&text, &renamed)
        .with_context(|| format!("{} does not fit its wasm", script.display()))?;
    fs::write(script, text)?;
    Ok(())
}

fn rename(script: &str, renamed: &Renamed) -> Result<String> {
    // Modules become letters; there is one, the script's own.
    let module = renamed.imports.first().context("nothing is imported")?.0.clone();
    ensure!(renamed.imports.iter().all(|(other, ..)| *other == module), "more than one module");
    let object = format!("\"{module}\":");
    ensure!(script.contains(&object), "no imports of {module}");
    let mut text = script.replace(&object, "\"a\":");
    for (_, old, new) in &renamed.imports {
        text = replace_word(&text, old, new);
        ensure!(!contains_word(&text, old), "{old} is still there");
    }
    for (old, new) in &renamed.exports {
        text = replace_word(&text, &format!("wasm.{old}"), &format!("wasm.{new}"));
    }
    Ok(text)
}

/// Replaces a name where it stands for itself, not as a part of a longer one.
fn replace_word(text: &str, old: &str, new: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(old) {
        let behind = &rest[at + old.len()..];
        let whole = !ends_in_name(&rest[..at]) && !begins_with_name(behind);
        out.push_str(&rest[..at]);
        out.push_str(if whole { new } else { old });
        rest = behind;
    }
    out + rest
}

fn contains_word(text: &str, word: &str) -> bool {
    replace_word(text, word, "") != text
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

fn ends_in_name(text: &str) -> bool {
    text.chars().next_back().is_some_and(is_of_name)
}

fn begins_with_name(text: &str) -> bool {
    text.chars().next().is_some_and(is_of_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_get_the_same_names() {
        let script = "const i = { __wbg_a_1: f, __wbg_a_12: g };\n\
                      const o = { \"./w_bg.js\": i };\n wasm.go(wasm.go_7, memory, wasm.memory);";
        let renamed = Renamed {
            imports: vec![
                ("./w_bg.js".into(), "__wbg_a_1".into(), "a".into()),
                ("./w_bg.js".into(), "__wbg_a_12".into(), "b".into()),
            ],
            exports: vec![("go".into(), "c".into()), ("memory".into(), "d".into())],
        };
        let expected = "const i = { a: f, b: g };\n\
                        const o = { \"a\": i };\n wasm.c(wasm.go_7, memory, wasm.d);";
        assert_eq!(rename(script, &renamed).unwrap(), expected);
        assert!(rename("const o = {};", &renamed).is_err());
    }
}
