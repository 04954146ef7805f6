//! The funnel as stacked bars, for narrow screens.

use super::{Links, words};
use crate::app::figures::picture::tenths;
use crate::app::figures::{Figures, Line};
use crate::domain::position::Level;
use crate::ui::any::CollectAny;
use crate::ui::text::funnel as text;
use leptos::prelude::*;

/// One bar a level, with the conversion to the next between.
#[component]
pub(in crate::ui) fn Stack(figures: Memo<Figures>, links: Links) -> impl IntoView {
    let steps = move || {
        figures.with(|figures| {
            figures.levels.iter().map(|line| step(figures, line, links)).collect_any()
        })
    };
    let label = move || text::funnel_picture(figures.with(|f| words::window(f.window)));
    view! {
        <ol class="funnel-stack" aria-label=label>
            {steps}
        </ol>
    }
}

fn step(figures: &Figures, line: &Line, links: Links) -> impl IntoView + use<> {
    let most = figures.levels.iter().map(|line| line.row.entered).max().unwrap_or(0);
    let head = view! {
        <span class="funnel-step-head">
            <span>{words::heading(line.level)}</span>
            <span>{words::count(line)}</span>
        </span>
    };
    let track = || view! { <span class="funnel-track" style=("--_share", percent_of(line.row.entered, most))></span> };
    let mark = words::mark(line.level);
    let bar = match links {
        _ if line.row.entered == 0 => view! { <div class="funnel-step">{head}</div> }.into_any(),
        None => {
            view! { <div class="funnel-step" data-level=mark>{head} {track()}</div> }.into_any()
        }
        Some(address) => view! {
            <a
                class="funnel-step"
                data-level=mark
                href=address(line.listing(None, figures.window))
            >
                {head}
                <span class="visually-hidden">{text::funnel_show_contacts()}</span>
                {track()}
            </a>
        }
        .into_any(),
    };
    let onward = line.row.conversion().filter(|_| line.level != Level::Customer).map(|share| {
        view! {
            <li class="funnel-between">
                <b>{words::share(&share)}</b>
                " "
                {text::fate_moved_on()}
            </li>
        }
    });
    view! {
        <li>{bar} <p class="funnel-step-note">{words::note(figures, line)}</p></li>
        {onward}
    }
}

#[allow(clippy::cast_precision_loss)]
fn percent_of(count: usize, of: usize) -> String {
    tenths(100.0 * count as f64 / of.max(1) as f64) + "%"
}
