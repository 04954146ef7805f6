//! One question among many: its form, which records as soon as an answer is given, or why it is
//! not asked.
//!
//! What an arrow key only tries on is recorded when the focus leaves the question.

use super::super::record::{Wrong, record};
use super::super::talk::{has_talk, talk};
use crate::app::entry::Entry;
use crate::app::evidence;
use crate::app::sheet::{Need, to_record};
use crate::domain::answer::{Answers, Evidence, Given};
use crate::domain::ids::ContactId;
use crate::domain::playbook::question::{Face, Question, QuestionKind};
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::format;
use crate::ui::text::{wizard, workspace as text};
use crate::ui::wizard::errors;
use crate::ui::wizard::evidence::{EvidenceFields, EvidenceForm};
use crate::ui::wizard::field::{Form, field, is_group};
use crate::ui::wizard::why::Grade;
use crate::ui::workspace::any::{MapAny, ThenAny};
use crate::ui::workspace::form::holds_no_day;
use crate::ui::workspace::words;
use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, Node};

/// What is on record for the question.
#[derive(Debug, Clone, PartialEq, Default)]
struct Recorded {
    asked: Option<Evidence>,
    given: Option<Given>,
    /// A weaker answer that says something else.
    also: Option<Given>,
}

impl Recorded {
    fn of(answers: &Answers, question: &Question) -> Self {
        Self {
            asked: answers.asked(&question.id),
            given: answers.get(&question.id).cloned(),
            also: answers.disagreement(&question.id).cloned(),
        }
    }

    /// The form as it is on record. That a visitor did not know is no answer of the rep's.
    fn entry(&self, question: &Question) -> Entry {
        let asked = self.asked >= Some(Evidence::Confirmed);
        Entry::of(question, asked, self.given.as_ref().map(|given| &given.value), intl::plain)
    }

    fn note(&self) -> String {
        self.given.as_ref().and_then(|given| given.note.clone()).unwrap_or_default()
    }

    fn grade(&self) -> Evidence {
        self.given.as_ref().map_or(Evidence::Confirmed, |given| given.evidence)
    }
}

/// What the form of one question is made of.
#[derive(Clone, Copy)]
struct Filling {
    context: AppContext,
    id: ContactId,
    question: StoredValue<Question>,
    form: Form,
    evidence: EvidenceFields,
    /// Whether the last key only tried an answer on.
    trying: StoredValue<bool>,
}

impl Filling {
    /// Records what the form holds, where that is new; says whether nothing is wrong with it.
    fn save(self) -> bool {
        let Self { context, id, form, evidence, .. } = self;
        // A form that goes with its page loses the focus when it is gone already.
        if self.trying.is_disposed() {
            return false;
        }
        let outcome = self.question.with_value(|question| {
            let unknown = form.entry.with_untracked(|entry| entry.unknown);
            if question.kind == QuestionKind::Date && !unknown && holds_no_day(&form.id("a")) {
                return Err(Wrong { in_note: false, words: wizard::not_a_day().to_owned() });
            }
            let command = context.workspace.with_untracked(|workspace| {
                let answers = &workspace.contact(id)?.answers;
                let (entry, basis) = (form.entry.get_untracked(), evidence.basis());
                Some(to_record(answers, question, &entry, basis, (form.currency, context.today())))
            });
            match command.unwrap_or(Ok(None)) {
                Ok(command) => record(context, id, command),
                Err(problem) => {
                    let group = is_group(question, Face::Rep);
                    let words = errors::words(&problem, &question.kind, group, form.currency);
                    Err(Wrong { in_note: false, words })
                }
            }
        });
        let right = outcome.is_ok();
        let (note, answer) = match outcome {
            Ok(()) => (None, None),
            Err(Wrong { in_note: true, words }) => (Some(words), None),
            Err(Wrong { in_note: false, words }) => (None, Some(words)),
        };
        evidence.mark(note);
        if form.message.with_untracked(|message| *message != answer) {
            form.message.set(answer);
        }
        right
    }

    /// Shows what is on record from now on; what is typed stays where it says the same.
    fn show(self, recorded: &Recorded) {
        let Self { context, form, .. } = self;
        let value = recorded.given.as_ref().map(|given| &given.value);
        self.question.with_value(|question| {
            let same = form.entry.with_untracked(|entry| {
                let said = entry.read(question, form.currency, context.today());
                *entry == recorded.entry(question)
                    || value
                        .is_some_and(|value| said.is_ok_and(|said| said.as_ref() == Some(value)))
            });
            if !same {
                form.entry.set(recorded.entry(question));
                form.message.set(None);
            }
        });
        self.evidence.show(recorded.grade(), recorded.note());
    }
}

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
    let grade = context.workspace.with_untracked(|workspace| {
        let contact = workspace.contact(id);
        contact.map_or(Evidence::Confirmed, |c| evidence::on_record(&c.answers, &question.id))
    });
    let evidence = EvidenceFields::new(grade, now.note());
    let question = StoredValue::new(question);
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

