//! The form for a touch: how a rep was in touch, and when.

use super::super::form::{Problems, TextArea, TextField, day_in};
use super::super::words;
use super::Subject;
use super::dialog::{FormFrame, carry_out};
use crate::app::command::Command;
use crate::app::decide::MAX_MINUTES;
use crate::domain::event::{Direction, TouchKind, Touched};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::CollectAny;
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
        let day = day_in("when", on, &mut found);
        let typed = minutes.get_untracked();
        let spent = Some(typed.trim()).filter(|t| !t.is_empty()).map(str::parse::<u32>).transpose();
        let too_many = matches!(spent, Ok(Some(minutes)) if minutes > MAX_MINUTES);
        if spent.is_err() || too_many {
            found.push(("minutes", text::err_minutes().to_owned()));
        }
        match (day, spent) {
            (Some(on), Ok(minutes)) if !too_many => {
                let (kind, direction) = (kind.get_untracked(), direction.get_untracked());
                let touched =
                    Touched { kind, direction, on, minutes, note: Some(note.get_untracked()) };
                carry_out(context, subject, problems, ("when", "note"), Command::LogTouch(touched));
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
            title=text::log_touch()
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

/// One of a few, all of them seen at once.
#[component]
pub(super) fn Segments<T: Copy + PartialEq + Send + Sync + 'static>(
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
