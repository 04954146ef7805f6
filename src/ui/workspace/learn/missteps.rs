//! Common missteps found in the workspace: what each is, why it matters, and the contacts behind it.

use super::{title, words};
use crate::app::learn::missteps::{Misstep, MisstepKind, missteps};
use crate::app::route::{Listing, Route};
use crate::app::workspace::Workspace;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use crate::ui::workspace::nothing::NoContacts;
use chrono::Local;
use leptos::prelude::*;

/// The page.
#[component]
pub(super) fn Missteps() -> impl IntoView {
    let context = AppContext::get();
    let found = Memo::new(move |_| {
        context.workspace.with(|workspace| missteps(workspace, context.today(), &Local))
    });
    let total = Memo::new(move |_| context.workspace.with(Workspace::count));
    view! {
        {title(text::learn_missteps())}
        <p class="learn-lead">{text::learn_missteps_lead()}</p>
        {move || match total.get() {
            0 => view! { <NoContacts why=text::learn_missteps_none_yet_text() /> }.into_any(),
            total => found.with(|found| report(found, total)),
        }}
    }
}

fn report(all: &[Misstep], total: usize) -> AnyView {
    let (found, clear): (Vec<_>, Vec<_>) =
        all.iter().partition(|misstep| !misstep.contacts.is_empty());
    let nothing = found.is_empty().then_any(|| nothing_found(total));
    let untold: Vec<_> = MisstepKind::ALL
        .into_iter()
        .filter(|kind| all.iter().all(|misstep| misstep.kind != *kind))
        .collect();
    let clear = (!clear.is_empty()).then_any(|| {
        let items = clear.iter().map(|misstep| {
            let share = words::share(misstep.kind.group(), 0, misstep.of);
            view! {
                <li>
                    <b>{words::misstep(misstep.kind)}</b>
                    ": "
                    {share}
                </li>
            }
        });
        let items = items.collect_any();
        aside("learn-clear", text::learn_not_found(), "", items)
    });
    let untold = (!untold.is_empty()).then_any(|| {
        let items = untold.into_iter().map(|kind| view! { <li>{words::misstep(kind)}</li> });
        let items = items.collect_any();
        aside("learn-untold", text::learn_not_looked(), text::learn_not_looked_text(), items)
    });
    view! {
        {nothing}
        <div class="missteps">{found.into_iter().map(card).collect_any()}</div>
        {clear}
        {untold}
    }
    .into_any()
}

fn card(misstep: &Misstep) -> impl IntoView + use<> {
    let Misstep { kind, contacts, of } = misstep;
    let n = contacts.len();
    let show = match n {
        1 => text::learn_show_one().to_owned(),
        n => text::learn_show(intl::count(n)),
    };
    view! {
        <section class="card misstep" aria-label=words::misstep(*kind)>
            <h2 class="card-title">{words::misstep(*kind)}</h2>
            <p>{words::misstep_what(*kind)}</p>
            <p class="quiet small">
                <b>{text::learn_why_it_matters()}</b>
                " "
                {words::misstep_why(*kind)}
            </p>
            <p class="misstep-share">{words::share(kind.group(), n, *of)}</p>
            <a class="misstep-link" href=Route::Contacts(Listing::of(*kind)).address()>
                {show}
                <span class="visually-hidden">{text::colon_what(words::misstep(*kind))}</span>
            </a>
        </section>
    }
}

fn aside(
    id: &'static str,
    title: &'static str,
    about: &'static str,
    items: Vec<AnyView>,
) -> impl IntoView {
    let about = (!about.is_empty()).then_any(|| view! { <p class="quiet small">{about}</p> });
    view! {
        <section class="card" aria-labelledby=id>
            <h2 class="card-title" id=id>
                {title}
            </h2>
            {about}
            <ul class="bullets small">{items}</ul>
        </section>
    }
}

fn nothing_found(total: usize) -> impl IntoView {
    let title = match total {
        1 => text::learn_nothing_found_one().to_owned(),
        n => text::learn_nothing_found(intl::count(n)),
    };
    view! {
        <div class="card empty">
            <h2 class="empty-title">{title}</h2>
            <p>{text::learn_nothing_found_text()}</p>
        </div>
    }
}
