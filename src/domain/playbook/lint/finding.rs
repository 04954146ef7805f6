//! What a lint can say, each with what it is about and how bad it is.
//!
//! Refuses to word it: that is for the screen.

use crate::domain::ids::{CriterionId, QuestionId, StageId};
use crate::domain::playbook::check::FaultKind;
use crate::domain::playbook::part::{Field, GateName, OutcomeName, Part};
use crate::domain::playbook::question::Face;

/// Something in a playbook that is wrong or unwise, and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Where in the file, such as `criteria[2].rule.all[0]`.
    pub path: String,
    /// How bad it is.
    pub severity: Severity,
    /// What it is.
    pub kind: FindingKind,
}

/// How bad a finding is, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It cannot be meant so: nobody can be judged by it, or somebody is judged who must not be.
    Error,
    /// It does something else than it seems to, or nothing.
    Warning,
    /// It may well be meant so, and is worth a look.
    Hint,
}

/// What a lint can find.
#[derive(Debug, Clone, PartialEq)]
pub enum FindingKind {
    /// A fault: nobody can be judged by the playbook.
    Fault {
        /// The part that has it.
        of: Part,
        /// Which.
        kind: FaultKind,
    },

    /// A question whose condition can never be met; for visitors, not by what they are asked.
    NeverAsked {
        /// Which question.
        question: QuestionId,
        /// Who is never asked; the rep where nobody is.
        face: Face,
    },
    /// A question no rule reads and no text refers to, and that is not asked anyway.
    NothingReads(QuestionId),
    /// A gate reads a question that somebody who is to pass it has no wording for. It can be passed
    /// in another way.
    NoWordingFor {
        /// Which question.
        question: QuestionId,
        /// Who has no wording.
        face: Face,
    },
    /// A rule reads a question that is asked no more.
    RetiredIsRead {
        /// Whose rule: a criterion's, or a question's condition.
        of: Part,
        /// The retired question.
        question: QuestionId,
        /// What it became, where it became something.
        becomes: Option<QuestionId>,
    },

    /// Branches that must all be met, but exclude each other.
    Contradiction {
        /// Whose rule.
        of: Part,
        /// The question they exclude each other by; none where one is the opposite of another.
        question: Option<QuestionId>,
    },
    /// A test that says nothing about answers to this kind of question: always Unknown.
    WrongKind {
        /// Whose rule.
        of: Part,
        /// The question.
        question: QuestionId,
    },
    /// A branch no answer can meet.
    NeverMet {
        /// Whose rule.
        of: Part,
        /// The question it tests; none for an empty list of alternatives.
        question: Option<QuestionId>,
    },
    /// A branch every answer meets.
    AlwaysMet {
        /// Whose rule.
        of: Part,
        /// The question it tests; none for an empty list, which is met by nothing at all.
        question: Option<QuestionId>,
    },
    /// Alternatives that leave no answer out: one of them always holds.
    PartAndOpposite {
        /// Whose rule.
        of: Part,
        /// The question they are about; none where one is the opposite of another.
        question: Option<QuestionId>,
    },
    /// The same branch, or the same criterion of a gate, for a second time.
    Repeated {
        /// Whose.
        of: Part,
    },
    /// A branch that changes nothing, since another branch or the ones beside it decide.
    NeverMatters {
        /// Whose rule.
        of: Part,
    },

    /// A criterion nothing uses.
    UnusedCriterion(CriterionId),
    /// A gate whose criteria exclude each other.
    ImpassableGate {
        /// Which gate.
        gate: GateName,
        /// The question they exclude each other by.
        question: Option<QuestionId>,
    },
    /// A gate that excludes what a gate below it asks for.
    GatesExclude {
        /// The upper gate.
        gate: GateName,
        /// The question they exclude each other by.
        question: Option<QuestionId>,
    },
    /// A gate asks for a criterion that cannot be met without the answer to a question which is not
    /// asked of everybody: whoever is not asked never passes.
    AskedOfSome {
        /// The criterion.
        criterion: CriterionId,
        /// The question.
        question: QuestionId,
    },
    /// A gate everybody passes.
    EmptyGate(GateName),
    /// A stage everybody leaves.
    EmptyExit(StageId),

