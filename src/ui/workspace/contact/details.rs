//! The contact's fields, amount and expected close, and the imported columns kept with it.

use super::super::duplicates::cells;
use super::super::source::{known, listed};
use super::super::words;
use super::consent::ConsentLine;
use super::{Form, Subject};
use crate::app::merge::{Item, also, each_by_itself};
use crate::domain::contact::Contact;
use crate::domain::event::Field;
use crate::domain::playbook::Playbook;
use crate::domain::position::Level;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, MapAny};
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;

/// Fields with a way to edit them.
#[component]
pub(super) fn DetailsCard() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let facts = move || {
        let playbook = context.playbook();
        subject.judged.with(|contact| facts(&playbook, contact))
    };
    let others = move || {
        let nobody = subject.judged.with(|contact| contact.merged.is_empty());
        if nobody {
            return Vec::new();
        }
        let each = context.workspace.with(|workspace| each_by_itself(workspace, subject.id));
        let (playbook, today) = (context.playbook(), context.today());
        subject.judged.with(|contact| {
            let words = |(item, of): (Item, Vec<&Contact>)| {
                let said = of.into_iter().filter_map(|it| cells::cell(&playbook, it, &item, today));
                let name = text::dup_also(cells::name(&playbook, &item));
                (name, said.collect::<Vec<_>>().join("; "))
            };
            also(contact, &each).into_iter().map(words).collect::<Vec<_>>()
        })
    };
    let email =
        move || subject.judged.with(|contact| contact.field(Field::Email).map(str::to_owned));
    let columns = move || subject.judged.with(|contact| contact.attributes.clone());
    let fact = |(name, value): (String, String)| {
        view! {
            <div class="fact">
                <dt>{name}</dt>
                <dd>{value}</dd>
            </div>
        }
    };
    view! {
        <section class="card" aria-labelledby="details-title">
            <div class="card-head">
                <h2 class="card-title" id="details-title">
                    {text::details()}
                </h2>
                <button
                    class="link small"
                    type="button"
                    on:click=move |_| subject.open(Form::Details)
                >
                    {text::edit()}
                    <span class="visually-hidden">{text::colon_what(text::details())}</span>
                </button>
            </div>
            <dl class="facts">
                {move || {
                    email()
                        .map_any(|email| {
                            view! {
                                <div class="fact">
                                    <dt>{text::email()}</dt>
                                    <dd>
                                        <a href=format!("mailto:{email}")>{email.clone()}</a>
                                    </dd>
                                </div>
                            }
                        })
                }}
                {move || facts().into_iter().chain(others()).map(fact).collect_any()}
            </dl>
            <ConsentLine />
            <Shown when=move || !columns().is_empty()>
                <details class="disclosure">
                    <summary>{text::imported_columns()}</summary>
                    <dl class="facts">
                        {move || columns().into_iter().map(fact).collect_any()}
                    </dl>
                </details>
            </Shown>
        </section>
    }
}

fn facts(playbook: &Playbook, contact: &Contact) -> Vec<(String, String)> {
    let field = |field| Some((words::field(field).to_owned(), contact.field(field)?.to_owned()));
    let source = contact.field(Field::Source);
    let about = source.and_then(|id| listed(playbook, id)).map(known).unwrap_or_default();
    let about = about.into_iter().map(|(name, value)| (name.to_owned(), value));
    let source = source.map(|id| (text::source().to_owned(), words::source(playbook, id)));
    let amount = match contact.amount {
        Some(amount) => Some(intl::money(amount)),
        None => (contact.level() >= Level::Opportunity).then(|| text::no_amount().to_owned()),
    };
    let who = [
        field(Field::Person),
        field(Field::Organisation),
        field(Field::JobTitle),
        field(Field::Phone),
    ];
    let rest = [
        field(Field::Owner),
        amount.map(|amount| (text::amount().to_owned(), amount)),
        contact.expected_close.map(|day| (text::expected_close().to_owned(), intl::day(day))),
    ];
    who.into_iter().flatten().chain(source).chain(about).chain(rest.into_iter().flatten()).collect()
}
