//! The code for a page, and for whoever builds with modules.

use super::first::{Words, form, height};
use super::html::{around, open};
use super::setup::{ContactLink, Setup};
use crate::domain::playbook::question::Question;

/// The code to copy into a page: the loader, and the element with what shows until it is there.
///
/// `integrity` is the hash of the loader, where it is known; `language` that of the playbook's texts,
/// where it is another one than the wizard's.
pub fn html(
    setup: &Setup,
    integrity: Option<&str>,
    question: Option<&Question>,
    words: &Words,
    language: Option<&str>,
) -> String {
    let loader = format!("{}ripen.js", setup.files.as_str());
    let mut script = vec![("type", Some("module")), ("src", Some(&*loader))];
    if let Some(hash) = integrity {
        script.extend([("integrity", Some(hash)), ("crossorigin", Some("anonymous"))]);
    }
    let attributes: Vec<_> =
        setup.attributes.iter().map(|(name, value)| (*name, value.as_deref())).collect();
    let mut lines = vec![around("script", &script, ""), open("ripen-wizard", &attributes)];
    // A form that gave way to a button, or to nothing, would be gone while it is filled in.
    let question = question.filter(|_| is_inline(setup));
    if let (ContactLink::Page(page), Some(question)) = (&setup.contact, question) {
        let form = form(question, words, page.as_str(), language);
        lines.extend(form.into_iter().map(|line| format!("  {line}")));
    }
    let link = [("href", Some(setup.contact.link()))];
    let said = setup.contact_words.as_deref().unwrap_or(words.contact);
    lines.push(format!("  <p>{}</p>", around("a", &link, said)));
    lines.push("</ripen-wizard>\n".to_owned());
    lines.join("\n")
}

/// The block for the page's own style sheet: the look, and where the wizard stands in the page the space
/// of the first question, so that nothing below it moves when it comes.
pub fn css(setup: &Setup, question: Option<&Question>, words: &Words) -> Option<String> {
    let space = question.filter(|_| is_inline(setup)).map(|question| {
        let height = height(question, words);
        format!("  display: block;\n  min-block-size: {height}rem;\n")
    });
    let properties = setup.theme.properties.iter();
    let lines = properties.map(|(name, value)| format!("  {name}: {value};\n"));
    let all: String = space.into_iter().chain(lines).collect();
    (!all.is_empty()).then(|| format!("ripen-wizard {{\n{all}}}\n"))
}

/// Whether the wizard stands in the page itself.
fn is_inline(setup: &Setup) -> bool {
    setup.attributes.iter().all(|(name, _)| *name != "presentation")
}

/// The same as a module of one's own, which imports the package.
pub fn module(setup: &Setup) -> String {
    let mut lines = vec![
        "import \"ripen-embed\";".to_owned(),
        String::new(),
        "const wizard = document.createElement(\"ripen-wizard\");".to_owned(),
    ];
    for (name, value) in &setup.attributes {
        let value = value.as_deref().unwrap_or_default();
        lines.push(format!("wizard.setAttribute({}, {});", quoted(name), quoted(value)));
    }
    lines.push("document.querySelector(\"#questions\").append(wizard);\n".to_owned());
    lines.join("\n")
}

/// A text in a script: JSON is that, but for what would end the script's tag or line.
fn quoted(text: &str) -> String {
    let json = serde_json::Value::from(text).to_string();
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}
