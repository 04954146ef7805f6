//! What a person decides about a file of Ripen's: what becomes of those who were erased here and stand
//! in it, or the other way round, never done unasked; and whether its playbook is used.

use crate::platform::intl;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::ThenAny;
use leptos::prelude::*;

/// How many are named.
const NAMED: usize = 5;

/// What the person chose.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chosen {
    /// Whoever was erased here comes back.
    pub(super) bring_back: RwSignal<bool>,
    /// Whoever was erased elsewhere is erased here, too.
    pub(super) erase: RwSignal<bool>,
    /// The playbook of the file takes the place of the one here, where it may.
    pub(super) playbook: RwSignal<bool>,
}

impl Chosen {
    pub(super) fn new() -> Self {
        let (bring_back, erase) = (RwSignal::new(false), RwSignal::new(false));
        Self { bring_back, erase, playbook: RwSignal::new(true) }
    }
}

/// The questions, where there is anybody to ask about.
#[component]
pub(super) fn Erased(
    /// Names of those who were erased here and stand in the file.
    here: Vec<String>,
    /// Names of those who are here and were erased where the file was made.
    there: Vec<String>,
    chosen: Chosen,
) -> impl IntoView {
    let first = match here.len() {
        1 => text::restore_erased_one().to_owned(),
        n => text::restore_erased(intl::count(n)),
    };
    let second = match there.len() {
        1 => text::restore_gone_one().to_owned(),
        n => text::restore_gone(intl::count(n)),
    };
    let tick = |question: String,
                who: &[String],
                label: &'static str,
                hint: &'static str,
                to: RwSignal<bool>| {
        view! {
            <div class="field">
                <p>{question} " " <b>{names(who)}</b></p>
                <label class="out-tick">
                    <input
                        type="checkbox"
                        prop:checked=move || to.get()
                        on:change=move |event| to.set(event_target_checked(&event))
                    />
                    <span>{label}</span>
                </label>
                <p class="small quiet">{hint}</p>
            </div>
        }
    };
    view! {
        {(!here.is_empty())
            .then_any(|| {
                let (label, hint) = (text::restore_bring_back(), text::restore_bring_back_hint());
                tick(first, &here, label, hint, chosen.bring_back)
            })}
        {(!there.is_empty())
            .then_any(|| {
                let (label, hint) = (text::restore_erase_here(), text::restore_erase_hint());
                tick(second, &there, label, hint, chosen.erase)
            })}
    }
}

/// Whether the playbook of the file is used in place of one that somebody chose.
#[component]
pub(super) fn UsePlaybook(chosen: Chosen) -> impl IntoView {
    view! {
        <label class="out-tick">
            <input
                type="checkbox"
                prop:checked=move || chosen.playbook.get()
                on:change=move |event| chosen.playbook.set(event_target_checked(&event))
            />
            <span>{text::restore_use_playbook()}</span>
        </label>
    }
}

/// The first names, and how many more there are.
fn names(all: &[String]) -> String {
    let first = all.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    match all.len().saturating_sub(NAMED) {
        0 => first,
        more => text::restore_erased_more(first, intl::count(more)),
    }
}
