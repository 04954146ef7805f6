//! What happened, newest first, with what was taken back or overridden marked.

use super::super::words;
use super::Subject;
use crate::app::timeline::{Entry, timeline};
use crate::domain::event::{By, EndKind, EventKind, Field};
use crate::domain::playbook::Playbook;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::format;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, MapAny, ThenAny};
use chrono::Local;
use leptos::prelude::*;

/// One entry in words.
#[derive(Debug, Clone, PartialEq)]
struct Told {
    day: chrono::NaiveDate,
    /// What happened, each with the words that came with it.
    what: Vec<(String, Option<String>)>,
    /// Who did it, by what.
    by: String,
    /// The contact it happened to, where that was merged into this one.
    whose: Option<String>,
    retracted: bool,
    overridden: bool,
}

/// The timeline of a contact.
#[component]
pub(super) fn TimelineCard() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let entries = move || {
        context.workspace.with(|workspace| {
            let tell = |entry: Entry| {
                let whose = workspace.contact(entry.of).filter(|of| of.id != subject.id);
                let whose = whose.map(words::full_name);
                tell(&workspace.playbook, &entry, whose)
            };
            let entries = timeline(workspace.histories(subject.id));
            entries.into_iter().map(tell).collect::<Vec<_>>()
        })
    };
    let draw = move |told: Told| {
        let today = context.today();
        let line = |(what, note): (String, Option<String>)| {
            let note = note.map(|note| view! { <div class="event-note">{note}</div> });
            view! {
                <div class="event-what">{what}</div>
                {note}
            }
        };
        let lines = told.what.into_iter().map(line).collect_any();
        view! {
            <li class="event" data-mark=told.retracted.then_some("retracted")>
                <time datetime=told.day.to_string()>{intl::day_brief(told.day, today)}</time>
                <div>
                    {lines}
                    {told.retracted.then_any(|| view! { <span class="tag">{text::undone()}</span> })}
                    {told
                        .overridden
                        .then_any(|| {
                            view! {
                                <span class="tag" data-mark="overridden">
                                    {text::overridden()}
                                </span>
                            }
                        })}
                    <div class="event-note">{told.by}</div>
                    {told.whose.map_any(|whose| view! { <div class="event-note">{whose}</div> })}
                </div>
            </li>
        }
    };
    view! {
        <section class="card" aria-labelledby="happened-title">
            <h2 class="card-title" id="happened-title">
                {text::what_happened()}
            </h2>
            <ol class="happened">{move || entries().into_iter().map(draw).collect_any()}</ol>
        </section>
    }
}

/// An entry in words; `whose` history it is of, where that was merged into this one.
fn tell(playbook: &Playbook, entry: &Entry, whose: Option<String>) -> Told {
    let answered = entry.kinds.iter().filter(|kind| matches!(kind, EventKind::Answered(_))).count();
    // A visitor's run is one story; a rep's answers are worth a line each.
    let many = answered > 1 && entry.by == By::Visitor;
    // The fields of a capture stand on top of the page and among the details.
    let captured = entry.kinds.iter().any(|kind| matches!(kind, EventKind::Created(_)));
    let told = entry.kinds.iter().filter(|kind| match kind {
        EventKind::Answered(_) => !many,
        EventKind::FieldSet(_) => !captured,
        _ => true,
    });
    let mut what = Vec::new();
    for kind in told {
        let first = what.len();
        match (kind, &whose) {
            (EventKind::MergedInto(_), Some(name)) => what.push((text::ev_merged_here(name), None)),
            _ => what.extend(line(playbook, kind).into_iter().map(|line| (line, None))),
        }
        if let Some((_, words)) = what.get_mut(first) {
            *words = note(kind);
        }
    }
    if many {
        let notes: Vec<_> = entry.kinds.iter().filter_map(note).collect();
        let notes = (!notes.is_empty()).then(|| notes.join(" · "));
        what.push((text::ev_answered_many(answered), notes));
    } else if answered == entry.kinds.len() {
        // Answers given one after the other stand as everything here does: the last one first.
        what.reverse();
    }
    let by = match (basis(&entry.kinds), &entry.by) {
        (Some((title, version)), by) => {
            text::ev_by(format::who(by), name_of(playbook, title), version)
        }
        (None, by) => format::who(by).to_owned(),
    };
    Told {
        day: entry.at.day(&Local),
        what,
        by,
        whose: whose.map(text::ev_of_merged),
        retracted: entry.retracted,
        overridden: entry.kinds.iter().any(overridden),
    }
}

fn name_of(playbook: &Playbook, id: &str) -> String {
    if playbook.id.as_str() == id { playbook.title.clone() } else { id.to_owned() }
}

fn basis(kinds: &[EventKind]) -> Option<(&str, u32)> {
    kinds.iter().find_map(|kind| {
        let basis = match kind {
            EventKind::Advanced(moved) => &moved.basis,
            EventKind::Overrode(moved) => &moved.basis,
            EventKind::Won(won) => &won.basis,
            _ => return None,
        };
        Some((basis.playbook.id.as_str(), basis.playbook.version))
    })
}

fn overridden(kind: &EventKind) -> bool {
    match kind {
        EventKind::Overrode(_) => true,
        EventKind::Won(won) => won.reason.is_some(),
        _ => false,
    }
}

