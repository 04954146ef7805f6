//! The funnel on somebody else's page: figures of a window, to look at and nothing else.
//!
//! Refuses to know where the contacts come from. Invariant: where some of them may be missing no
//! figure is shown, and it says why.

use super::{Drawn, words};
use crate::app::figures::period::Period;
use crate::app::figures::{Figures, OpenPipeline};
use crate::app::workspace::Workspace;
use crate::domain::funnel::Window;
use crate::domain::when::When;
use crate::ui::any::MapAny;
use crate::ui::format;
use crate::ui::pick::LabelledPick;
use crate::ui::text::funnel as text;
use chrono::{Local, NaiveDate};
use leptos::prelude::*;

/// How far the contacts are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Not yet.
    Reading,
    /// All of them.
    Whole(Origin),
    /// They cannot be.
    Wrong(Wrong),
}

/// Where the contacts come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// What the browser keeps for this page; `apart` where that may be another place than the
    /// workspace's own.
    Workspace {
        /// Whether the page is inside one of another site.
        apart: bool,
    },
    /// An exported file of this moment.
    File(When),
}

/// Why there are no figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// The browser does not let the page read.
    Blocked,
    /// Some contacts are where nothing answers.
    Incomplete,
    /// Something that is stored cannot be read.
    Damaged,
    /// Something was stored by a newer version.
    Newer,
    /// The file is no export of a workspace.
    NoExport,
    /// The file was written by a newer version.
    NewerFile,
    /// The file is not there.
    Unreachable,
}

/// What is shown; its owner changes it.
#[derive(Debug, Clone)]
pub struct Looked {
    /// How far reading is.
    pub standing: ArcRwSignal<Standing>,
    /// The contacts, and the playbook that judges them.
    pub workspace: ArcRwSignal<Workspace>,
    /// The period that is chosen.
    pub period: ArcRwSignal<Period>,
    /// The days the page asked for.
    pub days: ArcRwSignal<Window>,
    /// The day it is.
    pub today: ArcRwSignal<NaiveDate>,
}

/// Draws it.
#[component]
pub fn Alone(
    /// What is shown.
    looked: Looked,
) -> impl IntoView {
    let standing = RwSignal::from(looked.standing.clone());
    let title = move || match standing.get() {
        Standing::Whole(Origin::File(when)) => Some(text::funnel_alone_as_of(format::day(when))),
        _ => None,
    };
    let choice = looked.clone();
    view! {
        <section class="funnel funnel-alone" aria-labelledby="funnel-title">
            <div class="funnel-head">
                <div>
                    <h2 class="funnel-title" id="funnel-title" part="title">
                        {text::funnel()}
                    </h2>
                    {move || title().map_any(|day| view! { <p class="quiet small">{day}</p> })}
                </div>
                {move || {
                    let is_whole = matches!(standing.get(), Standing::Whole(_));
                    is_whole.then(|| view! { <Choice looked=choice.clone() /> })
                }}
            </div>
            {move || match standing.get() {
                Standing::Reading => view! { <p class="quiet">{text::funnel_alone_reading()}</p> }.into_any(),
                Standing::Whole(origin) => view! { <Counted looked=looked.clone() origin /> }.into_any(),
                Standing::Wrong(wrong) => message(text::funnel_alone_wrong(), vec![why(wrong)]),
            }}
        </section>
    }
}

/// The choice of the period; the days the page asked for are one, too.
#[component]
fn Choice(looked: Looked) -> impl IntoView {
    let period = RwSignal::from(looked.period);
    let days = RwSignal::from(looked.days);
    move || {
        let asked = days.get();
        let named = Period::NAMED.map(|named| (named, words::period(named).to_owned()));
        let asked = (asked != Window::default()).then(|| (Period::Custom, words::window(asked)));
        let (offered, choices): (Vec<_>, Vec<_>) = named.into_iter().chain(asked).unzip();
        let places = offered.clone();
        let chosen = Signal::derive(move || places.iter().position(|it| *it == period.get()));
        let pick = move |place: usize| {
            if let Some(chosen) = offered.get(place) {
                period.set(*chosen);
            }
        };
        view! {
            <div class="funnel-window" part="window">
                <LabelledPick id="window" label=text::funnel_entered() choices chosen on_pick=pick />
            </div>
        }
    }
}

/// The figures, or that there are none.
#[component]
fn Counted(looked: Looked, origin: Origin) -> impl IntoView {
    let workspace = RwSignal::from(looked.workspace);
    let (period, days) = (RwSignal::from(looked.period), RwSignal::from(looked.days));
    let today = RwSignal::from(looked.today);
    let window = Memo::new(move |_| period.get().window(today.get()).unwrap_or(days.get()));
    let figures = Memo::new(move |_| workspace.with(|w| Figures::of(w, window.get(), &Local)));
    let pipeline = Memo::new(move |_| workspace.with(|w| OpenPipeline::of(w, today.get())));
    let nobody = Memo::new(move |_| workspace.with(|w| w.count() == 0));
    let empty = Memo::new(move |_| figures.with(Figures::is_empty));
    move || match (nobody.get(), empty.get()) {
        (true, _) => message(text::none_yet(), none_yet(origin)),
        (false, true) => view! {
            {message(text::funnel_nobody(), vec![text::funnel_nobody_text()])}
            <Drawn figures pipeline anybody=false links=None />
        }
        .into_any(),
        (false, false) => view! { <Drawn figures pipeline anybody=true links=None /> }.into_any(),
    }
}

/// A message in place of figures.
fn message(title: &'static str, about: Vec<&'static str>) -> AnyView {
    view! {
        <div class="empty" part="message">
            <h3 class="empty-title">{title}</h3>
            {about.into_iter().map(|line| view! { <p>{line}</p> }).collect::<Vec<_>>()}
        </div>
    }
    .into_any()
}

fn none_yet(origin: Origin) -> Vec<&'static str> {
    match origin {
        Origin::File(_) => vec![text::funnel_alone_empty_file()],
        Origin::Workspace { apart: false } => vec![text::funnel_alone_empty()],
        Origin::Workspace { apart: true } => {
            vec![text::funnel_alone_empty(), text::funnel_alone_apart()]
        }
    }
}

fn why(wrong: Wrong) -> &'static str {
    match wrong {
        Wrong::Blocked => text::funnel_alone_blocked(),
        Wrong::Incomplete => text::funnel_alone_incomplete(),
        Wrong::Damaged => text::funnel_alone_damaged(),
        Wrong::Newer => text::funnel_alone_newer(),
        Wrong::NoExport => text::funnel_alone_no_export(),
        Wrong::NewerFile => text::funnel_alone_newer_file(),
        Wrong::Unreachable => text::funnel_alone_unreachable(),
    }
}
