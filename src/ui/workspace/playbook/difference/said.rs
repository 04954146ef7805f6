//! What a field said and says, in words.
//!
//! Invariant: what stood in the old playbook is named as it was called there.

use super::keys;
use crate::domain::counterfactual::Wanted;
use crate::domain::ids::{OptionId, QuestionId};
use crate::domain::playbook::diff::{Change, Said};
use crate::domain::playbook::question::Question;
use crate::domain::playbook::{Noun, Playbook};
use crate::platform::intl;
use crate::ui::text::workspace as text;
use crate::ui::workspace::rule_words;

/// The longest text shown, in characters.
const LONGEST: usize = 300;

/// Both playbooks.
#[derive(Clone, Copy)]
pub(super) struct Both<'p> {
    pub(super) old: &'p Playbook,
    pub(super) new: &'p Playbook,
}

impl Both<'_> {
    /// What a field says in one of the playbooks.
    pub(super) fn said(self, of: &Playbook, change: &Change, said: Option<&Said>) -> String {
        let number = |n: &f64| intl::number(*n, 3);
        let said = match said {
            None => String::new(),
            Some(Said::Text(text)) => cut(text),
            Some(Said::Texts(texts)) => cut(&texts.join("; ")),
            Some(Said::Key(key)) => keys::word(key).to_owned(),
            Some(Said::Keys(all)) => {
                all.iter().map(|key| keys::word(key)).collect::<Vec<_>>().join(", ")
            }
            Some(Said::Number(n)) => number(n),
            Some(Said::Numbers(all)) => all.iter().map(number).collect::<Vec<_>>().join("; "),
            Some(Said::Yes(true)) => text::pb_diff_yes().to_owned(),
            Some(Said::Yes(false)) => text::pb_diff_no().to_owned(),
            Some(Said::Criteria(ids)) => {
                ids.iter().map(|id| of.criterion_name(id)).collect::<Vec<_>>().join("; ")
            }
            Some(Said::Section(id)) => of.section_name(id).to_owned(),
            Some(Said::Id(id)) => self.becomes(change, id),
            Some(Said::Rule(rule)) => rule_words::rule(of, rule),
            Some(Said::Test(test)) => match asked(of, change) {
                Some(question) => rule_words::test(question, test),
                None => String::new(),
            },
            Some(Said::Range(range)) => asked(of, change)
                .and_then(|question| rule_words::wanted(question, &Wanted::Within(*range)))
                .unwrap_or_default(),
        };
        if said.is_empty() { text::pb_diff_nothing().to_owned() } else { said }
    }

    /// The name of what stands in the place of something retired.
    pub(super) fn becomes(self, change: &Change, id: &str) -> String {
        match change.noun {
            Noun::Question => self.new.question_name(&id.into()).to_owned(),
            Noun::Option => {
                let question = asked(self.new, change);
                let id = OptionId::from(id);
                question.map_or(id.as_str(), |question| question.option_name(&id)).to_owned()
            }
            Noun::Stage => self.new.stage_name(&id.into()).to_owned(),
            _ => id.to_owned(),
        }
    }
}

/// The question that a change is within.
fn asked<'p>(playbook: &'p Playbook, change: &Change) -> Option<&'p Question> {
    let name = change.of.as_ref().unwrap_or(&change.name);
    playbook.question(&QuestionId::new(name.id.as_str()))
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
