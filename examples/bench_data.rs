//! Writes what the measurements in a browser need into a folder: `histories.tsv`, 20 000 contacts that
//! have been worked on for weeks, a line for each with its id, a tab and its history as it is stored;
//! and `deals.csv`, a table of 10 000 rows and 40 columns.
//!
//! `cargo run --release --no-default-features --example bench_data -- target/bench`

use chrono::NaiveDate;
use ripen::domain::playbook::Playbook;
use ripen::exchange::record;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

#[path = "../tests/support/busy.rs"]
mod busy;
#[path = "../tests/support/table.rs"]
mod table;

fn main() -> io::Result<()> {
    let folder = std::env::args().nth(1).ok_or_else(|| io::Error::other("name a folder"))?;
    let folder = PathBuf::from(folder);
    fs::create_dir_all(&folder)?;
    let playbook: Playbook =
        serde_json::from_str(include_str!("../playbooks/pain-interest-fit.json"))
            .expect("the shipped playbook");
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day");
    let mut out = BufWriter::new(File::create(folder.join("histories.tsv"))?);
    for (id, log) in busy::histories(&playbook, today, 20_000) {
        writeln!(out, "{id}\t{}", record::encode_log(&log))?;
    }
    out.flush()?;
    fs::write(folder.join("deals.csv"), table::csv(10_000, 40))
}
