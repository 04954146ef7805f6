//! The look: the element's `--ripen-*` properties.
//!
//! Owns which properties there are and what each takes. The text upon the accent is never chosen but
//! worked out, so that it can be read. Invariant: a value holds nothing that could end a declaration.

use super::choices::{Choices, Field, Scheme};
use super::colour::{Colour, READABLE};
use super::setup::Problem;

/// The most pixels a corner may be round by.
pub const MOST_RADIUS: u8 = 40;
/// The most pixels of a step of space.
pub const MOST_SPACING: u8 = 12;
/// Longest list of fonts, in characters.
const LONGEST_FONT: usize = 200;

/// The element's own colours where none is chosen: on light, on dark.
const ACCENT: [Colour; 2] = [Colour::of(0x1f, 0x64, 0x46), Colour::of(0x7f, 0xc7, 0x9c)];
const ACCENT_TEXT: [Colour; 2] = [Colour::WHITE, Colour::of(0x0c, 0x1a, 0x13)];
const TEXT: [Colour; 2] = [Colour::of(0x17, 0x21, 0x1c), Colour::of(0xe8, 0xee, 0xea)];
const SURFACE: [Colour; 2] = [Colour::WHITE, Colour::of(0x15, 0x1e, 0x1a)];

/// The look, as far as what is typed can be used.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Theme {
    /// The properties that differ from the element's own, with their values.
    pub properties: Vec<(&'static str, String)>,
}

/// Which two colours lie upon each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pair {
    /// What a button says, upon the accent; the colour was worked out.
    Button(Colour),
    /// Links, which have the accent, upon the surface.
    Link,
    /// Text upon the surface.
    Text,
}

/// How well two colours read upon each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// Whether it is so on dark pages.
    pub dark: bool,
    /// The two.
    pub pair: Pair,
    /// Their contrast, from 1 to 21.
    pub contrast: f64,
}

impl Reading {
    /// Whether text can be read so.
    pub fn is_readable(&self) -> bool {
        self.contrast >= READABLE
    }
}

/// How what is typed into a field is read.
type Read = fn(&str) -> Result<String, Problem>;

impl Theme {
    /// The look that is chosen. What cannot be used is left out, and listed.
    pub fn of(choices: &Choices) -> (Self, Vec<(Field, Problem)>) {
        let (mut properties, mut wrong) = (Vec::new(), Vec::new());
        let accent = Two::of(choices, [Field::Accent, Field::AccentDark], ACCENT);
        if let Some(value) = accent.value(choices.scheme) {
            // Of one accent the element makes a lighter one for dark pages by itself.
            let alone = choices.scheme.shows() == (true, true) && !accent.has(1);
            let value = if alone { accent.colour(0).to_string() } else { value };
            properties.push(("--ripen-accent", value));
            let upon = accent.upon();
            properties.extend(upon.value(choices.scheme).map(|it| ("--ripen-accent-text", it)));
        }
        for (name, fields, own) in [
            ("--ripen-text", [Field::Text, Field::TextDark], TEXT),
            ("--ripen-surface", [Field::Surface, Field::SurfaceDark], SURFACE),
        ] {
            let value = Two::of(choices, fields, own).value(choices.scheme);
            properties.extend(value.map(|value| (name, value)));
        }
        for field in shown(choices.scheme) {
            let typed = choices.typed(field);
            if !typed.is_empty() && Colour::parse(typed).is_none() {
                wrong.push((field, Problem::NoColour));
            }
        }
        let rest: [(_, _, Read); 3] = [
            (Field::Radius, "--ripen-radius", |typed| pixels(typed, 0, MOST_RADIUS)),
            (Field::Spacing, "--ripen-spacing", |typed| pixels(typed, 1, MOST_SPACING)),
            (Field::Font, "--ripen-font", fonts),
        ];
        for (field, name, read) in rest {
            match choices.typed(field) {
                "" => {}
                typed => match read(typed) {
                    Ok(value) => properties.push((name, value)),
                    Err(problem) => wrong.push((field, problem)),
                },
            }
        }
        (Self { properties }, wrong)
    }
}

