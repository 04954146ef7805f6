//! Four files of another system, dropped together, become the history they tell of.

use chrono::Utc;
use ripen::app::stamp::Stamp;
use ripen::app::workspace::Workspace;
use ripen::domain::contact::Contact;
use ripen::domain::event::{By, Field};
use ripen::domain::fold::fold;
use ripen::domain::funnel::{Funnel, Window, funnel};
use ripen::domain::ids::{BatchId, ContactId, QuestionId};
use ripen::domain::log::EventLog;
use ripen::domain::money::Currency;
use ripen::domain::playbook::Playbook;
use ripen::domain::value::Value;
use ripen::exchange::csv::{Dialect, Table, read};
use ripen::exchange::import::known::Known;
use ripen::exchange::import::matching::{Fate, Matching};
use ripen::exchange::import::plan::Plan;
use ripen::exchange::import::preview::{Preview, left_out, lookups};
use ripen::exchange::import::rows::{Reading, Reason};
use ripen::exchange::record;
use std::fmt::Write;
use std::sync::Arc;

/// Characters of a storage key: `ripen/1/default/contact/` and a UUID.
const KEY: usize = 60;

const PLAYBOOK: &str = r#"{"format":"ripen-playbook","version":1,"id":"tiny","revision":1,
    "title":"Tiny","sections":[{"id":"o","title":"Organisation"}],
    "questions":[{"id":"industry","section":"o","title":"Industry","ask":"?","kind":
        {"choice":{"options":[{"id":"retail","title":"Retail"},
                              {"id":"health","title":"Health","synonyms":["medical"]}]}}}],
    "criteria":[],"gates":{"prospect":[],"opportunity":[]},
    "stages":[{"id":"qualifying","title":"Qualifying","exit":[]},
              {"id":"discovery","title":"Discovery","exit":[]},
              {"id":"proposal","title":"Proposal","exit":[]},
              {"id":"closing","title":"Closing","exit":[]}]}"#;

fn playbook() -> Playbook {
    serde_json::from_str(PLAYBOOK).unwrap()
}

fn table(name: &str, text: &str) -> Table {
    read(name, text, Dialect::guess(text)).unwrap()
}

fn fixture() -> Vec<Table> {
    vec![
        table("accounts.csv", include_str!("fixtures/exchange/accounts.csv")),
        table("products.csv", include_str!("fixtures/exchange/products.csv")),
        table("pipeline.csv", include_str!("fixtures/exchange/pipeline.csv")),
        table("teams.csv", include_str!("fixtures/exchange/teams.csv")),
    ]
}

/// Imports as the app will: one batch, one event a row, all at one moment.
fn import(plan: &Plan, tables: &[Table]) -> Vec<(ContactId, EventLog)> {
    let now = 1_795_297_664_123;
    let at = chrono::DateTime::from_timestamp_millis(1_795_297_664_123).unwrap();
    let batch = BatchId::new(now, [7; 10]);
    let playbook = playbook();
    let mut matching = Matching::new(Known::default(), plan, tables);
    let workspace = Workspace::new(Arc::new(playbook.clone()));
    let rows = plan.rows(tables, &playbook).filter_map(|reading| match reading {
        Reading::Told(told) => match matching.judge(&workspace, told) {
            Fate::New(told) => Some(told.into_kinds()),
            _ => None,
        },
        _ => None,
    });
    (0_u64..)
        .zip(rows)
        .map(|(n, kinds)| {
            let mut random = [0xa5; 10];
            random[2..].copy_from_slice(&n.to_be_bytes());
            let mut log = EventLog::default();
            Stamp { now: at, by: By::Import, batch, random: &mut || random }
                .append(&mut log, kinds);
            (ContactId::new(now, random), log)
        })
        .collect()
}

fn all_time(contacts: &[Contact]) -> Funnel {
    funnel(&playbook(), contacts, Window::default(), &Utc)
}

fn folded(logs: &[(ContactId, EventLog)]) -> Vec<Contact> {
    logs.iter().filter_map(|(id, log)| fold(*id, log)).collect()
}

#[test]
fn four_files_dropped_together_are_understood() {
    let tables = fixture();
    let plan = Plan::guess(&tables, &playbook(), Currency::USD).unwrap();
    assert_eq!(plan.roles.main, 2);
    assert_eq!(plan.roles.joins.len(), 3);
    assert_eq!(plan.ambiguous_dates().count(), 0);
    let preview = Preview::of(&plan, &tables, &Workspace::new(Arc::new(playbook())));
    assert_eq!((preview.new, preview.duplicates.len()), (10, 1));
    assert_eq!((preview.duplicates[0].line, preview.duplicates[0].of), (13, 2));
    assert_eq!((preview.undated, preview.without_amount), (2, 6));
    let rejected: Vec<_> = preview
        .rejected
        .iter()
        .map(|r| (r.line, r.column.as_str(), r.value.as_str(), r.reason))
        .collect();
    assert_eq!(rejected, [(12, "engage_date", "31/12/2016", Reason::NotADate)]);
    let unknown: Vec<_> = preview.unrecognised.iter().collect();
    assert_eq!(unknown, [(&(QuestionId::new("industry"), "technolgy".to_owned()), &3)]);
    let missed: Vec<_> = lookups(&plan, &tables).into_iter().map(|l| l.unmatched).collect();
    let expected =
        [vec![("Unknown & Sons".to_owned(), 1)], vec![("ProPlus".to_owned(), 2)], vec![]];
    assert_eq!(missed, expected.map(|pairs| pairs.into_iter().collect()));
    let left: Vec<_> = left_out(&plan).map(|column| column.name.as_str()).collect();
    assert_eq!(left, [""; 0], "what maps to nothing is kept");
}

