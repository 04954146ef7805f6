//! What a finding says: what is wrong, and why it matters and what to do.

use crate::domain::ids::QuestionId;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::check::FaultKind;
use crate::domain::playbook::lint::FindingKind;
use crate::domain::playbook::lint::finding::{Anchor, Core, Personal, Score};
use crate::domain::playbook::part::{Field, Part};
use crate::domain::playbook::question::Face;
use crate::platform::intl;
use crate::ui::text::workspace as text;
use crate::ui::workspace::data::failure::fault_words;

/// A finding in words.
pub(super) struct Told {
    /// What is wrong.
    pub(super) what: String,
    /// Why it matters and what to do.
    pub(super) mend: &'static str,
}

/// Puts a finding into words.
pub(super) fn told(playbook: &Playbook, kind: &FindingKind) -> Told {
    let (what, mend) = question(playbook, kind)
        .or_else(|| rule(playbook, kind))
        .or_else(|| step(playbook, kind))
        .or_else(|| written(playbook, kind))
        .unwrap_or_else(|| score(playbook, kind));
    Told { what, mend }
}

/// What is wrong, and why it matters and what to do.
type Words = (String, &'static str);

/// Words with the question they are about, or without where it is about none.
fn about<'p>(
    playbook: &'p Playbook,
    with: fn(String) -> String,
    without: &'static str,
) -> impl Fn(&Option<QuestionId>) -> String + 'p {
    move |question| match question {
        Some(id) => with(playbook.question_name(id).to_owned()),
        None => without.to_owned(),
    }
}

fn question(playbook: &Playbook, kind: &FindingKind) -> Option<Words> {
    use FindingKind as K;
    let title = |id: &QuestionId| playbook.question_name(id).to_owned();
    Some(match kind {
        K::Fault { kind: FaultKind::NoWording, .. } => {
            (text::check_unworded().to_owned(), text::check_unworded_do())
        }
        K::Fault { kind, .. } => (text::check_fault(fault_words(kind)), text::check_fault_do()),
        K::NeverAsked { question, face: Face::Rep } => {
            (text::check_never_asked(title(question)), text::check_never_asked_do())
        }
        K::NeverAsked { question, face: Face::Visitor } => {
            (text::check_never_asked_visitor(title(question)), text::check_never_asked_visitor_do())
        }
        K::NothingReads(question) => {
            (text::check_nothing_reads(title(question)), text::check_nothing_reads_do())
        }
        K::NoWordingFor { question, .. } => {
            (text::check_no_wording_for(title(question)), text::check_no_wording_for_do())
        }
        K::RetiredIsRead { question, becomes, .. } => {
            let mend = match becomes {
                Some(_) => text::check_retired_becomes_do(),
                None => text::check_retired_read_do(),
            };
            (text::check_retired_read(title(question)), mend)
        }
        K::PersonalDecides { question, .. } => {
            (text::check_personal(title(question)), text::check_personal_do())
        }
        K::AsksPersonal { about, .. } => {
            (text::check_asks_personal(personal(*about)), text::check_asks_personal_do())
        }
        K::BandsOverlap(_) => {
            (text::check_bands_overlap().to_owned(), text::check_bands_overlap_do())
        }
        K::BandsLeaveGap(_) => (text::check_bands_gap().to_owned(), text::check_bands_gap_do()),
        K::EmptyBand(_) => (text::check_empty_band().to_owned(), text::check_empty_band_do()),
        _ => return None,
    })
}

fn rule(playbook: &Playbook, kind: &FindingKind) -> Option<Words> {
    use FindingKind as K;
    let by = |with, without| about(playbook, with, without);
    Some(match kind {
        K::Contradiction { question, .. } => {
            let what = by(text::check_contradiction, text::check_contradiction_plain());
            (what(question), text::check_contradiction_do())
        }
        K::WrongKind { question, .. } => {
            let title = playbook.question_name(question).to_owned();
            (text::check_wrong_kind(title), text::check_wrong_kind_do())
        }
        K::NeverMet { question, .. } => {
            let what = by(text::check_never_met, text::check_never_met_plain());
            (what(question), text::check_never_met_do())
        }
        K::AlwaysMet { question, .. } => {
            let what = by(text::check_always_met, text::check_always_met_plain());
            (what(question), text::check_always_met_do())
        }
        K::PartAndOpposite { question, .. } => {
            let what = by(text::check_opposite, text::check_opposite_plain());
            (what(question), text::check_opposite_do())
        }
        K::Repeated { of: Part::Gate(_) } => {
            (text::check_repeated_gate().to_owned(), text::check_repeated_do())
        }
        K::Repeated { .. } => (text::check_repeated().to_owned(), text::check_repeated_do()),
        K::NeverMatters { .. } => {
            (text::check_never_matters().to_owned(), text::check_never_matters_do())
        }
        _ => return None,
    })
}

