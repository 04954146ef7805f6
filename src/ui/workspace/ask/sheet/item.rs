//! One question among many: its form, or why it is not asked.

use super::super::record::ask_before_losing_words;
use super::asking::asking;
use super::filling::{Filling, Recorded};
use crate::app::sheet::Need;
use crate::domain::ids::ContactId;
use crate::domain::playbook::question::Question;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::wizard::evidence::EvidenceFields;
use crate::ui::wizard::field::Form;
use leptos::prelude::*;

/// One question.
#[component]
pub(super) fn Item(
    /// Whose.
    id: ContactId,
    /// Which one.
    question: Question,
    /// Its place on the page.
    place: usize,
    /// Why it stands there as it does.
    #[prop(into)]
    need: Signal<Need>,
    /// Goes on to the next question after a place.
    next: Callback<usize>,
) -> impl IntoView {
    let context = AppContext::get();
    let recorded = {
        let question = question.clone();
        Memo::new(move |_| {
            context.workspace.with(|workspace| {
                let contact = workspace.contact(id);
                contact.map(|contact| Recorded::of(&contact.answers, &question)).unwrap_or_default()
            })
        })
    };
    let now = recorded.get_untracked();
    let form = Form {
        entry: RwSignal::new(now.entry(&question)),
        message: RwSignal::new(None),
        help: question.help.is_some(),
        currency: context.currency_untracked(),
        place,
    };
    let evidence = EvidenceFields::new(now.grade(), now.note());
    let question = StoredValue::new(question);
    ask_before_losing_words(context, id, question, form.entry, evidence);
    let sheet = Filling { context, id, question, form, evidence, trying: StoredValue::new(false) };
    Effect::new(move |before: Option<Recorded>| {
        let now = recorded.get();
        if before.is_some_and(|before| before != now) {
            sheet.show(&now);
        }
        now
    });
    let asked = Memo::new(move |_| need.with(Need::is_asked));
    let item = NodeRef::<leptos::html::Div>::new();
    // An answer may decide the very question the person has just gone on to: its form goes, and the
    // focus must not go with it.
    let inside = StoredValue::new(false);
    Effect::new(move |_| {
        if !asked.get() && inside.get_value() {
            let lost = || document().active_element().is_none_or(|e| e.tag_name() == "BODY");
            request_animation_frame(move || {
                if let Some(item) = item.get_untracked().filter(|_| lost()) {
                    let _ = item.focus();
                }
            });
        }
    });
    view! {
        <div
            class="sheet-item"
            tabindex="-1"
            data-asked=move || asked.get().then_some("")
            node_ref=item
            on:focusin=move |_| inside.set_value(true)
            on:focusout=move |event| {
                inside.try_set_value(event.related_target().is_none());
            }
        >
            {move || {
                if asked.get() {
                    asking(&sheet, recorded, need, next).into_any()
                } else {
                    left_out(context, question, need).into_any()
                }
            }}
        </div>
    }
}

/// A question that is not asked, with why.
fn left_out(
    context: AppContext,
    question: StoredValue<Question>,
    need: Signal<Need>,
) -> impl IntoView {
    let why = move || match need.get() {
        Need::RuledOut => text::need_ruled_out().to_owned(),
        Need::DoesNotApply => text::need_none().to_owned(),
        Need::Waiting(ids) => {
            let playbook = context.playbook();
            let titles = ids.iter().filter_map(|id| Some(playbook.question(id)?.title.as_str()));
            text::need_waiting(titles.collect::<Vec<_>>().join(", "))
        }
        _ => text::need_decided().to_owned(),
    };
    view! {
        <h3 class="sheet-title">{question.with_value(|question| question.title.clone())}</h3>
        <p class="small">{why}</p>
    }
}
