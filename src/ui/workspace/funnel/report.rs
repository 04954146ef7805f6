//! A report to print: the funnel, how many stand where, who is ready, what is due.

use super::Counted;
use super::window::WindowChoice;
use crate::app::report::Report;
use crate::app::route::Route;
use crate::domain::contact::Contact;
use crate::domain::funnel::Window;
use crate::domain::ids::ContactId;
use crate::domain::position::Level;
use crate::platform::{handout, intl};
use crate::ui::context::AppContext;
use crate::ui::funnel::words::{confidence, window as window_words};
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, MapAny, ThenAny};
use crate::ui::workspace::words;
use chrono::Local;
use leptos::prelude::*;

/// The most contacts of a list: a report is read, not searched.
const LISTED: usize = 40;

/// The report of a window.
#[component]
pub(in crate::ui::workspace) fn ReportView(
    /// The days that count in the funnel.
    window: Signal<Window>,
) -> impl IntoView {
    let context = AppContext::get();
    let report = Memo::new(move |_| {
        context.workspace.with(|workspace| Report::of(workspace, context.today(), &Local))
    });
    let about = move || {
        let playbook = context.playbook();
        let version = text::data_kept_playbook_version(&playbook.title, playbook.revision);
        let of = window_words(window.get());
        text::report_about(intl::day(context.today()), context.name(), version, of)
    };
    let levels = move || report.with(|report| levels(&report.levels));
    let ready = move || report.with(|report| people(context, &report.ready));
    let due = move || report.with(|report| people(context, &report.due));
    view! {
        <div class="funnel report">
            <nav class="small no-print" aria-label=crate::ui::text::rep::back_to()>
                <a href=move || Route::Funnel(window.get()).address()>{text::funnel()}</a>
            </nav>
            <div class="view-head">
                <div>
                    <h1 class="view-title" id="title" tabindex="-1">
                        {text::report()}
                    </h1>
                    <p class="quiet small">{about}</p>
                </div>
                <div class="actions no-print">
                    <button
                        class="btn btn-primary"
                        type="button"
                        on:click=|_| handout::print()
                    >
                        {text::packet_print()}
                    </button>
                </div>
            </div>
            <div class="no-print">
                <WindowChoice window />
            </div>
            <Counted window />
            {section("report-levels", text::report_levels(), levels)}
            {section("report-ready", text::ready_to_advance(), ready)}
            {section("report-due", text::report_due(), due)}
            {section("report-how", text::report_how(), move || how(window.get()))}
        </div>
    }
}

fn section(
    id: &'static str,
    title: &'static str,
    inside: impl Fn() -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    view! {
        <section class="card" aria-labelledby=id>
            <h2 class="card-title" id=id>
                {title}
            </h2>
            {inside}
        </section>
    }
}

/// By how many days a next step is overdue, where it is.
fn late(days: i64) -> Option<String> {
    match days {
        1 => Some(text::one_day_late().to_owned()),
        days => (days > 0).then(|| text::days_late(days)),
    }
}

/// How the figures are counted: on paper nothing can be opened.
fn how(window: Window) -> AnyView {
    view! {
        <p class="small">{text::funnel_how_conversion()}</p>
        <p class="small">{text::funnel_how_window(window_words(window))}</p>
        <p class="small">{text::funnel_how_interval(confidence())}</p>
    }
    .into_any()
}

/// How many stand where, by level and standing.
fn levels(counts: &[[usize; 4]; 4]) -> AnyView {
    let heads = [text::active(), text::nurturing(), text::disqualified(), text::lost()];
    let head = |head| view! { <th class="num" scope="col">{head}</th> };
    let rows = Level::ALL.into_iter().zip(counts).map(|(level, counts)| {
        let cell = |n: &usize| view! { <td class="num">{intl::count(*n)}</td> };
        view! {
            <tr>
                <th scope="row">{words::level(level)}</th>
                {counts.iter().map(cell).collect_any()}
            </tr>
        }
    });
    view! {
        <p class="small quiet">{text::report_levels_text()}</p>
        <div class="table-scroll" tabindex="0" role="group" aria-labelledby="report-levels">
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{text::level()}</th>
                        {heads.map(head).collect_any()}
                    </tr>
                </thead>
                <tbody>{rows.collect_any()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Contacts with where they stand and what is next.
fn people(context: AppContext, ids: &[ContactId]) -> AnyView {
    if ids.is_empty() {
        return view! { <p class="quiet">{text::report_nobody()}</p> }.into_any();
    }
    let playbook = context.playbook();
    let row = |contact: &Contact| {
        let task = contact.task.as_ref();
        let due = task.map(|task| intl::day(task.due));
        let late = task.and_then(|task| late((context.today() - task.due).num_days()));
        view! {
            <tr>
                <th scope="row">
                    <a href=Route::Contact(contact.id).address()>{words::full_name(contact)}</a>
                </th>
                <td>{words::position(&playbook, &contact.position)}</td>
                <td>
                    <span class="report-day">{due}</span>
                    {late.map_any(|late| view! { " " <b class="report-day">{late}</b> })}
                </td>
                <td>{task.map(|task| task.note.clone())}</td>
            </tr>
        }
    };
    let rows = context.workspace.with(|workspace| {
        let shown = ids.iter().take(LISTED).filter_map(|id| workspace.contact(*id));
        shown.map(row).collect_any()
    });
    let more = ids.len().saturating_sub(LISTED);
    view! {
        <div class="table-scroll">
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{text::contact()}</th>
                        <th scope="col">{text::level()}</th>
                        <th scope="col">{text::out_due()}</th>
                        <th scope="col">{text::next_step()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {(more > 0).then_any(|| view! { <p class="small quiet">{text::report_more(intl::count(more))}</p> })}
    }
    .into_any()
}
