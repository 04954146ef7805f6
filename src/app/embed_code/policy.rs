//! What a page's Content-Security-Policy must allow for the chosen settings.

use super::handoff::Handoff;
use super::setup::{ContactLink, Setup};

/// The lines to add: a directive each, with what it must allow beside what it allows already. Styles
/// need none: the element brings them without any style element.
pub fn lines(setup: &Setup, framed: bool) -> Vec<String> {
    let files = setup.files.origin();
    if framed {
        return vec![format!("frame-src {files}")];
    }
    let mut connect = vec![files.to_owned()];
    let playbook = setup.playbook.whole().map_or("'self'", |url| url.origin()).to_owned();
    let destination = setup.handoff.as_ref().and_then(Handoff::origin);
    for source in [playbook].into_iter().chain(destination) {
        if !connect.contains(&source) {
            connect.push(source);
        }
    }
    vec![
        format!("script-src {files} 'wasm-unsafe-eval'"),
        format!("connect-src {}", connect.join(" ")),
    ]
}

/// Where the plain form is sent; a policy that limits forms must allow it. None where there is no form.
pub fn form_action(setup: &Setup, asks: bool) -> Option<String> {
    match &setup.contact {
        ContactLink::Page(page) if asks => {
            Some(format!("form-action {}", page.whole().map_or("'self'", |url| url.origin())))
        }
        _ => None,
    }
}
