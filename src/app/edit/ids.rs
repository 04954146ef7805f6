//! Ids made from titles: short words, each once in its list, never changed afterwards.

/// The most words of a title that go into an id.
const WORDS: usize = 4;
/// The most characters of an id before a number is added.
const LENGTH: usize = 32;

/// An id for a title that is not `taken`. Titles without a plain letter go by `otherwise`.
///
/// ```
/// use ripen::app::edit::ids::id_for;
/// let taken = ["annual_revenue"];
/// let id = id_for("Annual revenue", "question", |id| taken.contains(&id));
/// assert_eq!(id, "annual_revenue_2");
/// ```
pub fn id_for(title: &str, otherwise: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut plain = String::new();
    for letter in title.chars() {
        match plain_letters(letter) {
            // "team's" is one word.
            "" if matches!(letter, '\'' | '’') => {}
            "" if letter.is_ascii_alphanumeric() => plain.push(letter.to_ascii_lowercase()),
            "" => plain.push(' '),
            letters => plain.push_str(letters),
        }
    }
    let mut stem = String::new();
    for word in plain.split_whitespace().take(WORDS) {
        if !stem.is_empty() && stem.len() + word.len() >= LENGTH {
            break;
        }
        if !stem.is_empty() {
            stem.push('_');
        }
        stem.extend(word.chars().take(LENGTH));
    }
    if stem.is_empty() {
        otherwise.clone_into(&mut stem);
    }
    if !taken(&stem) {
        return stem;
    }
    let numbered = (2_u32..).map(|n| format!("{stem}_{n}"));
    numbered.into_iter().find(|id| !taken(id)).unwrap_or(stem)
}

/// The plain letters a Western European letter is written with; none for any other.
fn plain_letters(letter: char) -> &'static str {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'å' | 'À' | 'Á' | 'Â' | 'Ã' | 'Å' => "a",
        'ä' | 'Ä' | 'æ' | 'Æ' => "ae",
        'ç' | 'Ç' => "c",
        'è' | 'é' | 'ê' | 'ë' | 'È' | 'É' | 'Ê' | 'Ë' => "e",
        'ì' | 'í' | 'î' | 'ï' | 'Ì' | 'Í' | 'Î' | 'Ï' => "i",
        'ñ' | 'Ñ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'Ò' | 'Ó' | 'Ô' | 'Õ' => "o",
        'ö' | 'Ö' | 'ø' | 'Ø' | 'œ' | 'Œ' => "oe",
        'ù' | 'ú' | 'û' | 'Ù' | 'Ú' | 'Û' => "u",
        'ü' | 'Ü' => "ue",
        'ß' => "ss",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_short_words() {
        for (title, expected) in [
            ("Employees", "employees"),
            ("What does it cost you in a year?", "what_does_it_cost"),
            ("Größe (m²)", "groesse_m"),
            ("The team's words", "the_teams_words"),
            ("  ", "question"),
            ("業界", "question"),
            ("30 days", "30_days"),
            ("Donaudampfschifffahrtsgesellschaftskapitän", "donaudampfschifffahrtsgesellscha"),
            ("A Donaudampfschifffahrtsgesellschaft", "a"),
        ] {
            assert_eq!(id_for(title, "question", |_| false), expected, "{title}");
        }
    }

    #[test]
    fn an_id_is_never_given_twice() {
        let taken = ["size", "size_2"];
        assert_eq!(id_for("Size", "x", |id| taken.contains(&id)), "size_3");
    }
}
