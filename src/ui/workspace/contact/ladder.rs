//! Where the contact stands on the way from lead to customer.

use super::super::icons::{Glyph, Icon};
use super::super::words;
use super::Subject;
use crate::app::route::level_word;
use crate::domain::contact::Contact;
use crate::domain::playbook::Playbook;
use crate::domain::position::{Level, Position};
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use crate::ui::workspace::learn::words::about;
use crate::ui::workspace::meanings::Meanings;
use chrono::{Local, NaiveDate};
use leptos::prelude::*;

/// One rung.
#[derive(Debug, Clone, PartialEq)]
struct Rung {
    level: &'static str,
    state: State,
    name: String,
    note: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Done,
    Skipped,
    Unobserved,
    Here,
    Todo,
}

impl State {
    fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Skipped | Self::Unobserved => "skipped",
            Self::Here => "here",
            Self::Todo => "todo",
        }
    }

    fn spoken(self) -> &'static str {
        match self {
            Self::Done => text::rung_done(),
            Self::Skipped => text::rung_skipped(),
            Self::Unobserved => text::rung_unobserved(),
            Self::Here | Self::Todo => "",
        }
    }
}

fn rungs(playbook: &Playbook, contact: &Contact, today: NaiveDate) -> Vec<Rung> {
    let here = playbook.rank(&contact.position);
    let visits = contact.journey.visits();
    let observed_from = visits.first().map_or(here, |visit| playbook.rank(&visit.position));
    let rung = |position: Position| {
        let rank = playbook.rank(&position);
        let visit = visits.iter().rev().find(|visit| playbook.rank(&visit.position) == rank);
        let state = match (rank.cmp(&here), visit) {
            (std::cmp::Ordering::Equal, _) => State::Here,
            (std::cmp::Ordering::Greater, _) => State::Todo,
            (std::cmp::Ordering::Less, Some(_)) => State::Done,
            (std::cmp::Ordering::Less, None) if rank < observed_from => State::Unobserved,
            (std::cmp::Ordering::Less, None) => State::Skipped,
        };
        let day = visit
            .and_then(|visit| visit.since)
            .map(|since| intl::day_brief(since.day(&Local), today));
        let note = match (state, day) {
            // Nobody stands there any more; the banner on top says how it ended, and when.
            (State::Here, day) if contact.standing.is_closed() => match day {
                Some(day) => text::rung_ended_from(day),
                None => text::rung_ended().to_owned(),
            },
            (State::Todo, _) | (_, None) => String::new(),
            (State::Here, Some(day)) if position.level() == Level::Opportunity => {
                text::stage_since(day)
            }
            (State::Here, Some(day)) => text::since(day),
            (_, Some(day)) => day,
        };
        let (level, name) = (level_word(position.level()), words::step(playbook, &position));
        Rung { level, state, name, note }
    };
    playbook.path().into_iter().map(rung).collect()
}

/// The ladder.
#[component]
pub(super) fn Ladder() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let rungs = move || {
        let playbook = context.playbook();
        subject.judged.with(|contact| rungs(&playbook, contact, context.today()))
    };
    let here = move || {
        let playbook = context.playbook();
        let position = subject.judged.with(|contact| contact.position.clone());
        (text::named(words::position(&playbook, &position)), about(&playbook, &position))
    };
    let draw = |rung: Rung| {
        view! {
            <li
                class="rung"
                data-level=rung.level
                data-state=rung.state.word()
                aria-current=(rung.state == State::Here).then_some("step")
            >
                <span class="rung-mark">
                    {(rung.state == State::Done).then_any(|| view! { <Glyph icon=Icon::Check /> })}
                </span>
                <span class="rung-name">
                    {rung.name} <span class="visually-hidden">{rung.state.spoken()}</span>
                </span>
                <span class="rung-note">{rung.note}</span>
            </li>
        }
    };
    view! {
        <div class="ladder-wrap">
            <ol class="ladder" aria-label=text::where_it_stands()>
                {move || rungs().into_iter().map(draw).collect_any()}
            </ol>
        </div>
        <div class="ladder-about">
            <p class="small">
                <b>{move || here().0}</b>
                " "
                {move || here().1}
            </p>
            <Meanings />
        </div>
    }
}
