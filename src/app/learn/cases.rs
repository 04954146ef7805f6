//! The made-up contacts one practises on.
//!
//! Owns who they are and what is known of them, as answers by question id. Refuses to know what they
//! come to: that is for the active playbook to say. Invariant: always the same, in the same order.

use super::practice::Call;
use crate::domain::answer::Evidence;

/// A made-up contact to decide on.
#[derive(Debug, PartialEq)]
pub struct Case {
    /// What it teaches.
    pub point: Point,
    /// The person, with job and organisation.
    pub who: &'static str,
    /// What happened so far.
    pub story: &'static str,
    /// What is on record.
    pub known: &'static [Known],
    /// What the playbook that ships makes of it: only then the point is made.
    pub taught: Call,
}

/// What a case teaches; worded on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Point {
    /// Wanting to read is no pain.
    ReadingIsNoPain,
    /// A knock-out ends it, however much they want to buy.
    TooSmall,
    /// Somebody must be named who decides.
    NobodyNamed,
    /// A problem one lives with is little interest.
    UsedToIt,
    /// A claim is not confirmed.
    ClaimedPain,
    /// Money is no pain.
    MoneyIsNoPain,
    /// Pain, interest and fit are enough.
    EarlyOpportunity,
    /// Budget, authority, need and timeline on top.
    LateOpportunity,
}

/// One answer on record.
#[derive(Debug, PartialEq)]
pub struct Known {
    /// The question's id.
    pub question: &'static str,
    /// The answer.
    pub said: Said,
    /// How well it is known.
    pub evidence: Evidence,
    /// The contact's own words.
    pub words: Option<&'static str>,
}

