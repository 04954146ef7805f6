//! Taking everything out.

use super::super::icons::{Glyph, Icon};
use super::Desk;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Hands the whole workspace to the browser to save, after saying so.
pub(super) fn export(desk: Desk, context: AppContext) {
    desk.exported.set(text::data_exporting().to_owned());
    spawn_local(async move {
        let taken = context.export().await;
        let file = context.backups.with_untracked(|all| all.last().map(|last| last.file.clone()));
        desk.exported.set(match file.filter(|_| taken) {
            Some(file) => text::data_exported(file),
            None => text::data_not_exported().to_owned(),
        });
    });
}

/// The card to take everything out.
#[component]
pub(super) fn TakeOut() -> impl IntoView {
    let (context, desk) = (AppContext::get(), Desk::get());
    view! {
        <section class="card" aria-labelledby="take-out">
            <h2 class="card-title" id="take-out">
                {text::data_take_out()}
            </h2>
            <p class="small quiet">{text::data_take_out_text()}</p>
            <div class="actions">
                <button class="btn" type="button" on:click=move |_| export(desk, context)>
                    <Glyph icon=Icon::Download />
                    {text::data_export()}
                </button>
                <span class="small quiet" role="status">
                    {move || desk.exported.get()}
                </span>
            </div>
        </section>
    }
}
