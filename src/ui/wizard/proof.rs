//! How a rep knows an answer, and the contact's own words.

use crate::domain::answer::Evidence;
use crate::ui::text::wizard as text;
use leptos::prelude::*;

/// How an answer is known, as a rep states it.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// How well.
    pub evidence: Evidence,
    /// The contact's own words; empty for none.
    pub note: String,
}

/// Evidence and note as they stand in the form.
#[derive(Debug, Clone, Copy)]
pub struct ProofFields {
    /// How well the answer is known.
    evidence: RwSignal<Evidence>,
    /// The contact's own words.
    note: RwSignal<String>,
}

impl ProofFields {
    /// Fields that hold what is on record.
    pub fn new(known: Known) -> Self {
        Self { evidence: RwSignal::new(known.evidence), note: RwSignal::new(known.note) }
    }

    /// What they hold now.
    pub fn read(self) -> Known {
        Known { evidence: self.evidence.get_untracked(), note: self.note.get_untracked() }
    }
}

const GRADES: [(&str, Evidence, &str); 3] = [
    ("claimed", Evidence::Claimed, text::claimed_means()),
    ("confirmed", Evidence::Confirmed, text::confirmed_means()),
    ("documented", Evidence::Documented, text::documented_means()),
];

/// The fields.
#[component]
pub fn Proof(
    /// What they hold.
    fields: ProofFields,
) -> impl IntoView {
    let ProofFields { evidence, note } = fields;
    let grades = GRADES.map(|(value, grade, means)| {
        view! { <option value=value selected=move || evidence.get() == grade>{means}</option> }
    });
    let chosen = move |value: String| {
        if let Some((_, grade, _)) = GRADES.iter().find(|(word, ..)| *word == value) {
            evidence.set(*grade);
        }
    };
    view! {
        <div class="wizard-proof">
            <div class="field">
                <label for="q-evidence">{text::how_known()}</label>
                <select
                    class="input"
                    id="q-evidence"
                    on:change:target=move |change| chosen(change.target().value())
                >
                    {grades.collect_view()}
                </select>
            </div>
            <div class="field">
                <label for="q-note">
                    {text::in_their_words()} " " <span class="optional">{text::optional()}</span>
                </label>
                <textarea
                    class="input"
                    id="q-note"
                    rows="2"
                    prop:value=move || note.get()
                    on:input:target=move |input| note.set(input.target().value())
                ></textarea>
            </div>
        </div>
    }
}
