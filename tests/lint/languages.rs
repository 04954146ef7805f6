//! Planted in what a playbook says in other languages.

use super::*;

/// Translates everything visitors read, but for these places.
fn translate(pack: &mut Json, but: &[&str]) {
    let playbook = read(pack).for_visitors();
    let texts = playbook.texts();
    let texts = texts.iter().filter(|text| text.needed && !but.contains(&&*text.path));
    let texts: serde_json::Map<_, _> =
        texts.map(|text| (text.path.clone(), json!(format!("{} (nl)", text.words)))).collect();
    pack["translations"] = json!({ "nl": texts });
}

pub(super) fn planted() -> Vec<Planted> {
    let language = || "nl".to_owned();
    vec![
        spoilt(
            |p| translate(p, &["title", "questions/pain/ask"]),
            "translations.nl",
            FindingKind::Untranslated { language: language(), count: 2 },
        ),
        spoilt(
            |p| {
                translate(p, &[]);
                p["translations"]["nl"]["questions/pain/aks"] = json!("Heeft u pijn?");
            },
            "translations.nl.questions/pain/aks",
            FindingKind::TranslatesNothing {
                language: language(),
                path: "questions/pain/aks".to_owned(),
            },
        ),
    ]
}

#[test]
fn what_visitors_never_read_need_not_be_translated() {
    let mut json = pack_json();
    translate(&mut json, &[]);
    let playbook = read(&json);
    assert_eq!(lint(&playbook), []);
    let translated = playbook.translations.language("nl").expect("Dutch");
    for secret in ["stages/", "levels/", "personas/", "/options/GB/", "/say", "/rep_title", "/step"]
    {
        assert!(translated.texts.iter().all(|(path, _)| !path.contains(secret)), "{secret}");
    }
}
