//! One question of a contact, in the rep's wording.

use super::begun::begun;
use super::frame::Frame;
use super::mistakes::Mistakes;
use super::record::{Wrong, ask_before_losing_words, record};
use super::talk::{persona, talk};
use super::trail;
use crate::app::entry::Entry;
use crate::app::evidence;
use crate::app::progress::{Progress, before};
use crate::app::route::Route;
use crate::app::wizard::Step;
use crate::domain::answer::Evidence;
use crate::domain::contact::Contact;
use crate::domain::ids::{ContactId, QuestionId};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::question::{Face, Question};
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::format;
use crate::ui::text::rep;
use crate::ui::wizard::evidence::{EvidenceFields, EvidenceForm};
use crate::ui::wizard::frame::{Heading, counted};
use crate::ui::wizard::question::QuestionPage;
use crate::ui::workspace::form::{ErrorSummary, Problems};
use leptos::prelude::*;
use std::rc::Rc;

/// Where the wizard goes on: the next question, or the check.
pub fn next(context: AppContext, playbook: &Playbook, contact: &Contact) -> Route {
    match context.run(playbook, contact).next() {
        Step::Ask(question) => Route::Ask(contact.id, question),
        Step::Check => Route::Check(contact.id),
    }
}

/// The page of one question.
#[component]
pub fn AskPage(
    /// Whose.
    id: ContactId,
    /// Which question.
    question: QuestionId,
) -> impl IntoView {
    let context = AppContext::get();
    let page = Callback::new(move |contact: Contact| {
        let playbook = context.playbook_untracked();
        match playbook.question(&question).cloned() {
            Some(question) => ask(context, &playbook, contact, question),
            None => view! { <p class="empty">{rep::question_gone()}</p> }.into_any(),
        }
    });
    view! { <Frame id=id page=page /> }
}

fn ask(
    context: AppContext,
    playbook: &Playbook,
    contact: Contact,
    mut question: Question,
) -> AnyView {
    let came_from_page = trail::arrive();
    format::recall(playbook, &contact.answers, &mut question);
    let problems = RwSignal::new(Problems::new());
    let run = context.run(playbook, &contact);
    let progress = progress(context, contact.id, question.id.clone());
    let otherwise = before(&run, &question.id)
        .map_or(Route::Contact(contact.id), |before| Route::Ask(contact.id, before));
    let given = contact.answers.get(&question.id);
    // That a visitor did not know is no answer of the rep's.
    let asked = contact.answers.asked(&question.id) >= Some(Evidence::Confirmed);
    let entry = Entry::of(&question, asked, given.map(|given| &given.value), intl::plain);
    let note = given.and_then(|given| given.note.clone()).unwrap_or_default();
    let fields = EvidenceFields::new(evidence::on_record(&contact.answers, &question.id), note);
    let done = {
        let (id, question) = (contact.id, question.id.clone());
        Rc::new(move |value| {
            // What is on record may have changed since the page was made: by undo, or another tab.
            let now = context.workspace.with_untracked(|workspace| {
                let contact = workspace.contact(id)?;
                let passed = context.run(&workspace.playbook, contact).passed_by(&question);
                let basis = fields.basis();
                Some((evidence::command(&contact.answers, &question, value, basis), passed))
            });
            // A contact that is gone has no page to go on with.
            let Some((command, passed)) = now else { return };
            match record(context, id, command) {
                Ok(()) => {
                    context.keep_unfinished(id, &question, None);
                    go_on(context, id, &passed);
                }
                Err(Wrong { in_note, words }) => {
                    fields.mark(in_note.then(|| words.clone()));
                    problems.set(vec![(if in_note { "q0-note" } else { "q0-a" }, words)]);
                }
            }
        })
    };
    let (section, entry) = (question.section.clone(), RwSignal::new(entry));
    ask_before_losing_words(context, contact.id, StoredValue::new(question.clone()), entry, fields);
    let begun = begun(context, contact.id, &question, entry, fields);
    let talk = (begun, talk(&question), persona(playbook, &contact));
    let currency = context.currency_untracked();
    view! {
        <ErrorSummary problems />
        <QuestionPage
            question=question
            face=Face::Rep
            currency=currency
            entry=entry
            heading=Heading::First
            progress=progress
            back=Some(Rc::new(move |()| trail::back(context, came_from_page, &otherwise)))
            talk=talk
            more=view! {
                <Mistakes section=section />
                <EvidenceForm fields=fields place=0 />
            }
            done=done
        />
    }
    .into_any()
}

/// How far the run is, also once the person wants more or less to be asked.
fn progress(context: AppContext, id: ContactId, question: QuestionId) -> impl IntoView {
    let progress = Memo::new(move |_| {
        context.workspace.with(|workspace| {
            let contact = workspace.contact(id)?;
            Progress::of(&context.run(&workspace.playbook, contact), &question)
        })
    });
    move || counted(progress.get())
}

/// Goes on from a question, past those that were passed by: a rep may leave an answer as it is.
fn go_on(context: AppContext, id: ContactId, passed: &[QuestionId]) {
    let route = context.workspace.with_untracked(|workspace| {
        let contact = workspace.contact(id)?;
        Some(match context.run(&workspace.playbook, contact).next_but(passed) {
            Step::Ask(question) => Route::Ask(id, question),
            Step::Check => Route::Check(id),
        })
    });
    context.go(&route.unwrap_or(Route::Contact(id)));
}
