//! What levels and stages mean, beside where they are shown: the words of the glossary.

use super::learn::{level_entry, stage_entry};
use crate::app::route::{Lesson, Route};
use crate::domain::position::Level;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::CollectAny;
use leptos::prelude::*;

/// Every level and stage with its meaning, folded until somebody asks.
#[component]
pub(super) fn Meanings() -> impl IntoView {
    let context = AppContext::get();
    let entries = move || {
        let playbook = context.playbook();
        let levels = Level::ALL.map(|level| level_entry(&playbook, level)).collect_any();
        let stages = playbook.stages_in_use().map(|stage| stage_entry(&playbook, stage));
        view! {
            <dl class="terms">{levels} {stages.collect_any()}</dl>
        }
    };
    view! {
        <details class="disclosure small meanings">
            <summary>{text::meanings()}</summary>
            <div class="card">
                {entries} <p><a href=Route::Learn(Lesson::Glossary).address()>{text::meanings_all()}</a></p>
            </div>
        </details>
    }
}
