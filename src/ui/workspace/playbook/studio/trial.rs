//! Trying the draft out: a visitor's wizard or a rep's questions, with the verdict beside them.
//!
//! Invariant: nothing is recorded; leaving the page forgets all of it.

use crate::app::ahead::gate_asked_for;
use crate::app::entry::Entry;
use crate::app::progress::Progress;
use crate::app::sample::{self, Sample};
use crate::app::settings::Settings;
use crate::app::visit::Visit;
use crate::app::visit::wish::{Left, Wish};
use crate::app::wizard::{Run, Step};
use crate::app::{evidence, why::explain};
use crate::domain::answer::{Answers, Evidence, Given};
use crate::domain::assess::{Verdict, judge_answers};
use crate::domain::contact::Contact;
use crate::domain::evaluate::{Facts, Reading};
use crate::domain::ids::{ContactId, QuestionId};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::question::Face;
use crate::domain::rules::Rules;
use crate::domain::value::Value;
use crate::domain::when::When;
use crate::platform::{clock, intl};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::wizard::evidence::{EvidenceFields, EvidenceForm};
use crate::ui::wizard::frame::{Heading, Told, counted, focus_heading, wizard};
use crate::ui::wizard::question::QuestionPage;
use crate::ui::wizard::visitor::{Kept, Stand, draw};
use crate::ui::wizard::why::WhyList;
use crate::ui::workspace::any::CollectAny;
use crate::ui::workspace::ask::live::head;
use crate::ui::workspace::ask::talk::talk;
use chrono::NaiveDate;
use leptos::html::Div;
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;

/// One run of each kind.
#[derive(Clone)]
struct Trial {
    draft: Arc<Playbook>,
    stand: Stand,
    contact: Contact,
}

/// How sample answers are found.
type Samples = fn(&Playbook, Reading, NaiveDate) -> Vec<Sample>;

/// What happens in a run.
enum Did {
    Wished(Wish),
    Answered(QuestionId, Option<Value>, Evidence),
}

fn now() -> When {
    When::Instant(clock::now())
}

impl Trial {
    fn new(draft: Arc<Playbook>, today: NaiveDate) -> Self {
        let for_visitors = Arc::new(draft.for_visitors());
        let visit = Visit::resume(for_visitors, Vec::new(), false, now(), today);
        let contact = Contact::blank(ContactId::new(clock::millis(), clock::random()));
        Self { draft, stand: Stand { visit, kept: Kept::Nothing }, contact }
    }

    fn hear(&mut self, did: Did, context: AppContext) {
        match did {
            Did::Wished(wish) => match self.stand.visit.hear(wish, now(), context.today()) {
                Left::Anew | Left::Forget => self.begin_anew(context),
                _ => {}
            },
            Did::Answered(question, value, evidence) => {
                self.record(question, value, evidence, context);
            }
        }
    }

    fn record(
        &mut self,
        question: QuestionId,
        value: Option<Value>,
        evidence: Evidence,
        context: AppContext,
    ) {
        let answers = &mut self.contact.answers;
        match value {
            Some(value) => {
                let by = context.settings.with_untracked(Settings::by);
                answers.record(question, Given { value, evidence, at: now(), by, note: None });
            }
            None => answers.record_unknown(question, evidence),
        }
    }

    fn begin_anew(&mut self, context: AppContext) {
        *self = Self::new(Arc::clone(&self.draft), context.today());
    }

    /// The playbook and the reading that a face is judged by.
    fn judged(&self, face: Face) -> (&Arc<Playbook>, Reading) {
        match face {
            Face::Visitor => (self.stand.visit.playbook(), Reading::AsClaimed),
            Face::Rep => (&self.draft, Reading::AsRequired),
        }
    }

    /// Whether the answers of a face pass both gates.
    fn passes(&self, face: Face, today: NaiveDate) -> bool {
        let (playbook, reading) = self.judged(face);
        let (_, gates) = judge_answers(playbook, self.answers(face), reading, today);
        gates.iter().all(|gate| gate.verdict == Verdict::Passed)
    }

    fn answers(&self, face: Face) -> &Answers {
        match face {
            Face::Visitor => self.stand.visit.answers(),
            Face::Rep => &self.contact.answers,
        }
    }

    fn fill(&mut self, samples: Vec<Sample>, context: AppContext) {
        self.begin_anew(context);
        let playbook = Arc::clone(self.stand.visit.playbook());
        for (question, value, evidence) in samples.clone() {
            self.record(question, Some(value), evidence.max(Evidence::Confirmed), context);
        }
        let earlier = samples.into_iter().map(|(question, value, _)| (question, Some(value)));
        self.stand.visit = Visit::resume(playbook, earlier, false, now(), context.today());
    }
}

