//! How a rep knows an answer, and the contact's own words.

use super::field::element_id;
use super::why::grade_mark;
use crate::app::evidence::Basis;
use crate::domain::answer::Evidence;
use crate::ui::format;
use crate::ui::text::{rep, wizard as text};
use leptos::prelude::*;

/// Evidence and note as they stand in the form.
#[derive(Debug, Clone, Copy)]
pub struct EvidenceFields {
    /// The grade of the answer on record.
    on_record: RwSignal<Evidence>,
    /// The grade the rep has chosen.
    chosen: RwSignal<Option<Evidence>>,
    /// The contact's own words.
    note: RwSignal<String>,
    /// What is wrong with those words.
    wrong: RwSignal<Option<String>>,
}

impl EvidenceFields {
    /// Fields that hold what is on record: its grade, and the contact's own words.
    pub fn new(on_record: Evidence, note: String) -> Self {
        let (on_record, note) = (RwSignal::new(on_record), RwSignal::new(note));
        Self { on_record, chosen: RwSignal::new(None), note, wrong: RwSignal::new(None) }
    }

    /// Holds what is on record from now on. A grade chosen before stays where it is that one.
    pub fn show(self, on_record: Evidence, note: String) {
        self.on_record.set(on_record);
        if self.chosen() != Some(on_record) {
            self.chosen.set(None);
        }
        if self.note.with_untracked(|written| written.trim() != note) {
            self.note.set(note);
        }
    }

    /// The grade the rep has chosen, if any.
    pub fn chosen(self) -> Option<Evidence> {
        self.chosen.get_untracked()
    }

    /// What they say the answer rests on.
    pub fn basis(self) -> Basis {
        Basis { chosen: self.chosen(), note: self.note.get_untracked() }
    }

    /// The same, for who is to be told when it changes.
    pub fn current(self) -> Basis {
        Basis { chosen: self.chosen.get(), note: self.note.get() }
    }

    /// Fills in what the answer rests on.
    pub fn fill(self, basis: Basis) {
        self.chosen.set(basis.chosen);
        self.note.set(basis.note);
    }

    /// Says what is wrong with the contact's own words, or that nothing is.
    pub fn mark(self, wrong: Option<String>) {
        self.wrong.set(wrong);
    }
}

fn means(grade: Evidence) -> &'static str {
    match grade {
        Evidence::Claimed => rep::claimed_means(),
        Evidence::Confirmed => rep::confirmed_means(),
        Evidence::Documented => rep::documented_means(),
    }
}

/// The fields.
#[component]
pub fn EvidenceForm(
    /// What they hold.
    fields: EvidenceFields,
    /// The question's place in the page.
    place: usize,
) -> impl IntoView {
    let EvidenceFields { on_record, chosen, note, wrong } = fields;
    // What is on record stays as well known as it is; what the rep adds is confirmed.
    let kept = move || {
        let kept = on_record.get();
        let selected = move || chosen.get().is_none();
        (kept != Evidence::Confirmed).then(|| {
            view! {
                <option value="" prop:selected=selected>
                    {rep::how_known_kept(format::evidence_within(kept))}
                </option>
            }
        })
    };
    let grades = Evidence::ALL.map(|grade| {
        let unchosen = move || Some(on_record.get()).filter(|kept| *kept == Evidence::Confirmed);
        let selected = move || chosen.get().or_else(unchosen) == Some(grade);
        view! { <option value=grade_mark(grade) prop:selected=selected>{means(grade)}</option> }
    });
    let (evidence, words) = (element_id(place, "evidence"), element_id(place, "note"));
    let error = element_id(place, "note-error");
    let described = {
        let error = error.clone();
        move || wrong.with(Option::is_some).then(|| error.clone())
    };
    let message = move || {
        wrong.get().map(|message| {
            view! {
                <p class="field-error" id=error.clone()>
                    <span class="visually-hidden">{text::error_prefix()}</span>
                    {message}
                </p>
            }
        })
    };
    let choose = move |value: String| {
        chosen.set(Evidence::ALL.into_iter().find(|grade| grade_mark(*grade) == value));
    };
    view! {
        <div class="wizard-evidence">
            <div class="field">
                <label for=evidence.clone()>{rep::how_known()}</label>
                <select
                    class="input"
                    id=evidence
                    on:change:capture:target=move |change| choose(change.target().value())
                >
                    {kept} {grades.collect_view()}
                </select>
            </div>
            <div class="field">
                <label for=words.clone()>
                    {rep::in_their_words()} " " <span class="optional">{text::optional()}</span>
                </label>
                {message}
                <textarea
                    class="input"
                    id=words
                    rows="2"
                    aria-describedby=described
                    aria-invalid=move || wrong.with(Option::is_some).then_some("true")
                    prop:value=move || note.get()
                    on:input:capture:target=move |input| note.set(input.target().value())
                ></textarea>
            </div>
        </div>
    }
}
