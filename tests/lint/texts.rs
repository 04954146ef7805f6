//! Texts that are missing, each in its place; and texts that need not be there.

use super::*;

/// The pack with every part that has texts.
fn whole() -> Json {
    let mut json = pack_json();
    let traits = json["profile"]["traits"].take();
    json["profile"] =
        json!({"about": "Firms", "pains": ["Late"], "preferences": ["Calls"], "traits": traits});
    json["personas"] = json!([{"id": "head", "title": "Head", "objections": [
        {"objection": "Dear", "answer": "Cheap"}], "content": [{"title": "Paper"}]}]);
    json["cards"] =
        json!([{"id": "card", "title": "Card", "items": [{"title": "Item", "full": "need"}]}]);
    json["scoring"] = json!({"fit": [], "readiness": [
        {"title": "Touch", "cap": 1, "signals": [{"is": "inbound_touch", "points": 1}]}]});
    json["cadence"] = json!({"tracks": [{"id": "slow", "title": "Slow", "days": [7]}]});
    json["consent"] = json!({"text": "Keep it.", "revision": 1, "details": ["email"]});
    json["glossary"] = json!([{"term": "Lead", "meaning": "Somebody", "mistaken": "Prospect"}]);
    json["levels"] = json!({"lead": {"guide": {"content": [{"title": "Paper"}]}}});
    json["outcomes"]["lead"]["action"] = json!({"title": "Read", "link": "/read"});
    json["outcomes"]["lead"]["resources"] = json!([{"title": "More", "link": "/more"}]);
    question(&mut json, "pain_cost")["accept"] =
        json!({"is": {"within": {"from": 1}}, "message": "More than nothing"});
    question(&mut json, "urgent")["kind"] =
        json!({"scale": {"from": 1, "to": 5, "low": "Not", "high": "Very"}});
    let urgent = is("urgent", &json!({"within": {"from": 3}}));
    criterion(&mut json, "interest")["rule"]["all"][0]["any"][1] = urgent;
    json
}

#[test]
fn a_missing_text_is_found_in_its_place() {
    let json = whole();
    assert_eq!(lint(&read(&json)), []);
    let question = |id: &str| Part::Question(id.into());
    for (path, of, field) in [
        ("title", Part::Playbook, Field::Title),
        ("sections[pain].title", Part::Section("pain".into()), Field::Title),
        ("personas[head].title", Part::Persona("head".into()), Field::Title),
        ("personas[0].objections[0].objection", Part::Persona("head".into()), Field::Objections),
        ("personas[0].objections[0].answer", Part::Persona("head".into()), Field::Objections),
        ("personas[0].content[0].title", Part::Persona("head".into()), Field::Content),
        ("questions[need].title", question("need"), Field::Title),
        ("questions[need].ask", question("need"), Field::Ask),
        ("questions[need].prompt", question("need"), Field::Prompt),
        ("questions[need].why", question("need"), Field::Why),
        ("questions[pain_cost].accept.message", question("pain_cost"), Field::AcceptMessage),
        ("questions[urgent].kind.scale.low", question("urgent"), Field::ScaleLow),
        ("questions[urgent].kind.scale.high", question("urgent"), Field::ScaleHigh),
        ("questions[employees].kind.number.bands[2].title", question("employees"), Field::Bands),
        (
            "questions[priority].kind.choice.options[1].title",
            Part::Option("priority".into(), "top_three".into()),
            Field::Title,
        ),
        (
            "questions[decides].kind.choice.options[0].rep_title",
            Part::Option("decides".into(), "self".into()),
            Field::Prompt,
        ),
        ("criteria[size].title", of("size"), Field::Title),
        ("criteria[size].rule_text", of("size"), Field::RuleText),
        ("criteria[size].step", of("size"), Field::Step),
        ("criteria[size].knock_out.reason", of("size"), Field::KnockOutReason),
        ("criteria[size].knock_out.alternative", of("size"), Field::KnockOutAlternative),
        ("levels.lead.guide.content[0].title", Part::Level(Level::Lead), Field::Content),
        ("stages[closing].title", Part::Stage("closing".into()), Field::Title),
        ("stages[closing].about", Part::Stage("closing".into()), Field::About),
        ("chance.slots[1].title", Part::Slot("authority".into()), Field::Title),
        ("scoring.readiness[0].title", Part::Group(" ".into()), Field::Title),
        ("cards[card].title", Part::Card("card".into()), Field::Title),
        ("cards[0].items[0].title", Part::CardItem("card".into(), "need".into()), Field::Title),
        ("sources[event].title", Part::Source("event".into()), Field::Title),
        ("cadence.tracks[0].title", Part::Track("slow".into()), Field::Title),
        (
            "reasons.lose[1].title",
            Part::Reason(ReasonList::Lose, "no_decision".into()),
            Field::Title,
        ),
        ("outcomes.not_a_fit.title", Part::Outcome(OutcomeName::NotAFit), Field::Title),
        ("outcomes.lead.text", Part::Outcome(OutcomeName::Lead), Field::Text),
        ("outcomes.prospect.next", Part::Outcome(OutcomeName::Prospect), Field::Next),
        ("outcomes.lead.action.title", Part::Outcome(OutcomeName::Lead), Field::ActionTitle),
        ("outcomes.lead.resources[0].title", Part::Outcome(OutcomeName::Lead), Field::ActionTitle),
        ("consent.text", Part::Consent, Field::Text),
        ("glossary[0].term", Part::Term(" ".into()), Field::Title),
        ("glossary[0].meaning", Part::Term("Lead".into()), Field::Meaning),
    ] {
        let mut json = json.clone();
        let path = place(&json, path);
        *at(&mut json, &path) = json!(" ");
        let found = lint(&read(&json));
        let found: Vec<_> = found.into_iter().map(|f| (f.path, f.kind)).collect();
        // In the file, options stand under the name of their kind; a path names them for any kind.
        let told = path.replace(".choice", "");
        assert_eq!(found, [(told, FindingKind::MissingText { of, field })]);
    }
}

/// What a path leads to.
fn at<'a>(json: &'a mut Json, path: &str) -> &'a mut Json {
    let pointer = path.replace(['.', '['], "/").replace(']', "");
    json.pointer_mut(&format!("/{pointer}")).unwrap_or_else(|| panic!("nothing at {path}"))
}

#[test]
fn a_text_that_need_not_be_there_is_not_missed() {
    for path in [
        "about",
        "questions[need].help",
        "questions[need].say",
        "questions[pain_cost].why",
        "questions[pain_detail].why",
    ] {
        let mut json = whole();
        json["questions"].as_array_mut().expect("a list").iter_mut().for_each(|question| {
            let id = question["id"].as_str().unwrap_or_default().to_owned();
            if path.starts_with(&format!("questions[{id}]")) {
                question[path.rsplit('.').next().expect("a name")] = json!("");
            }
        });
        assert_eq!(lint(&read(&json)), [], "{path}");
    }
}