/// The page.
#[component]
pub(in crate::ui::workspace::playbook) fn TryOut() -> impl IntoView {
    let context = AppContext::get();
    let trial = RwSignal::new(Trial::new(context.draft_untracked(), context.today()));
    let face = RwSignal::new(Face::Visitor);
    let said = RwSignal::new("");
    // The draft may be changed meanwhile, by undo or by another tab.
    Effect::new(move |_| {
        let draft = context.draft();
        if !trial.with_untracked(|trial| Arc::ptr_eq(&trial.draft, &draft)) {
            trial.set(Trial::new(draft, untrack(|| context.today())));
        }
    });
    let fill = move |samples: Samples, passing: bool| {
        let found = trial.with_untracked(|trial| {
            let (playbook, reading) = trial.judged(face.get_untracked());
            samples(playbook, reading, context.today())
        });
        let none = found.is_empty();
        trial.update(|trial| trial.fill(found, context));
        let passes =
            trial.with_untracked(|trial| trial.passes(face.get_untracked(), context.today()));
        said.set(match (none, passes) {
            (true, _) => text::try_none(),
            (false, false) if passing => text::try_stuck(),
            (false, _) => "",
        });
    };
    let again = move |_| {
        said.set("");
        trial.update(|trial| trial.begin_anew(context));
    };
    let card = NodeRef::<Div>::new();
    let faces = [(Face::Visitor, text::try_visitor()), (Face::Rep, text::try_rep())];
    let choice = move |(one, title): (Face, &'static str)| {
        view! {
            <label class="segment">
                <input
                    type="radio"
                    name="face"
                    prop:checked=move || face.get() == one
                    on:change=move |_| face.set(one)
                />
                {title}
            </label>
        }
    };
    view! {
        <div class="view-head">
            <h1 class="view-title" id="title" tabindex="-1">
                {text::try_title()}
            </h1>
        </div>
        <p class="quiet">{text::try_intro()}</p>
        <fieldset class="segments">
            <legend class="visually-hidden">{text::try_who()}</legend>
            {faces.map(choice).collect_any()}
        </fieldset>
        <div class="actions">
            <button class="btn btn-small" type="button" on:click=move |_| fill(sample::passing, true)>
                {text::try_pass()}
            </button>
            <button
                class="btn btn-small"
                type="button"
                on:click=move |_| fill(sample::knocking_out, false)
            >
                {text::try_out()}
            </button>
            <button class="btn btn-small" type="button" on:click=again>
                {text::try_restart()}
            </button>
            <span class="small" role="status">
                {move || said.get()}
            </span>
        </div>
        <div class="contact">
            <div class="ask">
                <div class="card card-flush" node_ref=card>
                    {move || trial.with(|now| page(context, now, face.get(), trial, card))}
                </div>
                <section class="card" aria-label=text::try_verdict()>
                    {move || trial.with(|trial| verdict(trial, face.get(), context.today()))}
                </section>
            </div>
        </div>
    }
}

/// Hears what was done once the handler it comes from is done: it is part of the page that goes.
fn later(context: AppContext, trial: RwSignal<Trial>, card: NodeRef<Div>, did: Did) {
    request_animation_frame(move || {
        trial.try_update(|trial| trial.hear(did, context));
        if let Some(card) = card.get_untracked() {
            focus_heading(card.into());
        }
    });
}

/// The page a face sees.
fn page(
    context: AppContext,
    now: &Trial,
    face: Face,
    trial: RwSignal<Trial>,
    card: NodeRef<Div>,
) -> AnyView {
    if face == Face::Visitor {
        let wish: Told<Wish> = Rc::new(move |wish| later(context, trial, card, Did::Wished(wish)));
        return draw(&now.stand, &wish).into_any();
    }
    // What is half typed stays when the next day begins.
    let run = Run::with(&now.draft, &now.contact, untrack(|| context.today()));
    let question = match run.next() {
        Step::Ask(id) => now.draft.question(&id).cloned(),
        Step::Check => None,
    };
    let Some(question) = question else {
        return view! { <p class="empty">{text::try_done()}</p> }.into_any();
    };
    let answers = &now.contact.answers;
    let given = answers.get(&question.id).map(|given| &given.value);
    let entry = Entry::of(&question, answers.was_asked(&question.id), given, intl::plain);
    let fields = EvidenceFields::new(evidence::on_record(answers, &question.id), String::new());
    let id = question.id.clone();
    let done = Rc::new(move |value| {
        let evidence = fields.chosen().unwrap_or(Evidence::Confirmed);
        later(context, trial, card, Did::Answered(id.clone(), value, evidence));
    });
    let currency = context.settings.with_untracked(|settings| settings.currency_for(&now.draft));
    let progress = counted(Progress::of(&run, &question.id));
    let talk = talk(&question);
    let page = view! {
        <QuestionPage
            question
            face
            currency
            entry=RwSignal::new(entry)
            heading=Heading::Second
            progress
            back=None
            talk
            more=view! { <EvidenceForm fields place=0 /> }
            done
        />
    };
    wizard(text::try_title().to_owned(), page).into_any()
}

/// The gate that is asked for, with what it rests on.
fn verdict(trial: &Trial, face: Face, today: NaiveDate) -> Option<AnyView> {
    let (playbook, reading) = trial.judged(face);
    let answers = trial.answers(face);
    let (_, gates) = judge_answers(playbook, answers, reading, today);
    let rules = Rules::of(playbook);
    let facts = Facts::new(&rules, answers, reading, today);
    let card = explain(&facts, answers, gate_asked_for(&gates)?);
    Some(
        view! {
            <div role="status">{head(playbook, &card)}</div>
            <WhyList card playbook=Arc::clone(playbook) />
        }
        .into_any(),
    )
}
