//! The funnel as a picture.
//!
//! Refuses to know geometry: [`figures::picture`](crate::app::figures::picture) has it. Where there
//! is no room for a picture the style sheet shows the [stacked bars](super::stack) in its place.
//! Leptos takes a link for one of a picture when it is the only child of an element of one, hence
//! the groups.

use super::stack::Stack;
use super::{Links, words};
use crate::app::figures::picture::{BAR, Bar, Flow, LINE, Picture as Layout, WIDTH, tenths};
use crate::app::figures::{Figures, Line};
use crate::domain::funnel::{Fate, Window};
use crate::ui::any::CollectAny;
use crate::ui::text::funnel as text;
use leptos::prelude::*;

/// Picture and bars.
#[component]
pub(in crate::ui) fn Picture(figures: Memo<Figures>, links: Links) -> impl IntoView {
    view! {
        <div class="card">
            {move || figures.with(|figures| view! { <Drawing figures=figures.clone() links /> })}
            <Stack figures links />
        </div>
    }
}

#[component]
fn Drawing(figures: Figures, links: Links) -> impl IntoView {
    let layout = Layout::of(&figures.levels);
    let window = figures.window;
    let flows = figures.levels.iter().zip(&layout.flows);
    let flows = flows.map(|(line, flow)| connection(line, flow, window, links)).collect_any();
    let bars = figures.levels.iter().zip(&layout.bars);
    let bars = bars.map(|(line, bar)| column(&figures, line, bar, links)).collect_any();
    view! {
        <svg
            class="funnel-picture"
            viewBox=format!("0 0 {} {}", tenths(WIDTH), tenths(layout.height))
            // What leads somewhere inside an image is not to be reached.
            role=if links.is_some() { "group" } else { "img" }
            aria-label=text::funnel_picture(words::window(window))
        >
            <defs>
                <pattern
                    id="funnel-hatching"
                    width="7"
                    height="7"
                    patternTransform="rotate(45)"
                    patternUnits="userSpaceOnUse"
                >
                    <rect class="funnel-hatch" width="2.5" height="7" />
                </pattern>
            </defs>
            {flows}
            {bars}
        </svg>
    }
}

/// What connects a level to the next: those who moved on, and those who left.
fn connection(line: &Line, flow: &Flow, window: Window, links: Links) -> impl IntoView + use<> {
    let level = line.level;
    let onward = flow.onward.clone().map(|shape| {
        view! { <path class="funnel-flow" data-level=words::mark(level) d=shape /> }
    });
    let exit = flow.exit.clone().map(|shape| {
        view! { <path d=shape fill="url(#funnel-hatching)" /> }
    });
    let rate = line.row.conversion().map(|share| {
        view! {
            <text class="funnel-rate" x=tenths(flow.x) y=tenths(flow.y)>
                {words::share(&share)}
            </text>
        }
    });
    let exits = flow.exits.iter().map(|(y, fate, n)| {
        let address = links.map(|address| address(line.listing(Some(*fate), window)));
        fate_words(line, *fate, *n, (flow.exit_x, *y), address)
    });
    view! {
        <g aria-hidden="true">{onward} {exit} {rate}</g>
        {exits.collect_any()}
    }
}

/// A fate in words; opens its contacts where they have an address.
fn fate_words(
    line: &Line,
    fate: Fate,
    n: usize,
    (x, y): (f64, f64),
    address: Option<String>,
) -> AnyView {
    let words = view! {
        <text class="funnel-small" x=tenths(x) y=tenths(y)>
            {words::fate_count(fate, n)}
        </text>
    };
    let Some(address) = address else {
        return view! { <g class="funnel-exit">{words}</g> }.into_any();
    };
    view! {
        <g>
            <a class="funnel-exit" href=address aria-label=words::fate_link(line.level, fate, n)>
                <rect
                    class="funnel-hit"
                    x=tenths(x - 6.0)
                    y=tenths(y - LINE * 0.6)
                    width=tenths(BAR)
                    height=tenths(LINE)
                    rx="6"
                />
                {words}
            </a>
        </g>
    }
    .into_any()
}

/// A level: its words, its bar where somebody entered, and who is in progress.
fn column(figures: &Figures, line: &Line, bar: &Bar, links: Links) -> impl IntoView + use<> {
    let address = |fate| links.map(|address| address(line.listing(fate, figures.window)));
    let in_progress = bar.stay.map(|_| {
        let below = bar.y + bar.height + LINE * 0.6 + 3.0;
        let fate = Fate::InProgress;
        fate_words(line, fate, line.row.in_progress, (bar.x, below), address(Some(fate)))
    });
    let bar = if line.row.entered == 0 {
        let ground = format!("M{} {}h{}", tenths(bar.x), tenths(bar.y), tenths(BAR));
        view! { <g>{head(figures, line, bar)} <path class="funnel-empty" d=ground /></g> }
            .into_any()
    } else {
        filled(figures, line, bar, address(None))
    };
    view! {
        {bar}
        {in_progress}
    }
}

/// The words above a bar.
fn head(figures: &Figures, line: &Line, bar: &Bar) -> impl IntoView + use<> {
    view! {
        <text class="funnel-name" x=tenths(bar.x) y="24">
            {words::heading(line.level)}
        </text>
        <text class="funnel-count" x=tenths(bar.x) y="58">
            {words::count(line)}
        </text>
        <text class="funnel-small" x=tenths(bar.x) y="78">
            {words::caption(figures, line)}
        </text>
    }
}

/// A bar with its words; opens its contacts where they have an address.
fn filled(figures: &Figures, line: &Line, bar: &Bar, address: Option<String>) -> AnyView {
    let Bar { x, y, height, stay } = *bar;
    let (level, head) = (words::mark(line.level), head(figures, line, bar));
    let stay = stay.map(|(y, height)| {
        view! { <rect class="funnel-stay" x=tenths(x + 1.0) y=tenths(y) width=tenths(BAR - 2.0) height=tenths(height) /> }
    });
    let drawn = view! { <rect x=tenths(x) y=tenths(y) width=tenths(BAR) height=tenths(height) rx=tenths(3.0_f64.min(height / 2.0)) /> };
    let Some(address) = address else {
        return view! { <g class="funnel-bar" data-level=level>{head} {drawn} {stay}</g> }
            .into_any();
    };
    view! {
        <g>
            <a class="funnel-bar" data-level=level href=address>
                <rect
                    class="funnel-hit"
                    x=tenths(x - 3.0)
                    y="4"
                    width=tenths(BAR + 6.0)
                    height=tenths(y + height - 2.0)
                    rx="6"
                />
                {head}
                {drawn}
                {stay}
            </a>
        </g>
    }
    .into_any()
}