/// The written words that came with an event.
fn note(kind: &EventKind) -> Option<String> {
    match kind {
        EventKind::Answered(answered) => answered.note.clone(),
        EventKind::Overrode(moved) => Some(moved.reason.clone()),
        EventKind::Returned(moved) => Some(moved.reason.clone()),
        EventKind::Won(won) => won.reason.clone(),
        EventKind::Disqualified(ended) => ended.note.clone(),
        EventKind::Lost(ended) => ended.note.clone(),
        EventKind::Touched(touched) => touched.note.clone(),
        EventKind::Consented(said) => said.text.clone().filter(|_| said.given),
        EventKind::Engaged(engaged) => engaged.note.clone(),
        EventKind::HandedOver(handed) => handed.note.clone(),
        EventKind::SentBack(sent_back) => sent_back.note.clone(),
        _ => None,
    }
}

/// An event in words; an imported row may take several lines.
fn line(playbook: &Playbook, kind: &EventKind) -> Vec<String> {
    let one = match kind {
        EventKind::Created(created) => match &created.source {
            Some(source) => text::ev_created_from(words::source(playbook, source.as_str())),
            None => text::ev_created().to_owned(),
        },
        EventKind::Answered(answered) => {
            let question = playbook.question(&answered.question);
            let title = question.map_or(answered.question.as_str(), |question| &question.title);
            let value = answered.value.as_ref().map(|value| format::value(question, value));
            let said =
                text::named_value(title, value.unwrap_or_else(|| text::dont_know().to_owned()));
            match answered.from {
                Some(_) => text::ev_taken_over(said),
                None => said,
            }
        }
        EventKind::Advanced(moved) => text::ev_moved(words::position(playbook, &moved.to)),
        EventKind::Overrode(moved) => text::ev_moved(words::position(playbook, &moved.to)),
        EventKind::Returned(moved) => text::ev_returned(words::position(playbook, &moved.to)),
        EventKind::Won(_) => text::won().to_owned(),
        EventKind::Nurtured(nurtured) => text::nurturing_until(intl::day(nurtured.until)),
        EventKind::Disqualified(ended) => {
            text::disqualified_because(words::reason(playbook, &ended.reason))
        }
        EventKind::Lost(ended) => text::lost_because(words::reason(playbook, &ended.reason)),
        EventKind::Reopened(reopened) => text::ev_reopened(words::position(playbook, &reopened.to)),
        EventKind::Touched(touched) => {
            format!("{}, {}", words::touch(touched.kind), words::direction(touched.direction))
        }
        EventKind::Engaged(engaged) => words::engagement(engaged.kind).to_owned(),
        EventKind::TaskSet(task) => text::ev_task(&task.note, intl::day(task.due)),
        EventKind::TaskDone(_) => text::ev_task_done().to_owned(),
        EventKind::FieldSet(set) => match (set.field, &set.value) {
            // The name stands on top of the page; the owner and the rest are worth telling.
            (Field::Source, Some(id)) => {
                text::named_value(words::field(set.field), words::source(playbook, id))
            }
            (field, Some(value)) => text::named_value(words::field(field), value),
            (field, None) => text::ev_field_emptied(words::field(field)),
        },
        EventKind::AmountSet(set) => {
            text::ev_amount(set.amount.map_or_else(|| text::no_amount().to_owned(), intl::money))
        }
        EventKind::CloseExpected(expected) => expected
            .on
            .map_or_else(|| text::ev_close_none().to_owned(), |on| text::ev_close(intl::day(on))),
        EventKind::StakeholderAdded(added) => match added.role {
            Some(role) => text::ev_stakeholder_as(&added.name, words::decision_role(role)),
            None => text::ev_stakeholder(&added.name),
        },
        EventKind::Imported(row) => {
            let dated = |name: String, day: Option<chrono::NaiveDate>| match day {
                Some(day) => text::ev_imported_end(name, intl::day(day)),
                None => name,
            };
            let visits = row.positions.iter();
            let visits =
                visits.map(|(position, day)| dated(words::position(playbook, position), *day));
            let end = row.end.map(|(kind, day)| {
                let reason = row.reason.as_ref().map(|id| words::reason(playbook, id));
                let name = match (kind, reason) {
                    (EndKind::Won, _) => text::won().to_owned(),
                    (EndKind::Lost, Some(reason)) => text::lost_because(reason),
                    (EndKind::Lost, None) => text::lost().to_owned(),
                    (EndKind::Disqualified, Some(reason)) => text::disqualified_because(reason),
                    (EndKind::Disqualified, None) => text::disqualified().to_owned(),
                };
                dated(name, day)
            });
            let imported = text::ev_imported().to_owned();
            return [imported].into_iter().chain(visits).chain(end).collect();
        }
        EventKind::Consented(said) if said.given => text::ev_consented().to_owned(),
        EventKind::Consented(_) => text::ev_not_consented().to_owned(),
        EventKind::HandedOver(handed) => text::ev_handed_over(&handed.to),
        EventKind::Accepted(_) => text::ev_accepted().to_owned(),
        EventKind::SentBack(sent_back) => match &sent_back.reason {
            Some(reason) => text::ev_sent_back_because(words::reason(playbook, reason)),
            None => text::ev_sent_back().to_owned(),
        },
        EventKind::EarlierPurchase(_) => text::ev_earlier_purchase().to_owned(),
        EventKind::NextPurchase(_) => text::ev_next_purchase().to_owned(),
        EventKind::MergedInto(_) => text::ev_merged().to_owned(),
        EventKind::NotTheSame(_) => text::ev_not_the_same().to_owned(),
        EventKind::Unknown(name, _) => text::ev_unknown(name),
        EventKind::Retracted(_) => return Vec::new(),
    };
    vec![one]
}
