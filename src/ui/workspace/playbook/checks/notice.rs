//! What the checks find, in short: at the top of the page where it is mended, and on the overview.

use super::{Checks, place, told};
use crate::app::route::{PlaybookPage, Route};
use crate::domain::playbook::lint::{Finding, Severity};
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use leptos::prelude::*;

/// The most findings told on a page.
const TOLD: usize = 3;

/// What was found about the parts a page is for.
#[component]
pub(in crate::ui::workspace::playbook) fn Notice(
    /// Which page.
    page: PlaybookPage,
) -> impl IntoView {
    let checks = Checks::get();
    let here = Memo::new(move |_| {
        let found = checks.found();
        let here = found.iter().filter(|finding| place::page(&finding.kind.part()) == page);
        here.cloned().collect::<Vec<_>>()
    });
    move || {
        let here = here.get();
        if here.is_empty() {
            return ().into_any();
        }
        let draft = AppContext::get().draft_untracked();
        let item = |finding: &Finding| {
            let told = told::told(&draft, &finding.kind);
            let named = place::below(&draft, &finding.kind.part());
            let what = named.map_or(told.what.clone(), |name| format!("{name}: {}", told.what));
            view! {
                <li>
                    <b>{text::checks_line(severity(finding.severity), what)}</b>
                    " "
                    {told.mend}
                </li>
            }
        };
        let more = here.len().saturating_sub(TOLD);
        let more = (more > 0).then_any(|| {
            let all = Route::Playbook(PlaybookPage::Checks).address();
            view! {
                <p>
                    {text::checks_more(intl::count(more))} " " <a href=all>{text::checks_all()}</a>
                </p>
            }
        });
        let worst = here.first().map(|finding| finding.severity);
        let kind = (worst == Some(Severity::Error)).then_some("error");
        view! {
            <section
                class="banner pb-checks small"
                data-kind=kind
                aria-label=text::checks_here()
            >
                <ul class="pb-list">{here.iter().take(TOLD).map(item).collect_any()}</ul>
                {more}
            </section>
        }
        .into_any()
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => text::checks_error(),
        Severity::Warning => text::checks_warning(),
        Severity::Hint => text::checks_hint(),
    }
}

/// How much was found of each severity, in words.
pub(in crate::ui::workspace::playbook) fn summary(found: &[Finding]) -> String {
    let groups = found.chunk_by(|a, b| a.severity == b.severity);
    let words = groups.filter_map(|group| {
        let n = group.len();
        Some(match (group.first()?.severity, n) {
            (Severity::Error, 1) => text::checks_one_error().to_owned(),
            (Severity::Error, n) => text::checks_n_errors(intl::count(n)),
            (Severity::Warning, 1) => text::checks_one_warning().to_owned(),
            (Severity::Warning, n) => text::checks_n_warnings(intl::count(n)),
            (Severity::Hint, 1) => text::checks_one_hint().to_owned(),
            (Severity::Hint, n) => text::checks_n_hints(intl::count(n)),
        })
    });
    let words = words.collect::<Vec<_>>();
    if words.is_empty() { text::checks_none().to_owned() } else { words.join(", ") }
}

/// What was found in a draft about to be published: how much, and the worst of it.
#[component]
pub(in crate::ui::workspace::playbook) fn BeforePublishing() -> impl IntoView {
    let checks = Checks::get();
    move || {
        let found = checks.found();
        let all = Route::Playbook(PlaybookPage::Checks).address();
        let draft = AppContext::get().draft_untracked();
        let worst = found.iter().filter(|finding| finding.severity != Severity::Hint).take(TOLD);
        let item = |finding: &Finding| {
            let part = finding.kind.part();
            let address = Route::Playbook(place::page(&part)).address();
            view! {
                <li>
                    {severity(finding.severity)}
                    ": "
                    <a href=address>{place::called(&draft, &part)}</a>
                    " – "
                    {told::told(&draft, &finding.kind).what}
                </li>
            }
        };
        view! {
            <p class="small">
                {text::checks_of_draft()} " " <a href=all>{summary(&found)}</a> "."
            </p>
            <ul class="pb-list small">{worst.map(item).collect_any()}</ul>
        }
        .into_any()
    }
}
