//! How fast the rules are, without a browser: medians over many runs.
//!
//! `cargo run --release --no-default-features --example bench`, or `cargo xtask bench`; with
//! `-- judge` only what has that word in its name. In a browser the same takes about one and a half times to twice as long.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, TimeDelta};
use ripen::app::demo::demo;
use ripen::app::duplicates::duplicates;
use ripen::app::figures::{Figures, OpenPipeline};
use ripen::app::find::{Passed, Query, find};
use ripen::app::learn::missteps::missteps;
use ripen::app::proof_tree::prove;
use ripen::app::stamp::Stamp;
use ripen::app::workspace::Workspace;
use ripen::domain::answer::Answers;
use ripen::domain::assess::assess;
use ripen::domain::contact::Contact;
use ripen::domain::counterfactual::counterfactual;
use ripen::domain::evaluate::{Facts, Reading};
use ripen::domain::event::{By, EndKind, Field, Imported};
use ripen::domain::fold::fold;
use ripen::domain::funnel::{Step, Window};
use ripen::domain::ids::{BatchId, ContactId};
use ripen::domain::money::{Currency, Money};
use ripen::domain::playbook::Playbook;
use ripen::domain::playbook::check::check;
use ripen::domain::playbook::lint::lint;
use ripen::domain::position::{Level, Position};
use ripen::domain::rules::Rules;
use ripen::domain::value::{Number, Value};
use ripen::exchange::import::plan::Plan;
use ripen::exchange::import::preview::Preview;
use ripen::exchange::{csv, playbook_file, record};
use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

#[path = "../tests/support/big.rs"]
mod big;
#[path = "../tests/support/busy.rs"]
mod busy;
#[path = "../tests/support/table.rs"]
mod table;

/// How often each thing is measured.
const RUNS: usize = 31;
/// An import like the sales data in the tests, and what an ordinary workspace holds.
const SIZES: [usize; 2] = [8_800, 20_000];

fn main() {
    let playbook = include_str!("../playbooks/pain-interest-fit.json");
    let playbook: Arc<Playbook> =
        Arc::new(serde_json::from_str(playbook).expect("the shipped playbook"));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!(
        "{cores} cores, {} {}, median (slowest) of {RUNS} runs, in milliseconds",
        std::env::consts::OS,
        std::env::consts::ARCH
    );
    println!();
    if WORK.iter().any(|(name, _)| is_wanted(name)) {
        workspaces(&playbook);
    }
    rules();
    reading(&playbook);
    importing(&playbook);
}

fn workspaces(playbook: &Arc<Playbook>) {
    println!("| | {} imported | {} imported | {} recorded here |", SIZES[0], SIZES[1], SIZES[0]);
    println!("| --- | ---: | ---: | ---: |");
    let workspaces =
        [imported(playbook, SIZES[0]), imported(playbook, SIZES[1]), recorded(playbook, SIZES[0])];
    for (name, work) in WORK.into_iter().filter(|(name, _)| is_wanted(name)) {
        let cells = workspaces.each_ref().map(|workspace| {
            let (median, slowest) = measure(|| work(workspace));
            format!("{:.2} ({:.2})", millis(median), millis(slowest))
        });
        println!("| {name} | {} |", cells.join(" | "));
    }
    println!();
}

/// What does not depend on how contacts came about.
fn rules() {
    println!("| | |");
    println!("| --- | ---: |");
    let judging = big::playbook(60, 60);
    let contacts: Vec<_> = (0..SIZES[1]).map(|n| big::contact(&judging, n)).collect();
    print("judge 20 000 contacts by 60 questions", || {
        let rules = Rules::of(&judging);
        for contact in &contacts {
            black_box(assess(&rules, contact, day(180)));
        }
    });
    // Known: everything, every other answer, nothing.
    let asked = judging.questions.iter().map(|question| question.id.clone()).collect::<Vec<_>>();
    for (known, step) in [("all", 1), ("half", 2), ("no", usize::MAX)] {
        let mut contact = contacts[7].clone();
        contact.position = Position::Lead;
        let mut answers = Answers::default();
        for id in asked.iter().skip(usize::from(step > 2) * asked.len()).step_by(step) {
            answers.record(id.clone(), contact.answers.get(id).expect("it is answered").clone());
        }
        contact.answers = answers;
        let name = format!("explain one contact by 60 questions, {known} answers known");
        print(&name, || explain(&judging, &contact));
    }
    let large = big::playbook(500, 2_000);
    let text = playbook_file::write(&large);
    print("load a playbook of 500 questions and 2 000 criteria", || {
        black_box(playbook_file::read(&text).is_ok());
    });
    print("check a playbook of 500 questions and 2 000 criteria", || {
        black_box(check(&large));
    });
    print("lint a playbook of 500 questions and 2 000 criteria", || {
        black_box(lint(&large));
    });
}

