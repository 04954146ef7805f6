//! How a rep knows an answer, and the contact's own words.

use crate::domain::answer::Evidence;
use crate::ui::text::wizard as text;
use leptos::prelude::*;

/// Evidence and note as they stand in the form.
#[derive(Debug, Clone, Copy)]
pub struct ProofFields {
    /// The grade of the answer on record.
    on_record: Evidence,
    /// The grade the rep has chosen.
    chosen: RwSignal<Option<Evidence>>,
    /// The contact's own words.
    note: RwSignal<String>,
}

impl ProofFields {
    /// Fields that hold what is on record: its grade, and the contact's own words.
    pub fn new(on_record: Evidence, note: String) -> Self {
        Self { on_record, chosen: RwSignal::new(None), note: RwSignal::new(note) }
    }

    /// The grade the rep has chosen, if any.
    pub fn chosen(self) -> Option<Evidence> {
        self.chosen.get_untracked()
    }

    /// The contact's own words as they stand.
    pub fn note(self) -> String {
        self.note.get_untracked()
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
    let ProofFields { on_record, chosen, note } = fields;
    // What is on record stays as well known as it is; what the rep adds is confirmed.
    let kept = (on_record != Evidence::Confirmed).then(|| {
        let word = GRADES.iter().find(|(_, grade, _)| *grade == on_record).map(|(word, ..)| *word);
        view! { <option value="">{text::how_known_kept(word.unwrap_or_default())}</option> }
    });
    let unchosen = (on_record == Evidence::Confirmed).then_some(on_record);
    let grades = GRADES.map(|(value, grade, means)| {
        let selected = move || chosen.get().or(unchosen) == Some(grade);
        view! { <option value=value selected=selected>{means}</option> }
    });
    let choose = move |value: String| {
        let grade = GRADES.iter().find(|(word, ..)| *word == value).map(|(_, grade, _)| *grade);
        chosen.set(grade);
    };
    view! {
        <div class="wizard-proof">
            <div class="field">
                <label for="q-evidence">{text::how_known()}</label>
                <select
                    class="input"
                    id="q-evidence"
                    on:change:target=move |change| choose(change.target().value())
                >
                    {kept} {grades.collect_view()}
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
