//! All questions of a contact on one page, for a rep who asks many at once.
//!
//! Invariant: what a form shows is what is on record, but for what is being filled in right now:
//! each answer is recorded as it is given, and undoing it brings the form back.

mod asking;
mod filling;
mod item;

use super::everything::Everything;
use super::frame::{Frame, Way};
use super::mistakes::Mistakes;
use super::talk::persona;
use super::trail;
use crate::app::decider::gap;
use crate::app::route::Route;
use crate::app::sheet::{Need, sheet};
use crate::app::wizard::{Extent, Run};
use crate::domain::contact::Contact;
use crate::domain::ids::{ContactId, QuestionId, SectionId};
use crate::domain::playbook::Section;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::text::{rep, wizard, workspace};
use crate::ui::wizard::field::element_id;
use crate::ui::wizard::frame::{Heading, subtitle, title};
use crate::ui::workspace::any::{CollectAny, MapAny};
use crate::ui::workspace::form::focus;
use crate::ui::workspace::shown::Shown;
use crate::ui::workspace::words;
use item::Item;
use leptos::prelude::*;

/// The link to the result: where the focus goes after the last question.
const RESULT: &str = "sheet-result";

/// The questions of the page, each with why it stands there.
type Lines = Vec<(QuestionId, Need)>;

/// A section on the page.
#[derive(Debug, Clone, PartialEq)]
struct Block {
    section: SectionId,
    heading: String,
    /// Its questions, each with its place on the page.
    questions: Vec<(usize, QuestionId)>,
}

/// The page of all questions.
#[component]
pub fn SheetPage(
    /// Whose.
    id: ContactId,
) -> impl IntoView {
    let page = Callback::new(move |contact: Contact| {
        trail::arrive();
        let playbook = AppContext::get().playbook_untracked();
        let persona = persona(&playbook, &contact);
        view! { <Sheet id who=words::full_name(&contact) persona /> }.into_any()
    });
    view! { <Frame id=id way=Way::All page=page /> }
}

/// Reads the contact's run, with as much asked as the person wants.
fn read<T>(context: AppContext, id: ContactId, of: impl FnOnce(&Run<'_>) -> T) -> Option<T> {
    context.workspace.with(|workspace| {
        let contact = workspace.contact(id)?;
        Some(of(&context.run(&workspace.playbook, contact)))
    })
}

#[component]
fn Sheet(
    id: ContactId,
    who: String,
    /// What to say to somebody like that.
    persona: Option<AnyView>,
) -> impl IntoView {
    let context = AppContext::get();
    let lines: Memo<Lines> = Memo::new(move |_| {
        let named = |run: &Run<'_>| {
            sheet(run).into_iter().map(|(question, need)| (question.id.clone(), need)).collect()
        };
        read(context, id, named).unwrap_or_default()
    });
    let blocks = Memo::new(move |_| blocks(context, &lines.get()));
    let gap = move || {
        context.workspace.with(|workspace| {
            workspace.contact(id).is_some_and(|contact| gap(&workspace.playbook, contact).is_some())
        })
    };
    let ending = Memo::new(move |_| read(context, id, |run| run.knock_out().cloned()).flatten());
    let next = Callback::new(move |place: usize| {
        let next = lines.with_untracked(|lines| {
            let open = |need: &Need| matches!(need, Need::Needed | Need::Beyond);
            let found = lines.iter().enumerate().skip(place + 1).find(|(_, (_, need))| open(need));
            found.map(|(place, _)| element_id(place, "a"))
        });
        focus(next.as_deref().unwrap_or(RESULT));
    });
    let draw = move |Block { section, heading, questions }: Block| {
        let items = questions.into_iter().filter_map(|(place, question)| {
            let need = Memo::new(move |_| {
                let need = lines.with(|lines| lines.get(place).map(|(_, need)| need.clone()));
                need.unwrap_or(Need::Decided)
            });
            let question = context.playbook_untracked().question(&question).cloned()?;
            Some(view! { <Item id question place need next /> })
        });
        view! {
            <div class="sheet-section">
                {subtitle(Heading::First, heading)} <Mistakes section /> {items.collect_any()}
            </div>
        }
    };
    view! {
        <div class="wizard-step sheet">
            <div class="sheet-head">
                {title(Heading::First, text::sheet_title(who))}
                <p class="quiet small">
                    {move || lines.with(|lines| count(lines))} " "
                    {move || read(context, id, left)}
                </p>
                <Everything />
                {persona}
            </div>
            <Shown when=move || lines.with(Vec::is_empty)>
                <p>{text::nothing_to_ask()}</p>
            </Shown>
            {move || blocks.get().into_iter().map(draw).collect_any()}
            {move || {
                ending
                    .get()
                    .map_any(|out| {
                        view! {
                            <div class="wizard-next">
                                {subtitle(Heading::First, rep::result_out().to_owned())}
                                <p>{out.reason}</p>
                                <p>
                                    <b>{workspace::instead()}</b>
                                    " "
                                    {out.alternative}
                                </p>
                            </div>
                        }
                    })
            }}
            <div class="wizard-actions">
                <a class="btn btn-primary" id=RESULT href=Route::Result(id).address()>
                    {wizard::see_result()}
                </a>
                <Shown when=gap>
                    <a class="btn" href=Route::NameDecider(id).address()>
                        {text::name_decider()}
                    </a>
                </Shown>
                <a href=Route::Contact(id).address()>{rep::open_contact()}</a>
            </div>
        </div>
    }
}

/// The sections with questions on the page.
fn blocks(context: AppContext, lines: &[(QuestionId, Need)]) -> Vec<Block> {
    let playbook = context.playbook();
    let block = |section: &Section| {
        let is_in = |id| playbook.question(id).is_some_and(|q| q.section == section.id);
        let all = lines.iter().map(|(id, _)| id).enumerate();
        let questions = all.filter(|(_, id)| is_in(id)).map(|(place, id)| (place, id.clone()));
        let (id, heading) = (section.id.clone(), section.title.clone());
        Block { section: id, heading, questions: questions.collect() }
    };
    playbook.sections.iter().map(block).filter(|block| !block.questions.is_empty()).collect()
}

fn count(lines: &[(QuestionId, Need)]) -> String {
    let recorded = lines.iter().filter(|(_, need)| *need == Need::Recorded).count();
    text::sheet_count(intl::count(recorded), intl::count(lines.len()))
}

/// How much the verdict can still need.
fn left(run: &Run<'_>) -> String {
    match (Run { extent: Extent::Needed, ..*run }).at_most_left() {
        0 => match run.still_unknown() {
            0 => text::sheet_left_none().to_owned(),
            1 => text::sheet_unknown_one().to_owned(),
            n => text::sheet_unknown(intl::count(n)),
        },
        1 => text::sheet_left_one().to_owned(),
        n => text::sheet_left(intl::count(n)),
    }
}
