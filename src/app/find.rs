//! Finding contacts: search, filters and order of the list.

use super::learn::lookout::Lookout;
use super::learn::missteps::MisstepKind;
use super::record::Record;
use super::ripe::Ripe;
use super::workspace::Workspace;
use crate::domain::contact::Contact;
use crate::domain::funnel::{Fate, Step, Window, passage};
use crate::domain::ids::ContactId;
use crate::domain::position::{Level, Standing};
use crate::domain::rules::Rules;
use chrono::{NaiveDate, TimeZone};
use std::cmp::Ordering;

/// Which standings are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StandingFilter {
    /// Being worked on; customers too.
    Active,
    /// Set aside.
    Nurturing,
    /// Ended as unsuitable.
    Disqualified,
    /// Lost.
    Lost,
}

impl StandingFilter {
    fn lets_through(self, standing: &Standing) -> bool {
        matches!(
            (self, standing),
            (Self::Active, Standing::Active)
                | (Self::Nurturing, Standing::Nurturing { .. })
                | (Self::Disqualified, Standing::Disqualified { .. })
                | (Self::Lost, Standing::Lost { .. })
        )
    }
}

/// Which handoffs are listed, of contacts that are worked on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HandoffFilter {
    /// Handed over, not yet accepted.
    Waiting,
    /// Sent back, and not handed over again.
    SentBack,
}

impl HandoffFilter {
    fn lets_through(self, contact: &Contact) -> bool {
        let open = contact.handoff.as_ref().filter(|_| !contact.standing.is_closed());
        open.is_some_and(|handoff| match self {
            Self::Waiting => handoff.is_waiting(),
            Self::SentBack => handoff.is_sent_back(),
        })
    }
}

/// The contacts behind a bar of the funnel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passed {
    /// The row of the funnel.
    pub step: Step,
    /// The window it was entered in.
    pub window: Window,
    /// What became of them; all when none is named.
    pub fate: Option<Fate>,
}

/// In which order contacts are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Order {
    /// Last changed first.
    #[default]
    Recent,
    /// By organisation, then person.
    Name,
    /// Largest amount first, those without one last.
    Amount,
    /// Next step due first, those without one last.
    Due,
}

/// What to list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// Words that must all be found.
    pub text: String,
    /// Only this level.
    pub level: Option<Level>,
    /// Only this standing.
    pub standing: Option<StandingFilter>,
    /// Only those handed over.
    pub handoff: Option<HandoffFilter>,
    /// Only those behind a bar of the funnel.
    pub passed: Option<Passed>,
    /// Only those that show this misstep on a day.
    pub misstep: Option<(MisstepKind, NaiveDate)>,
    /// Only those that are ready to advance on a day.
    pub ready: Option<NaiveDate>,
    /// Only those with this value in this column of an imported file.
    pub column: Option<(String, String)>,
    /// In which order.
    pub order: Order,
}

/// The contacts a query finds, in order.
pub fn find<Z: TimeZone>(workspace: &Workspace, query: &Query, zone: &Z) -> Vec<ContactId> {
    let text = query.text.to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    let records =
        workspace.records().filter_map(|(_, record)| Some((record, record.contact.as_ref()?)));
    let passed = query.passed.as_ref().map(|passed| (passed, passed.window.bounds(zone)));
    let has_passed = |contact: &Contact| {
        passed.as_ref().is_none_or(|(passed, bounds)| {
            passage(&workspace.playbook, contact, &passed.step).is_some_and(|(since, fate)| {
                bounds.contain(since) && passed.fate.is_none_or(|wanted| wanted == fate)
            })
        })
    };
    let judged = query.misstep.is_some() || query.ready.is_some();
    let rules = judged.then(|| Rules::of(&workspace.playbook));
    let ripe = query.ready.zip(rules.as_ref()).map(|(today, rules)| Ripe::new(rules, today));
    let missteps = query.misstep.zip(rules.as_ref());
    let missteps = missteps.map(|((kind, today), rules)| (kind, Lookout::new(rules, today, zone)));
    let mut found: Vec<(&Record, &Contact)> = records
        .filter(|(record, contact)| {
            contact.merged_into.is_none()
                && words.iter().all(|word| record.haystack.contains(word))
                && query.level.is_none_or(|level| contact.level() == level)
                && query.standing.is_none_or(|filter| filter.lets_through(&contact.standing))
                && query.handoff.is_none_or(|filter| filter.lets_through(contact))
                && query
                    .column
                    .as_ref()
                    .is_none_or(|(name, value)| contact.attributes.get(name) == Some(value))
                && has_passed(contact)
                && ripe.as_ref().is_none_or(|ripe| ripe.is_ready(contact))
                && missteps
                    .as_ref()
                    .is_none_or(|(kind, lookout)| lookout.look(contact).shows(*kind))
        })
        .collect();
    found.sort_by(|a, b| compare(query.order, a, b));
    found.into_iter().map(|(_, contact)| contact.id).collect()
}

/// By one comparison for all orders: sorting is much code.
fn compare(order: Order, a: &(&Record, &Contact), b: &(&Record, &Contact)) -> Ordering {
    let minor = |contact: &Contact| contact.amount.map(|amount| amount.minor);
    let due = |contact: &Contact| {
        contact.task.as_ref().map_or((true, None), |task| (false, Some(task.due)))
    };
    match order {
        Order::Amount => minor(b.1).cmp(&minor(a.1)),
        Order::Due => due(a.1).cmp(&due(b.1)),
        Order::Name => a.0.name.cmp(&b.0.name),
        Order::Recent => b.0.log.last_id().cmp(&a.0.log.last_id()),
    }
}
