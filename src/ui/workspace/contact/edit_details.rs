//! The form for fields, amount and expected close.

use super::super::form::{Problems, SelectField, TextField};
use super::super::new_contact::check;
use super::super::words;
use super::Subject;
use super::dialog::{FormFrame, close};
use crate::app::command::Command;
use crate::app::entry::parse_money;
use crate::app::refusal::Refusal;
use crate::domain::event::Field;
use crate::domain::money::Money;
use crate::domain::position::Level;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::ThenAny;
use leptos::prelude::*;

/// Edits fields, amount and expected close.
#[component]
pub(super) fn Details() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let problems = RwSignal::new(Problems::new());
    let contact = subject.contact.get_untracked();
    let field = |field| RwSignal::new(contact.field(field).unwrap_or_default().to_owned());
    let (person, organisation, job) =
        (field(Field::Person), field(Field::Organisation), field(Field::JobTitle));
    let (email, phone, owner) = (field(Field::Email), field(Field::Phone), field(Field::Owner));
    let source = field(Field::Source);
    let currency = contact
        .amount
        .map_or_else(|| context.settings.with_untracked(|s| s.currency), |amount| amount.currency);
    let amount = RwSignal::new(contact.amount.as_ref().map(Money::decimal).unwrap_or_default());
    let close_on = RwSignal::new(contact.expected_close.map(|d| d.to_string()).unwrap_or_default());
    let deal = contact.level() >= Level::Opportunity;
    let named =
        contact.field(Field::Person).is_some() || contact.field(Field::Organisation).is_some();
    let playbook = context.playbook_untracked();
    let sources =
        playbook.sources.iter().map(|source| (source.id.to_string(), source.title.clone()));
    let unlisted = Some(source.get_untracked()).filter(|id| {
        !id.is_empty() && !playbook.sources.iter().any(|listed| listed.id.as_str() == id)
    });
    let sources = [(String::new(), text::choose_source().to_owned())]
        .into_iter()
        .chain(unlisted.map(|id| (id.clone(), id)))
        .chain(sources)
        .collect();
    let submit = move || {
        let mut found = if named {
            check(&person.get_untracked(), &organisation.get_untracked(), &email.get_untracked())
        } else {
            check("-", "", &email.get_untracked())
        };
        let typed = amount.get_untracked();
        let worth = Some(typed.trim()).filter(|t| !t.is_empty()).map(|t| parse_money(t, currency));
        let worth = worth.transpose();
        if worth.is_err() {
            found.push(("amount", text::err_amount().to_owned()));
        }
        let day = close_on.get_untracked();
        let day = Some(day).filter(|day| !day.is_empty()).map(|day| day.parse()).transpose();
        if day.is_err() {
            found.push(("close", text::err_date().to_owned()));
        }
        let (Ok(worth), Ok(day), true) = (worth, day, found.is_empty()) else {
            return problems.set(found);
        };
        let fields = [
            (Field::Person, person),
            (Field::Organisation, organisation),
            (Field::JobTitle, job),
            (Field::Email, email),
            (Field::Phone, phone),
            (Field::Source, source),
            (Field::Owner, owner),
        ];
        let fields = fields.map(|(field, signal)| (field, signal.get_untracked()));
        let mut commands = vec![Command::SetFields(Field::map(fields))];
        if deal {
            commands.push(Command::SetAmount(worth));
            commands.push(Command::ExpectClose(day));
        }
        for command in commands {
            match context.dispatch(subject.id, command) {
                Ok(()) | Err(Refusal::NothingChanges) => {}
                Err(refusal) => {
                    let words = words::refusal(&context.playbook_untracked(), &refusal);
                    return problems.set(vec![("person", words)]);
                }
            }
        }
        close(subject);
    };
    view! {
        <FormFrame
            title=text::edit_details()
            button=text::save_changes()
            problems
            on_submit=submit
        >
            <div class="form-pair">
                <TextField id="person" label=text::person() value=person problems />
                <TextField id="organisation" label=text::organisation() value=organisation problems />
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
            {deal
                .then_any(|| {
                    view! {
                        <div class="form-pair">
                            <TextField
                                id="amount"
                                label=text::amount_in(currency)
                                value=amount
                                problems
                                optional=true
                                inputmode="decimal"
                            />
                            <TextField
                                id="close"
                                label=text::expected_close()
                                value=close_on
                                problems
                                optional=true
                                kind="date"
                            />
                        </div>
                    }
                })}
        </FormFrame>
    }
}
