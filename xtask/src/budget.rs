//! What the built files weigh, against `budget.toml`.
//!
//! Weight is what travels: the brotli size of every file a visitor's browser loads.
//! 1 KB is 1000 bytes.

use std::{collections::BTreeMap, fs, path::PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::{
    paths,
    run::{at_root, output, say},
};

/// Prints raw and brotli size of each file, as static hosts compress.
const WEIGH: &str = r"
const { readFileSync } = require('fs');
const { brotliCompressSync } = require('zlib');
for (const file of process.argv.slice(1)) {
  const bytes = readFileSync(file);
  console.log(bytes.length, brotliCompressSync(bytes).length);
}";

/// One line of the budget: files that travel together.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Parcel {
    /// The most it may weigh, in KB of brotli.
    limit_kb: f64,
    /// Its files in `dist/`; a `*` stands for any part of a file's name.
    files: Vec<String>,
}

/// Prints the weights, however heavy.
///
/// # Errors
/// When `dist/` is not built.
pub fn report() -> Result<()> {
    weigh().map(drop)
}

/// Prints the weights and fails when something is over its limit.
///
/// # Errors
/// When `dist/` is not built or a parcel is too heavy.
pub fn enforce() -> Result<()> {
    let heavy = weigh()?;
    if heavy.is_empty() {
        return Ok(());
    }
    bail!("not within budget.toml: {}", heavy.join(", "))
}

/// Weighs every parcel and returns what is wrong with those that fail.
fn weigh() -> Result<Vec<String>> {
    let text = fs::read_to_string(paths::root().join("budget.toml"))?;
    let parcels: BTreeMap<String, Parcel> =
        toml::from_str(&text).context("budget.toml is not as expected")?;
    let mut heavy = Vec::new();
    say("Weight, brotli (raw):");
    for (name, parcel) in parcels {
        let files = match parcel.resolve() {
            Ok(files) => files,
            Err(problem) => {
                println!("    {name:<10} {problem:#}");
                heavy.push(format!("{name}: {problem:#}"));
                continue;
            }
        };
        let sizes = sizes(&files)?;
        let total = sizes.iter().map(|(_, brotli)| brotli).sum::<f64>();
        let over = total > parcel.limit_kb;
        println!(
            "    {name:<10} {total:6.1} KB of {:.0} KB{}",
            parcel.limit_kb,
            if over { "  OVER THE LIMIT" } else { "" }
        );
        for (file, (raw, brotli)) in files.iter().zip(sizes) {
            let file = file.strip_prefix(paths::dist()).unwrap_or(file);
            println!("      {brotli:6.1} ({raw:.1})  {}", file.display());
        }
        if over {
            heavy.push(format!("{name} ({total:.1} KB of {:.0} KB)", parcel.limit_kb));
        }
    }
    Ok(heavy)
}

impl Parcel {
    /// The files meant, in order of name; every line must mean at least one.
    fn resolve(&self) -> Result<Vec<PathBuf>> {
        let mut files = Vec::new();
        for line in &self.files {
            let path = paths::dist().join(line);
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let Some((start, end)) = name.split_once('*') else {
                if !path.is_file() {
                    bail!("dist/{line} is missing: run `cargo xtask build`");
                }
                files.push(path);
                continue;
            };
            let folder = path.parent().unwrap_or(&path);
            let mut found = Vec::new();
            for entry in fs::read_dir(folder)
                .with_context(|| format!("dist/{line} is missing: run `cargo xtask build`"))?
            {
                let entry = entry?;
                let name = entry.file_name();
                let name = name.to_string_lossy();
                if name.len() >= start.len() + end.len()
                    && name.starts_with(start)
                    && name.ends_with(end)
                {
                    found.push(entry.path());
                }
            }
            found.sort();
            files.extend(found);
        }
        Ok(files)
    }
}

/// Raw and brotli size of each file in KB.
fn sizes(files: &[PathBuf]) -> Result<Vec<(f64, f64)>> {
    let printed = output(at_root("node").args(["-e", WEIGH]).args(files))?;
    printed
        .lines()
        .map(|line| {
            let (raw, brotli) = line.split_once(' ').context("no two sizes")?;
            Ok((raw.parse::<f64>()? / 1000.0, brotli.parse::<f64>()? / 1000.0))
        })
        .collect()
}
