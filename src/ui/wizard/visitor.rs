//! The whole wizard as a visitor sees it: question, check, result, and what is kept.
//!
//! Draws a [`Visit`] as it stands and says what the person wants; what follows from that is decided
//! elsewhere.

use super::check::{CheckPage, sections};
use super::frame::{Heading, Told, counted, list_of_links, subtitle, wizard};
use super::question::QuestionPage;
use super::reasons::{Reason, Reasons, reasons};
use super::result::{ResultPage, ResultWords};
use crate::app::entry::Entry;
use crate::app::progress::Progress;
use crate::app::visit::ending::Ending;
use crate::app::visit::links::leads_on;
use crate::app::visit::wish::Wish;
use crate::app::visit::{Screen, Visit};
use crate::domain::ids::QuestionId;
use crate::domain::outcome::Outcome;
use crate::domain::playbook::OutcomeText;
use crate::domain::playbook::question::Face;
use crate::domain::playbook::words::Action;
use crate::platform::{address, intl};
use crate::ui::format;
use crate::ui::text::wizard as text;
use leptos::either::EitherOf3;
use leptos::prelude::*;
use std::rc::Rc;

/// What is kept on the visitor's device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Nothing: the browser keeps nothing for this page.
    Nothing,
    /// The answers given so far.
    Answers,
    /// Nothing any more, as the visitor wished.
    Forgotten,
}

/// How a visitor's wizard stands.
#[derive(Debug, Clone)]
pub struct Stand {
    /// The run.
    pub visit: Visit,
    /// What is kept.
    pub kept: Kept,
}

/// The wizard at one page. Each page is drawn anew: nothing of the last one stays.
pub fn draw(stand: &Stand, wish: &Told<Wish>) -> impl IntoView + use<> {
    let Stand { visit, kept, .. } = stand;
    let label = visit.playbook().title.clone();
    let page = page(stand, wish);
    let begun = visit.given().next().is_some();
    let keeping = begun.then(|| keeping(*kept, wish));
    let forgotten = (*kept == Kept::Forgotten).then(|| {
        view! { <p class="widget-forget" role="status">{text::forgotten()}</p> }
    });
    wizard(label, view! { {page} {keeping} {forgotten} })
}

fn keeping(kept: Kept, wish: &Told<Wish>) -> impl IntoView + use<> {
    let (forget, again) = (wish.clone(), wish.clone());
    let kept_here = (kept == Kept::Answers).then(text::kept_here);
    // What was sent since may wait on the device, whether answers are kept or not.
    let forget = (kept != Kept::Nothing).then(|| {
        view! {
            {kept_here}
            " "
            <button class="link" type="button" on:click:capture=move |_| forget(Wish::Forget)>
                {text::forget_me()}
            </button>
            " "
        }
    });
    view! {
        <p class="widget-forget">
            {forget}
            <button class="link" type="button" on:click:capture=move |_| again(Wish::StartAgain)>
                {text::start_again()}
            </button>
        </p>
    }
}

fn page(stand: &Stand, wish: &Told<Wish>) -> impl IntoView + use<> {
    let visit = &stand.visit;
    let back = visit.before().map(|_| told(wish, |()| Wish::Back));
    match visit.screen() {
        Screen::Ask(id) => EitherOf3::A(question(visit, id, back, wish)),
        Screen::Check => EitherOf3::B(view! {
            <CheckPage
                sections=sections(visit.playbook(), visit.answers(), &visit.run().asked())
                heading=Heading::Second
                back=back
                change=told(wish, |question| Wish::Show(Screen::Ask(question)))
                done=told(wish, |()| Wish::Show(Screen::Result))
            />
        }),
        Screen::Result => EitherOf3::C(result_page(visit, wish)),
    }
}

/// What it comes to first; then what the visitor may do with it. The contact step and the answers to take
/// along are added below it by `embed/result.js`.
fn result_page(visit: &Visit, wish: &Told<Wish>) -> impl IntoView + use<> {
    let Result { words, reasons, action, resources } = result(visit);
    let change = wish.clone();
    let actions = view! {
        {action.map(|Action { title, link }| {
            view! { <a class="btn btn-primary" part="button button-primary" href=link>{title}</a> }
        })}
        <button
            class="btn"
            type="button"
            part="button"
            on:click:capture=move |_| change(Wish::Show(Screen::Check))
        >
            {text::change_an_answer()}
        </button>
    };
    let resources = (!resources.is_empty()).then(|| {
        let links = resources.into_iter().map(|Action { title, link }| (title, link));
        view! {
            <div part="resources">
                {subtitle(Heading::Second, text::resources().to_owned())}
                {list_of_links(links.collect())}
            </div>
        }
    });
    view! {
        <ResultPage
            words=words
            heading=Heading::Second
            back=None
            why=view! { <Reasons reasons=reasons /> }
            more=resources
            actions=actions
        />
    }
}

/// Makes a wish of whatever is told.
fn told<T: 'static>(wish: &Told<Wish>, of: impl Fn(T) -> Wish + 'static) -> Told<T> {
    let wish = wish.clone();
    Rc::new(move |done| wish(of(done)))
}

fn question(
    visit: &Visit,
    id: &QuestionId,
    back: Option<Told<()>>,
    wish: &Told<Wish>,
) -> Option<impl IntoView + use<>> {
    let answers = visit.answers();
    let mut question = visit.playbook().question(id).cloned()?;
    format::recall(visit.playbook(), answers, &mut question);
    let value = answers.get(id).map(|given| &given.value);
    let entry = visit
        .suggestion(&question)
        .unwrap_or_else(|| Entry::of(&question, answers.was_asked(id), value, intl::plain));
    let progress = counted(Progress::of(&visit.run(), id));
    let id = id.clone();
    let done = told(wish, move |value| Wish::Answer(id.clone(), value));
    Some(view! {
        <QuestionPage
            question=question
            face=Face::Visitor
            currency=visit.currency()
            entry=RwSignal::new(entry)
            heading=Heading::Second
            progress=progress
            back=back
            talk=()
            more=()
            done=done
        />
    })
}

/// What a visitor is told at the end.
struct Result {
    words: ResultWords,
    reasons: Vec<Reason>,
    /// A link to go on by.
    action: Option<Action>,
    /// Links to more.
    resources: Vec<Action>,
}

/// What the answers come to, in the playbook's words for visitors, why, and where it leads.
fn result(visit: &Visit) -> Result {
    let playbook = visit.playbook();
    let Ending { outcome, said, instead, reasons: rows } = visit.ending();
    let said = said.cloned().unwrap_or_else(|| {
        let title = match outcome {
            Outcome::NotMet => text::no_outcome_fit(),
            Outcome::Unknown => text::no_outcome_open(),
            Outcome::Met => text::no_outcome_good(),
        };
        OutcomeText { title: title.to_owned(), ..OutcomeText::default() }
    });
    let OutcomeText { title, text, next, mut action, mut resources } = said;
    let [title, text, next] = [title, text, instead.unwrap_or(next)]
        .map(|told| format::recalled(playbook, visit.answers(), &told));
    let origin = address::origin();
    let leads = |action: &Action| leads_on(&action.link, &origin);
    action = action.filter(leads);
    resources.retain(leads);
    let words = ResultWords { outcome, title, text, next };
    Result { words, reasons: reasons(playbook, &rows), action, resources }
}
