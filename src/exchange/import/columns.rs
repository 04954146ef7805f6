//! What each column means, guessed from its header.
//!
//! Owns which of several columns gets a meaning; the words are in `headers`. Refuses to look at
//! values. Invariant: of two columns that could mean the same, one does; the
//! other is kept as an attribute.

mod own;
mod target;

pub use target::{Column, Target};

use super::headers::{FACTS, ORGANISATION, SYNONYMS};
use super::roles::Roles;
use super::words::bare;
use crate::domain::event::Field;
use crate::domain::ids::QuestionId;
use crate::domain::playbook::Playbook;
use crate::exchange::csv::Table;
use own::{is_own, own};

/// Characters of a column's name.
const NAME_CHARS: usize = 100;

/// Whether two headers name the same thing, so that one table can be looked up by it.
pub(super) fn name_the_same(main: &str, lookup: &str) -> bool {
    let (main, lookup) = (bare(main), bare(lookup));
    let organisation = |header: &str| ORGANISATION.contains(&header);
    !main.is_empty()
        && (main == lookup || organisation(&main) && (organisation(&lookup) || lookup == "name"))
}

/// Guesses what every column of the tables in use means.
///
/// Columns of a look-up give facts, and the rest of them attributes of every contact that shares the
/// row, but for its key, which the main table has. A person may leave them out.
pub(super) fn guess(tables: &[Table], roles: &Roles, playbook: &Playbook) -> Vec<Column> {
    let mut columns = name_columns(tables, roles);
    let bares: Vec<String> =
        columns.iter().map(|column| bare(header(tables, column.table, column.column))).collect();
    let main = roles.main;
    if is_own(tables.get(main)) {
        // What Ripen wrote holds what was looked up already.
        for column in columns.iter_mut().filter(|column| column.table != main) {
            column.target = Target::Skip;
        }
        return own(columns, &bares, tables, playbook);
    }
    for (target, words) in SYNONYMS {
        claim(&mut columns, &bares, target, words, |column| column.table == main);
    }
    for (id, words) in FACTS {
        claim(&mut columns, &bares, &Target::Fact(QuestionId::new(*id)), words, |_| true);
    }
    if let Some(target) = whose_name(&columns) {
        claim(&mut columns, &bares, &target, &["name"], |c| c.table == main);
    }
    for question in &playbook.questions {
        let words = [bare(question.id.as_str()), bare(&question.title)];
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        claim(&mut columns, &bares, &Target::Fact(question.id.clone()), &words, |_| true);
    }
    let keys: Vec<_> = roles.joins.iter().map(|join| (join.table, join.key)).collect();
    for column in &mut columns {
        if keys.contains(&(column.table, column.column)) {
            column.target = Target::Skip;
        }
    }
    columns
}

/// Whose name a column that is called nothing but "Name" holds, by what stands beside it; none where
/// it is a deal's, or somebody is named already.
fn whose_name(columns: &[Column]) -> Option<Target> {
    let has = |is: fn(&Target) -> bool| columns.iter().any(|column| is(&column.target));
    let is_person = |target: &Target| {
        matches!(target, Target::FirstName | Target::LastName | Target::Field(Field::Person))
    };
    let is_reached = |target: &Target| {
        matches!(target, Target::Field(Field::Email | Field::Phone | Field::JobTitle))
    };
    let is_deal =
        |target: &Target| matches!(target, Target::Amount | Target::Closed | Target::ExpectedClose);
    if has(is_person) {
        return None;
    }
    let (person, organisation) = (Target::Field(Field::Person), Target::Field(Field::Organisation));
    if has(is_reached) {
        return Some(person);
    }
    let names_firm = columns.iter().any(|column| column.target == organisation);
    let is_firm = has(|target| matches!(target, Target::Fact(_)));
    match (has(is_deal), names_firm) {
        (true, _) => None,
        (false, false) if is_firm => Some(organisation),
        (false, _) => Some(person),
    }
}

/// Gives a meaning to the first free column that has one of the words for its header, unless
/// another column has that meaning already.
fn claim(
    columns: &mut [Column],
    bares: &[String],
    target: &Target,
    words: &[&str],
    among: impl Fn(&Column) -> bool,
) {
    if columns.iter().any(|column| &column.target == target) {
        return;
    }
    let free = |column: &Column| {
        matches!(column.target, Target::Attribute | Target::Skip) && among(column)
    };
    let found = words.iter().find_map(|word| {
        let mut named = columns.iter().zip(bares);
        named.position(|(column, bare)| bare == word && free(column))
    });
    if let Some(column) = found.and_then(|place| columns.get_mut(place)) {
        column.target = target.clone();
    }
}

/// Every column of the tables in use, the main table first, under a name of its own: where another
/// table has one of that name, with the table's behind it.
fn name_columns(tables: &[Table], roles: &Roles) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    let in_use = std::iter::once(roles.main).chain(roles.joins.iter().map(|join| join.table));
    for table in in_use {
        let width = tables.get(table).map_or(0, |table| table.headers.len());
        for column in 0..width {
            let plain = match header(tables, table, column) {
                "" => format!("#{}", column + 1),
                // It becomes a key in every contact.
                header => header.chars().take(NAME_CHARS).collect(),
            };
            let taken = |name: &str| columns.iter().any(|column| column.name == name);
            let elsewhere = columns.iter().any(|c| c.table != table && c.name == plain);
            let of_table = elsewhere.then(|| format!("{plain} ({})", stem(tables, table)));
            let numbered = (2..).map(|n| format!("{plain} ({n})"));
            let mut names = of_table.into_iter().chain([plain.clone()]).chain(numbered);
            let name = names.find(|name| !taken(name)).unwrap_or(plain);
            columns.push(Column { table, column, name, target: Target::Attribute });
        }
    }
    columns
}

