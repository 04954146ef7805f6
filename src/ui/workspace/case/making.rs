//! The page on which a link or a file with a contact's case is made, after saying what is in it.

use crate::app::refusal::Refusal;
use crate::app::route::Route;
use crate::domain::contact::Contact;
use crate::domain::event::Field;
use crate::domain::ids::ContactId;
use crate::domain::log::EventLog;
use crate::domain::when::When;
use crate::exchange::case_file::{self, Case, without_personal_data};
use crate::exchange::share::Payload;
use crate::platform::{clock, intl};
use crate::ui::context::{AppContext, default_playbook};
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::CollectAny;
use crate::ui::workspace::playbook::studio::LinkMaker;
use crate::ui::workspace::words;
use leptos::prelude::*;

/// The page.
#[component]
pub(in crate::ui::workspace) fn SharePage(
    /// Whose case.
    id: ContactId,
) -> impl IntoView {
    let context = AppContext::get();
    let subject = context.workspace.with_untracked(|workspace| {
        let record = workspace.record(id)?;
        Some((record.contact.clone()?, record.log.clone()))
    });
    if let Some((contact, log)) = subject {
        return view! { <Making contact log /> }.into_any();
    }
    let gone = words::refusal(&context.playbook_untracked(), &Refusal::NoSuchContact);
    view! {
        <h1 class="view-title" id="title" tabindex="-1">
            {text::case_share()}
        </h1>
        <p class="empty">{gone}</p>
    }
    .into_any()
}

#[component]
fn Making(contact: Contact, log: EventLog) -> impl IntoView {
    let context = AppContext::get();
    let id = contact.id;
    // Who shares it decides to show more, rather than forgets to show less.
    let bare = RwSignal::new(true);
    let whole = StoredValue::new(held(&contact, &log));
    let held = move || {
        let (people, rest) = whole.get_value();
        let lines = if bare.get() { rest } else { people.into_iter().chain(rest).collect() };
        lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_any()
    };
    let name = words::full_name(&contact);
    let log = StoredValue::new(log);
    let case = Callback::new(move |()| {
        let playbook = context.playbook_untracked();
        let log = log.get_value();
        let (contact, log) = if bare.get_untracked() {
            without_personal_data(&playbook, id, &log)
        } else {
            (id, log)
        };
        let own = (*playbook != default_playbook()).then(|| (*playbook).clone());
        let shared_at = When::Instant(clock::now());
        let judged_by = playbook.reference();
        Case { shared_at, judged_by, playbook: own, contact, log }
    });
    let payload = Callback::new(move |()| Payload::Case(case.run(())));
    view! {
        <div class="out">
            <nav class="small" aria-label=crate::ui::text::rep::back_to()>
                <a href=Route::Contact(id).address()>{name}</a>
            </nav>
            <h1 class="view-title" id="title" tabindex="-1">
                {text::case_share()}
            </h1>
            <p class="quiet">{text::case_share_text()}</p>
            <section class="card" aria-labelledby="holds">
                <h2 class="card-title" id="holds">
                    {text::case_holds()}
                </h2>
                <label class="out-tick">
                    <input
                        type="checkbox"
                        prop:checked=move || bare.get()
                        on:change=move |event| bare.set(event_target_checked(&event))
                    />
                    <span>{text::case_bare()}</span>
                </label>
                <p class="small quiet">{text::case_bare_text()}</p>
                <p class="banner" role="status">
                    {move || if bare.get() { text::case_warn_bare() } else { text::case_warn() }}
                </p>
                <ul class="bullets">{held}</ul>
                {move || {
                    // What was made before holds something else.
                    bare.track();
                    view! {
                        <LinkMaker payload>
                            <SaveFile case />
                        </LinkMaker>
                    }
                }}
            </section>
        </div>
    }
}

/// The button that saves the case as a file, and what became of it. The file's name tells nobody's.
#[component]
fn SaveFile(
    /// Gives what the file is to hold.
    case: Callback<(), Case>,
) -> impl IntoView {
    let context = AppContext::get();
    let said = RwSignal::new("");
    let save = move |_| {
        let name = format!("ripen-case-{}.json", context.today());
        let text = case_file::write(&case.run(()));
        let taken = context.save_file(&name, "application/json", &text);
        said.set(if taken { "" } else { text::data_not_exported() });
    };
    view! {
        <button class="btn" type="button" on:click=save>
            {text::case_save()}
        </button>
        <span class="small" role="status">
            {move || said.get()}
        </span>
    }
}

/// What the link holds: of the person, and besides.
fn held(contact: &Contact, log: &EventLog) -> (Vec<String>, Vec<String>) {
    let field = |field| contact.field(field).map(|it| text::case_field(words::field(field), it));
    let fields = [Field::Person, Field::Email, Field::Phone, Field::Owner];
    let mut people: Vec<_> = fields.into_iter().filter_map(field).collect();
    people
        .extend(contact.task.as_ref().map(|task| text::case_field(text::next_step(), &task.note)));
    let others = contact.stakeholders.iter().map(|other| other.name.as_str());
    let others = others.collect::<Vec<_>>().join(", ");
    if !others.is_empty() {
        people.push(text::case_field(text::stakeholders(), others));
    }
    if !contact.attributes.is_empty() {
        let names = contact.attributes.keys().cloned().collect::<Vec<_>>().join(", ");
        people.push(text::case_field(text::out_columns_attributes(), names));
    }
    people.push(text::case_notes().to_owned());
    let answers = contact.answers.questions().count();
    let rest = [Field::Organisation, Field::JobTitle].into_iter().filter_map(field);
    let rest = rest.chain([
        text::case_answers(intl::count(answers)),
        text::case_events(intl::count(log.events().len())),
        text::case_playbook().to_owned(),
    ]);
    (people, rest.collect())
}
