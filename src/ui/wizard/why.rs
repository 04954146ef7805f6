//! The why-card's list, for reps: criterion, rule, answers with their evidence, who and when.

use super::marks::{OutcomeMark, outcome_mark};
use crate::app::missing::{Lacks, Missing};
use crate::app::why::{WhyAnswer, WhyCard, WhyRow};
use crate::domain::answer::{Evidence, Given};
use crate::domain::ids::ContactId;
use crate::domain::outcome::Outcome;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::question::Question;
use crate::ui::format;
use crate::ui::text::{rep, wizard as text};
use leptos::prelude::*;
use std::sync::Arc;

/// Each criterion of a gate with what it rests on.
#[component]
pub fn WhyList(
    /// The gate, explained.
    card: WhyCard,
    /// The definitions.
    playbook: Arc<Playbook>,
    /// Draws whose answer one is that was taken over.
    #[prop(optional)]
    taken_over: Option<fn(ContactId) -> AnyView>,
) -> impl IntoView {
    let row = move |row| criterion(&playbook, row, taken_over);
    let rows = card.rows.into_iter().map(row).collect_view();
    view! { <ul class="criteria">{rows}</ul> }
}

fn criterion(
    playbook: &Playbook,
    row: WhyRow,
    taken_over: Option<fn(ContactId) -> AnyView>,
) -> impl IntoView + use<> {
    let WhyRow { title, rule, outcome, missing, answers, .. } = row;
    // The weakest answer bounds how well the criterion is known; beside Unknown, the tag would read
    // as if it were.
    let grades = answers.iter().filter_map(|answer| Some(answer.given.as_ref()?.evidence));
    let grade = grades.min().filter(|_| outcome != Outcome::Unknown);
    let words: Vec<String> = answers.iter().filter_map(|answer| said(playbook, answer)).collect();
    // What is missing takes the place of answers where there are none.
    let mut lacking = lacking(playbook, &missing).into_iter();
    let words = match words.as_slice() {
        [] => lacking.next().unwrap_or_else(|| rep::nobody_asked().to_owned()),
        words => words.join(" · "),
    };
    let lacking = lacking.map(|words| view! { <p>{words}</p> }).collect_view();
    let note = answers.iter().find_map(|answer| answer.given.as_ref()?.note.clone());
    let sources = answers.iter().filter_map(|answer| Some(source(answer.given.as_ref()?)));
    let mut meta: Vec<String> = Vec::new();
    for source in sources {
        if !meta.contains(&source) {
            meta.push(source);
        }
    }
    meta.push(rep::needs(&rule));
    let mut from: Vec<_> = answers.iter().filter_map(|answer| answer.from).collect();
    from.dedup();
    let from = taken_over.map(|draw| {
        let draw = |from| view! { <p class="criterion-meta">{draw(from)}</p> };
        from.into_iter().map(draw).collect_view()
    });
    let disagreements = answers.iter().filter_map(|answer| disagreement(playbook, answer));
    view! {
        <li class="criterion" data-outcome=outcome_mark(outcome)>
            <OutcomeMark outcome=outcome />
            <div class="criterion-head">
                <h3 class="criterion-name">{title}</h3>
                {grade.map(|grade| view! { <Grade grade=grade /> })}
            </div>
            <p>
                <span class="outcome">{rep::sentence(outcome_word(outcome))}</span>
                " "
                {words}
                {note.map(|note| view! { " " <q>{note}</q> })}
            </p>
            {lacking}
            <p class="criterion-meta">{meta.join(" · ")}</p>
            {from}
            {disagreements.collect_view()}
        </li>
    }
}

fn said(playbook: &Playbook, answer: &WhyAnswer) -> Option<String> {
    let question = playbook.question(&answer.question)?;
    let words = match &answer.given {
        Some(given) => format::value(Some(question), &given.value),
        None => text::dont_know().to_owned(),
    };
    Some(text::named_value(&question.title, words))
}

/// What would have to be known, line by line: what nobody answered, then what falls short. An "I don't
/// know yet" is said among the answers.
fn lacking(playbook: &Playbook, missing: &[Missing]) -> Vec<String> {
    let (mut unanswered, mut short) = (Vec::new(), Vec::new());
    for Missing { question, lacks } in missing {
        let title = playbook.question(question).map_or("", |question| &question.title);
        match lacks {
            Lacks::Answer => unanswered.push(title),
            Lacks::Knowledge => {}
            Lacks::Clarity => short.push(rep::leaves_open(title)),
            Lacks::Evidence { has, needs } => {
                let [needs, has] = [needs, has].map(|it| format::evidence_within(*it));
                short.push(rep::known_too_weakly(title, needs, has));
            }
        }
    }
    let unanswered = (!unanswered.is_empty()).then(|| unanswered.join(", "));
    unanswered.map(rep::not_answered_yet).into_iter().chain(short).collect()
}

fn source(given: &Given) -> String {
    rep::who_when(format::who(&given.by), format::day(given.at))
}

fn disagreement(playbook: &Playbook, answer: &WhyAnswer) -> Option<impl IntoView + use<>> {
    let given = answer.disagreement.as_ref()?;
    let question: Option<&Question> = playbook.question(&answer.question);
    let words = rep::disagreement_is(
        format::value(question, &given.value),
        format::evidence(given.evidence),
        source(given),
    );
    // Of contacts that were merged, two answers may be known equally well.
    let is_weaker = answer.given.as_ref().is_some_and(|it| it.evidence > given.evidence);
    Some(view! {
        <p class="disagreement">
            <b>{rep::disagreement()}</b>
            " "
            {words}
            {if is_weaker { rep::stronger_stands() } else { "" }}
        </p>
    })
}

/// How well something is known, as a small tag.
#[component]
pub fn Grade(
    /// How well.
    grade: Evidence,
) -> impl IntoView {
    view! { <span class="tag" data-grade=grade_mark(grade)>{format::evidence(grade)}</span> }
}

/// The mark of how well something is known, for style sheets and controls.
pub fn grade_mark(grade: Evidence) -> &'static str {
    match grade {
        Evidence::Claimed => "claimed",
        Evidence::Confirmed => "confirmed",
        Evidence::Documented => "documented",
    }
}

/// An outcome in a word.
pub fn outcome_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => rep::met(),
        Outcome::NotMet => rep::not_met(),
        Outcome::Unknown => rep::unknown(),
    }
}
