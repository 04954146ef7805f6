//! Forms for a touch, the next step and the details.

use super::super::form::{Problems, SelectField, TextArea, TextField};
use super::super::new_contact::check;
use super::super::words;
use super::Subject;
use super::dialog::{FormFrame, carry_out, close};
use crate::app::command::Command;
use crate::app::entry::parse_money;
use crate::app::refusal::Refusal;
use crate::domain::event::{Direction, Field, TouchKind, Touched};
use crate::domain::money::Money;
use crate::domain::position::Level;
use crate::domain::when::read_day;
use crate::ui::any::{CollectAny, ThenAny};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use leptos::prelude::*;

/// Logs a call, an e-mail, a meeting or a message.
#[component]
pub(super) fn Touch() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let problems = RwSignal::new(Problems::new());
    let (kind, direction) = (RwSignal::new(TouchKind::Call), RwSignal::new(Direction::Outbound));
    let on = RwSignal::new(context.today().to_string());
    let (minutes, note) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let submit = move || {
        let mut found = Problems::new();
        let day = read_day(&on.get_untracked());
        if day.is_none() {
            found.push(("when", text::err_date().to_owned()));
        }
        let typed = minutes.get_untracked();
        let spent = Some(typed.trim()).filter(|t| !t.is_empty()).map(str::parse::<u32>).transpose();
        if spent.is_err() {
            found.push(("minutes", text::err_minutes().to_owned()));
        }
        match (day, spent) {
            (Some(on), Ok(minutes)) => {
                let (kind, direction) = (kind.get_untracked(), direction.get_untracked());
                let touched =
                    Touched { kind, direction, on, minutes, note: Some(note.get_untracked()) };
                carry_out(context, subject, problems, "when", Command::LogTouch(touched));
            }
            _ => problems.set(found),
        }
    };
    let kinds = [TouchKind::Call, TouchKind::Email, TouchKind::Meeting, TouchKind::Message];
    let sides = [
        (Direction::Outbound, text::dlg_touch_us().to_owned()),
        (Direction::Inbound, text::dlg_touch_them().to_owned()),
    ];
    view! {
        <FormFrame
            title=text::dlg_touch()
            button=text::dlg_touch_button()
            problems
            on_submit=submit
        >
            <Segments
                name="kind"
                legend=text::dlg_touch_what()
                options=kinds.map(|kind| (kind, words::touch(kind).to_owned())).to_vec()
                chosen=kind
            />
            <Segments
                name="side"
                legend=text::dlg_touch_who()
                options=sides.to_vec()
                chosen=direction
            />
            <div class="form-pair">
                <TextField id="when" label=text::dlg_touch_when() value=on problems kind="date" />
                <TextField
                    id="minutes"
                    label=text::dlg_touch_minutes()
                    value=minutes
                    problems
                    optional=true
                    inputmode="numeric"
                />
            </div>
            <TextArea id="note" label=text::note() value=note problems optional=true />
        </FormFrame>
    }
}

#[component]
fn Segments<T: Copy + PartialEq + Send + Sync + 'static>(
    name: &'static str,
    legend: &'static str,
    options: Vec<(T, String)>,
    chosen: RwSignal<T>,
) -> impl IntoView {
    let options = options.into_iter().map(|(value, wording)| {
        view! {
            <label class="segment">
                <input
                    type="radio"
                    name=name
                    prop:checked=move || chosen.get() == value
                    on:change=move |_| chosen.set(value)
                />
                {wording}
            </label>
        }
    });
    view! {
        <fieldset class="field">
            <legend>{legend}</legend>
            <div class="segments">{options.collect_any()}</div>
        </fieldset>
    }
}

/// Sets the next step.
#[component]
pub(super) fn Task() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let problems = RwSignal::new(Problems::new());
    let task = subject.contact.with_untracked(|contact| contact.task.clone());
    let note = RwSignal::new(task.as_ref().map(|task| task.note.clone()).unwrap_or_default());
    let due = RwSignal::new(task.map(|task| task.due.to_string()).unwrap_or_default());
    let submit = move || {
        let mut found = Problems::new();
        if note.with_untracked(|note| note.trim().is_empty()) {
            found.push(("what", text::err_what().to_owned()));
        }
        let Ok(due) = due.get_untracked().parse() else {
            found.push(("due", text::err_date().to_owned()));
            return problems.set(found);
        };
        if !found.is_empty() {
            return problems.set(found);
        }
        let command = Command::SetTask { due, note: note.get_untracked() };
        carry_out(context, subject, problems, "due", command);
    };
    view! {
        <FormFrame title=text::dlg_task() button=text::dlg_task_button() problems on_submit=submit>
            <TextField id="what" label=text::dlg_task_what() value=note problems />
            <TextField
                id="due"
                label=text::dlg_task_due()
                value=due
                problems
                kind="date"
                class="input input-short"
            />
        </FormFrame>
    }
}

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
