//! How people are asked for a personal trait, in English.
//!
//! Owns the words alone. Refuses to know how they are looked for.

use super::super::finding::Personal;

/// How one trait is asked for.
pub(super) struct Asked {
    pub(super) about: Personal,
    /// What follows "your" at the end of a question; alone, it is the name of such a question.
    pub(super) nouns: &'static [&'static str],
    /// What such a question ends with.
    pub(super) ends: &'static [&'static str],
}

/// Every trait.
pub(super) const ASKED: [Asked; 12] = [
    Asked {
        about: Personal::Age,
        nouns: &["age", "date of birth", "birth date", "birthday", "year of birth"],
        ends: &["how old are you", "when were you born", "year were you born"],
    },
    Asked {
        about: Personal::Gender,
        nouns: &["gender", "sex", "gender identity"],
        ends: &[
            "male or female",
            "man or woman",
            "man or a woman",
            "are you a woman",
            "are you a man",
        ],
    },
    Asked {
        about: Personal::Religion,
        nouns: &[
            "religion",
            "faith",
            "religious belief",
            "religious beliefs",
            "religious affiliation",
        ],
        ends: &["are you religious", "church do you belong to", "do you go to church"],
    },
    Asked {
        about: Personal::Ethnicity,
        nouns: &[
            "ethnicity",
            "ethnic origin",
            "ethnic background",
            "ethnic group",
            "racial origin",
            "skin colour",
            "skin color",
        ],
        ends: &["what is your race", "your race or ethnicity"],
    },
    Asked {
        about: Personal::Nationality,
        nouns: &["nationality", "citizenship", "country of birth", "place of birth"],
        ends: &[
            "where were you born",
            "country were you born in",
            "are you a citizen",
            "are you a citizen of",
            "passport do you hold",
        ],
    },
    Asked {
        about: Personal::Health,
        nouns: &[
            "state of health",
            "health condition",
            "medical condition",
            "medical conditions",
            "medical history",
            "illness",
            "illnesses",
        ],
        ends: &[
            "how is your health",
            "rate your health",
            "are you healthy",
            "are you ill",
            "are you sick",
            "do you have any medical conditions",
            "do you have a medical condition",
            "do you have any health problems",
            "do you have any illnesses",
        ],
    },
    Asked {
        about: Personal::Disability,
        nouns: &["disability", "disabilities", "disability status"],
        ends: &["are you disabled", "do you have a disability", "do you have any disabilities"],
    },
    Asked {
        about: Personal::Pregnancy,
        nouns: &["pregnancy"],
        ends: &[
            "are you pregnant",
            "are you expecting a child",
            "are you expecting a baby",
            "do you have children",
            "do you have any children",
            "how many children do you have",
            "are you planning to have children",
            "do you plan to have children",
        ],
    },
    Asked {
        about: Personal::MaritalStatus,
        nouns: &["marital status", "civil status"],
        ends: &[
            "are you married",
            "are you single",
            "are you divorced",
            "are you married or single",
        ],
    },
    Asked {
        about: Personal::SexualOrientation,
        nouns: &["sexual orientation", "sexuality", "sexual preference", "sexual preferences"],
        ends: &["are you gay", "are you lesbian", "are you homosexual", "are you heterosexual"],
    },
    Asked {
        about: Personal::UnionMembership,
        nouns: &["union membership", "trade union membership"],
        ends: &[
            "are you a union member",
            "are you in a union",
            "are you in a trade union",
            "are you a member of a union",
            "are you a member of a trade union",
            "do you belong to a union",
            "do you belong to a trade union",
        ],
    },
    Asked {
        about: Personal::Politics,
        nouns: &[
            "political views",
            "political opinion",
            "political opinions",
            "political affiliation",
            "political membership",
            "party membership",
        ],
        ends: &[
            "party do you vote for",
            "who do you vote for",
            "whom do you vote for",
            "party do you support",
            "are you a member of a political party",
            "do you belong to a political party",
        ],
    },
];

/// Whose it is, where that is a person. ("Their" may be machines.)
pub(super) const OWNERS: [&str; 10] = [
    "your",
    "his",
    "her",
    "contact's",
    "person's",
    "buyer's",
    "decision-maker's",
    "visitor's",
    "respondent's",
    "owner's",
];

/// Who somebody is.
pub(super) const PEOPLE: [&str; 10] = [
    "person",
    "contact",
    "buyer",
    "decision-maker",
    "visitor",
    "respondent",
    "owner",
    "founder",
    "ceo",
    "manager",
];

/// What may follow a noun without making it a noun of something else.
pub(super) const TAILS: [&str; 3] = ["group", "range", "bracket"];