    /// A text that is not there.
    MissingText {
        /// Whose.
        of: Part,
        /// Which.
        field: Field,
    },
    /// The rule of a criterion was changed in a draft, and its words are still those of the rule
    /// that is published.
    WordsOfOldRule(CriterionId),
    /// The rule of a knock-out was changed in a draft, and its reason was not.
    ReasonOfOldRule(CriterionId),
    /// A text refers to the answer of a question that is not defined.
    UndefinedRecall {
        /// Whose text.
        of: Part,
        /// What stands there.
        reference: String,
    },
    /// A text refers to an answer that may not be there, and says nothing in its place.
    RecallWithoutFallback {
        /// Whose text.
        of: Part,
        /// The question.
        question: QuestionId,
    },
    /// A text holds markup, which is shown as it stands.
    Markup {
        /// Whose text.
        of: Part,
    },
    /// A text refers to an answer, but is shown as it stands.
    RecallInVain {
        /// Whose text.
        of: Part,
        /// The question.
        question: QuestionId,
    },

    /// The best grade of a score is out of everybody's reach.
    GradeOutOfReach {
        /// Which score.
        score: Score,
        /// The most anybody can have, out of 100.
        most: f64,
    },
    /// A win chance far from what is customary.
    UnusualChance {
        /// Which of the two.
        anchor: Anchor,
        /// The chance.
        chance: f64,
    },

    /// The gate to Opportunity asks for no pain, interest or fit any more.
    CoreMissing(Core),
    /// A rep's confirmation of the pain is not needed any more.
    PainUnconfirmed(CriterionId),
    /// A criterion of the core no longer reads a question that makes it up.
    CoreReadsLess {
        /// Which of the three.
        core: Core,
        /// The question.
        question: QuestionId,
    },

    /// A criterion decides by a personal trait.
    PersonalDecides {
        /// The question about the trait.
        question: QuestionId,
        /// The criterion.
        criterion: CriterionId,
    },
    /// A question asks for a personal trait and is not marked as personal.
    AsksPersonal {
        /// Which question.
        question: QuestionId,
        /// What it asks for.
        about: Personal,
    },

    /// A must-have of the profile that no gate asks for.
    MustHaveInNoGate(CriterionId),
    /// An exclusion of the profile that ends nothing.
    ExclusionWithoutKnockOut(CriterionId),
    /// A knock-out that stands in no gate, so that it never strikes.
    KnockOutInNoGate(CriterionId),
    /// What visitors are told at an end none of them can come to.
    OutcomeOutOfReach {
        /// Which end.
        outcome: OutcomeName,
        /// A question they would have to answer and are not asked.
        question: Option<QuestionId>,
    },

    /// Texts for visitors that are not there in a language.
    Untranslated {
        /// The language's tag.
        language: String,
        /// How many.
        count: usize,
    },
    /// What is translated and is not in the playbook.
    TranslatesNothing {
        /// The language's tag.
        language: String,
        /// The place that is not there.
        path: String,
    },

    /// Bands that claim the same number.
    BandsOverlap(QuestionId),
    /// Bands that leave numbers out.
    BandsLeaveGap(QuestionId),
    /// A band no number lies in.
    EmptyBand(QuestionId),
}

/// One of the two scores.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Score {
    /// Fit, whose best grade is A.
    Fit,
    /// Readiness, whose best grade is 1.
    Readiness,
}

/// One of the two ends of the win chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// With no slot filled: 10–15 % is customary.
    Start,
    /// With every slot filled: 80 % is customary.
    Complete,
}

/// One of the three traits of every opportunity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Core {
    /// A problem the offering solves.
    Pain,
    /// Wanting to end it.
    Interest,
    /// Product and situation match.
    Fit,
}

/// A trait of a person that must not decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Personal {
    /// How old the person is.
    Age,
    /// Gender.
    Gender,
    /// Religion or belief.
    Religion,
    /// Ethnic origin.
    Ethnicity,
    /// Nationality of the person.
    Nationality,
    /// Health of the person.
    Health,
    /// Disability.
    Disability,
    /// Pregnancy and children.
    Pregnancy,
    /// Marital status.
    MaritalStatus,
    /// Sexual orientation.
    SexualOrientation,
    /// Membership of a trade union.
    UnionMembership,
    /// Political membership and opinion.
    Politics,
}
