//! What the playbook is and consists of, and what becomes of its draft.

use super::checks::{BeforePublishing, Checks, summary};
use super::difference::{self, Compared};
use super::moves;
use super::subject::{Subject, put};
use super::words;
use crate::app::edit::{Editor, Refused, refused};
use crate::app::route::{PlaybookPage, Route};
use crate::domain::money::Currency;
use crate::domain::playbook::question::Question;
use crate::domain::playbook::{Noun, Playbook};
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, MapAny, ThenAny};
use crate::ui::workspace::form::focus;
use crate::ui::workspace::rule_words;
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;
use std::sync::Arc;

/// The first page.
#[component]
pub(super) fn Overview() -> impl IntoView {
    let context = AppContext::get();
    let compared = Memo::new(move |_| {
        context.editor.with(|e| Compared::of(Arc::clone(e.published()), Arc::clone(e.draft())))
    });
    view! {
        <div class="view-head">
            <h1 class="view-title" id="title" tabindex="-1">
                {text::playbook()}
                ": "
                {move || context.draft().title.clone()}
            </h1>
        </div>
        <p class="quiet">{text::pb_intro()}</p>
        <Draft compared />
        <Former />
        <Changes compared />
        <Basics />
        <Parts />
    }
}

/// How far the draft is from what is published, and what can be done with it.
#[component]
fn Draft(compared: Memo<Compared>) -> impl IntoView {
    let context = AppContext::get();
    let changes = Memo::new(move |_| compared.with(Compared::len));
    let failure = RwSignal::new(None::<&'static str>);
    let version = move || context.editor.with(|editor| editor.published().revision);
    let unworded = Memo::new(move |_| context.editor.with(|editor| unworded(editor.draft())));
    let publish = move |_| {
        let done = context.publish(rule_words::criterion);
        failure.set(done.as_ref().err().map(words::not_published));
        request_animation_frame(|| focus("draft"));
    };
    let discard = move |_| {
        failure.set(None);
        context.discard_draft();
        request_animation_frame(|| focus("draft"));
    };
    let title = move || match changes.get() {
        0 => text::pb_no_changes().to_owned(),
        1 => text::pb_changes_one().to_owned(),
        n => text::pb_changes(intl::count(n)),
    };
    let body = move || {
        if changes.get() == 0 {
            return view! {
                <p class="small">{text::pb_version_line(version())}</p>
                <p class="small quiet">{text::pb_no_changes_text()}</p>
            }
            .into_any();
        }
        let lacking = unworded.get();
        let ready = lacking.is_empty();
        let list = (!ready).then_any(|| view! { <Unworded lacking /> });
        let publish = ready.then_any(|| {
            view! {
                <button class="btn btn-primary" type="button" on:click=publish>
                    {text::pb_publish(version() + 1)}
                </button>
            }
        });
        view! {
            <p class="small">{text::pb_changes_text(version())}</p>
            {list}
            <BeforePublishing />
            <div class="actions">
                {publish}
                <button class="btn" type="button" on:click=discard>
                    {text::pb_discard()}
                </button>
                <button
                    class="btn"
                    type="button"
                    on:click=move |_| {
                        context.download_draft();
                    }
                >
                    {text::pb_download()}
                </button>
            </div>
            {move || moves::told(context, context.draft(), || ().into_any())}
        }
        .into_any()
    };
    view! {
        <section
            class="card pb-draft"
            aria-labelledby="draft"
            data-changed=move || (changes.get() != 0).then_some("")
        >
            <h2 class="card-title" id="draft" tabindex="-1">
                {title}
            </h2>
            {body}
            <p class="field-error" role="alert">
                {move || failure.get()}
            </p>
        </section>
    }
}

/// What was in use before the last switch, and the way back to it.
#[component]
fn Former() -> impl IntoView {
    let context = AppContext::get();
    context.find_former();
    let back = move |_| {
        context.switch_back();
        request_animation_frame(|| focus("title"));
    };
    move || {
        context.former.get().map_any(|former| {
            let (title, version) = (&former.published().title, former.published().revision);
            let draft = former
                .has_changes()
                .then_any(|| view! { <p class="small">{text::pb_former_draft()}</p> });
            view! {
                <section class="card" aria-labelledby="former">
                    <h2 class="card-title" id="former">
                        {text::pb_former()}
                    </h2>
                    <p class="small">{text::pb_former_text(title, version)}</p>
                    {draft}
                    <div class="actions">
                        <button class="btn" type="button" on:click=back>
                            {text::studio_switch_back()}
                        </button>
                    </div>
                </section>
            }
        })
    }
}

/// What the draft changes.
#[component]
fn Changes(compared: Memo<Compared>) -> impl IntoView {
    let changed = Memo::new(move |_| compared.with(Compared::len) != 0);
    let list = move || compared.with(difference::list);
    view! {
        <Shown when=move || changed.get()>
            <section class="card" aria-labelledby="changes">
                <h2 class="card-title" id="changes">
                    {text::pb_diff()}
                </h2>
                {list}
            </section>
        </Shown>
    }
}

/// The questions that nobody can read yet, with their names.
fn unworded(draft: &Playbook) -> Vec<(PlaybookPage, String)> {
    let lacks = |question: &&Question| question.ask.is_none() && question.prompt.is_none();
    let lacking = draft.questions.iter().filter(lacks);
    lacking.map(|q| (PlaybookPage::Question(q.id.clone()), q.title.clone())).collect()
}

#[component]
fn Unworded(lacking: Vec<(PlaybookPage, String)>) -> impl IntoView {
    let item = |(page, title): (PlaybookPage, String)| {
        view! {
            <li>
                <a href=Route::Playbook(page).address()>{title}</a>
            </li>
        }
    };
    view! {
        <p>{text::pb_unworded()}</p>
        <ul class="pb-list">{lacking.into_iter().map(item).collect_any()}</ul>
    }
}

/// Name, purpose and currency.
#[component]
fn Basics() -> impl IntoView {
    let playbook = Subject::<Playbook>::new(
        "pb",
        Noun::Playbook,
        |playbook| playbook.title.clone(),
        |playbook| Some(playbook),
        |draft| Some(draft),
    );
    let title = playbook.line(
        "title",
        text::pb_title(),
        |p| p.title.clone(),
        |p, typed| put(&mut p.title, refused::name(typed)),
    );
    let about = playbook.area(
        "about",
        text::pb_about(),
        |p| p.about.clone(),
        |p, typed| put(&mut p.about, refused::text(typed)),
    );
    let currency = playbook.line(
        "currency",
        text::pb_currency(),
        |p| p.currency.map(|currency| currency.to_string()).unwrap_or_default(),
        |p, typed| put(&mut p.currency, currency(typed)),
    );
    view! {
        <section class="card" aria-labelledby="basics">
            <h2 class="card-title" id="basics">
                {text::pb_basics()}
            </h2>
            {title.draw()}
            {about.optional().draw()}
            {currency.optional().hint(text::pb_currency_hint()).draw()}
        </section>
    }
}

fn currency(typed: &str) -> Result<Option<Currency>, Refused> {
    match typed.trim() {
        "" => Ok(None),
        code => Currency::parse(code).map(Some).ok_or(Refused::NoCurrency),
    }
}

/// The parts with how much there is of each.
#[component]
fn Parts() -> impl IntoView {
    let context = AppContext::get();
    let checks = Checks::get();
    let parts = move || {
        let mut parts = context.editor.with(parts);
        parts.insert(0, (PlaybookPage::Checks, summary(&checks.found())));
        parts
    };
    let part = |(page, words): (PlaybookPage, String)| {
        let name = super::title(&page);
        view! {
            <li class="pb-part">
                <a href=Route::Playbook(page).address()>{name}</a>
                <p class="small quiet">{words}</p>
            </li>
        }
    };
    view! {
        <section class="card" aria-labelledby="parts">
            <h2 class="card-title" id="parts">
                {text::pb_parts()}
            </h2>
            <ul class="pb-parts">{move || parts().into_iter().map(part).collect_any()}</ul>
        </section>
    }
}

fn parts(editor: &Editor) -> Vec<(PlaybookPage, String)> {
    let p = editor.draft();
    let n = intl::count;
    let asked = p.questions.iter().filter(|question| question.retired.is_none()).count();
    let ends = p.criteria.iter().filter(|criterion| criterion.knock_out.is_some()).count();
    let traits = p.profile.as_ref().map_or(0, |profile| profile.traits.len());
    let slots = p.chance.as_ref().map_or(0, |model| model.slots.len());
    let fit = p.scoring.as_ref().map_or(0, |scoring| scoring.fit.len());
    let reasons = p.reasons.lists().into_iter().map(|(_, list)| list.len()).sum();
    vec![
        (PlaybookPage::Questions, text::pb_part_questions(n(asked), n(p.sections.len()))),
        (PlaybookPage::Criteria, text::pb_part_criteria(n(p.criteria.len()), n(ends))),
        (
            PlaybookPage::Gates,
            text::pb_part_gates(
                n(p.gates.prospect.len()),
                n(p.gates.opportunity.len()),
                n(p.stages_in_use().count()),
            ),
        ),
        (PlaybookPage::People, text::pb_part_people(n(traits), n(p.personas.len()))),
        (PlaybookPage::Sources, text::pb_part_sources(n(p.sources.len()))),
        (PlaybookPage::Scores, text::pb_part_scores(n(slots), n(fit), n(p.cards.len()))),
        (PlaybookPage::Visitors, text::pb_part_visitors().to_owned()),
        (PlaybookPage::Words, text::pb_part_words(n(reasons), n(p.glossary.len()))),
    ]
}
