//! What the answers of a contact come to, and the move that follows.

use super::frame::Frame;
use super::live::ready_for;
use super::question::next;
use super::trail;
use crate::app::ahead::next_gate;
use crate::app::command::Command;
use crate::app::decider::gap;
use crate::app::refusal::Refusal;
use crate::app::ripe::ready;
use crate::app::route::Route;
use crate::app::why::{WhyCard, why_of};
use crate::domain::assess::{Assessment, Verdict, assess};
use crate::domain::contact::Contact;
use crate::domain::ids::ContactId;
use crate::domain::outcome::Outcome;
use crate::domain::playbook::Playbook;
use crate::domain::position::{Position, Standing};
use crate::domain::rules::Rules;
use crate::ui::context::AppContext;
use crate::ui::text::workspace::{name_decider, result_rests_text};
use crate::ui::text::{rep, wizard as text};
use crate::ui::wizard::frame::Heading;
use crate::ui::wizard::result::{ResultPage as Page, ResultWords};
use crate::ui::wizard::why::WhyList;
use crate::ui::workspace::any::ThenAny;
use crate::ui::workspace::words;
use chrono::NaiveDate;
use leptos::prelude::*;
use std::rc::Rc;

/// How many next steps are named at once.
const STEPS: usize = 3;

/// The page of the result.
#[component]
pub fn ResultPage(
    /// Whose.
    id: ContactId,
) -> impl IntoView {
    let page = Callback::new(move |contact: Contact| {
        let context = AppContext::get();
        let playbook = context.playbook_untracked();
        let came_from_page = trail::arrive();
        let back = move |()| trail::back(context, came_from_page, &Route::Check(id));
        let (rules, today) = (Rules::of(&playbook), context.today());
        let gate = next_gate(&playbook, &contact, today);
        let card = gate.map(|gate| why_of(&rules, &contact, &gate, today));
        let assessment = assess(&rules, &contact, today);
        let ready = ready(&assessment, &contact, &playbook, today);
        let held_back = held_back(&playbook, &contact, &assessment, today);
        let steps = ready_for(&playbook, &contact, today);
        let words = result_words(&playbook, card.as_ref(), steps, held_back);
        let target = ready.as_ref().map(|to| words::target(&playbook, &contact.position, to));
        let why = card.map(|card| view! { <WhyList card=card playbook=playbook.clone() /> });
        let next = next(context, &playbook, &contact);
        let gap = gap(&playbook, &contact).is_some();
        view! {
            <Page
                words=words
                heading=Heading::First
                back=Some(Rc::new(back))
                why=why
                more=()
                actions=actions(context, id, ready.zip(target), next, gap)
            />
        }
        .into_any()
    });
    view! { <Frame id=id live=false page=page /> }
}

/// Why a contact is not ready though its next gate is passed, as title and text: it stands further
/// than its evidence, or nobody works on it.
fn held_back(
    playbook: &Playbook,
    contact: &Contact,
    assessment: &Assessment,
    today: NaiveDate,
) -> Option<(String, &'static str)> {
    let standing = &contact.standing;
    if !standing.is_closed() && assessment.ahead_of_evidence {
        return Some((rep::result_ahead().to_owned(), rep::result_ahead_text()));
    }
    let rests = *standing != Standing::Active && !standing.is_due_back(today);
    rests.then(|| (words::standing(playbook, standing, today), result_rests_text()))
}

/// What the result says; `steps` are those that are passed, `held_back` says why they are not enough.
fn result_words(
    playbook: &Playbook,
    card: Option<&WhyCard>,
    steps: String,
    held_back: Option<(String, &'static str)>,
) -> ResultWords {
    let Some(card) = card else {
        return ResultWords {
            outcome: Outcome::Met,
            title: rep::result_done().to_owned(),
            text: rep::result_done_text().to_owned(),
            next: String::new(),
        };
    };
    let target = words::target(playbook, &card.from, &card.to);
    let next = card.steps.iter().take(STEPS).cloned().collect::<Vec<_>>().join(" ");
    if let Some(out) = &card.knock_out {
        let title = rep::result_out().to_owned();
        let (text, next) = (out.reason.clone(), out.alternative.clone());
        return ResultWords { outcome: Outcome::NotMet, title, text, next };
    }
    let unknown = card.rows.iter().filter(|row| row.outcome == Outcome::Unknown).count();
    let (outcome, title, words) = match (card.verdict, held_back) {
        (Verdict::Passed, Some((title, words))) => (Outcome::Unknown, title, words.to_owned()),
        (Verdict::Passed, None) => {
            (Outcome::Met, rep::result_ready(steps), rep::result_ready_text().to_owned())
        }
        (Verdict::Failed, _) => {
            (Outcome::Unknown, rep::result_failed(target), rep::result_failed_text().to_owned())
        }
        (Verdict::Open, _) if unknown == 1 => {
            (Outcome::Unknown, rep::result_open(target), rep::result_open_text_one().to_owned())
        }
        (Verdict::Open, _) => {
            (Outcome::Unknown, rep::result_open(target), rep::result_open_text(unknown))
        }
    };
    ResultWords { outcome, title, text: words, next }
}

/// What can be done now: the move it is ready for, as worded, else the next question where one is open.
fn actions(
    context: AppContext,
    id: ContactId,
    ready: Option<(Position, String)>,
    next: Route,
    gap: bool,
) -> impl IntoView {
    let refused = RwSignal::new(None::<Refusal>);
    let is_ready = ready.is_some();
    let advance = ready.map(|(to, target)| {
        let advance = move |_| match context.dispatch(id, Command::Advance(to.clone())) {
            Ok(()) => context.go(&Route::Contact(id)),
            Err(refusal) => refused.set(Some(refusal)),
        };
        view! {
            <button class="btn btn-primary" type="button" on:click=advance>
                {rep::move_to(target)}
            </button>
        }
    });
    let asks = !is_ready && matches!(next, Route::Ask(..));
    let ask = asks.then_any(|| {
        view! {
            <a class="btn btn-primary" href=next.address()>
                {rep::ask_next()}
            </a>
        }
    });
    let refused = move || {
        let words = words::refusal(&context.playbook_untracked(), &refused.get()?);
        Some(view! { <p class="field-error" role="alert">{words}</p> })
    };
    let primary = !is_ready && !asks;
    let name = gap.then_any(|| {
        view! {
            <a class="btn" href=Route::NameDecider(id).address()>
                {name_decider()}
            </a>
        }
    });
    view! {
        {advance}
        {ask}
        {name}
        <a class="btn" class:btn-primary=primary href=Route::Contact(id).address()>
            {rep::open_contact()}
        </a>
        <a href=Route::Check(id).address()>{text::change_an_answer()}</a>
        {refused}
    }
}
