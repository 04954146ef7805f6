//! Whether two names may be one person's, two organisations one.
//!
//! Owns how names are written differently: case, accents, punctuation, the order of words, initials,
//! a slip of the pen, legal forms. Refuses to guess: Bob is no Robert, and a father is not his son.
//! Invariant: alike in both directions or in none.

/// A person's name, ready to be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// Its words in order, without titles.
    words: Vec<String>,
    /// Such as junior: what tells a father from his son.
    generation: Option<&'static str>,
}

/// How two names go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Likeness {
    /// The same words.
    Same,
    /// An initial, a further name or one slip apart.
    Alike,
}

const TITLES: [&str; 12] =
    ["mr", "mrs", "ms", "miss", "dr", "prof", "sir", "herr", "frau", "mme", "sr", "sra"];
const GENERATIONS: [(&str, &str); 8] = [
    ("jr", "junior"),
    ("junior", "junior"),
    ("jnr", "junior"),
    ("senior", "senior"),
    ("snr", "senior"),
    ("ii", "second"),
    ("iii", "third"),
    ("iv", "fourth"),
];
const LEGAL_FORMS: [&str; 27] = [
    "inc",
    "incorporated",
    "ltd",
    "limited",
    "llc",
    "llp",
    "plc",
    "co",
    "corp",
    "corporation",
    "company",
    "gmbh",
    "mbh",
    "ag",
    "kg",
    "se",
    "sa",
    "sas",
    "sarl",
    "srl",
    "spa",
    "bv",
    "nv",
    "ab",
    "oy",
    "aps",
    "pty",
];
/// A slip is looked for in words at least this long: shorter ones are other names.
const LONG_ENOUGH: usize = 5;

impl Name {
    /// A name; none of one without a letter.
    pub(super) fn of(text: &str) -> Option<Self> {
        let (mut words, mut generation) = (Vec::new(), None);
        let all = words_of(text);
        let last = all.len();
        for (n, word) in all.into_iter().enumerate() {
            let elder = n + 1 == last && word == "sr";
            let known = GENERATIONS.iter().find(|(short, _)| *short == word).filter(|_| n > 0);
            match known.map(|(_, which)| *which).or(elder.then_some("senior")) {
                Some(which) => generation = Some(which),
                None if TITLES.contains(&word.as_str()) => {}
                None => words.push(word),
            }
        }
        words.sort_unstable();
        (!words.is_empty()).then_some(Self { words, generation })
    }

    /// How it goes together with another name, if it does.
    pub(super) fn likeness(&self, other: &Self) -> Option<Likeness> {
        if self.generation != other.generation {
            return None;
        }
        if self.words == other.words {
            return Some(Likeness::Same);
        }
        let (mut short, mut long) = (&self.words, &other.words);
        if short.len() > long.len() {
            std::mem::swap(&mut short, &mut long);
        }
        if short.len() < 2 {
            return None;
        }
        let mut rest: Vec<&String> = long.iter().collect();
        let mut unmatched = Vec::new();
        for word in short {
            match rest.iter().position(|other| *other == word) {
                Some(place) => drop(rest.remove(place)),
                None => unmatched.push(word),
            }
        }
        let sure = short.len() - unmatched.len();
        // One word alone may differ, and something longer than an initial must be the same.
        let known = short.iter().any(|word| word.len() > 1 && long.contains(word));
        if sure == 0 || !known || unmatched.len() > 1 {
            return None;
        }
        for word in &unmatched {
            let place =
                rest.iter().position(|other| is_initial(word, other) || is_slip(word, other));
            rest.remove(place?);
        }
        (rest.len() + unmatched.len() <= 2).then_some(Likeness::Alike)
    }

    /// Its words, for looking among many.
    pub(super) fn words(&self) -> &[String] {
        &self.words
    }
}

/// An organisation's name as one word, without its legal form; none of one without a letter.
pub(super) fn organisation(text: &str) -> Option<String> {
    let mut words = words_of(text);
    while words.len() > 1 && words.last().is_some_and(|w| LEGAL_FORMS.contains(&w.as_str())) {
        words.pop();
    }
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    Some(words.concat()).filter(|name| !name.is_empty())
}

