//! What the contacts view lists, and how an address says so.
//!
//! Invariant: every query that [`query`] writes, [`listing`] reads back; what makes no sense is left
//! out.

use crate::app::find::{HandoffFilter, Order, Passed, Query, StandingFilter};
use crate::app::learn::missteps::MisstepKind;
use crate::domain::funnel::{Fate, Step, Window};
use crate::domain::ids::StageId;
use crate::domain::playbook::Playbook;
use crate::domain::position::Level;
use crate::domain::when::read_day;
use chrono::NaiveDate;

/// A row of the funnel by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowName {
    /// A level.
    Level(Level),
    /// A stage of Opportunity.
    Stage(StageId),
}

/// What the list of contacts shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    /// Words to search for.
    pub text: String,
    /// Only this level.
    pub level: Option<Level>,
    /// Only this standing.
    pub standing: Option<StandingFilter>,
    /// Only those handed over.
    pub handoff: Option<HandoffFilter>,
    /// In which order.
    pub order: Order,
    /// Only those behind this row of the funnel.
    pub row: Option<RowName>,
    /// Of those, only the ones this became of.
    pub fate: Option<Fate>,
    /// The window of the funnel.
    pub window: Window,
    /// Only those that show this misstep.
    pub misstep: Option<MisstepKind>,
    /// Only those that are ready to advance.
    pub ready: bool,
    /// Only those with this value in this column of an imported file; of a column without a value,
    /// everybody.
    pub column: Option<(String, Option<String>)>,
}

impl Listing {
    /// The contacts that are ready to advance.
    pub fn ready() -> Self {
        Self { ready: true, ..Self::default() }
    }

    /// The contacts that show a misstep.
    pub fn of(misstep: MisstepKind) -> Self {
        Self { misstep: Some(misstep), ..Self::default() }
    }

    /// The query this listing stands for. `today` is the day where the person is.
    pub fn query(&self, playbook: &Playbook, today: NaiveDate) -> Query {
        let step = self.row.as_ref().and_then(|row| match row {
            RowName::Level(level) => Some(Step::level(playbook, *level)),
            RowName::Stage(id) => Some(Step::stage(
                playbook,
                playbook.stages.iter().position(|stage| &stage.id == id)?,
            )),
        });
        Query {
            text: self.text.clone(),
            level: self.level,
            standing: self.standing,
            handoff: self.handoff,
            passed: step.map(|step| Passed { step, window: self.window, fate: self.fate }),
            misstep: self.misstep.map(|kind| (kind, today)),
            ready: self.ready.then_some(today),
            column: self.column.clone().and_then(|(name, value)| Some((name, value?))),
            order: self.order,
        }
    }
}

const LEVELS: [(&str, Level); 4] = [
    ("lead", Level::Lead),
    ("prospect", Level::Prospect),
    ("opportunity", Level::Opportunity),
    ("customer", Level::Customer),
];
const STANDINGS: [(&str, StandingFilter); 4] = [
    ("active", StandingFilter::Active),
    ("nurturing", StandingFilter::Nurturing),
    ("disqualified", StandingFilter::Disqualified),
    ("lost", StandingFilter::Lost),
];
const HANDOFFS: [(&str, HandoffFilter); 2] =
    [("waiting", HandoffFilter::Waiting), ("sent-back", HandoffFilter::SentBack)];
const FATES: [(&str, Fate); 5] = [
    ("moved-on", Fate::MovedOn),
    ("in-progress", Fate::InProgress),
    ("nurturing", Fate::Nurturing),
    ("disqualified", Fate::Disqualified),
    ("lost", Fate::Lost),
];
const ORDERS: [(&str, Order); 4] = [
    ("recent", Order::Recent),
    ("name", Order::Name),
    ("amount", Order::Amount),
    ("due", Order::Due),
];

const MISSTEPS: [(&str, MisstepKind); 13] = [
    ("ahead-of-evidence", MisstepKind::AheadOfEvidence),
    ("pain-unconfirmed", MisstepKind::PainUnconfirmed),
    ("claimed-only", MisstepKind::ClaimedOnly),
    ("decider-unnamed", MisstepKind::DeciderUnnamed),
    ("little-known", MisstepKind::LittleKnown),
    ("no-next-step", MisstepKind::NoNextStep),
    ("overdue", MisstepKind::Overdue),
    ("never-touched", MisstepKind::NeverTouched),
    ("late-response", MisstepKind::LateResponse),
    ("no-forecast", MisstepKind::NoForecast),
    ("close-past", MisstepKind::ClosePast),
    ("hopeless-work", MisstepKind::HopelessWork),
    ("overridden", MisstepKind::Overridden),
];

