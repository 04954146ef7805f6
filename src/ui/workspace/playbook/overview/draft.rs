//! How far the draft is from what is published, and what can be done with it.

use crate::app::route::{PlaybookPage, Route};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::question::Question;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use crate::ui::workspace::form::focus;
use crate::ui::workspace::playbook::checks::BeforePublishing;
use crate::ui::workspace::playbook::difference::Compared;
use crate::ui::workspace::playbook::{moves, words};
use crate::ui::workspace::rule_words;
use leptos::prelude::*;

/// How far the draft is from what is published, and what can be done with it.
#[component]
pub(super) fn Draft(compared: Memo<Compared>) -> impl IntoView {
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
