//! What is typed and ticked on the page of the guided start, and what it says.

use crate::app::guided::Guided;
use crate::domain::playbook::words::is_plain_link;
use crate::platform::intl;
use crate::ui::text::workspace as text;
use crate::ui::workspace::form::Problems;
use leptos::prelude::*;

/// The highest share of opportunities that are won, in percent, which still leaves room to rise.
const MOST_WON: u32 = 79;

/// What is typed and ticked.
#[derive(Debug, Clone, Copy)]
pub(super) struct Typed {
    pub(super) offering: RwSignal<String>,
    pub(super) least: RwSignal<String>,
    pub(super) most: RwSignal<String>,
    pub(super) industries: RwSignal<Vec<String>>,
    pub(super) countries: RwSignal<Vec<String>>,
    pub(super) pain: RwSignal<String>,
    pub(super) situation: RwSignal<String>,
    pub(super) years: RwSignal<String>,
    pub(super) first: RwSignal<Vec<String>>,
    pub(super) stages: RwSignal<String>,
    pub(super) won: RwSignal<String>,
    pub(super) sources: RwSignal<Vec<String>>,
    pub(super) instead: RwSignal<String>,
    pub(super) link: RwSignal<String>,
}

/// The keys of what must be there before an opportunity.
pub(super) const BUDGET: &str = "budget";
pub(super) const AUTHORITY: &str = "authority";

impl Typed {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        let (line, ticks) = (|| RwSignal::new(String::new()), || RwSignal::new(Vec::new()));
        Self {
            offering: line(),
            least: line(),
            most: line(),
            industries: ticks(),
            countries: ticks(),
            pain: line(),
            situation: line(),
            years: line(),
            first: ticks(),
            stages: line(),
            won: line(),
            sources: ticks(),
            instead: line(),
            link: line(),
        }
    }

    /// What was said, and what of it makes no sense.
    pub(super) fn read(self) -> (Guided, Problems) {
        let mut problems = Problems::new();
        let mut number = |id: &'static str, typed: RwSignal<String>, most: u32| {
            let typed = typed.get_untracked();
            if typed.trim().is_empty() {
                return None;
            }
            let number = typed.trim().parse().ok().filter(|n| (1..=most).contains(n));
            if number.is_none() {
                problems.push((id, text::guided_err_number(intl::count(most as usize))));
            }
            number
        };
        let least = number("guided-least", self.least, 10_000_000);
        let most = number("guided-most", self.most, 10_000_000);
        let years = number("guided-years", self.years, 100);
        let won = number("guided-won", self.won, MOST_WON);
        let said = Guided {
            offering: self.offering.get_untracked().trim().to_owned(),
            least_employees: least,
            most_employees: most,
            industries: ids(self.industries),
            countries: ids(self.countries),
            pain: self.pain.get_untracked(),
            situation: self.situation.get_untracked(),
            old_after_years: years,
            budget_first: self.first.with_untracked(|first| first.iter().any(|f| f == BUDGET)),
            authority_first: self
                .first
                .with_untracked(|first| first.iter().any(|f| f == AUTHORITY)),
            stages: self.stages.with_untracked(|all| all.lines().map(str::to_owned).collect()),
            start_chance: won.map(|percent| f64::from(percent) / 100.0),
            sources: ids(self.sources),
            instead: self.instead.get_untracked(),
            link: self.link.get_untracked().trim().to_owned(),
        };
        if said.offering.is_empty() {
            problems.insert(0, ("guided-offering", text::guided_err_offering().to_owned()));
        }
        if least.zip(most).is_some_and(|(least, most)| least > most) {
            problems.push(("guided-most", text::pb_err_not_in_order().to_owned()));
        }
        if !said.link.is_empty() && !is_plain_link(&said.link) {
            problems.push(("guided-link", text::pb_err_bad_link().to_owned()));
        }
        (said, problems)
    }
}

fn ids<I: for<'a> From<&'a str>>(ticked: RwSignal<Vec<String>>) -> Vec<I> {
    ticked.with_untracked(|ticked| ticked.iter().map(|id| I::from(id)).collect())
}