#[test]
fn the_funnel_is_that_of_the_file() {
    let tables = fixture();
    let plan = Plan::guess(&tables, &playbook(), Currency::USD).unwrap();
    let contacts = folded(&import(&plan, &tables));
    let funnel = all_time(&contacts);
    assert_eq!((funnel.wins.won, funnel.wins.lost), (4, 2));
    assert_eq!((funnel.levels[0].entered, funnel.levels[1].entered), (0, 0));
    assert_eq!((funnel.levels[2].entered, funnel.undated), (10, 2));
    assert_eq!(funnel.wins.won_value.in_currency(Currency::USD).minor, 621_100);
    assert_eq!(funnel.wins.lost_value.without_amount, 2);
    let first = contacts.iter().find(|c| c.external_id.as_deref() == Some("D01")).unwrap();
    assert_eq!(first.field(Field::Organisation), Some("Northwind"));
    assert_eq!(first.field(Field::Owner), Some("Ann Smith"));
    let fact = |id: &str| &first.answers.get(&QuestionId::new(id)).unwrap().value;
    assert_eq!(fact("industry"), &Value::Text("technolgy".into()));
    assert_eq!(fact("country"), &Value::Text("United States".into()));
    assert_eq!(first.attributes.get("product").unwrap(), "Pro");
    for looked_up in ["revenue", "series", "sales_price", "manager", "regional_office"] {
        assert!(first.attributes.contains_key(looked_up), "{looked_up}");
    }
}

/// A data set with the shape and the proportions of a public export of 8 800 deals.
fn generated() -> Vec<Table> {
    let mut deals = String::from(
        "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n",
    );
    let stages = [("Won", 4_238), ("Lost", 2_473), ("Engaging", 1_589), ("Prospecting", 500)];
    let rows = stages.iter().flat_map(|(stage, n)| std::iter::repeat_n(*stage, *n)).enumerate();
    for (n, stage) in rows {
        let open = matches!(stage, "Engaging" | "Prospecting");
        let account =
            if open && n % 3 != 0 { String::new() } else { format!("Account {:05}", n % 85) };
        let engaged = if stage == "Prospecting" { "" } else { "10/20/2016" };
        let (closed, value) = match stage {
            "Won" => ("3/17/2017", 1_000 + n % 4_000),
            "Lost" => ("3/17/2017", 0),
            _ => ("", 0),
        };
        let value = if open { String::new() } else { value.to_string() };
        writeln!(
            deals,
            "{n:08X},Agent Number {:02},GTX Plus {},{account},{stage},{engaged},{closed},{value}",
            n % 35,
            ["Basic", "Pro"][n % 2],
        )
        .unwrap();
    }
    let mut accounts = String::from("account,sector,year_established,employees,office_location\n");
    for n in 0..85 {
        writeln!(accounts, "Account {n:05},technology,1996,{},United States", 900 + n * 100)
            .unwrap();
    }
    vec![table("accounts.csv", &accounts), table("sales_pipeline.csv", &deals)]
}

#[test]
fn eight_thousand_eight_hundred_deals_give_their_figures_and_fit_local_storage() {
    let tables = generated();
    let plan = Plan::guess(&tables, &playbook(), Currency::USD).unwrap();
    let logs = import(&plan, &tables);
    let contacts = folded(&logs);
    let funnel = all_time(&contacts);
    assert_eq!((funnel.wins.won, funnel.wins.lost, funnel.undated), (4_238, 2_473, 500));
    assert_eq!((funnel.wins.rate().unwrap().ratio() * 1_000.0).round(), 632.0);
    assert_eq!((funnel.levels[0].entered, funnel.levels[1].entered), (0, 0));
    let deals = &funnel.levels[2];
    assert_eq!((deals.entered, deals.moved_on, deals.lost), (8_800, 4_238, 2_473));
    // The file names no stage of what is won or lost: none of it was observed in one.
    let stages: Vec<_> = funnel.stages.iter().map(|row| (row.entered, row.in_progress)).collect();
    assert_eq!(stages, [(500, 500), (1_589, 1_589), (0, 0), (0, 0)]);
    assert_eq!(funnel.skipped, [false; 4]);
    let open: Vec<_> = contacts.iter().filter(|c| c.is_open_opportunity()).collect();
    assert_eq!(open.len(), 2_089);
    assert!(open.iter().all(|contact| contact.amount.is_none()));

    let units: usize =
        logs.iter().map(|(_, log)| KEY + record::encode_log(log).encode_utf16().count()).sum();
    assert!(units < 4_900_000, "{units} UTF-16 units");
    for (_, log) in &logs {
        assert_eq!(record::decode(&record::encode_log(log)), Ok(log.clone().into()));
    }
}
