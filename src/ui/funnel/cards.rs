//! Win rate and open pipeline, each figure with its formula and its numbers.

use super::{Links, open_with, words};
use crate::app::figures::{Figures, OpenPipeline, value_rates, whole};
use crate::app::find::StandingFilter;
use crate::domain::funnel::{Window, Wins};
use crate::domain::interval::Share;
use crate::domain::money::Totals;
use crate::platform::intl;
use crate::ui::any::{CollectAny, ThenAny};
use crate::ui::text::funnel as text;
use leptos::prelude::*;

/// A figure: its name, its value, and one line for each thing to know about it.
fn measure(name: String, value: String, about: Vec<String>) -> impl IntoView {
    view! {
        <div class="measure">
            <dt>{name}</dt>
            <dd class="measure-value">{value}</dd>
            {about.into_iter().map(|line| view! { <dd class="formula">{line}</dd> }).collect_any()}
        </div>
    }
}

/// What was won of all that was won and lost in the window.
#[component]
pub(in crate::ui) fn WinCard(figures: Memo<Figures>) -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="funnel-wins">
            <h2 class="card-title" id="funnel-wins">
                {text::funnel_win_rate()}
            </h2>
            {move || figures.with(|figures| win_rates(&figures.wins, figures.window))}
        </section>
    }
}

fn win_rates(wins: &Wins, window: Window) -> AnyView {
    let Some(share) = wins.rate() else {
        return view! { <p class="quiet">{text::funnel_nothing_closed()}</p> }.into_any();
    };
    view! {
        <dl>
            {measure(text::funnel_by_count().to_owned(), words::share(&share), count_about(wins, &share))}
            {by_value(wins, &share)}
        </dl>
        <details class="disclosure small">
            <summary>{words::how(text::funnel_win_rate())}</summary>
            <p class="quiet">{text::funnel_how_wins(words::window(window))}</p>
            <p class="quiet">{text::funnel_how_interval(words::confidence())}</p>
        </details>
    }
    .into_any()
}

fn count_about(wins: &Wins, share: &Share) -> Vec<String> {
    let [won, lost, disqualified] = [wins.won, wins.lost, wins.disqualified].map(intl::count);
    let formula = match wins.disqualified {
        0 => text::funnel_rate_formula(won, lost),
        _ => text::funnel_rate_formula_three(won, lost, disqualified),
    };
    vec![formula, sureness(share)]
}

/// The interval, or that there are too few for one.
fn sureness(share: &Share) -> String {
    if share.is_telling() {
        let (low, high) = share.interval();
        text::funnel_interval_of(words::confidence(), words::percent(low), words::percent(high))
    } else {
        text::funnel_too_few().to_owned()
    }
}

/// The win rate by value for each currency; why there is none, where there is none.
fn by_value(wins: &Wins, share: &Share) -> impl IntoView + use<> {
    let missing = match wins.won_value.without_amount + wins.lost_value.without_amount {
        0 => None,
        n => Some(text::funnel_closed_without_amount(intl::count(n))),
    };
    let rates = value_rates(wins);
    if rates.is_empty() {
        let about = [Some(text::funnel_no_lost_amounts().to_owned()), missing];
        let about = about.into_iter().flatten().collect();
        return vec![measure(
            text::funnel_by_value().to_owned(),
            text::funnel_dash().to_owned(),
            about,
        )];
    }
    let several = rates.len() > 1;
    let measures = rates.into_iter().map(|rate| {
        let name = if several {
            text::funnel_by_value_in(rate.won.currency)
        } else {
            text::funnel_by_value().to_owned()
        };
        let value = if share.is_telling() {
            words::percent(rate.ratio)
        } else {
            text::funnel_dash().to_owned()
        };
        let formula = text::funnel_value_formula(
            intl::money(whole(rate.won)),
            intl::money(whole(rate.closed)),
        );
        measure(name, value, [formula].into_iter().chain(missing.clone()).collect())
    });
    measures.collect()
}

/// The opportunities that are open now.
#[component]
pub(in crate::ui) fn PipelineCard(pipeline: Memo<OpenPipeline>, links: Links) -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="funnel-pipeline">
            <h2 class="card-title" id="funnel-pipeline">
                {text::funnel_open_pipeline()}
            </h2>
            {move || pipeline.with(|pipeline| open(pipeline, links))}
        </section>
    }
}

fn open(open: &OpenPipeline, links: Links) -> AnyView {
    let figures = &open.pipeline;
    if figures.open == 0 {
        return view! { <p class="quiet">{text::funnel_nothing_open()}</p> }.into_any();
    }
    let missing = match figures.value.without_amount {
        0 => text::funnel_all_with_amount().to_owned(),
        n => text::funnel_without_amount(intl::count(n)),
    };
    let all = || intl::count(figures.open);
    let weighted = (open.with_amount() > 0).then(|| {
        let formula = text::funnel_weighted_formula(intl::count(open.with_amount()), all());
        measure(text::funnel_weighted().to_owned(), amounts(&figures.weighted), vec![formula])
    });
    let ways = [(StandingFilter::Active, open.active), (StandingFilter::Nurturing, open.nurturing)];
    let way = |(standing, n)| show(open_with(links, standing)?, standing, n);
    let ways: Vec<_> = ways.into_iter().filter_map(way).collect();
    let evidenced = text::funnel_evidenced_formula(intl::count(figures.evidenced), all());
    view! {
        <dl>
            {measure(text::funnel_open(all()), amounts(&figures.value), vec![missing])} {weighted}
            {measure(
                text::funnel_evidenced().to_owned(),
                if figures.evidenced == 0 { intl::count(0) } else { amounts(&figures.evidenced_value) },
                vec![evidenced],
            )}
        </dl>
        {links.is_some().then_any(|| view! { <div class="actions">{ways}</div> })}
        <details class="disclosure small">
            <summary>{words::how(text::funnel_open_pipeline())}</summary>
            <p class="quiet">{text::funnel_how_pipeline()}</p>
        </details>
    }
    .into_any()
}

/// The way to the open opportunities with a standing.
fn show(address: String, standing: StandingFilter, n: usize) -> Option<AnyView> {
    let words = match (standing, n) {
        (_, 0) => return None,
        (StandingFilter::Nurturing, 1) => text::funnel_show_nurturing_one().to_owned(),
        (StandingFilter::Nurturing, n) => text::funnel_show_nurturing(intl::count(n)),
        (_, 1) => text::funnel_show_active_one().to_owned(),
        (_, n) => text::funnel_show_active(intl::count(n)),
    };
    Some(view! { <a class="btn btn-small" href=address>{words}</a> }.into_any())
}

/// Sums in whole units, one for each currency; "no amount" where there is none.
fn amounts(totals: &Totals) -> String {
    let amounts: Vec<_> = totals.amounts().map(|amount| intl::money(whole(amount))).collect();
    if amounts.is_empty() { text::funnel_no_amount().to_owned() } else { amounts.join(" + ") }
}
