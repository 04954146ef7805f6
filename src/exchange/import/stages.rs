//! What each value of a stage or outcome column means.
//!
//! Owns the synonyms of stages in the systems people use. Refuses to look at dates. Invariant:
//! every distinct value is listed with a meaning a person can change; one that was not recognised
//! says so.

use super::words::bare;
use crate::domain::ids::StageId;
use crate::domain::playbook::Playbook;
use crate::domain::position::Position;
use std::collections::BTreeMap;

/// What the rows of the main table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Deals: every row is an opportunity; positions below were not observed.
    Deals,
    /// People or firms: a row is a lead unless it says more.
    Contacts,
}

/// What a stage value means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StageMeaning {
    /// It stands here.
    Position(Position),
    /// It was won.
    Won,
    /// It was lost.
    Lost,
    /// It was found unsuitable.
    Disqualified,
    /// It is set aside; the file gives no date to come back to.
    Nurturing,
    /// It goes on; where it stands is not said.
    Open,
    /// Rows with this value are left out.
    Ignore,
}

/// One distinct value with its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageValue {
    /// The main table's column, by its place.
    pub column: usize,
    /// The value; empty for rows that have none.
    pub value: String,
    /// How many rows have it.
    pub rows: usize,
    /// What it is taken for.
    pub meaning: StageMeaning,
    /// Whether the value was recognised; otherwise [`StageMeaning::Open`] is assumed.
    pub recognised: bool,
}

const WON: &[&str] = &["won", "closedwon", "customer", "evangelist", "signed"];
const LOST: &[&str] =
    &["lost", "closedlost", "closedlosttocompetition", "dead", "abandoned", "lostlead"];
const DISQUALIFIED: &[&str] = &[
    "disqualified",
    "unqualified",
    "closednotconverted",
    "junk",
    "junklead",
    "notqualified",
    "notafit",
    "rejected",
];
const NURTURING: &[&str] =
    &["nurture", "nurturing", "badtiming", "onhold", "recycled", "later", "contactinfuture"];
#[rustfmt::skip]
const LEAD: &[&str] = &[
    "lead", "new", "open", "opennotcontacted", "subscriber", "attempted", "attemptedtocontact",
    "workingcontacted", "contacted", "connected", "inprogress", "raw", "notcontacted",
];
#[rustfmt::skip]
const PROSPECT: &[&str] = &[
    "prospect", "mql", "marketingqualifiedlead", "sal", "sql", "salesqualifiedlead",
    "qualifiedlead", "prequalified",
];
/// Stages of Opportunity in the default playbook's order; other playbooks map by place.
#[rustfmt::skip]
const STAGES: [(&str, &[&str]); 4] = [
    ("qualifying", &[
        "opportunity", "opendeal", "prospecting", "qualification", "qualifying", "qualified",
        "contactmade", "converted", "closedconverted", "appointmentscheduled",
    ]),
    ("discovery", &[
        "discovery", "engaging", "needsanalysis", "valueproposition", "iddecisionmakers",
        "identifydecisionmakers", "perceptionanalysis", "qualifiedtobuy", "demo", "demoscheduled", "presentationscheduled",
        "decisionmakerboughtin",
    ]),
    ("proposal", &[
        "proposal", "proposalpricequote", "proposalmade", "proposalsent", "quote", "quotesent",
        "offer",
    ]),
    ("closing", &[
        "closing", "negotiation", "negotiationreview", "negotiationsstarted", "contract",
        "contractsent", "verbal", "commit",
    ]),
];

/// What a value means; none when it is not recognised.
///
/// The playbook's own stages are known by id and title. In an outcome column `open` says only
/// that it goes on.
pub fn recognise(value: &str, outcome: bool, playbook: &Playbook) -> Option<StageMeaning> {
    let word = bare(value);
    let known = |words: &[&str]| words.contains(&word.as_str());
    let own = playbook
        .stages
        .iter()
        .find(|stage| bare(stage.id.as_str()) == word || bare(&stage.title) == word);
    Some(match own {
        _ if word.is_empty() || outcome && known(&["open", "inprogress", "active"]) => {
            StageMeaning::Open
        }
        Some(stage) => StageMeaning::Position(Position::Stage(stage.id.clone())),
        _ if known(WON) => StageMeaning::Won,
        _ if known(LOST) => StageMeaning::Lost,
        _ if known(DISQUALIFIED) => StageMeaning::Disqualified,
        _ if known(NURTURING) => StageMeaning::Nurturing,
        _ if known(LEAD) => StageMeaning::Position(Position::Lead),
        _ if known(PROSPECT) => StageMeaning::Position(Position::Prospect),
        _ => {
            let place = STAGES.iter().position(|(_, words)| known(words))?;
            StageMeaning::Position(stage_at(playbook, place))
        }
    })
}

