//! The code that puts the wizard into a page: it is what was chosen, it works, and nothing gets out of
//! its place.

#[path = "../support/mod.rs"]
mod support;

mod laws;
mod reader;

use chrono::NaiveDate;
use reader::{all, read};
use ripen::app::embed_code::first::{Words, first};
use ripen::app::embed_code::{
    ANALYTICS, Choices, Destination, Field, Language, Loading, Presentation, Problem, Scheme,
    Setup, Site, Switch, frame, policy, snippet, wrong_with,
};
use ripen::app::visit::{Screen, Visit};
use ripen::domain::playbook::Playbook;
use ripen::domain::playbook::question::{Question, QuestionKind};
use ripen::domain::when::When;
use serde_json::{Value, json};
use support::{pack, playbooks};

const WORDS: Words = Words {
    continue_on: "Continue",
    yes: "Yes",
    no: "No",
    choose_one: "Choose one",
    contact: "Contact us",
    plain: |number| number.to_string(),
};

fn site() -> Site {
    Site { files: "https://ripen.example/app/embed/".into(), workspace: "default".into() }
}

fn today() -> NaiveDate {
    "2026-11-23".parse().unwrap()
}

fn typed(fields: &[(Field, &str)]) -> Choices {
    let mut choices = Choices::default();
    for (field, text) in fields {
        choices.write(*field, (*text).to_owned());
    }
    choices
}

fn contact() -> Choices {
    typed(&[(Field::Contact, "/contact")])
}

fn setup(choices: &Choices, playbook: &Playbook) -> Setup {
    Setup::of(choices, &site(), playbook).unwrap()
}

fn html(choices: &Choices, playbook: &Playbook, integrity: Option<&str>) -> String {
    let question = first(playbook, today());
    snippet::html(&setup(choices, playbook), integrity, question, &WORDS, None)
}

/// A playbook that asks one question.
fn asking(kind: &Value, id: &str, ask: &str, help: Option<&str>) -> Playbook {
    let mut playbook: Playbook = serde_json::from_value(json!({
        "format": "ripen-playbook", "version": 1, "id": "one", "revision": 1, "title": "One",
        "sections": [{ "id": "s", "title": "S" }],
        "questions": [
            { "id": "q", "section": "s", "title": "Q", "ask": "?", "ask_anyway": true, "kind": kind },
            { "id": "r", "section": "s", "title": "R", "ask": "R?", "kind": "yes_no" }],
        "criteria": [{ "id": "c", "title": "C", "rule_text": "c", "step": "",
            "rule": { "answer": { "question": "r", "is": { "yes": true } } } }],
        "gates": { "prospect": ["c"], "opportunity": [] }
    }))
    .unwrap();
    let question = &mut playbook.questions[0];
    question.id = id.into();
    question.ask = Some(ask.to_owned());
    question.help = help.map(str::to_owned);
    playbook
}

#[test]
fn the_default_playbook_s_code_is_this() {
    let visitors = pack().for_visitors();
    let expected = include_str!("default.html");
    assert_eq!(html(&contact(), &visitors, Some("sha384-abc")), expected);
}

#[test]
fn the_style_sheet_keeps_the_space_of_a_wizard_in_the_page() {
    let visitors = pack().for_visitors();
    let css = |choices: &Choices| {
        snippet::css(&setup(choices, &visitors), first(&visitors, today()), &WORDS)
    };
    let kept = "ripen-wizard {\n  display: block;\n  min-block-size: 53rem;\n}\n";
    assert_eq!(css(&contact()).as_deref(), Some(kept));
    let dialog = Choices { presentation: Presentation::Modal, ..contact() };
    assert_eq!(css(&dialog), None);
    // Nor is there a form that would give way to the dialog while it is filled in.
    assert!(!html(&dialog, &visitors, None).contains("<form"));
    let accent = typed(&[(Field::Contact, "/contact"), (Field::Accent, "#003399")]);
    let themed = css(&accent).unwrap();
    assert!(themed.contains("53rem;\n  --ripen-accent: #003399;\n"), "{themed}");
}