/// How well the chosen colours read upon each other, wherever one of the two was chosen.
pub fn readings(choices: &Choices) -> Vec<Reading> {
    let accent = Two::of(choices, [Field::Accent, Field::AccentDark], ACCENT);
    let text = Two::of(choices, [Field::Text, Field::TextDark], TEXT);
    let surface = Two::of(choices, [Field::Surface, Field::SurfaceDark], SURFACE);
    let upon = accent.upon();
    let (light, dark) = choices.scheme.shows();
    let mut all = Vec::new();
    for at in [(light, 0), (dark, 1)].into_iter().filter_map(|(on, at)| on.then_some(at)) {
        let dark = at == 1;
        let mut add = |chosen: bool, pair, one: &Two, other: &Two| {
            if chosen {
                let contrast = one.colour(at).contrast(other.colour(at));
                all.push(Reading { dark, pair, contrast });
            }
        };
        let [is_accent, is_text, is_surface] = [&accent, &text, &surface].map(|it| it.has(at));
        add(is_accent, Pair::Button(upon.colour(at)), &upon, &accent);
        // On its own light background the element darkens links as far as they need.
        add(is_surface || is_accent && dark, Pair::Link, &accent, &surface);
        add(is_text || is_surface, Pair::Text, &text, &surface);
    }
    all
}

/// The colour that counts where a field is empty; none of a field that takes no colour.
pub fn own(field: Field) -> Option<Colour> {
    Some(match field {
        Field::Accent => ACCENT[0],
        Field::AccentDark => ACCENT[1],
        Field::Text => TEXT[0],
        Field::TextDark => TEXT[1],
        Field::Surface => SURFACE[0],
        Field::SurfaceDark => SURFACE[1],
        _ => return None,
    })
}

/// The fields of colours that count in a scheme.
pub fn shown(scheme: Scheme) -> Vec<Field> {
    let (light, dark) = scheme.shows();
    let fields = [
        (light, Field::Accent),
        (dark, Field::AccentDark),
        (light, Field::Text),
        (dark, Field::TextDark),
        (light, Field::Surface),
        (dark, Field::SurfaceDark),
    ];
    fields.into_iter().filter_map(|(on, field)| on.then_some(field)).collect()
}

/// A colour on light and on dark: the chosen one, else the element's own.
struct Two {
    chosen: [Option<Colour>; 2],
    own: [Colour; 2],
}

impl Two {
    fn of(choices: &Choices, fields: [Field; 2], own: [Colour; 2]) -> Self {
        Self { chosen: fields.map(|field| Colour::parse(choices.typed(field))), own }
    }

    fn has(&self, at: usize) -> bool {
        self.chosen[at].is_some()
    }

    fn colour(&self, at: usize) -> Colour {
        self.chosen[at].unwrap_or(self.own[at])
    }

    /// The text upon it; upon what the element makes of one accent for dark pages, black.
    fn upon(&self) -> Self {
        let own = if self.has(0) { [ACCENT_TEXT[0], Colour::BLACK] } else { ACCENT_TEXT };
        Self { chosen: self.chosen.map(|it| it.map(Colour::readable_upon)), own }
    }

    /// The property's value in a scheme; none where nothing that counts is chosen.
    fn value(&self, scheme: Scheme) -> Option<String> {
        match scheme.shows() {
            (true, true) if self.has(0) || self.has(1) => {
                let (light, dark) = (self.colour(0), self.colour(1));
                let both = format!("light-dark({light}, {dark})");
                Some(if light == dark { light.to_string() } else { both })
            }
            (true, false) => self.chosen[0].map(|colour| colour.to_string()),
            (false, true) => self.chosen[1].map(|colour| colour.to_string()),
            _ => None,
        }
    }
}

fn pixels(typed: &str, least: u8, most: u8) -> Result<String, Problem> {
    let bare = typed.strip_suffix("px").unwrap_or(typed).trim_end();
    let is_plain = bare.bytes().all(|byte| byte.is_ascii_digit());
    let size = bare.parse::<u8>().ok().filter(|size| is_plain && (least..=most).contains(size));
    size.map(|size| format!("{size}px")).ok_or(Problem::NoPixels(least, most))
}

