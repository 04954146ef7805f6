//! The sentences of a first playbook, worded from what a team said.

use crate::app::guided::{Guided, GuidedWords};
use crate::domain::counterfactual::Wanted;
use crate::domain::ids::{OptionId, QuestionId};
use crate::domain::playbook::Playbook;
use crate::domain::range::Range;
use crate::ui::text::workspace as text;
use crate::ui::workspace::rule_words;

/// Words everything that was said.
pub(super) fn worded(pack: &Playbook, said: &Guided) -> GuidedWords {
    let (size, industries) = (size(pack, said), titles(pack, "industry", &said.industries));
    let countries = titles(pack, "country", &said.countries);
    GuidedWords {
        title: said.offering.clone(),
        size: (text::guided_size_rule(&size), text::guided_size_reason(&size)),
        industry: (industries.clone(), text::guided_industry_reason(&industries)),
        location: (countries.clone(), text::guided_country_reason(&countries)),
        interest: said.old_after_years.map(interest_rule).unwrap_or_default(),
        action: text::guided_action().to_owned(),
    }
}

fn size(pack: &Playbook, said: &Guided) -> String {
    let range = Range {
        from: said.least_employees.map(f64::from),
        to: said.most_employees.map(f64::from),
        ..Range::default()
    };
    let question = pack.question(&QuestionId::from("employees"));
    let words = question.and_then(|question| rule_words::wanted(question, &Wanted::Within(range)));
    words.unwrap_or_default()
}

/// The names of options, all of them.
fn titles(pack: &Playbook, question: &str, ids: &[OptionId]) -> String {
    let Some(question) = pack.question(&QuestionId::from(question)) else { return String::new() };
    let chosen = question.options().iter().filter(|option| ids.contains(&option.id));
    chosen.map(|option| option.title.as_str()).collect::<Vec<_>>().join(", ")
}

fn interest_rule(years: u32) -> String {
    match years {
        1 => text::guided_interest_rule_one().to_owned(),
        years => text::guided_interest_rule(years),
    }
}
