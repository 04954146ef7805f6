//! Fit and readiness, side by side and never blended, with what they are made of.

use super::Subject;
use crate::domain::evaluate::{Facts, Reading};
use crate::domain::outcome::Outcome;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::market::{Intent, Profile};
use crate::domain::playbook::scoring::{Scoring, SignalKind};
use crate::domain::rules::Rules;
use crate::domain::score::{Contribution, Contributor, Grade, Interest, Score, Scores, scores};
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::wizard::marks::{OutcomeMark, outcome_mark};
use crate::ui::workspace::any::{CollectAny, MapAny, ThenAny};
use crate::ui::workspace::words;
use chrono::Local;
use leptos::prelude::*;

/// Both scores of the contact; nothing where the playbook scores nobody.
#[component]
pub(super) fn ScoresCard() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let scored = Memo::new(move |_| of(context, subject));
    view! {
        {move || {
            let playbook = context.playbook();
            let scoring = playbook.scoring.clone();
            scored.get().zip(scoring).map_any(|(scores, scoring)| card(&playbook, &scoring, &scores))
        }}
    }
}

/// The scores of the contact shown.
pub(super) fn of(context: AppContext, subject: Subject) -> Option<Scores> {
    let playbook = context.playbook();
    let rules = Rules::of(&playbook);
    subject.contact.with(|contact| {
        let facts = Facts::new(&rules, &contact.answers, Reading::AsRequired, context.today());
        scores(&facts, contact, &Local)
    })
}

/// How much interest a contact shows, in words.
pub(super) fn interest(scoring: &Scoring, scores: &Scores) -> &'static str {
    match scoring.interest(&scores.readiness) {
        Interest::Unknown => text::interest_unknown(),
        Interest::LittleSoFar => text::interest_so_far(),
        Interest::Graded(Grade::First) => text::interest_first(),
        Interest::Graded(Grade::Second) => text::interest_second(),
        Interest::Graded(Grade::Third) => text::interest_third(),
        Interest::Graded(Grade::Fourth) => text::interest_fourth(),
    }
}

fn card(playbook: &Playbook, scoring: &Scoring, scores: &Scores) -> impl IntoView + use<> {
    let (fit, ready) =
        (letter(scoring.grade(scores.fit.low)), digit(scoring.grade(scores.readiness.low)));
    let fit_best = letter(scoring.grade(scores.fit.high));
    let ready_best = digit(scoring.grade(scores.readiness.high));
    let pair = format!("{fit}{ready}");
    let contributions = |score: &Score| {
        score.contributions.iter().map(|p| contribution(playbook, scoring, p)).collect_any()
    };
    let groups = scoring.readiness.iter().map(|group| {
        let cap = text::score_capped(intl::number(group.cap, 0));
        let half = group.half_life.map(|days| text::score_halves(words::days(days)));
        let notes: Vec<String> = [Some(cap), half].into_iter().flatten().collect();
        view! { <li>{group.title.clone()} ": " {notes.join(", ")}</li> }
    });
    let groups = groups.collect_any();
    view! {
        <section class="card" aria-labelledby="scores-title">
            <div class="card-head">
                <h2 class="card-title" id="scores-title">{text::scores()}</h2>
                <p class="score-pair">
                    <span class="visually-hidden">{text::score_pair(&pair)}</span>
                    <span aria-hidden="true">{pair.clone()}</span>
                </p>
            </div>
            <div class="score-two">
                {one(text::score_fit(), text::score_fit_means(), fit, fit_best, &scores.fit)}
                {one(
                    text::score_readiness(),
                    text::score_readiness_means(),
                    ready,
                    ready_best,
                    &scores.readiness,
                )}
            </div>
            {playbook.profile.as_ref().and_then(profile)}
            <details class="disclosure">
                <summary>{text::score_made_of()}</summary>
                <h3 class="fact-section">{text::score_fit()}</h3>
                <ul class="score-parts">{contributions(&scores.fit)}</ul>
                <h3 class="fact-section">{text::score_readiness()}</h3>
                <ul class="score-parts">{contributions(&scores.readiness)}</ul>
                <ul class="small quiet">{groups}</ul>
                <p class="formula">{text::score_note()}</p>
            </details>
        </section>
    }
}

