//! A playbook of one's own: by answering a dozen questions, or from scratch.

use super::replaces::Replaces;
use crate::app::edit::refused;
use crate::app::route::{PlaybookPage, Route};
use crate::app::scratch::from_scratch;
use crate::ui::context::{AppContext, default_playbook};
use crate::ui::text::workspace as text;
use crate::ui::workspace::form::{Problems, TextField, focus};
use crate::ui::workspace::playbook::words;
use leptos::prelude::*;

/// The field of the name.
const NAME: &str = "own-name";

/// The card.
#[component]
pub(super) fn Own() -> impl IntoView {
    let context = AppContext::get();
    let (name, problems) = (RwSignal::new(String::new()), RwSignal::new(Problems::new()));
    let begin = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let done = refused::name(&name.get_untracked()).and_then(|title| {
            let blank = from_scratch(&default_playbook(), &title, text::own_section());
            context.replace_draft(blank)
        });
        match done {
            Ok(()) => context.go(&Route::Playbook(PlaybookPage::Questions)),
            Err(why) => {
                let why = words::refused_in(&context.draft_untracked(), &why, text::own_name());
                problems.set(vec![(NAME, why)]);
                focus(NAME);
            }
        }
    };
    view! {
        <section class="card" aria-labelledby="own">
            <h2 class="card-title" id="own">
                {text::own_title()}
            </h2>
            <Replaces />
            <div class="studio-ways">
                <div class="studio-way">
                    <h3 class="pb-subtitle">{text::guided()}</h3>
                    <p class="small">{text::guided_way_in()}</p>
                    <a class="btn studio-start" href=Route::Playbook(PlaybookPage::Guided).address()>
                        {text::guided_begin()}
                    </a>
                </div>
                <form class="studio-way" novalidate on:submit=begin>
                    <h3 class="pb-subtitle">{text::own_scratch()}</h3>
                    <p class="small">{text::own_scratch_text()}</p>
                    <TextField id=NAME label=text::own_name() value=name problems />
                    <button class="btn studio-start" type="submit">
                        {text::own_begin()}
                    </button>
                </form>
            </div>
            <p class="small quiet">{text::own_text()}</p>
        </section>
    }
}
