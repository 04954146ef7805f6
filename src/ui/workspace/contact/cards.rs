//! Cards of things to know beside the gates, such as MEDDPICC, with the points reached.

use super::Subject;
use crate::app::route::Route;
use crate::domain::evaluate::{Facts, Reading};
use crate::domain::ids::{ContactId, QuestionId};
use crate::domain::outcome::Outcome;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::scoring::{Card, CardItem};
use crate::domain::rules::Rules;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::wizard::marks::{OutcomeMark, outcome_mark};
use crate::ui::workspace::any::CollectAny;
use leptos::prelude::*;

/// Every card of the playbook.
#[component]
pub(super) fn Cards() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    move || {
        let playbook = context.playbook();
        let rules = Rules::of(&playbook);
        subject.judged.with(|contact| {
            let facts = Facts::new(&rules, &contact.answers, Reading::AsRequired, context.today());
            playbook.cards.iter().map(|one| card(&facts, contact.id, one)).collect_any()
        })
    }
}

fn card(facts: &Facts<'_>, id: ContactId, card: &Card) -> impl IntoView + use<> {
    let points: usize = card.items.iter().map(|item| item.points(facts).0).sum();
    let of: usize = card.items.iter().map(|item| item.points(facts).1).sum();
    let items = card.items.iter().map(|one| item(facts, id, one)).collect_any();
    let title = card.title.clone();
    let heading = format!("card-{}", card.id);
    let labelled = heading.clone();
    view! {
        <section class="card" aria-labelledby=labelled>
            <div class="card-head">
                <h2 class="card-title" id=heading>{title}</h2>
                <p class="score-pair">{text::card_points(intl::count(points), intl::count(of))}</p>
            </div>
            <p class="small quiet">{card.about.clone()}</p>
            <ul class="score-parts">{items}</ul>
            <p class="formula">{text::card_no_slot()}</p>
        </section>
    }
}

fn item(facts: &Facts<'_>, id: ContactId, item: &CardItem) -> impl IntoView + use<> {
    let (points, of) = item.points(facts);
    let outcome = facts.criterion(&item.full);
    let words = match (points, outcome) {
        (points, _) if points == of => text::card_full(),
        (0, Outcome::NotMet) => text::card_missing(),
        (0, _) => text::card_open(),
        _ => text::card_partly(),
    };
    let outcome = if points > 0 && points < of { Outcome::Unknown } else { outcome };
    let ask = asked(facts.playbook(), item).map(|(question, title)| {
        let address = Route::Ask(id, question).address();
        view! {
            <a class="link" href=address>
                {text::ask_this()}
                <span class="visually-hidden">{text::ask_about(title)}</span>
            </a>
        }
    });
    view! {
        <li class="score-part" data-outcome=outcome_mark(outcome)>
            <OutcomeMark outcome=outcome />
            <span>{item.title.clone()} <span class="quiet">" · " {words}</span></span>
            <span class="score-adds">{(points < of).then_some(ask)}</span>
        </li>
    }
}

/// The question an item is asked by, with its title.
fn asked(playbook: &Playbook, item: &CardItem) -> Option<(QuestionId, String)> {
    let rule = &playbook.criterion(&item.full)?.rule;
    let question = *playbook.questions_read([rule]).first()?;
    Some((question.id.clone(), question.title.clone()))
}
