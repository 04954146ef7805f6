//! Whatever is typed and whatever stands in a playbook, it is found again where it belongs.

use super::reader::{Piece, all, read, texts};
use super::support::{config, pack};
use super::{WORDS, asking, contact, setup, site};
use proptest::prelude::*;
use ripen::app::embed_code::{Choices, Destination, Field, Presentation, Scheme, Setup, snippet};
use ripen::domain::playbook::question::QuestionKind;
use serde_json::json;

/// Any text, those that mean something in HTML and scripts above all.
fn any_text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("</script><script>alert(1)</script>".to_owned()),
        Just("\" onmouseover=\"alert(1)".to_owned()),
        Just("' x=' & &amp; &#60; <!-- --> ]]> \r\n\t\0\u{2028}".to_owned()),
        Just("</ripen-wizard></form></textarea><img src=x>".to_owned()),
        any::<String>(),
        "\\PC{0,12}",
    ];
    prop::collection::vec(part, 1..4).prop_map(|parts| parts.concat())
}

/// A text as HTML can hold it.
fn holdable(text: &str) -> String {
    let one = |c: char| if c.is_control() && !"\r\n\t".contains(c) { '\u{fffd}' } else { c };
    text.chars().map(one).collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn nothing_gets_out_of_its_place(
        [id, ask, help, one, other] in std::array::from_fn::<_, 5, _>(|_| any_text()),
        words in any_text(),
        label in any_text(),
        many in any::<bool>(),
        in_dialog in any::<bool>(),
    ) {
        let options = json!([{ "id": "a", "title": "" }, { "id": "b", "title": "" }]);
        let kind = if many {
            json!({ "several": { "options": options } })
        } else {
            json!({ "choice": { "options": options } })
        };
        let mut playbook = asking(&kind, &id, &ask, Some(&help));
        if let QuestionKind::Choice { options } | QuestionKind::Several { options } =
            &mut playbook.questions[0].kind
        {
            options[0].title.clone_from(&one);
            options[1].title.clone_from(&other);
        }
        let mut choices = contact();
        if in_dialog {
            choices.presentation = Presentation::Button;
        }
        let short: String = words.chars().take(90).collect();
        choices.write(Field::ContactWords, short.clone());
        choices.write(Field::ButtonLabel, label.chars().take(90).collect());
        let question = &playbook.questions[0];
        let setup = setup(&choices, &playbook);
        let code = snippet::html(&setup, None, Some(question), &WORDS, None);
        let pieces = read(&code);
        let count = |name| all(&pieces, name).len();
        prop_assert_eq!(
            [count("script"), count("ripen-wizard"), count("form"), count("input"), count("a")],
            // Behind a button there is no form that would give way to it.
            if in_dialog { [1, 1, 0, 0, 1] } else { [1, 1, 1, 2, 1] }
        );
        let names = pieces.iter().filter(|it| matches!(it, Piece::Open(..))).count();
        prop_assert!(names <= 17, "{}", code);
        let told = texts(&pieces).concat();
        if !in_dialog {
            prop_assert_eq!(&all(&pieces, "form")[0]["data-ripen-first"], &holdable(&id));
            prop_assert_eq!(&all(&pieces, "input")[0]["name"], &holdable(&id));
            for text in [&ask, &help, &one, &other] {
                prop_assert!(told.contains(&holdable(text)), "{:?} in {}", text, code);
            }
        }
        prop_assert!(told.contains(&holdable(short.trim())));
        let button = all(&pieces, "ripen-wizard")[0].get("button-label").cloned();
        let trimmed = choices.typed(Field::ButtonLabel);
        let is_said = in_dialog && !trimmed.is_empty();
        prop_assert_eq!(button, is_said.then(|| holdable(trimmed)));
    }

    #[test]
    fn whatever_is_typed_makes_sound_code_or_none(
        typed in prop::collection::vec(any_text(), 21),
        destination in prop::sample::select(Destination::ALL.to_vec()),
        scheme in prop::sample::select(Scheme::ALL.to_vec()),
    ) {
        const FIELDS: [Field; 21] = [
            Field::Playbook, Field::Accent, Field::AccentDark, Field::Text, Field::TextDark,
            Field::Surface, Field::SurfaceDark, Field::Radius, Field::Spacing, Field::Font,
            Field::ButtonLabel, Field::Webhook, Field::HubspotRegion, Field::HubspotPortal, Field::HubspotForm,
            Field::SalesforceOid, Field::EspoCrm, Field::Email, Field::Contact,
            Field::ContactWords, Field::Files,
        ];
        let visitors = pack().for_visitors();
        let mut choices = Choices { destination, scheme, ..contact() };
        for (field, text) in FIELDS.into_iter().zip(typed) {
            choices.write(field, text);
        }
        if let Ok(setup) = Setup::of(&choices, &site(), &visitors) {
            read(&snippet::html(&setup, None, None, &WORDS, None));
            let css = snippet::css(&setup, None, &WORDS).unwrap_or_default();
            prop_assert!(css.matches('}').count() <= 1 && !css.contains('<'), "{}", css);
        }
    }

    #[test]
    fn a_module_s_texts_stay_in_their_quotes(label in any_text()) {
        let visitors = pack().for_visitors();
        let mut choices = contact();
        choices.presentation = Presentation::Button;
        choices.write(Field::ButtonLabel, label.chars().take(90).collect());
        let code = snippet::module(&setup(&choices, &visitors));
        prop_assert!(!code.contains('<'));
        let trimmed = choices.typed(Field::ButtonLabel);
        if !trimmed.is_empty() {
            let line = code.lines().find(|line| line.contains("\"button-label\"")).unwrap();
            let quoted = line.strip_prefix("wizard.setAttribute(\"button-label\", ").unwrap();
            let read: String = serde_json::from_str(quoted.strip_suffix(");").unwrap()).unwrap();
            prop_assert_eq!(read, trimmed);
        }
    }
}