/// The ideal customer in the team's own words; nothing where there are none.
fn profile(profile: &Profile) -> Option<AnyView> {
    let Profile { about, pains, preferences, .. } = profile;
    if about.is_empty() && pains.is_empty() && preferences.is_empty() {
        return None;
    }
    let list = |title: &'static str, lines: &[String]| {
        let lines: Vec<_> =
            lines.iter().map(|line| view! { <li>{line.clone()}</li> }.into_any()).collect();
        (!lines.is_empty()).then_any(|| {
            view! {
                <h3 class="fact-section">{title}</h3>
                <ul class="small">{lines}</ul>
            }
        })
    };
    let about = (!about.is_empty()).then_any(|| view! { <p class="small">{about.clone()}</p> });
    let ideal = view! {
        <details class="disclosure">
            <summary>{text::profile_title()}</summary>
            {about}
            {list(text::profile_pains(), pains)}
            {list(text::profile_preferences(), preferences)}
        </details>
    };
    Some(ideal.into_any())
}

fn one(
    name: &'static str,
    means: &'static str,
    grade: &'static str,
    best: &'static str,
    score: &Score,
) -> impl IntoView + use<> {
    let points = |n: f64| intl::number(n, 0);
    let open = points(score.low) != points(score.high);
    let range = if open {
        text::score_range(points(score.low), points(score.high))
    } else {
        text::score_points(points(score.low))
    };
    let could = (grade != best).then(|| text::score_could_be(best));
    let known = text::score_known(intl::percent(score.coverage, 0));
    view! {
        <div class="score">
            <h3 class="score-name">{name} " " <span class="quiet">{means}</span></h3>
            <p class="score-grade">
                <b>{grade}</b> " " {could.map(|could| view! { <span class="quiet">{could}</span> })}
            </p>
            <progress class="bar" max="100" value=points(score.low) aria-label=name></progress>
            <p class="small quiet">{range} ". " {known} "."</p>
        </div>
    }
}

fn contribution(
    playbook: &Playbook,
    scoring: &Scoring,
    contribution: &Contribution,
) -> impl IntoView + use<> {
    let title = match &contribution.of {
        Contributor::Criterion(id) | Contributor::Signal(_, SignalKind::Criterion(id)) => {
            playbook.criterion_name(id).to_owned()
        }
        Contributor::Signal(_, SignalKind::Source(Intent::Low)) => {
            text::signal_source_low().to_owned()
        }
        Contributor::Signal(_, SignalKind::Source(Intent::Medium)) => {
            text::signal_source_medium().to_owned()
        }
        Contributor::Signal(_, SignalKind::Source(Intent::High)) => {
            text::signal_source_high().to_owned()
        }
        Contributor::Signal(_, SignalKind::VisitorAnswers) => text::signal_visitor().to_owned(),
        Contributor::Signal(_, SignalKind::InboundTouch) => text::signal_inbound().to_owned(),
        Contributor::Signal(_, SignalKind::Engagement) => text::signal_engagement().to_owned(),
    };
    // A group of one signal of the same name is not said twice.
    let group = match &contribution.of {
        Contributor::Signal(group, _) => {
            scoring.readiness.get(*group).map(|group| group.title.clone())
        }
        Contributor::Criterion(_) => None,
    };
    let group = group.filter(|group| *group != title);
    let adds = match contribution.outcome {
        Outcome::Met => text::score_adds(intl::number(contribution.adds, 0)),
        Outcome::NotMet => text::score_nothing().to_owned(),
        Outcome::Unknown => text::score_open(intl::number(contribution.most, 0)),
    };
    view! {
        <li class="score-part" data-outcome=outcome_mark(contribution.outcome)>
            <OutcomeMark outcome=contribution.outcome />
            <span>
                {title} {group.map(|group| view! { <span class="quiet">" · " {group}</span> })}
            </span>
            <span class="score-adds">{adds}</span>
        </li>
    }
}

fn letter(grade: Grade) -> &'static str {
    match grade {
        Grade::First => "A",
        Grade::Second => "B",
        Grade::Third => "C",
        Grade::Fourth => "D",
    }
}

fn digit(grade: Grade) -> &'static str {
    match grade {
        Grade::First => "1",
        Grade::Second => "2",
        Grade::Third => "3",
        Grade::Fourth => "4",
    }
}
