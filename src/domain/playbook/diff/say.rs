//! What the values of fields say, as plainly as they can be told.
//!
//! Invariant: numbers stay numbers, since their wording is the page's.

use super::Said;
use crate::domain::ids::{CriterionId, OptionId, PlaybookId, QuestionId, SectionId, StageId};
use crate::domain::money::Currency;
use crate::domain::playbook::market::{Content, Intent, Objection, Origin, Role};
use crate::domain::playbook::question::{Accept, QuestionKind, Sets};
use crate::domain::playbook::rule::{KnockOut, Rule, Test};
use crate::domain::playbook::scoring::SignalKind;
use crate::domain::playbook::steps::Metric;
use crate::domain::playbook::words::{Action, Detail};
use crate::domain::range::Range;

/// A value that a field can have.
pub(super) trait Say {
    /// What it says; none for nothing and for what is too long to be told.
    fn say(&self) -> Option<Said>;
}

impl<T: Say> Say for Option<T> {
    fn say(&self) -> Option<Said> {
        self.as_ref().and_then(Say::say)
    }
}

macro_rules! says {
    ($($of:ty: |$value:ident| $said:expr;)+) => {
        $(impl Say for $of {
            fn say(&self) -> Option<Said> {
                let $value = self;
                $said
            }
        })+
    };
}

says! {
    String: |text| (!text.is_empty()).then(|| Said::Text(text.clone()));
    Vec<String>: |texts| (!texts.is_empty()).then(|| Said::Texts(texts.clone()));
    bool: |yes| Some(Said::Yes(*yes));
    f64: |number| Some(Said::Number(*number));
    u32: |number| Some(Said::Number(f64::from(*number)));
    i32: |number| Some(Said::Number(f64::from(*number)));
    [f64; 3]: |numbers| Some(Said::Numbers(numbers.to_vec()));
    Vec<u32>: |numbers| Some(Said::Numbers(numbers.iter().map(|n| f64::from(*n)).collect()));
    Currency: |currency| Some(Said::Text(currency.to_string()));
    CriterionId: |id| Some(Said::Criteria(vec![id.clone()]));
    Vec<CriterionId>: |ids| (!ids.is_empty()).then(|| Said::Criteria(ids.clone()));
    SectionId: |id| Some(Said::Section(id.clone()));
    PlaybookId: |id| Some(Said::Id(id.to_string()));
    Vec<PlaybookId>: |ids| {
        (!ids.is_empty()).then(|| Said::Texts(ids.iter().map(ToString::to_string).collect()))
    };
    QuestionId: |id| Some(Said::Id(id.to_string()));
    OptionId: |id| Some(Said::Id(id.to_string()));
    StageId: |id| Some(Said::Id(id.to_string()));
    Rule: |rule| Some(Said::Rule(rule.clone()));
    Test: |test| Some(Said::Test(test.clone()));
    Range: |range| Some(Said::Range(*range));
    Accept: |accept| Some(Said::Test(accept.is.clone()));
    KnockOut: |knock_out| knock_out.reason.say();
    Action: |action| action.title.say();
    Vec<Objection>: |_all| None;
    Vec<Content>: |_all| None;
    Vec<Action>: |_all| None;
    Vec<Metric>: |_all| None;
    Role: |role| Some(Said::Key(match role {
        Role::MustHave => "must_have",
        Role::NiceToHave => "nice_to_have",
        Role::Exclusion => "exclusion",
    }));
    Origin: |origin| Some(Said::Key(match origin {
        Origin::Inbound => "inbound",
        Origin::Outbound => "outbound",
    }));
    Intent: |intent| Some(Said::Key(intent_key(*intent)));
    Sets: |sets| Some(Said::Key(match sets {
        Sets::Amount => "amount",
        Sets::ExpectedClose => "expected_close",
    }));
    Vec<Detail>: |details| Some(Said::Keys(details.iter().map(|detail| match detail {
        Detail::Person => "person",
        Detail::Organisation => "organisation",
        Detail::Email => "email",
        Detail::Phone => "phone",
    }).collect()));
    QuestionKind: |kind| Some(Said::Key(kind.key()));
    SignalKind: |signal| match signal {
        SignalKind::Criterion(id) => id.say(),
        SignalKind::Source(intent) => intent.say(),
        SignalKind::VisitorAnswers => Some(Said::Key("visitor_answers")),
        SignalKind::InboundTouch => Some(Said::Key("inbound_touch")),
        SignalKind::Engagement => Some(Said::Key("engagement")),
    };
}

/// An intent by its key in the file.
pub(super) fn intent_key(intent: Intent) -> &'static str {
    match intent {
        Intent::Low => "low",
        Intent::Medium => "medium",
        Intent::High => "high",
    }
}
