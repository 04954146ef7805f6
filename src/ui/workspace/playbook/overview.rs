//! What the playbook is and consists of, and what becomes of its draft.

mod draft;
mod parts;

use super::difference::{self, Compared};
use super::subject::{Subject, put};
use crate::app::edit::{Refused, refused};
use crate::domain::money::Currency;
use crate::domain::playbook::{Noun, Playbook};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{MapAny, ThenAny};
use crate::ui::workspace::form::focus;
use crate::ui::workspace::shown::Shown;
use draft::Draft;
use leptos::prelude::*;
use parts::Parts;
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
