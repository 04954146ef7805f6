//! Who is involved and what they are to the decision, the contact first.

use super::super::words;
use super::{Form, Subject};
use crate::app::decider::{Involved, gap, involved, is_known};
use crate::app::route::Route;
use crate::domain::contact::Contact;
use crate::domain::event::DecisionRole;
use crate::domain::ids::QuestionId;
use crate::domain::playbook::Playbook;
use crate::domain::value::Value;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::CollectAny;
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;

/// The question for the decision-maker's own word.
const OWN_WORD: &str = "decider_confirmed";

/// The people of a contact.
#[component]
pub(super) fn StakeholdersCard() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let people = Memo::new(move |_| {
        let playbook = context.playbook();
        subject.judged.with(|contact| involved(&playbook, contact))
    });
    let name = move || subject.judged.with(|contact| words::name(contact).0);
    let draw = move |person: Involved| {
        let decides = person.role.is_some_and(DecisionRole::decides).then_some("");
        view! {
            <li class="person" data-decides=decides>
                <b>{person.name.unwrap_or_else(name)}</b>
                <span class="quiet">{person.job}</span>
                <span class="tag">{person.role.map_or(text::role_unknown(), words::decision_role)}</span>
            </li>
        }
    };
    // Where somebody must be named, the banner on top says so.
    let unnamed = move || {
        let playbook = context.playbook();
        subject.judged.with(|contact| {
            !contact.has_ended()
                && !is_known(&playbook, contact)
                && gap(&playbook, contact).is_none()
        })
    };
    let unheard = move || {
        let playbook = context.playbook();
        subject.judged.with(|contact| unheard(&playbook, contact))
    };
    view! {
        <section class="card" aria-labelledby="people-title">
            <div class="card-head">
                <h2 class="card-title" id="people-title">
                    {text::stakeholders()}
                </h2>
                <button
                    class="link small"
                    type="button"
                    on:click=move |_| subject.open(Form::Stakeholder)
                >
                    {move || match people.with(Vec::len) {
                        1 => text::add_stakeholder(),
                        _ => text::add_another_stakeholder(),
                    }}
                </button>
            </div>
            <ul class="people">{move || people.get().into_iter().map(draw).collect_any()}</ul>
            <Shown when=unheard>
                <p class="small">
                    {text::decider_own_word()} " "
                    <a href=Route::Ask(subject.id, QuestionId::new(OWN_WORD))
                        .address()>{text::decider_ask()}</a>
                </p>
            </Shown>
            <Shown when=unnamed>
                <div class="actions">
                    <button
                        class="btn btn-small"
                        type="button"
                        on:click=move |_| subject.open(Form::Decider)
                    >
                        {text::name_decider()}
                    </button>
                </div>
            </Shown>
        </section>
    }
}

/// Whether a decision-maker is named for an opportunity who has not confirmed it in person.
fn unheard(playbook: &Playbook, contact: &Contact) -> bool {
    let question = QuestionId::new(OWN_WORD);
    let given = contact.answers.get(&question).map(|given| &given.value);
    contact.is_open_opportunity()
        && playbook.question(&question).is_some()
        && is_known(playbook, contact)
        && given != Some(&Value::YesNo(true))
}
