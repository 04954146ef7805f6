//! The form for a new contact.

use super::form::{ErrorSummary, Problems, TextField};
use super::who::{Who, WhoFields, refused};
use super::words;
use crate::app::route::{Listing, Route};
use crate::app::wizard::{Run, Step};
use crate::domain::ids::ContactId;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::ThenAny;
use leptos::prelude::*;

/// Captures a contact: a person or an organisation is enough.
#[component]
pub fn NewContact() -> impl IntoView {
    let context = AppContext::get();
    let author = context.settings.with_untracked(|settings| settings.author.name.clone());
    let asks_name = author.is_empty();
    let who = Who::new(&author);
    let own_name = RwSignal::new(String::new());
    let problems = RwSignal::new(Problems::new());
    let submit = move |ask: bool| {
        let found = who.check();
        if !found.is_empty() {
            return problems.set(found);
        }
        let name = own_name.get_untracked().trim().to_owned();
        if asks_name && !name.is_empty() {
            let named = context.set_settings(|settings| settings.author.name.clone_from(&name));
            if let Err(refusal) = named {
                let words = words::refusal(&context.playbook_untracked(), &refusal);
                return problems.set(vec![("own-name", words)]);
            }
            who.own(&name);
        }
        match context.create(who.fields()) {
            Ok(id) if ask => context.go(&first_question(context, id)),
            Ok(id) => context.go(&Route::Contact(id)),
            Err(refusal) => problems.set(refused(context, &refusal)),
        }
    };
    view! {
        <div class="view-narrow">
            <form
                class="card card-flush"
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    submit(true);
                }
            >
                <div class="form">
                    <h1 class="view-title" id="title" tabindex="-1">
                        {text::new_contact()}
                    </h1>
                    <ErrorSummary problems />
                    <WhoFields who problems />
                    {asks_name
                        .then_any(|| {
                            view! {
                                <TextField
                                    id="own-name"
                                    label=text::your_name()
                                    value=own_name
                                    problems
                                    optional=true
                                    hint=Some(text::your_name_hint())
                                />
                            }
                        })}
                    <div class="actions">
                        <button class="btn btn-primary" type="submit">
                            {text::add_and_ask()}
                        </button>
                        <button class="btn" type="button" on:click=move |_| submit(false)>
                            {text::add()}
                        </button>
                        <a class="link" href=Route::Contacts(Listing::default()).address()>
                            {text::cancel()}
                        </a>
                    </div>
                </div>
            </form>
        </div>
    }
}

/// Where the wizard goes on for a contact.
pub fn first_question(context: AppContext, id: ContactId) -> Route {
    context.workspace.with_untracked(|workspace| {
        let Some(contact) = workspace.contact(id) else { return Route::Contact(id) };
        match Run::with(&workspace.playbook, contact, context.today()).next() {
            Step::Ask(question) => Route::Ask(id, question),
            Step::Check => Route::Check(id),
        }
    })
}