/// An answer, as data of the program can hold it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Said {
    /// Yes.
    Yes,
    /// No.
    No,
    /// An option, by its id.
    Option(&'static str),
    /// A number.
    Number(f64),
    /// Words.
    Words(&'static str),
    /// Whole dollars.
    Dollars(i64),
}

const fn told(question: &'static str, said: Said) -> Known {
    Known { question, said, evidence: Evidence::Claimed, words: None }
}

const fn asked(question: &'static str, said: Said) -> Known {
    Known { question, said, evidence: Evidence::Confirmed, words: None }
}

const fn quoted(question: &'static str, said: Said, words: &'static str) -> Known {
    Known { question, said, evidence: Evidence::Confirmed, words: Some(words) }
}

/// All cases, in the order they are put.
pub static CASES: [Case; 8] = [
    Case {
        point: Point::ReadingIsNoPain,
        who: "Jonas Feld, plant engineer at a machine builder",
        story: "He filled in a form to download a white paper this morning. Nobody has talked to him yet.",
        known: &[
            told("employees", Said::Number(450.0)),
            told("industry", Said::Option("manufacturing")),
            told("country", Said::Option("DE")),
        ],
        taught: Call::Lead,
    },
    Case {
        point: Point::TooSmall,
        who: "Carla Mendes, owner of a design studio",
        story: "She called twice this week, has the money ready and asks where to sign.",
        known: &[
            asked("employees", Said::Number(3.0)),
            asked("industry", Said::Option("marketing")),
            asked("country", Said::Option("PT")),
            asked("need", Said::Yes),
            asked("feasible", Said::Yes),
            asked("decides", Said::Option("self")),
            quoted("pain", Said::Yes, "I lose half of every Friday to it."),
            asked("budget", Said::Option("approved")),
        ],
        taught: Call::KnockOut,
    },
    Case {
        point: Point::NobodyNamed,
        who: "Ines Laurent, shift planner at a hospital group",
        story: "A good first call. She would love to have it, but it is not hers to decide, and she does not know whose it is.",
        known: &[
            asked("employees", Said::Number(1200.0)),
            asked("industry", Said::Option("healthcare")),
            asked("country", Said::Option("FR")),
            asked("need", Said::Yes),
            asked("feasible", Said::Yes),
            quoted(
                "decides",
                Said::Option("someone_else"),
                "That is somewhere upstairs, I would have to ask.",
            ),
            quoted("pain", Said::Yes, "Every change of plan takes three phone calls."),
        ],
        taught: Call::Lead,
    },
    Case {
        point: Point::UsedToIt,
        who: "Robert Haas, managing director of a wholesaler",
        story: "Friendly, open and the right size. He has had the problem for as long as he can think.",
        known: &[
            asked("employees", Said::Number(310.0)),
            asked("industry", Said::Option("retail")),
            asked("country", Said::Option("AT")),
            asked("need", Said::Yes),
            asked("feasible", Said::Yes),
            asked("decides", Said::Option("self")),
            quoted("pain", Said::Yes, "It has been like this for twenty years. We manage."),
            asked("problem_age", Said::Number(20.0)),
            asked("urgent", Said::No),
            asked("priority", Said::Option("top_three")),
            asked("situation", Said::Yes),
        ],
        taught: Call::Prospect,
    },
    Case {
        point: Point::ClaimedPain,
        who: "Sofia Lindqvist, head of operations at a haulier",
        story: "She went through the questions on the website last night and said yes to nearly everything. You have not spoken yet.",
        known: &[
            told("employees", Said::Number(640.0)),
            told("industry", Said::Option("transport")),
            told("country", Said::Option("SE")),
            told("need", Said::Yes),
            told("feasible", Said::Yes),
            told("decides", Said::Option("self")),
            told("pain", Said::Yes),
            told("problem_age", Said::Number(2.0)),
            told("urgent", Said::Yes),
            told("priority", Said::Option("first")),
            told("situation", Said::Yes),
        ],
        taught: Call::Prospect,
    },
    Case {
        point: Point::MoneyIsNoPain,
        who: "Daniel Osei, finance director of a software firm",
        story: "He has money left in this year’s budget and wants to spend it before December.",
        known: &[
            asked("employees", Said::Number(220.0)),
            asked("industry", Said::Option("software")),
            asked("country", Said::Option("GB")),
            asked("need", Said::Yes),
            asked("feasible", Said::Yes),
            asked("decides", Said::Option("self")),
            quoted("pain", Said::No, "Honestly, things run fine as they are."),
            asked("budget", Said::Option("approved")),
            asked("purchase_within", Said::Option("30_days")),
        ],
        taught: Call::Prospect,
    },
    Case {
        point: Point::EarlyOpportunity,
        who: "Mei Tanaka, quality manager at a parts maker",
        story: "After an hour together the problem is on the table, and the chief operating officer will join next time. Nobody has talked about money yet.",
        known: &[
            asked("employees", Said::Number(380.0)),
            asked("industry", Said::Option("manufacturing")),
            asked("country", Said::Option("JP")),
            asked("need", Said::Yes),
            asked("feasible", Said::Yes),
            asked("decides", Said::Option("someone_else")),
            asked("decider_name", Said::Words("Kenji Mori, chief operating officer")),
            quoted(
                "pain",
                Said::Yes,
                "We lost an audit point because nobody could say who had approved what.",
            ),
            asked("problem_age", Said::Number(8.0)),
            quoted("urgent", Said::Yes, "The next audit is in spring."),
            asked("priority", Said::Option("first")),
            asked("situation", Said::Yes),
        ],
        taught: Call::Opportunity,
    },
    Case {
        point: Point::LateOpportunity,
        who: "Helena Kovacs, chief executive of a logistics company",
        story: "Three meetings in, with her figures on the whiteboard. She wants it running before the summer peak.",
        known: &[
            asked("employees", Said::Number(900.0)),
            asked("industry", Said::Option("transport")),
            asked("country", Said::Option("HU")),
            asked("need", Said::Yes),
            asked("feasible", Said::Yes),
            asked("decides", Said::Option("self")),
            quoted(
                "pain",
                Said::Yes,
                "Half of our quotes go out late, and the late ones never come back.",
            ),
            asked("pain_cost", Said::Dollars(180_000)),
            asked("problem_age", Said::Number(2.0)),
            asked("urgent", Said::Yes),
            asked("priority", Said::Option("first")),
            asked("situation", Said::Yes),
            asked("budget", Said::Option("approved")),
            asked("decider_confirmed", Said::Yes),
            asked("purchase_within", Said::Option("30_days")),
        ],
        taught: Call::Opportunity,
    },
];
