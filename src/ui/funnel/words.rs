//! What the funnel's rows, fates and windows are called, and how shares are written.

use crate::app::figures::period::Period;
use crate::app::figures::picture::EXITS;
use crate::app::figures::{Figures, Line, whole};
use crate::domain::funnel::{Fate, Window};
use crate::domain::interval::Share;
use crate::domain::position::Level;
use crate::platform::intl;
use crate::ui::text::funnel as text;
use leptos::prelude::*;

/// A level's name.
pub fn level(level: Level) -> &'static str {
    match level {
        Level::Lead => text::lead(),
        Level::Prospect => text::prospect(),
        Level::Opportunity => text::opportunity(),
        Level::Customer => text::customer(),
    }
}

/// What became of contacts, after a count.
pub fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::MovedOn => text::fate_moved_on(),
        Fate::InProgress => text::fate_in_progress(),
        Fate::Nurturing => text::fate_nurturing(),
        Fate::Disqualified => text::fate_disqualified(),
        Fate::Lost => text::fate_lost(),
    }
}

/// A window inside a sentence.
pub fn window(window: Window) -> String {
    match (window.from.map(intl::day), window.to.map(intl::day)) {
        (None, None) => text::all_time().to_owned(),
        (Some(from), Some(to)) => text::window_from_to(from, to),
        (Some(from), None) => text::since(from),
        (None, Some(to)) => text::window_to(to),
    }
}

/// The level's word for style sheets.
pub(in crate::ui) fn mark(level: Level) -> &'static str {
    crate::app::route::level_word(level)
}

/// The heading of a bar: the level in the plural.
pub(in crate::ui) fn heading(level: Level) -> &'static str {
    match level {
        Level::Lead => text::funnel_lead_title(),
        Level::Prospect => text::funnel_prospect_title(),
        Level::Opportunity => text::funnel_opportunity_title(),
        Level::Customer => text::funnel_customer_title(),
    }
}

/// What a level means, in few words.
pub(in crate::ui) fn about(level: Level) -> &'static str {
    match level {
        Level::Lead => text::funnel_lead_about(),
        Level::Prospect => text::funnel_prospect_about(),
        Level::Opportunity => text::funnel_opportunity_about(),
        Level::Customer => text::funnel_customer_about(),
    }
}

/// The level inside a sentence, after a count.
fn counted(level: Level, n: usize) -> &'static str {
    match (level, n) {
        (Level::Lead, 1) => text::funnel_lead_one(),
        (Level::Lead, _) => text::funnel_lead_many(),
        (Level::Prospect, 1) => text::funnel_prospect_one(),
        (Level::Prospect, _) => text::funnel_prospect_many(),
        (Level::Opportunity, 1) => text::funnel_opportunity_one(),
        (Level::Opportunity, _) => text::funnel_opportunity_many(),
        (Level::Customer, 1) => text::funnel_customer_one(),
        (Level::Customer, _) => text::funnel_customer_many(),
    }
}

/// How many entered; a dash where nobody was ever observed.
pub(in crate::ui) fn count(line: &Line) -> String {
    if line.observed { intl::count(line.row.entered) } else { text::funnel_dash().to_owned() }
}

/// What stands under a level's count.
pub(in crate::ui) fn caption(figures: &Figures, line: &Line) -> String {
    let won: Vec<_> = figures.wins.won_value.amounts().collect();
    match won.as_slice() {
        _ if !line.observed => text::funnel_not_observed().to_owned(),
        [amount] if line.level == Level::Customer && amount.minor > 0 => {
            text::funnel_worth_won(intl::money(whole(*amount)))
        }
        _ => about(line.level).to_owned(),
    }
}

/// What became of those who entered and did not move on; the caption where there is none.
pub(in crate::ui) fn note(figures: &Figures, line: &Line) -> String {
    let fates =
        [Fate::InProgress].into_iter().chain(EXITS).filter(|_| line.level != Level::Customer);
    let counts = fates.map(|fate| (fate, line.count(fate))).filter(|(_, n)| *n > 0);
    let words: Vec<_> = counts.map(|(fate, n)| fate_count(fate, n)).collect();
    if words.is_empty() { caption(figures, line) } else { words.join(" · ") }
}

/// What the link behind a fate does.
pub(in crate::ui) fn fate_link(level: Level, fate: Fate, n: usize) -> String {
    text::funnel_fate_link(intl::count(n), counted(level, n), self::fate(fate))
}

/// A fate with its count.
pub(in crate::ui) fn fate_count(fate: Fate, n: usize) -> String {
    text::funnel_fate(intl::count(n), self::fate(fate))
}

/// The name of a row of the table.
pub(in crate::ui) fn row(line: &Line) -> String {
    line.title.clone().unwrap_or_else(|| level(line.level).to_owned())
}

/// A period on offer.
pub(in crate::ui) fn period(period: Period) -> &'static str {
    match period {
        Period::AllTime => text::funnel_all_time(),
        Period::Month => text::funnel_month(),
        Period::Quarter => text::funnel_quarter(),
        Period::Year => text::funnel_year(),
        Period::TwelveMonths => text::funnel_twelve_months(),
        Period::Custom => text::funnel_custom(),
    }
}

/// A share between 0 and 1, to a tenth of a percent.
pub(in crate::ui) fn percent(ratio: f64) -> String {
    intl::percent(ratio, 1)
}

/// What a disclosure is called: alike to the eye, told apart by ear.
pub(in crate::ui) fn how(what: &'static str) -> impl IntoView {
    view! {
        {text::funnel_how()}
        <span class="visually-hidden">": " {what}</span>
    }
}

/// How sure an interval is.
pub(in crate::ui) fn confidence() -> String {
    intl::percent(0.95, 0)
}

/// A share: as a percentage, or as its counts where they are too few for one.
pub(in crate::ui) fn share(share: &Share) -> String {
    if share.is_telling() {
        percent(share.ratio())
    } else {
        text::count_of(intl::count(share.count), intl::count(share.of))
    }
}
