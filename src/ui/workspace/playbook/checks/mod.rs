//! The checks: what is wrong or unwise in the draft, on a page of its own and where it is mended.
//!
//! Refuses to know what is wrong: that is `domain/playbook/lint`. Invariant: the draft is looked
//! through once for all that show it, and not while somebody types.

mod notice;
pub(super) mod place;
mod told;

pub(super) use notice::{BeforePublishing, Notice, summary};

use super::super::any::{CollectAny, ThenAny};
use crate::app::route::Route;
use crate::domain::ids::CriterionId;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::lint::{Finding, FindingKind, Severity, lint};
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::rule_words;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// How long a draft must rest before it is looked through, in milliseconds: a large one takes
/// longer than a frame.
const REST: u32 = 400;

/// The most findings listed of one severity.
const LISTED: usize = 100;

/// What was found in the draft, shared by all pages of the playbook.
#[derive(Clone, Copy)]
pub(in crate::ui::workspace) struct Checks {
    found: RwSignal<Arc<Vec<Finding>>>,
    /// What was looked through, or is going to be.
    of: StoredValue<Option<Arc<Playbook>>>,
}

impl Checks {
    /// Nothing is looked through yet.
    pub(in crate::ui::workspace) fn new() -> Self {
        Self { found: RwSignal::new(Arc::default()), of: StoredValue::new(None) }
    }

    /// Those of the workspace.
    pub(super) fn get() -> Self {
        expect_context()
    }

    /// Looks the draft through, and again whenever it has come to rest, for as long as the view
    /// that asks is there.
    pub(super) fn follow(self, context: AppContext) {
        Effect::new(move |_| {
            let draft = context.draft();
            let known = self.of.get_value();
            if known.as_ref().is_some_and(|known| Arc::ptr_eq(known, &draft)) {
                return;
            }
            self.of.set_value(Some(Arc::clone(&draft)));
            if known.is_none() {
                return self.look(context, &draft);
            }
            spawn_local(async move {
                TimeoutFuture::new(REST).await;
                let last = self.of.with_value(|of| of.as_ref().map(|of| Arc::ptr_eq(of, &draft)));
                if last == Some(true) {
                    self.look(context, &draft);
                }
            });
        });
    }

    fn look(self, context: AppContext, draft: &Playbook) {
        let mut found = lint(draft);
        found.extend(context.old_words_untracked(rule_words::criterion));
        found.sort_by_key(|finding| finding.severity);
        self.found.set(Arc::new(found));
    }

    /// Says that the words of a criterion fit its rule as it is.
    pub(super) fn keep_words(self, context: AppContext, id: &CriterionId) {
        context.keep_words(id);
        let words = FindingKind::WordsOfOldRule(id.clone());
        self.found.update(|found| {
            let others = found.iter().filter(|finding| finding.kind != words);
            *found = Arc::new(others.cloned().collect());
        });
    }

    /// What was found, worst first.
    pub(super) fn found(self) -> Arc<Vec<Finding>> {
        self.found.get()
    }
}

/// The page.
#[component]
pub(super) fn ChecksPage() -> impl IntoView {
    let checks = Checks::get();
    let groups = move || {
        let found = checks.found();
        if found.is_empty() {
            return view! {
                <section class="card" aria-labelledby="none">
                    <h2 class="card-title" id="none">
                        {text::checks_none()}
                    </h2>
                    <p>{text::checks_none_text()}</p>
                </section>
            }
            .into_any();
        }
        let draft = AppContext::get().draft_untracked();
        let groups = found.chunk_by(|a, b| a.severity == b.severity);
        groups.map(|found| group(&draft, found)).collect_any().into_any()
    };
    view! {
        <h1 class="view-title" id="title" tabindex="-1">
            {text::checks()}
        </h1>
        <p class="quiet">{text::checks_intro()}</p>
        {groups}
    }
}

/// All findings of one severity.
fn group(draft: &Playbook, found: &[Finding]) -> AnyView {
    let severity = found.first().map_or(Severity::Hint, |finding| finding.severity);
    let n = intl::count(found.len());
    let (id, title, about) = match severity {
        Severity::Error => ("errors", text::checks_errors(n), text::checks_errors_text()),
        Severity::Warning => ("warnings", text::checks_warnings(n), text::checks_warnings_text()),
        Severity::Hint => ("hints", text::checks_hints(n), text::checks_hints_text()),
    };
    let item = |finding: &Finding| {
        let part = finding.kind.part();
        let address = Route::Playbook(place::page(&part)).address();
        let told = told::told(draft, &finding.kind);
        let place = place::in_rule(&finding.path);
        view! {
            <li class="check">
                <p class="check-part">
                    <a href=address>{place::called(draft, &part)}</a>
                    {place.map(|place| format!(", {}", text::checks_branch(place)))}
                </p>
                <p>{told.what}</p>
                <p class="small quiet">{told.mend}</p>
            </li>
        }
    };
    let more = found.len().saturating_sub(LISTED);
    let more = (more > 0)
        .then_any(|| view! { <p class="small quiet">{text::checks_more(intl::count(more))}</p> });
    view! {
        <section class="card" aria-labelledby=id data-severity=id>
            <h2 class="card-title" id=id>
                {title}
            </h2>
            <p class="small quiet">{about}</p>
            <ul class="checks">{found.iter().take(LISTED).map(item).collect_any()}</ul>
            {more}
        </section>
    }
    .into_any()
}