/// What a start does with what is stored.
fn reading(playbook: &Arc<Playbook>) {
    const NAME: &str = "read 20 000 stored histories of 2.5 KB";
    if !is_wanted(NAME) {
        return;
    }
    let stored: Vec<_> = busy::histories(playbook, day(180), SIZES[1])
        .into_iter()
        .map(|(id, log)| (id, record::encode_log(&log)))
        .collect();
    print(NAME, || {
        let mut workspace = Workspace::new(Arc::clone(playbook));
        for (id, text) in &stored {
            workspace.take_in(*id, record::decode(text).expect("it was written just now"));
        }
        black_box(workspace);
    });
}

/// Bringing in a file, against a workspace of other contacts.
fn importing(playbook: &Arc<Playbook>) {
    const NAMES: [&str; 3] = [
        "split a file of 10 000 rows of 40 columns",
        "guess what a file of 10 000 rows of 40 columns means",
        "hold 10 000 rows of 40 columns against 20 000 contacts",
    ];
    if !NAMES.iter().any(|name| is_wanted(name)) {
        return;
    }
    let text = table::csv(10_000, 40);
    let split = || csv::read("deals.csv", &text, csv::Dialect::guess(&text)).expect("a table");
    let tables = [split()];
    let guess = || Plan::guess(&tables, playbook, Currency::USD).expect("there is a table");
    let (plan, workspace) = (guess(), imported(playbook, SIZES[1]));
    print(NAMES[0], || {
        black_box(split());
    });
    print(NAMES[1], || {
        black_box(guess());
    });
    print(NAMES[2], || {
        black_box(Preview::of(&plan, &tables, &workspace));
    });
}

/// Everything the page of a contact says: the verdict, its proof, and what would move it up.
fn explain(playbook: &Playbook, contact: &Contact) {
    let rules = Rules::of(playbook);
    black_box(assess(&rules, contact, day(180)));
    let facts = Facts::new(&rules, &contact.answers, Reading::AsRequired, day(180));
    for gate in playbook.gates() {
        for id in gate.criteria {
            black_box(prove(&facts, contact, id));
        }
        black_box(counterfactual(&facts, gate.criteria));
    }
}

fn print(name: &str, work: impl Fn()) {
    if is_wanted(name) {
        let (median, slowest) = measure(work);
        println!("| {name} | {:.2} ({:.2}) |", millis(median), millis(slowest));
    }
}

fn is_wanted(name: &str) -> bool {
    std::env::args().nth(1).is_none_or(|word| name.contains(&word))
}

