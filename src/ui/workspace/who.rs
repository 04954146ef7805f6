//! Who a contact is: the fields that the form of a new contact and that of its details share.
//!
//! Owns what they hold, what is looked at before anything is recorded, and beside which of them a
//! refusal is said. Refuses to know what becomes of them. Invariant: every [field](Field::ALL) is there.

use super::form::{Problems, TextField};
use super::source::SourceField;
use super::words;
use crate::app::refusal::Refusal;
use crate::domain::contact::Contact;
use crate::domain::event::Field;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The fields as they stand in a form.
#[derive(Debug, Clone, Copy)]
pub struct Who {
    /// What is typed, in the order of [`Field::ALL`].
    texts: [RwSignal<String>; Field::ALL.len()],
    /// What they held at first.
    was: StoredValue<[String; Field::ALL.len()]>,
    /// Whether somebody must be named.
    named: bool,
}

impl Who {
    /// Somebody new, who must be named.
    pub fn new(owner: &str) -> Self {
        Self::filled(|field| Some(owner).filter(|_| field == Field::Owner), true)
    }

    /// What is on record. A visitor's lead may go on without a name.
    pub fn of(contact: &Contact) -> Self {
        let named = [Field::Person, Field::Organisation];
        let named = named.into_iter().any(|field| contact.field(field).is_some());
        Self::filled(|field| contact.field(field), named)
    }

    fn filled<'a>(text: impl Fn(Field) -> Option<&'a str>, named: bool) -> Self {
        let was = Field::ALL.map(|field| text(field).unwrap_or_default().to_owned());
        let texts = was.clone().map(RwSignal::new);
        Self { texts, was: StoredValue::new(was), named }
    }

    /// Makes somebody the owner, unless there is one.
    pub fn own(self, name: &str) {
        let [.., owner] = self.texts;
        if owner.with_untracked(String::is_empty) {
            owner.set(name.to_owned());
        }
    }

    /// Puts a source in, which may be changed.
    pub fn from_source(self, id: &str) {
        let [.., source, _] = self.texts;
        source.set(id.to_owned());
    }

    /// Whether a source is chosen.
    pub fn has_source(self) -> bool {
        let [.., source, _] = self.texts;
        source.with_untracked(|id| !id.is_empty())
    }

    /// Ready for the next one, who comes from the same source and has the same owner.
    pub fn next(self) {
        let [who @ .., _, _] = self.texts;
        for text in who {
            text.set(String::new());
        }
    }

    /// The fields, once somebody began to fill them in: a source and an owner are there by themselves.
    pub fn begun(self) -> Option<BTreeMap<Field, String>> {
        let texts = self.texts.map(|text| text.get());
        let [who @ .., _, _] = &texts;
        let begun = who.iter().any(|text| !text.trim().is_empty());
        begun.then(|| Field::map(Field::ALL.into_iter().zip(texts)))
    }

    /// Fills in what was begun before.
    pub fn fill(self, mut fields: BTreeMap<Field, String>) {
        for (field, text) in Field::ALL.into_iter().zip(self.texts) {
            text.set(fields.remove(&field).unwrap_or_default());
        }
    }

    /// What is wrong with the names and the address, all at once.
    pub fn check(self) -> Problems {
        let [person, organisation, _, email, ..] = self.texts.map(|text| text.get_untracked());
        let mut problems = Problems::new();
        if self.named && person.trim().is_empty() && organisation.trim().is_empty() {
            problems.push((id(Field::Person), text::err_nobody().to_owned()));
        }
        let email = email.trim();
        let plausible = email.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
        });
        if !email.is_empty() && (!plausible || email.contains(char::is_whitespace)) {
            problems.push((id(Field::Email), text::err_email().to_owned()));
        }
        problems
    }

    /// The fields, for a command.
    pub fn fields(self) -> BTreeMap<Field, String> {
        Field::map(Field::ALL.into_iter().zip(self.texts.map(|text| text.get_untracked())))
    }

    /// Those that were changed, for a command. What was left alone may have changed elsewhere since
    /// the form was opened, and stays so.
    pub fn changed(self) -> BTreeMap<Field, String> {
        let was = Field::ALL.into_iter().zip(self.was.get_value());
        let mut fields = self.fields();
        for (field, was) in was {
            if fields.get(&field) == Some(&was) {
                fields.remove(&field);
            }
        }
        fields
    }
}

/// A refusal beside the field it is about.
pub fn refused(context: AppContext, refusal: &Refusal) -> Problems {
    let field = match refusal {
        Refusal::TooLong(field) => *field,
        _ => Field::Person,
    };
    vec![(id(field), words::refusal(&context.playbook_untracked(), refusal))]
}

/// The id of a field's control.
fn id(field: Field) -> &'static str {
    match field {
        Field::Person => "person",
        Field::Organisation => "organisation",
        Field::JobTitle => "job",
        Field::Email => "email",
        Field::Phone => "phone",
        Field::Source => "source",
        Field::Owner => "owner",
    }
}

/// Whether a control stands with the details, which the short form keeps folded.
fn is_detail(id: &str) -> bool {
    matches!(id, "job" | "email" | "phone" | "owner")
}

/// The fields.
#[component]
pub fn WhoFields(
    /// What they hold.
    who: Who,
    /// What is wrong with the form.
    #[prop(into)]
    problems: Signal<Problems>,
    /// Whether the details are folded until somebody wants them, or something is wrong there.
    #[prop(optional)]
    short: bool,
) -> impl IntoView {
    let [person, organisation, job, email, phone, source, owner] = who.texts;
    let line = move |field: Field, value: RwSignal<String>, kind: &'static str| {
        let optional = !matches!(field, Field::Person | Field::Organisation);
        let (label, names) = (words::field(field), kind == "text");
        view! { <TextField id=id(field) label value problems optional kind inputmode=kind names /> }
    };
    let details = view! {
        {line(Field::JobTitle, job, "text")}
        <div class="form-pair">
            {line(Field::Email, email, "email")} {line(Field::Phone, phone, "tel")}
        </div>
        {line(Field::Owner, owner, "text")}
    };
    let details = if short {
        view! { <Folded problems>{details}</Folded> }.into_any()
    } else {
        details.into_any()
    };
    view! {
        <div class="form-pair">
            {line(Field::Person, person, "text")}
            {line(Field::Organisation, organisation, "text")}
        </div>
        <SourceField id=id(Field::Source) value=source problems />
        {details}
    }
}

/// The details, folded; what is wrong must be seen.
#[component]
fn Folded(problems: Signal<Problems>, children: Children) -> impl IntoView {
    let fold = NodeRef::<leptos::html::Details>::new();
    Effect::new(move |_| {
        let wrong = problems.with(|all| all.iter().any(|(id, _)| is_detail(id)));
        if let Some(fold) = fold.get().filter(|_| wrong) {
            fold.set_open(true);
        }
    });
    view! {
        <details class="disclosure" node_ref=fold>
            <summary>{text::more_details()}</summary>
            <div class="form-rest">{children()}</div>
        </details>
    }
}
