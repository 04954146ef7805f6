//! A playbook with its texts in another language, as the embed shows it to visitors.
//!
//! Owns how texts are put to their places: as the loader does it (`embed/extras.js`), into the file.
//! Refuses to know which places there are: that is `domain/playbook/texts.rs`. Invariant: only a text that
//! is there is replaced.

use super::{json, playbook_file};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::translations::Translation;
use serde_json::Value;

/// A playbook in a language of its [translations](Playbook::translations); what is not translated stays,
/// and so does a playbook that would not be one any more.
pub fn translated(playbook: &Playbook, translation: &Translation) -> Playbook {
    let Ok(mut file) = json::parse::<Value>(&playbook_file::write(playbook)) else {
        return playbook.clone();
    };
    for (path, text) in &translation.texts {
        if let Some(Value::String(said)) = place(&mut file, path) {
            said.clone_from(text);
        }
    }
    playbook_file::read_kept(&json::write(&file, 0)).unwrap_or_else(|_| playbook.clone())
}

/// What a file has at a place.
fn place<'f>(file: &'f mut Value, path: &str) -> Option<&'f mut Value> {
    path.split('/').try_fold(file, |inside, name| {
        let name = name.replace("~1", "/").replace("~0", "~");
        match inside {
            Value::Array(all) => {
                let is_it = |one: &Value| one.get("id").and_then(Value::as_str) == Some(&*name);
                let at = all.iter().position(is_it).or_else(|| name.parse().ok())?;
                all.get_mut(at)
            }
            Value::Object(all) => all.get_mut(&name),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::playbook::texts::USUAL_LANGUAGE;

    #[test]
    fn every_place_there_is_can_be_translated() {
        let mut playbook = playbook_file::shipped().for_visitors();
        assert_eq!(playbook.own_language(), USUAL_LANGUAGE);
        let places: Vec<_> = playbook.texts().into_iter().map(|text| text.path).collect();
        assert!(places.len() > 100, "{}", places.len());
        playbook.translations.add("nl");
        // A link stays one.
        for path in &places {
            playbook.translations.set("nl", path, &format!("/nl/{path}"));
        }
        playbook.translations.set("nl", "questions/nobody/ask", "Wie?");
        let dutch = translated(&playbook, playbook.translations.language("nl").unwrap());
        for text in dutch.texts() {
            assert_eq!(text.words, format!("/nl/{}", text.path));
        }
        assert_eq!(dutch.texts().len(), places.len());
    }
}