/// The first stage of Opportunity.
pub(super) fn first_stage(playbook: &Playbook) -> Position {
    stage_at(playbook, 0)
}

/// The stage that stands for one of the default playbook's: of the same id, else of the same
/// place, else the last one.
fn stage_at(playbook: &Playbook, place: usize) -> Position {
    let id = STAGES.get(place).map_or(StageId::new("qualifying"), |(id, _)| StageId::new(*id));
    let stages = &playbook.stages;
    let other = || stages.get(place).or(stages.last()).map(|stage| stage.id.clone());
    Position::Stage(match playbook.stage(&id) {
        Some(stage) if place > 0 || stages.first() == Some(stage) => id,
        _ => other().unwrap_or(id),
    })
}

/// Values that are tried to be recognised; a column with more tells no stages.
const TRIED: usize = 500;

/// The distinct values of a column so far, with the number of rows.
#[derive(Debug, Clone, Default)]
pub(super) struct Values {
    counts: BTreeMap<String, usize>,
}

impl Values {
    /// Looks at one more value.
    pub(super) fn add(&mut self, value: &str) {
        match self.counts.get_mut(value) {
            Some(rows) => *rows += 1,
            None => drop(self.counts.insert(value.to_owned(), 1)),
        }
    }

    /// What each is taken for, in alphabetical order.
    pub(super) fn guess(
        self,
        column: usize,
        outcome: bool,
        playbook: &Playbook,
    ) -> impl Iterator<Item = StageValue> {
        self.counts.into_iter().enumerate().map(move |(n, (value, rows))| {
            let meaning = (n < TRIED).then(|| recognise(&value, outcome, playbook)).flatten();
            let recognised = meaning.is_some();
            let meaning = meaning.unwrap_or(StageMeaning::Open);
            StageValue { column, value, rows, meaning, recognised }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::import::fixtures::playbook;

    fn check(value: &str, outcome: bool, expected: &str) {
        let meaning = match recognise(value, outcome, &playbook()) {
            Some(StageMeaning::Position(position)) => position.to_string(),
            other => format!("{other:?}"),
        };
        assert_eq!(meaning, expected, "{value}");
    }

    #[test]
    fn stages_of_the_systems_people_use() {
        for (value, expected) in [
            ("Prospecting", "opportunity/qualifying"),
            ("Engaging", "opportunity/discovery"),
            ("Proposal/Price Quote", "opportunity/proposal"),
            ("Negotiation/Review", "opportunity/closing"),
            ("Negotiations Started", "opportunity/closing"),
            ("appointmentscheduled", "opportunity/qualifying"),
            ("Id. Decision Makers", "opportunity/discovery"),
            ("Handshake", "opportunity/closing"),
            ("Closed Won", "Some(Won)"),
            ("lost", "Some(Lost)"),
            ("Closed - Not Converted", "Some(Disqualified)"),
            ("Closed - Converted", "opportunity/qualifying"),
            ("BAD_TIMING", "Some(Nurturing)"),
            ("Open - Not Contacted", "lead"),
            ("MQL", "prospect"),
            ("", "Some(Open)"),
            ("Waiting for Godot", "None"),
        ] {
            check(value, false, expected);
        }
        check("open", true, "Some(Open)");
        check("open", false, "lead");
    }

    #[test]
    fn a_playbook_with_other_stages_is_mapped_by_place() {
        let mut playbook = playbook();
        playbook.stages.truncate(2);
        for (stage, id) in playbook.stages.iter_mut().zip(["one", "two"]) {
            stage.id = StageId::new(id);
        }
        let at = |place| stage_at(&playbook, place).to_string();
        assert_eq!(
            [at(0), at(1), at(3)],
            ["opportunity/one", "opportunity/two", "opportunity/two"]
        );
        playbook.stages.clear();
        assert_eq!(first_stage(&playbook).to_string(), "opportunity/qualifying");
    }
}
