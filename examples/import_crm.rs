//! Imports the CSV files of a folder together and prints what came of it.
//!
//! `cargo run --no-default-features --example import_crm -- FOLDER [PLAYBOOK.json]`

use chrono::{DateTime, Utc};
use ripen::app::stamp::Stamp;
use ripen::app::workspace::Workspace;
use ripen::domain::event::By;
use ripen::domain::fold::fold;
use ripen::domain::funnel::{Window, funnel};
use ripen::domain::ids::{BatchId, ContactId};
use ripen::domain::log::EventLog;
use ripen::domain::money::Currency;
use ripen::domain::playbook::Playbook;
use ripen::domain::when::When;
use ripen::exchange::csv::{Dialect, read};
use ripen::exchange::import::plan::Plan;
use ripen::exchange::import::preview::{Preview, left_out, lookups};
use ripen::exchange::import::rows::Reading;
use ripen::exchange::{playbook_file, record, workspace_file};
use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::sync::Arc;
use std::time::Instant;

const STAGES: &str = r#"{"format":"ripen-playbook","version":1,"id":"stages","revision":1,
    "title":"Stages alone","sections":[],"questions":[],"criteria":[],
    "gates":{"prospect":[],"opportunity":[]},"stages":[
    {"id":"qualifying","title":"Qualifying","exit":[]},
    {"id":"discovery","title":"Discovery","exit":[]},
    {"id":"proposal","title":"Proposal","exit":[]},
    {"id":"closing","title":"Closing","exit":[]}]}"#;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("which folder?")?;
    let playbook = arguments.next().map_or(Ok(STAGES.to_owned()), fs::read_to_string)?;
    let playbook = playbook_file::read(&playbook)?;
    let mut paths: Vec<_> =
        fs::read_dir(folder)?.map(|e| e.map(|e| e.path())).collect::<Result<_, _>>()?;
    paths.sort();
    let begun = Instant::now();
    let mut tables = Vec::new();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|end| end == "csv")) {
        let text = fs::read_to_string(path)?;
        tables.push(read(&path.display().to_string(), &text, Dialect::guess(&text))?);
    }
    let plan = Plan::guess(&tables, &playbook, Currency::USD).ok_or("no tables")?;
    println!("{:?} {:?}", plan.kind, plan.roles);
    for column in &plan.columns {
        println!("  table {} {}: {:?}", column.table, column.name, column.target);
    }
    for stage in &plan.stages {
        println!("  {:>5} {:?}: {:?}", stage.rows, stage.value, stage.meaning);
    }
    let preview = Preview::of(&plan, &tables, &Workspace::new(Arc::new(playbook.clone())));
    println!(
        "new {} rejected {} undated {} without amount {} reversed {}",
        preview.new,
        preview.rejected.len(),
        preview.undated,
        preview.without_amount,
        preview.reversed
    );
    println!("unrecognised {:?}", preview.unrecognised);
    println!("unmatched {:?}", lookups(&plan, &tables));
    println!("left out {:?}", left_out(&plan).map(|column| &column.name).collect::<Vec<_>>());
    let logs = import(&plan, &tables, &playbook);
    println!("read in {:?}", begun.elapsed());
    report(&playbook, &logs)
}

fn import(
    plan: &Plan,
    tables: &[ripen::exchange::csv::Table],
    playbook: &Playbook,
) -> Vec<(ContactId, EventLog)> {
    let now = 1_795_297_664_123;
    let at = DateTime::from_timestamp_millis(1_795_297_664_123).expect("a moment");
    let batch = BatchId::new(now, [7; 10]);
    let rows = plan.rows(tables, playbook).zip(0_u64..);
    rows.filter_map(|(reading, n)| {
        let Reading::Told(told) = reading else { return None };
        let mut random = [0xa5; 10];
        random[2..].copy_from_slice(&n.to_be_bytes());
        let mut stamp = Stamp { now: at, by: By::Import, batch, random: &mut || random };
        let mut log = EventLog::default();
        stamp.append(&mut log, told.into_kinds());
        Some((ContactId::new(now, random), log))
    })
    .collect()
}

fn report(playbook: &Playbook, logs: &[(ContactId, EventLog)]) -> Result<(), Box<dyn Error>> {
    let contacts: Vec<_> = logs.iter().filter_map(|(id, log)| fold(*id, log)).collect();
    let funnel = funnel(playbook, &contacts, Window::default(), &Utc);
    let open: Vec<_> = contacts.iter().filter(|c| c.is_open_opportunity()).collect();
    println!(
        "won {} lost {} rate {:?}",
        funnel.wins.won,
        funnel.wins.lost,
        funnel.wins.rate().map(|r| r.ratio())
    );
    println!("won value {:?}", funnel.wins.won_value);
    println!("entered {:?} undated {}", funnel.levels.map(|row| row.entered), funnel.undated);
    println!(
        "open {} without amount {}",
        open.len(),
        open.iter().filter(|c| c.amount.is_none()).count()
    );
    let units: usize =
        logs.iter().map(|(_, log)| 60 + record::encode_log(log).encode_utf16().count()).sum();
    println!("stored: {units} UTF-16 units, {} a contact", units / logs.len().max(1));
    let now = When::parse("2026-11-21").ok_or("a day")?;
    let begun = Instant::now();
    let all = logs.iter().map(|(id, log)| (*id, log));
    let text = workspace_file::write(now, playbook, all, &BTreeSet::new());
    println!("workspace file: {} bytes in {:?}", text.len(), begun.elapsed());
    let begun = Instant::now();
    let file = workspace_file::read(&text)?;
    println!("read back in {:?}", begun.elapsed());
    let again = workspace_file::write(
        now,
        &file.playbook,
        file.contacts.iter().map(|(id, log)| (*id, log)),
        &file.erased,
    );
    println!("byte-identical: {}", again == text);
    Ok(())
}
