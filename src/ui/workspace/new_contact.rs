//! The form for a new contact.

use super::form::{ErrorSummary, Problems, SelectField, TextField};
use super::words;
use crate::app::refusal::Refusal;
use crate::app::route::{Listing, Route};
use crate::app::wizard::{Run, Step};
use crate::domain::event::Field;
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
    let [person, organisation, job, email, phone, source, own_name] =
        std::array::from_fn(|_| RwSignal::new(String::new()));
    let owner = RwSignal::new(author);
    let problems = RwSignal::new(Problems::new());
    let sources = context.workspace.with_untracked(|workspace| {
        let listed = workspace.playbook.sources.iter();
        let listed = listed.map(|source| (source.id.to_string(), source.title.clone()));
        [(String::new(), text::choose_source().to_owned())].into_iter().chain(listed).collect()
    });
    let submit = move |ask: bool| {
        let found =
            check(&person.get_untracked(), &organisation.get_untracked(), &email.get_untracked());
        if !found.is_empty() {
            return problems.set(found);
        }
        if asks_name && !own_name.with_untracked(|name| name.trim().is_empty()) {
            let name = own_name.get_untracked().trim().to_owned();
            if owner.with_untracked(String::is_empty) {
                owner.set(name.clone());
            }
            if let Err(refusal) = context.set_settings(|settings| settings.author.name = name) {
                return problems.set(vec![("own-name", refused(context, &refusal))]);
            }
        }
        let fields = [
            (Field::Person, person),
            (Field::Organisation, organisation),
            (Field::JobTitle, job),
            (Field::Email, email),
            (Field::Phone, phone),
            (Field::Source, source),
            (Field::Owner, owner),
        ];
        let fields = fields.into_iter().map(|(field, signal)| (field, signal.get_untracked()));
        match context.create(Field::map(fields)) {
            Ok(id) if ask => context.go(&first_question(context, id)),
            Ok(id) => context.go(&Route::Contact(id)),
            Err(refusal) => problems.set(vec![(field_of(&refusal), refused(context, &refusal))]),
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
                    <div class="form-pair">
                        <TextField id="person" label=text::person() value=person problems />
                        <TextField
                            id="organisation"
                            label=text::organisation()
                            value=organisation
                            problems
                        />
                    </div>
                    <TextField id="job" label=text::job_title() value=job problems optional=true />
                    <div class="form-pair">
                        <TextField
                            id="email"
                            label=text::email()
                            value=email
                            problems
                            optional=true
                            kind="email"
                            inputmode="email"
                        />
                        <TextField
                            id="phone"
                            label=text::phone()
                            value=phone
                            problems
                            optional=true
                            kind="tel"
                            inputmode="tel"
                        />
                    </div>
                    <div class="form-pair">
                        <SelectField
                            id="source"
                            label=text::source()
                            value=source
                            options=sources
                            problems
                            optional=true
                        />
                        <TextField id="owner" label=text::owner() value=owner problems optional=true />
                    </div>
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

/// What is wrong with the names and the address, all at once.
pub fn check(person: &str, organisation: &str, email: &str) -> Problems {
    let mut problems = Problems::new();
    if person.trim().is_empty() && organisation.trim().is_empty() {
        problems.push(("person", text::err_nobody().to_owned()));
    }
    let email = email.trim();
    let plausible = email.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
    });
    if !email.is_empty() && (!plausible || email.contains(char::is_whitespace)) {
        problems.push(("email", text::err_email().to_owned()));
    }
    problems
}

fn field_of(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::TooLong(Field::Organisation) => "organisation",
        Refusal::TooLong(Field::JobTitle) => "job",
        Refusal::TooLong(Field::Email) => "email",
        Refusal::TooLong(Field::Phone) => "phone",
        Refusal::TooLong(Field::Owner) => "owner",
        _ => "person",
    }
}

fn refused(context: AppContext, refusal: &Refusal) -> String {
    words::refusal(&context.playbook_untracked(), refusal)
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
