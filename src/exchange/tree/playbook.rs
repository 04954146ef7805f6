//! A visitor's playbook from a tree: the file's frame and what a visitor is told.
//!
//! Owns which parts are read at all; what is asked and judged is for `question.rs`.

use super::question::{criterion, question};
use super::{Misread, Reader, Tree};
use crate::domain::ids::{CriterionId, PlaybookId, SectionId, StageId};
use crate::domain::money::Currency;
use crate::domain::playbook::steps::{Guide, Levels};
use crate::domain::playbook::words::{Action, Cadence, Consent, Detail};
use crate::domain::playbook::{
    Gates, OutcomeText, Outcomes, Playbook, Reasons, Section, Stage, Translations,
};

/// A playbook, and whether its file holds more than visitors should be given.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// What a visitor is asked and judged by.
    pub playbook: Playbook,
    /// Whether there are talk tracks or win chances in the file, for everyone to read.
    pub for_reps: bool,
}

/// Reads a playbook as far as visitors need it. Whether it can be judged by is for
/// [`check`](crate::domain::playbook::check) to say.
///
/// # Errors
/// Where and why it is not of the shape expected.
pub fn read<T: Tree>(tree: &T) -> Result<Loaded, Misread> {
    let mut read = Reader::default();
    let r = &mut read;
    let for_reps = tree.get("chance").is_some() || tells_what_to_say(tree);
    let playbook = Playbook {
        format: r.word(tree, "format"),
        version: r.field(tree, "version", Reader::whole),
        id: PlaybookId::new(r.word(tree, "id")),
        revision: r.field(tree, "revision", Reader::whole),
        title: r.word(tree, "title"),
        language: None,
        translations: Translations::default(),
        about: String::new(),
        based_on: None,
        overlays: Vec::new(),
        currency: r.maybe(tree, "currency", currency),
        profile: None,
        personas: Vec::new(),
        sections: r.field(tree, "sections", |r, of| r.list(of, section)),
        questions: r.field(tree, "questions", |r, of| r.list(of, question)),
        criteria: r.field(tree, "criteria", |r, of| r.list(of, criterion)),
        gates: r.field(tree, "gates", gates),
        stages: r.maybe(tree, "stages", |r, of| r.list(of, stage)).unwrap_or_default(),
        levels: Levels::default(),
        chance: None,
        scoring: None,
        cards: Vec::new(),
        sources: Vec::new(),
        cadence: Cadence::default(),
        reasons: Reasons::default(),
        screen: r.maybe(tree, "screen", Reader::truth).unwrap_or_default(),
        outcomes: r.maybe(tree, "outcomes", outcomes),
        consent: r.maybe(tree, "consent", consent),
        glossary: Vec::new(),
    };
    read.finish(Loaded { playbook, for_reps })
}

fn tells_what_to_say<T: Tree>(tree: &T) -> bool {
    let Some(questions) = tree.get("questions") else { return false };
    let mut places = 0..questions.length().unwrap_or_default();
    places.any(|place| questions.item(place).get("say").is_some())
}

fn section<T: Tree>(r: &mut Reader, tree: &T) -> Section {
    Section { id: SectionId::new(r.word(tree, "id")), title: r.word(tree, "title") }
}

fn stage<T: Tree>(r: &mut Reader, tree: &T) -> Stage {
    let (id, title) = (StageId::new(r.word(tree, "id")), r.word(tree, "title"));
    let (about, exit, guide) = (String::new(), Vec::new(), Guide::default());
    Stage { id, title, about, exit, guide, retired: None }
}

fn gates<T: Tree>(r: &mut Reader, tree: &T) -> Gates {
    let (prospect, opportunity) =
        (r.field(tree, "prospect", criterion_ids), r.field(tree, "opportunity", criterion_ids));
    Gates { prospect, opportunity }
}

fn criterion_ids<T: Tree>(r: &mut Reader, tree: &T) -> Vec<CriterionId> {
    r.list(tree, |r, id| CriterionId::new(r.text(id)))
}

fn outcomes<T: Tree>(r: &mut Reader, tree: &T) -> Outcomes {
    Outcomes {
        not_a_fit: r.field(tree, "not_a_fit", outcome),
        lead: r.field(tree, "lead", outcome),
        prospect: r.field(tree, "prospect", outcome),
        opportunity: r.field(tree, "opportunity", outcome),
    }
}

fn outcome<T: Tree>(r: &mut Reader, tree: &T) -> OutcomeText {
    OutcomeText {
        title: r.word(tree, "title"),
        text: r.word(tree, "text"),
        next: r.word(tree, "next"),
        action: r.maybe(tree, "action", action),
        resources: r.maybe(tree, "resources", |r, of| r.list(of, action)).unwrap_or_default(),
    }
}

fn action<T: Tree>(r: &mut Reader, tree: &T) -> Action {
    Action { title: r.word(tree, "title"), link: r.word(tree, "link") }
}