/// The words of a text in plain letters.
fn words_of(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            // O'Brien is a word, and an accent may stand for itself.
            '\'' | '’' | '\u{300}'..='\u{36f}' => {}
            _ if !letter.is_alphanumeric() => words.push(String::new()),
            _ => {
                if let Some(word) = words.last_mut() {
                    match plain(letter) {
                        Some(plain) => word.push_str(plain),
                        None => word.push(letter),
                    }
                }
            }
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// What a letter of a Latin alphabet is without its accent; none of any other.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ì'..='ï' | 'ĩ' | 'ī' | 'į' | 'ı' => "i",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ț' => "t",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

fn is_initial(one: &str, other: &str) -> bool {
    let short = |text: &str| text.chars().count() == 1;
    (short(one) || short(other)) && one.chars().next() == other.chars().next()
}

/// Whether two long words are one letter apart: another, one more, one less, or two swapped.
fn is_slip(one: &str, other: &str) -> bool {
    let (one, other): (Vec<_>, Vec<_>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if short.len() < LONG_ENOUGH || long.len() - short.len() > 1 {
        return false;
    }
    let same = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let (short_rest, long_rest) = (&short[same..], &long[same..]);
    if short.len() < long.len() {
        return short_rest == &long_rest[1..];
    }
    let swapped = short_rest.len() > 1 && short_rest[..2].iter().eq(long_rest[..2].iter().rev());
    let gone = if swapped { 2 } else { 1.min(short_rest.len()) };
    short_rest[gone..] == long_rest[gone..]
}

#[cfg(test)]
mod tests {
    use super::*;
    use Likeness::{Alike, Same};

    fn check(one: &str, other: &str, expected: Option<Likeness>) {
        let (one, other) = (Name::of(one).unwrap(), Name::of(other).unwrap());
        assert_eq!(one.likeness(&other), expected, "{one:?} {other:?}");
        assert_eq!(other.likeness(&one), expected, "{other:?} {one:?}");
    }

    #[test]
    fn one_person_written_two_ways() {
        check("Ann Smith", "Smith, Ann", Some(Same));
        check("Ann Smith", "ANN  SMITH", Some(Same));
        check("José Pérez", "Jose Perez", Some(Same));
        check("Jose\u{301} Perez", "José Perez", Some(Same));
        check("Dr. Ann Smith", "Ann Smith", Some(Same));
        check("Siobhán O'Brien", "Siobhan OBrien", Some(Same));
        check("Łukasz Müller-Groß", "Lukasz Muller Gross", Some(Same));
        check("A. Smith", "Ann Smith", Some(Alike));
        check("Ann M. Smith", "Ann Smith", Some(Alike));
        check("Jürgen Müller", "Jürgen Mueller", Some(Alike));
        check("Catherine Jones", "Catherien Jones", Some(Alike));
        check("Catherine Jones", "Katherine Jones", Some(Alike));
        check("Ana María López García", "Ana López", Some(Alike));
        check("李小龙", "李小龙", Some(Same));
    }

    #[test]
    fn two_people() {
        check("Bob Jones", "Robert Jones", None);
        check("John Smith", "Joan Smith", None);
        check("John Smith", "John Smith Jr.", None);
        check("John Smith Sr.", "John Smith Jr", None);
        check("John Smith II", "John Smith III", None);
        check("Ann Smith", "Ann Jones", None);
        check("Ann Smith", "Ann", None);
        check("A. S.", "Ann Smith", None);
        check("A. B.", "A. C.", None);
        check("A. Smyth", "Ann Smith", None);
        check("Ann", "Anna", None);
    }

    #[test]
    fn names_without_letters_are_nobodys() {
        for text in ["", " - ", "…"] {
            assert_eq!(Name::of(text), None, "{text}");
            assert_eq!(organisation(text), None, "{text}");
        }
    }

    #[test]
    fn an_organisation_by_any_way_of_writing() {
        for (one, other, same) in [
            ("GTXPro", "GTX Pro", true),
            ("Acme, Inc.", "ACME", true),
            ("The Acme Company", "Acme Ltd", true),
            ("Gérard & Fils SARL", "Gerard Fils", true),
            ("Co", "Inc", false),
            ("Acme", "Acme Health", false),
        ] {
            assert_eq!(organisation(one) == organisation(other), same, "{one} {other}");
        }
    }
}