#[test]
fn only_what_is_not_as_it_would_be_is_written() {
    let visitors = pack().for_visitors();
    let attributes = |choices: &Choices| {
        let all = setup(choices, &visitors).attributes;
        let one = |(name, value): (&str, Option<String>)| match value {
            Some(value) => format!("{name}={value}"),
            None => name.to_owned(),
        };
        all.into_iter().map(one).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(attributes(&contact()), "playbook=pain-interest-fit.visitor.json lang=en");
    let mut chosen = Choices {
        language: Language::Ar,
        scheme: Scheme::Dark,
        loading: Loading::Interaction,
        presentation: Presentation::Button,
        destination: Destination::Email,
        prefill: ["industry".into(), "employees".into(), "no-such".into()].into(),
        ..typed(&[
            (Field::Contact, "/contact"),
            (Field::Playbook, "https://cdn.example/p.json"),
            (Field::ButtonLabel, " Does it suit me? "),
            (Field::Email, "sales@example.com"),
        ])
    };
    for switch in
        [Switch::NoResume, Switch::CaptureUtm, Switch::EmitData, Switch::History, Switch::Workspace]
    {
        chosen.turn(switch, true);
    }
    assert_eq!(
        attributes(&chosen),
        "playbook=https://cdn.example/p.json lang=ar color-scheme=dark loading=interaction \
         presentation=button button-label=Does it suit me? handoff=mailto:sales@example.com \
         prefill-params=employees industry workspace=default resume=off capture-utm emit-data history"
    );
    // What another presentation would need is not written for this one.
    chosen.presentation = Presentation::Inline;
    assert!(!attributes(&chosen).contains("button-label"));
}

#[test]
fn nothing_is_made_of_what_is_missing_or_wrong() {
    let visitors = pack().for_visitors();
    let wrong = |choices: &Choices| {
        let all = Setup::of(choices, &site(), &visitors).unwrap_err();
        all.into_iter().map(|(field, _)| field).collect::<Vec<_>>()
    };
    assert_eq!(wrong(&Choices::default()), [Field::Contact]);
    let all = Choices {
        destination: Destination::Hubspot,
        presentation: Presentation::Button,
        ..typed(&[
            (Field::Playbook, "javascript:alert(1)"),
            (Field::Accent, "red"),
            (Field::ButtonLabel, &"x".repeat(101)),
            (Field::HubspotForm, "x"),
            (Field::Contact, "//evil.example"),
            (Field::Files, "http://example.com/embed/"),
        ])
    };
    let expected = [
        Field::Playbook,
        Field::Accent,
        Field::ButtonLabel,
        Field::HubspotPortal,
        Field::HubspotForm,
        Field::Contact,
        Field::Files,
    ];
    assert_eq!(wrong(&all), expected);
    // Beside a field stands what is wrong with what is typed there, not that nothing is.
    let told = |choices: &Choices, field| {
        wrong_with(field, &Setup::of(choices, &site(), &visitors).unwrap_err())
    };
    assert_eq!(told(&all, Field::Accent), Some(Problem::NoColour));
    assert_eq!(told(&all, Field::HubspotForm), Some(Problem::NoForm));
    assert_eq!(told(&all, Field::HubspotPortal), None);
    assert_eq!(told(&all, Field::Text), None);
    assert_eq!(told(&Choices::default(), Field::Contact), None);
}

#[test]
fn the_first_question_is_the_wizard_s_own() {
    for playbook in playbooks() {
        let visitors = playbook.for_visitors();
        let question = first(&visitors, today()).expect("it asks something");
        let visit = Visit::resume(
            visitors.clone().into(),
            [],
            false,
            When::parse("2026-11-23").unwrap(),
            today(),
        );
        let shown = Screen::Ask(question.id.clone());
        assert_eq!(visit.screen(), &shown, "{}", visitors.id);
        let pieces = read(&html(&contact(), &visitors, None));
        assert_eq!(all(&pieces, "form")[0]["data-ripen-first"], question.id.as_str());
    }
    let mut silent = pack().for_visitors();
    for question in &mut silent.questions {
        question.ask = None;
    }
    assert!(first(&silent, today()).is_none());
    let pieces = read(&html(&contact(), &silent, None));
    assert_eq!((all(&pieces, "form").len(), all(&pieces, "a").len()), (0, 1));
}

/// The values of a question's boxes or options.
fn values(kind: &Value) -> Vec<String> {
    let playbook = asking(kind, "q", "?", None);
    let pieces = read(&html(&contact(), &playbook, None));
    let of = |name| all(&pieces, name).into_iter().filter_map(|it| it.get("value").cloned());
    of("input").chain(of("option")).collect()
}

#[test]
fn every_kind_of_question_is_a_form_with_the_values_the_element_reads() {
    let options = |n: usize| {
        let one = |n| json!({ "id": format!("o{n}"), "title": format!("Option {n}") });
        (0..n).map(one).collect::<Vec<_>>()
    };
    assert_eq!(values(&json!("yes_no")), ["yes", "no"]);
    assert_eq!(values(&json!({ "choice": { "options": options(2) } })), ["o0", "o1"]);
    assert_eq!(values(&json!({ "several": { "options": options(2) } })), ["o0", "o1"]);
    let long = values(&json!({ "choice": { "options": options(13) } }));
    assert_eq!((long.len(), long[0].as_str(), long[13].as_str()), (14, "", "o12"));
    let scale = json!({ "scale": { "from": 1, "to": 3, "low": "a", "high": "b" } });
    assert_eq!(values(&scale), ["1", "2", "3"]);
    for kind in ["money", "text", "date"].map(|kind| json!(kind)).into_iter().chain([
        json!({ "number": { "unit": "people" } }),
        json!({ "scale": { "from": -2_000_000_000, "to": 2_000_000_000, "low": "a", "high": "b" } }),
    ]) {
        let pieces = read(&html(&contact(), &asking(&kind, "q", "?", None), None));
        let named = ["input", "textarea"].into_iter().flat_map(|name| all(&pieces, name));
        assert_eq!(named.filter(|it| it["name"] == "q").count(), 1, "{kind}");
    }
}

#[test]
fn a_band_s_value_lies_in_it_and_in_no_other_before() {
    let bands = json!([
        { "title": "none", "range": { "to": 0.0 } },
        { "title": "below one", "range": { "above": 0.0, "below": 1.0 } },
        { "title": "some", "range": { "from": 1.0, "to": 9.0 } },
        { "title": "more", "range": { "above": 9.0 } },
        { "title": "the same again", "range": { "from": 1.0, "to": 9.0 } }
    ]);
    let kind = json!({ "number": { "bands": bands } });
    assert_eq!(values(&kind), ["0", "0.5", "1", "10"]);
    for playbook in playbooks().iter().map(Playbook::for_visitors) {
        for question in &playbook.questions {
            let QuestionKind::Number { bands, .. } = &question.kind else { continue };
            let kind = serde_json::to_value(&question.kind).unwrap();
            let told = values(&kind);
            let places: Vec<_> = told.iter().map(|value| place(question, value)).collect();
            assert_eq!(places, (0..bands.len()).map(Some).collect::<Vec<_>>(), "{}", question.id);
        }
    }
}

/// The band a number given ahead lies in.
fn place(question: &Question, value: &str) -> Option<usize> {
    let number = value.parse().unwrap();
    question.bands().iter().position(|band| band.range.contains(number))
}

#[test]
fn a_contact_page_keeps_its_query_and_mail_needs_no_form() {
    let visitors = pack().for_visitors();
    let form = |page: &str| read(&html(&typed(&[(Field::Contact, page)]), &visitors, None));
    let pieces = form("https://example.com/contact?from=a%20%26b&x&bad=%zz#form");
    assert_eq!(all(&pieces, "form")[0]["action"], "https://example.com/contact");
    let hidden = all(&pieces, "input").into_iter().filter(|it| it["type"] == "hidden");
    let hidden: Vec<_> = hidden.map(|it| (it["name"].as_str(), it["value"].as_str())).collect();
    assert_eq!(hidden, [("from", "a &b"), ("x", ""), ("bad", "%zz")]);
    for (page, link) in [
        ("sales@example.com", "mailto:sales@example.com"),
        ("mailto:sales@example.com", "mailto:sales@example.com"),
        ("tel:+49-30-1234", "tel:+49-30-1234"),
    ] {
        let pieces = form(page);
        assert!(all(&pieces, "form").is_empty());
        assert_eq!(all(&pieces, "a")[0]["href"], link);
    }
}

#[test]
fn the_policy_names_every_host_and_none_twice() {
    let visitors = pack().for_visitors();
    let lines = |choices: &Choices| policy::lines(&setup(choices, &visitors), false).join("\n");
    let files = "https://ripen.example";
    assert_eq!(
        lines(&contact()),
        format!("script-src {files} 'wasm-unsafe-eval'\nconnect-src {files} 'self'")
    );
    let mut chosen = typed(&[
        (Field::Contact, "https://shop.example/contact"),
        (Field::Playbook, "https://ripen.example/p.json"),
        (Field::Webhook, "https://hooks.example:8443/in?key=1"),
    ]);
    chosen.destination = Destination::Webhook;
    assert!(lines(&chosen).ends_with(&format!("connect-src {files} https://hooks.example:8443")));
    let form = policy::form_action(&setup(&chosen, &visitors), true);
    assert_eq!(form.as_deref(), Some("form-action https://shop.example"));
    let mail = setup(&typed(&[(Field::Contact, "a@b.example")]), &visitors);
    assert_eq!(policy::form_action(&mail, true), None);
    assert_eq!(policy::lines(&mail, true), [format!("frame-src {files}")]);
}

#[test]
fn a_frame_gets_the_attributes_as_parameters() {
    let visitors = pack().for_visitors();
    assert_eq!(frame::frame(&setup(&contact(), &visitors), &visitors), None);
    let mut chosen = typed(&[
        (Field::Contact, "/contact"),
        (Field::Playbook, "https://cdn.example/p.json?v=1&x=é"),
        (Field::Webhook, "https://hooks.example/in?key=a+b"),
    ]);
    chosen.destination = Destination::Webhook;
    chosen.turn(Switch::EmitData, true);
    chosen.turn(Switch::Workspace, true);
    chosen.write(Field::Accent, "#003399".into());
    chosen.scheme = Scheme::Light;
    let code = frame::frame(&setup(&chosen, &visitors), &visitors).unwrap();
    let pieces = read(&code);
    assert_eq!(
        all(&pieces, "iframe")[0]["src"],
        "https://ripen.example/app/embed/frame.html?playbook=https://cdn.example/p.json%3Fv%3D1%26x\
         %3D%C3%A9&lang=en&color-scheme=light&handoff=webhook:https://hooks.example/in%3Fkey%3Da\
         %2Bb&theme-accent=%23003399&theme-accent-text=%23ffffff"
    );
    assert_eq!(all(&pieces, "iframe")[0]["title"], visitors.title);
}

#[test]
fn the_guide_shows_the_same_lines_for_analytics() {
    let guide = include_str!("../../docs/embed.md");
    let block = format!("```js analytics\n{ANALYTICS}```\n");
    assert!(guide.contains(&block), "docs/embed.md does not hold\n{block}");
}