/// Something that is measured, by name.
type Work = (&'static str, fn(&Workspace));

const WORK: [Work; 10] = [
    ("funnel, all time", |workspace| {
        black_box(Figures::of(workspace, Window::default(), &zone()));
    }),
    ("funnel, a quarter", |workspace| {
        black_box(Figures::of(workspace, quarter(), &zone()));
    }),
    ("open pipeline", |workspace| {
        black_box(OpenPipeline::of(workspace, day(180)));
    }),
    ("missteps", |workspace| {
        black_box(missteps(workspace, day(180), &zone()));
    }),
    ("search for a word", |workspace| {
        let query = Query { text: "corp 42".to_owned(), ..Query::default() };
        black_box(find(workspace, &query, &zone()));
    }),
    ("list everybody", |workspace| {
        black_box(find(workspace, &Query::default(), &zone()));
    }),
    ("list those behind a bar, a quarter", |workspace| {
        let step = Step::level(&workspace.playbook, Level::Opportunity);
        let passed = Some(Passed { step, window: quarter(), fate: None });
        black_box(find(workspace, &Query { passed, ..Query::default() }, &zone()));
    }),
    ("find duplicates", |workspace| {
        black_box(duplicates(workspace));
    }),
    ("fold every history", |workspace| {
        for (id, record) in workspace.records() {
            black_box(fold(id, &record.log));
        }
    }),
    ("write and read back every history", |workspace| {
        for (_, record) in workspace.records() {
            black_box(record::decode(&record::encode_log(&record.log)).is_ok());
        }
    }),
];

fn measure(work: impl Fn()) -> (Duration, Duration) {
    work();
    let mut times: Vec<_> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    (times[RUNS / 2], times[RUNS - 1])
}

fn millis(time: Duration) -> f64 {
    1_000.0 * time.as_secs_f64()
}

/// A zone that is not Greenwich, so that days have to be found out.
fn zone() -> FixedOffset {
    FixedOffset::east_opt(3_600).expect("an hour is a valid offset")
}

fn day(n: usize) -> NaiveDate {
    let start = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day");
    start + Days::new(n as u64)
}

fn small(n: usize) -> u32 {
    u32::try_from(n).expect("below a million")
}

fn quarter() -> Window {
    Window { from: Some(day(90)), to: Some(day(180)) }
}

/// Deals as a file brings them: one event each, half of them won.
fn imported(playbook: &Arc<Playbook>, size: usize) -> Workspace {
    let mut workspace = Workspace::new(Arc::clone(playbook));
    let (mut n, mut drawn) = (0_u64, 0_u64);
    let mut random = || {
        n += 1;
        bytes(n)
    };
    let new_id = || {
        drawn += 1;
        ContactId::new(drawn, bytes(drawn))
    };
    let now = DateTime::from_timestamp(1_795_000_000, 0).expect("a moment");
    let batch = BatchId::new(0, [0; 10]);
    let mut stamp = Stamp { now, by: By::Import, batch, random: &mut random };
    let prepared = workspace.prepare((0..size).map(|n| deal(n).into()), new_id, &mut stamp);
    workspace.import(prepared, batch);
    workspace
}

fn deal(n: usize) -> Imported {
    let (opened, closed) = (day(n % 300), day(n % 300 + n % 60));
    let end = match n % 20 {
        0..=9 => Some((EndKind::Won, Some(closed))),
        10..=15 => Some((EndKind::Lost, Some(closed))),
        _ => None,
    };
    let text = |name: &str, value: String| (name.to_owned(), value);
    Imported {
        external_id: Some(format!("{:08X}", n * 7_919)),
        fields: BTreeMap::from([
            (Field::Organisation, format!("Corp {}", n % 85)),
            (Field::Owner, format!("Agent {}", n % 35)),
        ]),
        facts: BTreeMap::from([
            (
                "employees".into(),
                Value::Number(Number::new(f64::from(10 * small(n % 85))).expect("finite")),
            ),
            ("industry".into(), Value::Text("technolgy".to_owned())),
            ("country".into(), Value::Choice("US".into())),
        ]),
        positions: vec![(
            Position::Stage("qualifying".into()),
            (!n.is_multiple_of(18)).then_some(opened),
        )],
        end,
        amount: (n % 20 < 10)
            .then_some(Money { minor: 100_000 + i64::from(small(n)), currency: Currency::USD }),
        attributes: BTreeMap::from([
            text("product", format!("GTX {}", n % 7)),
            text("revenue", format!("{}.04", n % 9_000)),
            text("year_established", format!("{}", 1_980 + n % 40)),
        ]),
        ..Imported::default()
    }
}

/// Contacts recorded in Ripen itself, with all their moments: the demo, again and again.
fn recorded(playbook: &Arc<Playbook>, size: usize) -> Workspace {
    let mut workspace = Workspace::new(Arc::clone(playbook));
    let mut n = 0_u64;
    while workspace.records().count() < size {
        let today = day(300) + TimeDelta::days(i64::try_from(n % 40).unwrap_or(0));
        let histories = demo(playbook, today, || {
            n += 1;
            ContactId::new(n, bytes(n))
        });
        for (id, log) in histories {
            workspace.take_in(id, log);
        }
    }
    workspace
}

fn bytes(n: u64) -> [u8; 10] {
    let mut bytes = [7; 10];
    bytes[..8].copy_from_slice(&n.to_be_bytes());
    bytes
}