/// The question with its form.
fn asking(
    sheet: &Filling,
    recorded: Memo<Recorded>,
    need: Signal<Need>,
    next: Callback<usize>,
) -> impl IntoView {
    let sheet = *sheet;
    let Filling { form, trying, context, id, .. } = sheet;
    let question = sheet.question.get_value();
    // What the texts recall may be answered on this very page.
    let told = Memo::new(move |_| {
        let mut told = sheet.question.get_value();
        context.workspace.with(|workspace| {
            if let Some(contact) = workspace.contact(id) {
                format::recall(&workspace.playbook, &contact.answers, &mut told);
            }
        });
        told
    });
    let group = is_group(&question, Face::Rep);
    let optional = question
        .optional
        .then_any(|| view! { " " <span class="optional">{wizard::optional()}</span> });
    let wording =
        move || told.with(|told| told.wording(Face::Rep).unwrap_or(&told.title).to_owned());
    let title = form.id("title");
    let head = if group {
        view! {
            <legend class="question-head">
                <h3 class="sheet-title" id=title.clone()>
                    {wording}
                    {optional}
                </h3>
            </legend>
        }
        .into_any()
    } else {
        view! {
            <h3 class="sheet-title" id=title.clone()>
                <label for=form.id("a")>{wording} {optional}</label>
            </h3>
        }
        .into_any()
    };
    let rest = view! { {aside(&question, told, form)} {field(&question, Face::Rep, form)} };
    let described = move || group.then(|| form.described_by(false)).flatten();
    let body = if group {
        view! { <fieldset class="question" aria-describedby=described>{head} {rest}</fieldset> }
            .into_any()
    } else {
        view! { <div class="question">{head} {rest}</div> }.into_any()
    };
    let left = move |event: &FocusEvent| {
        let target = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
        let form = event.current_target().and_then(|form| form.dyn_into::<Node>().ok());
        !form.is_some_and(|form| form.contains(target.as_ref()))
    };
    view! {
        <form
            class="sheet-form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                trying.set_value(false);
                if sheet.save() {
                    next.run(form.place);
                }
            }
            on:keydown=move |press| trying.set_value(tries_on(&press))
            on:pointerdown=move |_| trying.set_value(false)
            on:change=move |_| {
                if !trying.get_value() {
                    sheet.save();
                }
            }
            on:focusout=move |event| {
                if left(&event) {
                    sheet.save();
                }
            }
        >
            {body}
            <div class="sheet-beside" role="group" aria-labelledby=title>
                <p class="sheet-state small">{move || state(&recorded.get(), &need.get())}</p>
                {move || {
                    let question = sheet.question.get_value();
                    recorded
                        .get()
                        .also
                        .map_any(|also| {
                            let value = format::value(Some(&question), &also.value);
                            let words = text::also_said(value, words::evidence(also.evidence));
                            view! { <p class="disagreement small">{words}</p> }
                        })
                }}
                <EvidenceForm fields=sheet.evidence place=form.place />
            </div>
        </form>
    }
}

/// Help, talk track and why, and what is wrong. Texts change by themselves, so that a disclosure stays
/// open.
fn aside(question: &Question, told: Memo<Question>, form: Form) -> impl IntoView + use<> {
    let help = move || told.with(|told| told.help.clone());
    let help = question
        .help
        .is_some()
        .then_any(|| view! { <p class="question-help small" id=form.id("help")>{help}</p> });
    let why = move || told.with(|told| told.why.clone());
    let why = question.why.is_some().then_any(|| {
        view! {
            <p>
                <b>{wizard::why_we_ask()}</b>
                ": "
                {why}
            </p>
        }
    });
    let name = question.title.clone();
    let more = (has_talk(question) || why.is_some()).then_any(|| {
        view! {
            <details class="disclosure small">
                <summary>
                    {text::what_to_say()}
                    <span class="visually-hidden">{text::colon_what(name)}</span>
                </summary>
                <div class="sheet-talk">{move || told.with(talk)} {why}</div>
            </details>
        }
    });
    let wrong = move || {
        form.message.get().map_any(|message| {
            view! {
                <p class="field-error" id=form.id("error")>
                    <span class="visually-hidden">{text::error_prefix()}</span>
                    {message}
                </p>
            }
        })
    };
    view! { {help} {more} {wrong} }
}

/// How the question stands: how well it is known, or that nothing hangs on it.
fn state(recorded: &Recorded, need: &Need) -> AnyView {
    match (&recorded.given, need) {
        (Some(given), _) => view! { <Grade grade=given.evidence /> }.into_any(),
        (None, Need::Recorded) => view! { <span class="tag">{text::dont_know()}</span> }.into_any(),
        (None, Need::Beyond) => {
            view! { <span class="quiet">{text::need_beyond()}</span> }.into_any()
        }
        _ => ().into_any(),
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

/// Whether a key only tries an answer on: the next one may come at once.
fn tries_on(press: &KeyboardEvent) -> bool {
    let target = press.target().and_then(|target| target.dyn_into::<Element>().ok());
    let steps =
        ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"];
    let typed = |target: Element| {
        let is_day =
            target.dyn_ref::<HtmlInputElement>().is_some_and(|input| input.type_() == "date");
        (is_day || target.tag_name() == "SELECT") && !matches!(&*press.key(), "Enter" | " " | "Tab")
    };
    steps.contains(&&*press.key()) || target.is_some_and(typed)
}
