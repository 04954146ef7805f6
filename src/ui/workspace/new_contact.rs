//! The form for a new contact: three fields are enough, so that it is done in seconds on a phone.

use super::ask::question::next;
use super::form::{ErrorSummary, Problems, TextField, focus};
use super::who::{Who, WhoFields, refused};
use super::words::{self, full_name};
use crate::app::capture::last_source;
use crate::app::route::{Listing, Route};
use crate::domain::ids::ContactId;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

/// Where it goes on once a contact is added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Then {
    Look,
    Ask,
    AddAnother,
}

/// Captures a contact: a person or an organisation is enough.
#[component]
pub fn NewContact() -> impl IntoView {
    let context = AppContext::get();
    let author = context.settings.with_untracked(|settings| settings.author.clone());
    let asks_name = RwSignal::new(author.name.is_empty());
    let who = Who::new(&author.name);
    context.workspace.with_untracked(|workspace| {
        if let Some(source) = last_source(workspace, &author.id) {
            who.from_source(source);
        }
    });
    let before = context.unfinished_contact();
    let is_back = RwSignal::new(before.is_some());
    if let Some(before) = before {
        who.fill(before);
    }
    let begun = Memo::new(move |_| who.begun());
    Effect::new(move |_| {
        begun.with(|begun| context.keep_unfinished_contact(begun.as_ref()));
        // What is filled in after that was not there before.
        if begun.with(Option::is_none) {
            is_back.set(false);
        }
    });
    let own_name = RwSignal::new(String::new());
    let problems = RwSignal::new(Problems::new());
    let added = RwSignal::new(Vec::<(ContactId, String)>::new());
    let gone_on = StoredValue::new(false);
    let submit = move |then: Then| {
        // The page goes on a moment later: until then a second click adds nobody.
        if gone_on.get_value() {
            return;
        }
        let found = who.check();
        if !found.is_empty() {
            return problems.set(found);
        }
        let name = own_name.get_untracked().trim().to_owned();
        if asks_name.get_untracked() && !name.is_empty() {
            let named = context.set_settings(|settings| settings.author.name.clone_from(&name));
            if let Err(refusal) = named {
                let words = words::refusal(&context.playbook_untracked(), &refusal);
                return problems.set(vec![("own-name", words)]);
            }
            who.own(&name);
            asks_name.set(false);
        }
        let id = match context.create(who.fields()) {
            Ok(id) => id,
            Err(refusal) => return problems.set(refused(context, &refusal)),
        };
        context.keep_unfinished_contact(None);
        gone_on.set_value(then != Then::AddAnother);
        match then {
            Then::Look => context.go(&Route::Contact(id)),
            Then::Ask => context.go(&first_question(context, id)),
            Then::AddAnother => {
                let name = context.workspace.with_untracked(|w| w.contact(id).map(full_name));
                added.update(|added| added.push((id, name.unwrap_or_default())));
                problems.set(Problems::new());
                who.next();
                focus("person");
            }
        }
    };
    view! {
        <div class="view-narrow">
            <form
                class="card card-flush"
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    submit(Then::Look);
                }
                on:keydown=move |event| {
                    // From a text field the browser does this by itself; the keys that open the
                    // list are left to it.
                    let list = event.target().and_then(|at| at.dyn_into::<HtmlSelectElement>().ok());
                    if event.key() == "Enter" && list.is_some() && who.has_source() {
                        event.prevent_default();
                        submit(Then::Look);
                    }
                }
            >
                <div class="form form-quick">
                    <h1 class="view-title" id="title" tabindex="-1">
                        {text::new_contact()}
                    </h1>
                    <Added added />
                    <Shown when=move || is_back.get()>
                        <p class="banner banner-quiet small" role="status">
                            <span>{text::begun_contact()}</span>
                            <button class="link" type="button" on:click=move |_| who.next()>
                                {text::begun_discard()}
                            </button>
                        </p>
                    </Shown>
                    <ErrorSummary problems />
                    <WhoFields who problems short=true />
                    <Shown when=move || asks_name.get()>
                        <TextField
                            id="own-name"
                            label=text::your_name()
                            value=own_name
                            problems
                            optional=true
                            hint=Some(text::your_name_hint())
                            names=true
                        />
                    </Shown>
                    <div class="actions">
                        <button class="btn btn-primary" type="submit">
                            {text::add()}
                        </button>
                        <button
                            class="btn"
                            type="button"
                            on:click=move |_| submit(Then::AddAnother)
                        >
                            {text::add_and_another()}
                        </button>
                        <button class="btn" type="button" on:click=move |_| submit(Then::Ask)>
                            {text::add_and_ask()}
                        </button>
                        <a
                            class="link"
                            href=Route::Contacts(Listing::default()).address()
                            on:click=move |_| context.keep_unfinished_contact(None)
                        >
                            {text::cancel()}
                        </a>
                    </div>
                </div>
            </form>
        </div>
    }
}

/// Who was added with this form before, the last one first to look at.
#[component]
fn Added(added: RwSignal<Vec<(ContactId, String)>>) -> impl IntoView {
    move || {
        added.with(|added| {
            let (id, name) = added.last().cloned()?;
            let count = match added.len() {
                1 => text::added_one().to_owned(),
                n => text::added_some(intl::count(n)),
            };
            Some(view! {
                <p class="banner" data-kind="good">
                    <span>{count} " " <a href=Route::Contact(id).address()>{name}</a></span>
                </p>
            })
        })
    }
}

/// Where the wizard goes on for a contact.
pub fn first_question(context: AppContext, id: ContactId) -> Route {
    context.workspace.with_untracked(|workspace| {
        let contact = workspace.contact(id);
        contact.map_or(Route::Contact(id), |contact| next(context, &workspace.playbook, contact))
    })
}