fn consent<T: Tree>(r: &mut Reader, tree: &T) -> Consent {
    Consent {
        text: r.word(tree, "text"),
        revision: r.field(tree, "revision", Reader::whole),
        details: r.field(tree, "details", |r, of| r.list(of, detail)),
    }
}

fn detail<T: Tree>(r: &mut Reader, tree: &T) -> Detail {
    match &*r.text(tree) {
        "person" => Detail::Person,
        "organisation" => Detail::Organisation,
        "email" => Detail::Email,
        "phone" => Detail::Phone,
        _ => {
            r.expected("a contact detail");
            Detail::Email
        }
    }
}

fn currency<T: Tree>(r: &mut Reader, tree: &T) -> Currency {
    Currency::parse(&r.text(tree)).unwrap_or_else(|| {
        r.expected("a currency");
        Currency::USD
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn parsed(text: &str) -> Value {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn a_visitor_s_playbook_reads_as_it_does_from_its_file() {
        let pack = include_str!("../../../playbooks/pain-interest-fit.json");
        let full: Playbook = serde_json::from_str(pack).unwrap();
        let visitor = full.for_visitors();
        let tree = serde_json::to_value(&visitor).unwrap();
        assert_eq!(read(&tree), Ok(Loaded { playbook: visitor, for_reps: false }));
        assert!(read(&parsed(pack)).unwrap().for_reps);
    }

    #[test]
    fn every_kind_of_question_and_rule_is_read() {
        let text = r#"{"format":"ripen-playbook","version":1,"id":"all","revision":2,"title":"All","currency":"EUR",
            "sections":[{"id":"s","title":"S"}],"questions":[
              {"id":"a","section":"s","title":"A","ask":"A?","help":"h","why":"w","optional":true,
               "kind":{"several":{"options":[{"id":"x","title":"X"}]}}},
              {"id":"b","section":"s","title":"B","prompt":"B","kind":{"number":{"unit":"people",
               "unit_one":"person","limits":{"above":0,"below":9.5},"bands":[{"title":"T","range":{"to":3}}]}}},
              {"id":"c","section":"s","title":"C","ask":"C?","kind":"money","when":{"not":{"criterion":"k"}}},
              {"id":"d","section":"s","title":"D","ask":"D?","kind":{"scale":{"from":-1,"to":5,"low":"l","high":"h"}}},
              {"id":"e","section":"s","title":"E","ask":"E?","kind":"text","ask_anyway":true,
               "accept":{"is":{"length":{"from":3}},"message":"m"},"retired":{"becomes":"g"}},
              {"id":"f","section":"s","title":"F","ask":"F?","kind":"date","retired":{}},
              {"id":"g","section":"s","title":"G","ask":"G?","kind":"yes_no"}],
            "criteria":[{"id":"k","title":"K","rule_text":"k","step":"","rule":{"any":[
              {"answer":{"question":"g","is":{"yes":false},"evidence":"documented"}},
              {"answer":{"question":"e","is":"given","evidence":"confirmed"}},
              {"answer":{"question":"a","is":{"in":["x"]},"evidence":"claimed"}},
              {"answer":{"question":"a","is":{"all_of":["x"]}}},
              {"answer":{"question":"f","is":{"days":{"from":0,"to":30}}}},
              {"all":[{"answer":{"question":"b","is":{"within":{"from":1}}}}]}]},
              "knock_out":{"reason":"r","alternative":"a"}}],
            "gates":{"prospect":["k"],"opportunity":[]},
            "outcomes":{"not_a_fit":{"title":"t","text":"x","next":"n","action":{"title":"Go","link":"/go"},
               "resources":[{"title":"Read","link":"https://a.example/"},{"title":"Call","link":"tel:1"}]},
              "lead":{"title":"t","text":"x","next":"n"},"prospect":{"title":"t","text":"x","next":"n"},
              "opportunity":{"title":"t","text":"x","next":"n"}},
            "consent":{"text":"Keep it.","revision":3,"details":["person","organisation","email","phone"]}}"#;
        let expected: Playbook = serde_json::from_str(text).unwrap();
        assert_eq!(read(&parsed(text)), Ok(Loaded { playbook: expected, for_reps: false }));
    }

    #[test]
    fn what_cannot_be_read_is_named_with_its_place() {
        let tree = |rule: Value| {
            json!({"format":"f","version":1,"id":"i","revision":1,"title":"t","sections":[],
                "questions":[],"gates":{"prospect":[],"opportunity":[]},
                "criteria":[{"id":"k","title":"K","rule_text":"k","step":"","rule":rule}]})
        };
        let check = |tree: &Value, expected: &str| {
            assert_eq!(read(tree).unwrap_err().to_string(), expected);
        };
        check(&json!([]), "format: expected a value");
        check(&tree(json!({"al": []})), "criteria[0].rule.al: expected a rule");
        check(
            &tree(json!({"answer": {"question": "q", "is": {"yes": 1}}})),
            "criteria[0].rule.answer.is.yes: expected true or false",
        );
    }
}
