//! The texts of questions and criteria.

use super::{Of, Texts};
use crate::domain::playbook::part::{Field, Part};
use crate::domain::playbook::question::{Question, QuestionKind};
use crate::domain::playbook::rule::Criterion;
use std::fmt::Arguments;

impl Texts<'_, '_> {
    pub(super) fn question(&mut self, n: usize, question: &Question) {
        let of: Of<'_> = &|| Part::Question(question.id.clone());
        let path = format_args!("questions[{n}]");
        self.title(path, of, &question.title);
        if question.retired.is_some() {
            return;
        }
        // A wording that is there must say something; whether one is there is for the check.
        for (name, field, text) in
            [("ask", Field::Ask, &question.ask), ("prompt", Field::Prompt, &question.prompt)]
        {
            if let Some(text) = text {
                self.missing(format_args!("{path}.{name}"), of, field, text);
                self.recalling(format_args!("{path}.{name}"), of, text);
            }
        }
        let Question { say, help, why, .. } = question;
        for (name, text) in [("say", say), ("help", help), ("why", why)] {
            let text = text.as_deref().unwrap_or_default();
            self.recalling(format_args!("{path}.{name}"), of, text);
        }
        for (m, text) in question.probe.iter().enumerate() {
            self.recalling(format_args!("{path}.probe[{m}]"), of, text);
        }
        // Visitors who have to answer are told why.
        if question.ask.is_some() && !question.optional {
            let why = question.why.as_deref().unwrap_or_default();
            self.missing(format_args!("{path}.why"), of, Field::Why, why);
        }
        if let Some(accept) = &question.accept {
            let path = format_args!("{path}.accept.message");
            self.must(path, of, Field::AcceptMessage, &accept.message);
        }
        self.kind(path, of, question);
    }

    fn kind(&mut self, path: Arguments<'_>, of: Of<'_>, question: &Question) {
        for (m, option) in question.options().iter().enumerate() {
            let of = || Part::Option(question.id.clone(), option.id.clone());
            let path = format_args!("{path}.kind.options[{m}]");
            self.title(path, &of, &option.title);
            if let Some(text) = &option.rep_title {
                self.must(format_args!("{path}.rep_title"), &of, Field::Prompt, text);
            }
        }
        match &question.kind {
            QuestionKind::Number { bands, .. } => {
                for (m, band) in bands.iter().enumerate() {
                    let path = format_args!("{path}.kind.number.bands[{m}].title");
                    self.must(path, of, Field::Bands, &band.title);
                }
            }
            QuestionKind::Scale { low, high, .. } => {
                self.must(format_args!("{path}.kind.scale.low"), of, Field::ScaleLow, low);
                self.must(format_args!("{path}.kind.scale.high"), of, Field::ScaleHigh, high);
            }
            _ => {}
        }
    }

    pub(super) fn criterion(&mut self, n: usize, criterion: &Criterion) {
        let of: Of<'_> = &|| Part::Criterion(criterion.id.clone());
        let path = format_args!("criteria[{n}]");
        self.title(path, of, &criterion.title);
        let rule_text = &criterion.rule_text;
        self.must(format_args!("{path}.rule_text"), of, Field::RuleText, rule_text);
        self.must(format_args!("{path}.step"), of, Field::Step, &criterion.step);
        if let Some(end) = &criterion.knock_out {
            let reason = format_args!("{path}.knock_out.reason");
            self.must(reason, of, Field::KnockOutReason, &end.reason);
            // A visitor is told this.
            let path = format_args!("{path}.knock_out.alternative");
            self.missing(path, of, Field::KnockOutAlternative, &end.alternative);
            self.recalling(path, of, &end.alternative);
        }
    }
}