fn step(playbook: &Playbook, kind: &FindingKind) -> Option<Words> {
    use FindingKind as K;
    let by = |with, without| about(playbook, with, without);
    Some(match kind {
        K::ImpassableGate { question, .. } => {
            let what = by(text::check_impassable, text::check_impassable_plain());
            (what(question), text::check_impassable_do())
        }
        K::GatesExclude { question, .. } => {
            let what = by(text::check_gates_exclude, text::check_gates_exclude_plain());
            (what(question), text::check_gates_exclude_do())
        }
        K::OutcomeOutOfReach { question, .. } => {
            let what = by(text::check_outcome, text::check_outcome_plain());
            (what(question), text::check_outcome_do())
        }
        K::AskedOfSome { question, .. } => {
            let title = playbook.question_name(question).to_owned();
            (text::check_asked_of_some(title), text::check_asked_of_some_do())
        }
        K::UnusedCriterion(_) => (text::check_unused().to_owned(), text::check_unused_do()),
        K::EmptyGate(_) => (text::check_empty_gate().to_owned(), text::check_empty_gate_do()),
        K::EmptyExit(_) => (text::check_empty_exit().to_owned(), text::check_empty_exit_do()),
        K::MustHaveInNoGate(_) => (text::check_must_have().to_owned(), text::check_must_have_do()),
        K::ExclusionWithoutKnockOut(_) => {
            (text::check_exclusion().to_owned(), text::check_exclusion_do())
        }
        K::KnockOutInNoGate(_) => (text::check_knock_out().to_owned(), text::check_knock_out_do()),
        _ => return None,
    })
}

fn written(playbook: &Playbook, kind: &FindingKind) -> Option<Words> {
    use FindingKind as K;
    let title = |id: &QuestionId| playbook.question_name(id).to_owned();
    Some(match kind {
        K::MissingText { field, .. } => {
            let mend = match field {
                Field::Why => text::check_missing_why_do(),
                _ => text::check_missing_do(),
            };
            (text::check_missing(named(*field)), mend)
        }
        K::WordsOfOldRule(_) => (text::check_old_words().to_owned(), text::check_old_words_do()),
        K::ReasonOfOldRule(_) => (text::check_old_reason().to_owned(), text::check_old_reason_do()),
        K::UndefinedRecall { reference, .. } => {
            (text::check_undefined_recall(reference), text::check_undefined_recall_do())
        }
        K::RecallWithoutFallback { question, .. } => {
            (text::check_recall_gap(title(question)), text::check_recall_gap_do())
        }
        K::Untranslated { language, count } => {
            let language = intl::language(language);
            let what = match count {
                1 => text::check_untranslated_one(language),
                n => text::check_untranslated(language, intl::count(*n)),
            };
            (what, text::check_untranslated_do())
        }
        K::TranslatesNothing { language, path } => {
            let what = text::check_translates_nothing(intl::language(language), path);
            (what, text::check_translates_nothing_do())
        }
        K::Markup { .. } => (text::check_markup().to_owned(), text::check_markup_do()),
        K::RecallInVain { question, .. } => {
            (text::check_recall_in_vain(title(question)), text::check_recall_in_vain_do())
        }
        _ => return None,
    })
}

fn score(playbook: &Playbook, kind: &FindingKind) -> Words {
    use FindingKind as K;
    match kind {
        K::GradeOutOfReach { score, most } => {
            let most = intl::number(most.floor(), 0);
            let what = match score {
                Score::Fit => text::check_fit_grade(most),
                Score::Readiness => text::check_readiness_grade(most),
            };
            (what, text::check_grade_do())
        }
        K::UnusualChance { anchor, chance } => {
            let chance = intl::percent(*chance, 0);
            let what = match anchor {
                Anchor::Start => text::check_chance_start(chance),
                Anchor::Complete => text::check_chance_complete(chance),
            };
            (what, text::check_chance_do())
        }
        K::CoreReadsLess { question, .. } => {
            let title = playbook.question_name(question).to_owned();
            (text::check_core_reads(title), text::check_core_reads_do())
        }
        K::CoreMissing(core) => {
            let what = match core {
                Core::Pain => text::check_core_pain(),
                Core::Interest => text::check_core_interest(),
                Core::Fit => text::check_core_fit(),
            };
            (what.to_owned(), text::check_core_do())
        }
        // All others have their words above.
        _ => (text::check_pain_claimed().to_owned(), text::check_pain_claimed_do()),
    }
}

/// What a text is called.
fn named(field: Field) -> &'static str {
    match field {
        Field::Title => text::pb_field_title(),
        Field::About => text::pb_field_means(),
        Field::Objections => text::pb_field_objections(),
        Field::Content => text::pb_field_content(),
        Field::Ask => text::pb_field_ask(),
        Field::Prompt => text::pb_field_prompt(),
        Field::Why => text::pb_field_why(),
        Field::Bands => text::checks_band(),
        Field::ScaleLow => text::checks_low(),
        Field::ScaleHigh => text::checks_high(),
        Field::AcceptMessage => text::pb_field_message(),
        Field::RuleText => text::pb_field_rule_text(),
        Field::Step => text::pb_field_step(),
        Field::KnockOutReason => text::pb_field_knock_out_reason(),
        Field::KnockOutAlternative => text::pb_field_alternative(),
        Field::Text => text::pb_field_text(),
        Field::Next => text::pb_field_next(),
        Field::ActionTitle => text::checks_link(),
        Field::Meaning => text::pb_field_meaning(),
    }
}

fn personal(about: Personal) -> &'static str {
    match about {
        Personal::Age => text::check_trait_age(),
        Personal::Gender => text::check_trait_gender(),
        Personal::Religion => text::check_trait_religion(),
        Personal::Ethnicity => text::check_trait_ethnicity(),
        Personal::Nationality => text::check_trait_nationality(),
        Personal::Health => text::check_trait_health(),
        Personal::Disability => text::check_trait_disability(),
        Personal::Pregnancy => text::check_trait_pregnancy(),
        Personal::MaritalStatus => text::check_trait_marital(),
        Personal::SexualOrientation => text::check_trait_orientation(),
        Personal::UnionMembership => text::check_trait_union(),
        Personal::Politics => text::check_trait_politics(),
    }
}