/// A table's name without its ending.
fn stem(tables: &[Table], table: usize) -> String {
    let name = tables.get(table).map_or("", |table| &table.name);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.chars().take(NAME_CHARS).collect()
}

fn header(tables: &[Table], table: usize, column: usize) -> &str {
    tables.get(table).and_then(|table| table.headers.get(column)).map_or("", String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(headers: &str, expected: &[(&str, Target)]) {
        let headers = headers.split(',').map(|header| header.trim().to_owned()).collect();
        let table = Table { headers, ..Table::default() };
        let playbook = crate::exchange::import::fixtures::playbook();
        let roles = Roles { main: 0, joins: Vec::new(), unused: Vec::new() };
        let columns = guess(&[table], &roles, &playbook);
        let known: Vec<_> = columns
            .iter()
            .filter(|column| column.target != Target::Attribute)
            .map(|column| (column.name.as_str(), column.target.clone()))
            .collect();
        assert_eq!(known, expected);
    }

    #[test]
    fn headers_of_the_systems_people_use() {
        let fact = |id: &str| Target::Fact(QuestionId::new(id));
        check(
            "First name,Last name,Email,Job title,Lifecycle stage,Lead status,Create date",
            &[
                ("First name", Target::FirstName),
                ("Last name", Target::LastName),
                ("Email", Target::Field(Field::Email)),
                ("Job title", Target::Field(Field::JobTitle)),
                ("Lifecycle stage", Target::Stage),
                ("Create date", Target::Created),
            ],
        );
        check(
            "Deal - Title,Deal - Value,Deal - Currency,Deal - Stage,Deal - Status,Person - Name,Organization - Name",
            &[
                ("Deal - Value", Target::Amount),
                ("Deal - Currency", Target::Currency),
                ("Deal - Stage", Target::Stage),
                ("Deal - Status", Target::Outcome),
                ("Person - Name", Target::Field(Field::Person)),
                ("Organization - Name", Target::Field(Field::Organisation)),
            ],
        );
        check(
            "Name,StageName,CloseDate,Amount,Account Name,Lead Source,No. of Employees,Industry,Country",
            &[
                ("StageName", Target::Stage),
                ("CloseDate", Target::Closed),
                ("Amount", Target::Amount),
                ("Account Name", Target::Field(Field::Organisation)),
                ("Lead Source", Target::Field(Field::Source)),
                ("No. of Employees", fact("employees")),
                ("Industry", fact("industry")),
                ("Country", fact("country")),
            ],
        );
        check(
            "Name,Email,Pain?",
            &[
                ("Name", Target::Field(Field::Person)),
                ("Email", Target::Field(Field::Email)),
                ("Pain?", fact("pain")),
            ],
        );
    }

    #[test]
    fn a_plain_name_is_whose_the_other_columns_say() {
        let (person, firm) = (Target::Field(Field::Person), Target::Field(Field::Organisation));
        for (beside, expected) in [
            ("Company", &person),
            ("Company,Note", &person),
            ("Company,Phone", &person),
            ("Email,Amount", &person),
            ("City", &person),
            ("Industry,Country", &firm),
        ] {
            let headers: Vec<_> = format!("Name,{beside}").split(',').map(str::to_owned).collect();
            let playbook = crate::exchange::import::fixtures::playbook();
            let roles = Roles { main: 0, joins: Vec::new(), unused: Vec::new() };
            let columns = guess(&[Table { headers, ..Table::default() }], &roles, &playbook);
            assert_eq!(&columns[0].target, expected, "{beside}");
        }
    }

    #[test]
    fn columns_have_names_of_their_own() {
        let headers = ["a", "", "a", "#2"].map(str::to_owned).to_vec();
        let table = Table { headers, ..Table::default() };
        let roles = Roles { main: 0, joins: Vec::new(), unused: Vec::new() };
        let names: Vec<_> = name_columns(&[table], &roles).into_iter().map(|c| c.name).collect();
        assert_eq!(names, ["a", "#2", "a (2)", "#2 (2)"]);
    }

    #[test]
    fn columns_of_look_ups_are_kept_by_their_table_where_names_collide() {
        let table = |name: &str, headers: &str| Table {
            name: name.to_owned(),
            headers: headers.split(',').map(str::to_owned).collect(),
            ..Table::default()
        };
        let tables = [table("deals.csv", "account,note"), table("firms.csv", "account,note,size")];
        let join = crate::exchange::import::roles::Join { table: 1, key: 0, by: 0 };
        let roles = Roles { main: 0, joins: vec![join], unused: Vec::new() };
        let columns = guess(&tables, &roles, &crate::exchange::import::fixtures::playbook());
        let kept = columns.iter().filter(|column| column.target == Target::Attribute);
        let names: Vec<_> = kept.map(|column| column.name.as_str()).collect();
        assert_eq!(names, ["note", "note (firms)", "size"]);
    }
}