/// A list of font names, each in quotes unless it is one word.
fn fonts(typed: &str) -> Result<String, Problem> {
    if typed.chars().count() > LONGEST_FONT {
        return Err(Problem::NoFont);
    }
    let one = |name: &str| {
        let name = name.trim();
        let bare = name.trim_matches(['"', '\'']).trim();
        let is_taken = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.');
        if bare.is_empty() || !bare.chars().all(is_taken) {
            return Err(Problem::NoFont);
        }
        let is_word = bare.starts_with(|c: char| c.is_ascii_alphabetic())
            && bare.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        Ok(if is_word { bare.to_owned() } else { format!("\"{bare}\"") })
    };
    let names = typed.split(',').map(one).collect::<Result<Vec<_>, _>>()?;
    Ok(names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choices(scheme: Scheme, typed: &[(Field, &str)]) -> Choices {
        let mut choices = Choices { scheme, ..Choices::default() };
        for (field, text) in typed {
            choices.write(*field, (*text).to_owned());
        }
        choices
    }

    fn check(scheme: Scheme, typed: &[(Field, &str)], expected: &[(&str, &str)]) {
        let (theme, wrong) = Theme::of(&choices(scheme, typed));
        let found: Vec<_> = theme.properties.iter().map(|(n, v)| (*n, v.as_str())).collect();
        assert_eq!((found.as_slice(), wrong), (expected, vec![]), "{typed:?}");
    }

    #[test]
    fn only_what_differs_is_written_and_the_text_upon_the_accent_follows() {
        check(Scheme::Page, &[], &[]);
        check(
            Scheme::Light,
            &[(Field::Accent, "#fc0"), (Field::AccentDark, "not looked at")],
            &[("--ripen-accent", "#ffcc00"), ("--ripen-accent-text", "#000000")],
        );
        check(
            Scheme::Page,
            &[(Field::Accent, "#003399")],
            &[
                ("--ripen-accent", "#003399"),
                ("--ripen-accent-text", "light-dark(#ffffff, #000000)"),
            ],
        );
        check(
            Scheme::Page,
            &[(Field::AccentDark, "#ffcc00")],
            &[
                ("--ripen-accent", "light-dark(#1f6446, #ffcc00)"),
                ("--ripen-accent-text", "light-dark(#ffffff, #000000)"),
            ],
        );
        check(
            Scheme::Auto,
            &[(Field::Text, "#111111"), (Field::TextDark, "#111111"), (Field::Radius, "0")],
            &[("--ripen-text", "#111111"), ("--ripen-radius", "0px")],
        );
        check(
            Scheme::Dark,
            &[(Field::Font, "Brand Sans, 'Segoe UI', serif"), (Field::Spacing, "6 px")],
            &[("--ripen-spacing", "6px"), ("--ripen-font", "\"Brand Sans\", \"Segoe UI\", serif")],
        );
    }

    #[test]
    fn what_could_end_a_declaration_is_refused_and_left_out() {
        for (field, text, problem) in [
            (Field::Accent, "red", Problem::NoColour),
            (Field::Surface, "#fff;} body{display:none", Problem::NoColour),
            (Field::Radius, "41", Problem::NoPixels(0, MOST_RADIUS)),
            (Field::Radius, "-1", Problem::NoPixels(0, MOST_RADIUS)),
            (Field::Spacing, "0", Problem::NoPixels(1, MOST_SPACING)),
            (Field::Font, "a\"}", Problem::NoFont),
            (Field::Font, "url(//evil.example/x)", Problem::NoFont),
            (Field::Font, "a,,b", Problem::NoFont),
            (Field::Font, "\\61", Problem::NoFont),
        ] {
            let (theme, wrong) = Theme::of(&choices(Scheme::Page, &[(field, text)]));
            assert_eq!((theme, wrong), (Theme::default(), vec![(field, problem)]), "{text}");
        }
    }

    #[test]
    fn contrast_is_told_wherever_something_was_chosen() {
        assert_eq!(readings(&choices(Scheme::Page, &[])), []);
        let pale = readings(&choices(Scheme::Light, &[(Field::Accent, "#ffee88")]));
        let told: Vec<_> = pale.iter().map(|it| (it.pair, it.is_readable())).collect();
        assert_eq!(told, [(Pair::Button(Colour::BLACK), true)]);
        let dim = readings(&choices(Scheme::Dark, &[(Field::AccentDark, "#003399")]));
        let told: Vec<_> = dim.iter().map(|it| (it.pair, it.is_readable())).collect();
        assert_eq!(told, [(Pair::Button(Colour::WHITE), true), (Pair::Link, false)]);
        let both = readings(&choices(Scheme::Page, &[(Field::Surface, "#ffffff")]));
        assert!(both.iter().all(|it| !it.dark && it.is_readable()) && both.len() == 2, "{both:?}");
        let own = readings(&choices(
            Scheme::Page,
            &[(Field::Surface, "#ffffff"), (Field::SurfaceDark, "#151e1a")],
        ));
        assert!(own.iter().all(Reading::is_readable), "the element's own colours read well");
    }
}
