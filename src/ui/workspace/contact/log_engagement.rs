//! The form for what a contact did by itself, such as a download: engagement, not a touch.

use super::super::form::{Problems, TextArea, TextField, day_in};
use super::super::words;
use super::Subject;
use super::dialog::{FormFrame, carry_out};
use super::log_touch::Segments;
use crate::app::command::Command;
use crate::domain::event::{Engaged, EngagementKind};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use leptos::prelude::*;

/// Logs a download, a sign-up, an event or a visit.
#[component]
pub(super) fn Engagement() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let problems = RwSignal::new(Problems::new());
    let kind = RwSignal::new(EngagementKind::Download);
    let on = RwSignal::new(context.today().to_string());
    let note = RwSignal::new(String::new());
    let submit = move || {
        let mut found = Problems::new();
        let Some(on) = day_in("when", on, &mut found) else { return problems.set(found) };
        let note = Some(note.get_untracked());
        let engaged = Engaged { kind: kind.get_untracked(), on, note };
        carry_out(context, subject, problems, ("when", "note"), Command::LogEngagement(engaged));
    };
    let kinds = EngagementKind::ALL.map(|kind| (kind, words::engagement(kind).to_owned()));
    view! {
        <FormFrame
            title=text::log_engagement()
            button=text::dlg_touch_button()
            problems
            on_submit=submit
        >
            <Segments
                name="kind"
                legend=text::dlg_engagement_what()
                options=kinds.to_vec()
                chosen=kind
            />
            <TextField
                id="when"
                label=text::dlg_touch_when()
                value=on
                problems
                kind="date"
                class="input input-short"
            />
            <TextArea id="note" label=text::note() value=note problems optional=true />
            <p class="small quiet">{text::dlg_engagement_note()}</p>
        </FormFrame>
    }
}