/// The word of a value.
fn word<T: PartialEq>(table: &[(&'static str, T)], value: &T) -> &'static str {
    table.iter().find(|(_, known)| known == value).map_or("", |(word, _)| word)
}

fn value<T: Copy>(table: &[(&'static str, T)], wanted: &str) -> Option<T> {
    table.iter().find(|(word, _)| *word == wanted).map(|(_, value)| *value)
}

/// The level of a word in an address.
pub(super) fn level_of(text: &str) -> Option<Level> {
    value(&LEVELS, text)
}

/// The word of a level, for addresses and style sheets.
pub fn level_word(level: Level) -> &'static str {
    word(&LEVELS, &level)
}

pub(super) fn query(listing: &Listing) -> String {
    let row = listing.row.as_ref().map(|row| match row {
        RowName::Level(level) => level_word(*level).to_owned(),
        RowName::Stage(stage) => format!("stage:{stage}"),
    });
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    let pairs = [
        ("q", Some(listing.text.clone()).filter(|text| !text.is_empty())),
        ("level", listing.level.map(|level| level_word(level).to_owned())),
        ("standing", listing.standing.map(|standing| word(&STANDINGS, &standing).to_owned())),
        ("handoff", listing.handoff.map(|handoff| word(&HANDOFFS, &handoff).to_owned())),
        (
            "order",
            Some(word(&ORDERS, &listing.order).to_owned())
                .filter(|_| listing.order != Order::Recent),
        ),
        ("entered", row),
        ("fate", listing.fate.map(|fate| word(&FATES, &fate).to_owned())),
        ("from", day(listing.window.from)),
        ("to", day(listing.window.to)),
        ("misstep", listing.misstep.map(|kind| word(&MISSTEPS, &kind).to_owned())),
        ("ready", listing.ready.then(|| "yes".to_owned())),
        ("column", listing.column.as_ref().map(|(name, _)| name.clone())),
        ("value", listing.column.as_ref().and_then(|(_, value)| value.clone())),
    ];
    let written: Vec<String> = pairs
        .into_iter()
        .filter_map(|(name, value)| Some(format!("{name}={}", encode(&value?))))
        .collect();
    if written.is_empty() { String::new() } else { format!("?{}", written.join("&")) }
}

pub(super) fn listing(query: &str) -> Listing {
    let mut listing = Listing::default();
    let (mut column, mut held) = (None, None);
    for (name, text) in query.split('&').filter_map(|pair| pair.split_once('=')) {
        let text = decode(text);
        match name {
            "q" => listing.text = text,
            "level" => listing.level = value(&LEVELS, &text),
            "standing" => listing.standing = value(&STANDINGS, &text),
            "handoff" => listing.handoff = value(&HANDOFFS, &text),
            "order" => listing.order = value(&ORDERS, &text).unwrap_or_default(),
            "entered" => {
                let stage = text.strip_prefix("stage:").map(|id| RowName::Stage(StageId::from(id)));
                listing.row = stage.or_else(|| value(&LEVELS, &text).map(RowName::Level));
            }
            "fate" => listing.fate = value(&FATES, &text),
            "from" => listing.window.from = read_day(&text),
            "to" => listing.window.to = read_day(&text),
            "misstep" => listing.misstep = value(&MISSTEPS, &text),
            "ready" => listing.ready = text == "yes",
            "column" => column = Some(text),
            "value" => held = Some(text),
            _ => {}
        }
    }
    listing.column = column.map(|name| (name, held));
    listing
}

/// Percent-encodes everything but letters, digits and `-_.:`.
pub(super) fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.extend(
                [byte >> 4, byte & 15]
                    .map(|half| char::from(b"0123456789ABCDEF"[usize::from(half)])),
            );
        }
    }
    out
}

/// Reads percent-encoded text; what is no code stays as it is.
pub(super) fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = tail.get(..2).and_then(|pair| std::str::from_utf8(pair).ok());
        let code =
            hex.and_then(|pair| u8::from_str_radix(pair, 16).ok()).filter(|_| *first == b'%');
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { tail.get(2..).unwrap_or_default() } else { tail };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
