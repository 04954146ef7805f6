//! The funnel as a table: its accessible form, with every count a link to its contacts where they
//! are to be seen.

use super::{Links, words};
use crate::app::figures::picture::tenths;
use crate::app::figures::{Figures, Line};
use crate::domain::funnel::{Fate, Window};
use crate::domain::interval::{Share, TOO_FEW};
use crate::domain::position::Level;
use crate::platform::intl;
use crate::ui::any::{CollectAny, ThenAny};
use crate::ui::text::funnel as text;
use leptos::prelude::*;

/// The fates with a column of their own after the conversion.
const FATES: [Fate; 4] = [Fate::InProgress, Fate::Nurturing, Fate::Disqualified, Fate::Lost];

/// The table with its notes.
#[component]
pub(in crate::ui) fn Table(figures: Memo<Figures>, links: Links) -> impl IntoView {
    let rows = move || {
        figures.with(|figures| {
            figures.lines().map(|line| row(line, figures.window, links)).collect_any()
        })
    };
    let heads = [text::funnel_in_progress(), text::nurturing(), text::disqualified(), text::lost()];
    view! {
        <section class="card" aria-labelledby="funnel-figures">
            <h2 class="card-title" id="funnel-figures">
                {text::funnel_figures()}
            </h2>
            <div class="table-scroll" tabindex="0" role="group" aria-labelledby="funnel-figures">
                <table class="table funnel-table">
                    <thead>
                        <tr>
                            <th scope="col">{text::funnel_position()}</th>
                            <th class="num" scope="col">
                                {text::funnel_entered()}
                            </th>
                            <th class="num" scope="col">
                                {text::funnel_moved_on()}
                            </th>
                            <th scope="col">{text::funnel_conversion(words::confidence())}</th>
                            {heads
                                .map(|head| {
                                    view! {
                                        <th class="num" scope="col">
                                            {head}
                                        </th>
                                    }
                                })
                                .collect_any()}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {move || figures.with(notes)}
            <details class="disclosure small">
                <summary>{words::how(text::funnel_figures())}</summary>
                <p class="quiet">{text::funnel_how_conversion()}</p>
                <p class="quiet">
                    {move || text::funnel_how_window(figures.with(|f| words::window(f.window)))}
                </p>
                <p class="quiet">{text::funnel_how_interval(words::confidence())}</p>
            </details>
        </section>
    }
}

fn row(line: &Line, window: Window, links: Links) -> impl IntoView + use<> {
    let stage = line.title.is_some();
    let head = view! {
        <th scope="row">
            <span class="swatch" data-level=words::mark(line.level)></span>
            {words::row(line)}
        </th>
    };
    let cell = |fate: Option<Fate>, n: usize| {
        count(line, n, links.map(|address| address(line.listing(fate, window))))
    };
    let moved = (line.level != Level::Customer).then_any(|| {
        view! {
            <td class="num">{cell(Some(Fate::MovedOn), line.row.moved_on)}</td>
            <td>{conversion(line)}</td>
            {FATES
                .map(|fate| view! { <td class="num">{cell(Some(fate), line.count(fate))}</td> })
                .collect_any()}
        }
    });
    // Nothing comes after a customer.
    let nothing = moved
        .is_none()
        .then(|| (0..2 + FATES.len()).map(|_| view! { <td class="num"></td> }).collect_any());
    view! {
        <tr data-stage=stage.then_some("")>
            {head} <td class="num">{cell(None, line.row.entered)}</td> {moved} {nothing}
        </tr>
    }
}

/// A count; a link where there is somebody to show, and an address to do so.
fn count(line: &Line, n: usize, address: Option<String>) -> AnyView {
    match address.filter(|_| n > 0) {
        _ if !line.observed => text::funnel_dash().into_any(),
        None => intl::count(n).into_any(),
        Some(address) => view! { <a href=address>{intl::count(n)}</a> }.into_any(),
    }
}

/// The share that moved on with its interval, or why there is none.
fn conversion(line: &Line) -> AnyView {
    match line.row.conversion() {
        _ if !line.observed => {
            view! { <span class="quiet">{text::funnel_not_observed()}</span> }.into_any()
        }
        None => text::funnel_dash().into_any(),
        Some(share) if !share.is_telling() => view! {
            {words::share(&share)}
            " "
            <span class="quiet">{text::funnel_too_few()}</span>
        }
        .into_any(),
        Some(share) => view! {
            {words::share(&share)}
            <Interval share />
        }
        .into_any(),
    }
}

/// A share between its bounds, drawn on a scale from 0 to 100 % and written.
#[component]
fn Interval(share: Share) -> impl IntoView {
    let (low, high) = share.interval();
    let (from, to) = (100.0 * low, 100.0 * high);
    view! {
        <svg class="interval" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
            <rect class="interval-track" y="4" width="100" height="4" />
            <rect class="interval-range" x=tenths(from) y="2" width=tenths(to - from) height="8" />
            <rect class="interval-value" x=tenths((100.0 * share.ratio() - 1.25).clamp(0.0, 97.5)) width="2.5" height="12" />
        </svg>
        " "
        <span class="quiet">{text::funnel_interval(words::percent(low), words::percent(high))}</span>
    }
}

/// What a reader of the figures must know about them.
fn notes(figures: &Figures) -> impl IntoView + use<> {
    let undated = match figures.undated {
        0 => None,
        1 => Some(text::funnel_undated_one().to_owned()),
        n => Some(text::funnel_undated(intl::count(n))),
    };
    let unseen: Vec<_> = figures.lines().filter(|line| !line.observed).map(words::row).collect();
    let unseen = (!unseen.is_empty()).then(|| text::funnel_not_observed_note(unseen.join(", ")));
    let few = |line: &Line| {
        let telling = line.row.conversion().is_none_or(|share| share.is_telling());
        line.observed && line.level != Level::Customer && !telling
    };
    let few = figures.lines().any(few).then(|| text::funnel_too_few_note(TOO_FEW));
    let notes: Vec<_> = [undated, unseen, few].into_iter().flatten().collect();
    (!notes.is_empty()).then_any(|| {
        view! {
            <ul class="funnel-notes">
                {notes.into_iter().map(|note| view! { <li>{note}</li> }).collect_any()}
            </ul>
        }
    })
}
