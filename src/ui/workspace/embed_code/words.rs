//! What fields are called, and what is wrong with them.

use crate::app::embed_code::address::NoAddress;
use crate::app::embed_code::{Field, Problem};
use crate::platform::intl;
use crate::ui::text::workspace as text;

/// What a field is called.
pub(super) fn name(field: Field) -> &'static str {
    match field {
        Field::Playbook => text::embed_at(),
        Field::Accent => text::embed_accent(),
        Field::AccentDark => text::embed_accent_dark(),
        Field::Text => text::embed_text(),
        Field::TextDark => text::embed_text_dark(),
        Field::Surface => text::embed_surface(),
        Field::SurfaceDark => text::embed_surface_dark(),
        Field::Radius => text::embed_radius(),
        Field::Spacing => text::embed_spacing(),
        Field::Font => text::embed_font(),
        Field::ButtonLabel => text::embed_button_label(),
        Field::Webhook => text::embed_webhook_url(),
        Field::HubspotRegion => text::embed_region(),
        Field::HubspotPortal => text::embed_portal(),
        Field::HubspotForm => text::embed_form(),
        Field::SalesforceOid => text::embed_oid(),
        Field::EspoCrm => text::embed_espo_url(),
        Field::Email => text::embed_mailto(),
        Field::Contact => text::embed_contact(),
        Field::ContactWords => text::embed_contact_words(),
        Field::Files => text::embed_files(),
    }
}

/// The id of a field's control.
pub(super) fn id(field: Field) -> &'static str {
    match field {
        Field::Playbook => "embed-playbook-at",
        Field::Accent => "embed-accent",
        Field::AccentDark => "embed-accent-dark",
        Field::Text => "embed-text",
        Field::TextDark => "embed-text-dark",
        Field::Surface => "embed-surface",
        Field::SurfaceDark => "embed-surface-dark",
        Field::Radius => "embed-radius",
        Field::Spacing => "embed-spacing",
        Field::Font => "embed-font",
        Field::ButtonLabel => "embed-button-label",
        Field::Webhook => "embed-webhook",
        Field::HubspotRegion => "embed-region",
        Field::HubspotPortal => "embed-portal",
        Field::HubspotForm => "embed-form",
        Field::SalesforceOid => "embed-oid",
        Field::EspoCrm => "embed-espocrm",
        Field::Email => "embed-email",
        Field::Contact => "embed-contact",
        Field::ContactWords => "embed-contact-words",
        Field::Files => "embed-files",
    }
}

/// What is wrong with a field.
pub(super) fn problem(field: Field, problem: Problem) -> String {
    let places = matches!(field, Field::Playbook | Field::Contact);
    let words = match problem {
        Problem::Missing => return text::embed_err_missing(name(field)),
        Problem::NoPixels(least, most) => {
            let count = |n: u8| intl::count(usize::from(n));
            return text::embed_err_pixels(count(least), count(most));
        }
        Problem::Address(NoAddress::NotOne) if places => text::embed_err_place(),
        Problem::Address(NoAddress::NotOne) => text::embed_err_address(),
        Problem::Address(NoAddress::NotSecure) => text::embed_err_secure(),
        Problem::Address(NoAddress::Password) => text::embed_err_password(),
        Problem::NoLeadCapture => text::embed_err_capture(),
        Problem::NoPortal => text::embed_err_portal(),
        Problem::NoRegion => text::embed_err_region(),
        Problem::NoForm => text::embed_err_form(),
        Problem::NoOid => text::embed_err_oid(),
        Problem::NoEmail => text::embed_err_email(),
        Problem::NoColour => text::embed_err_colour(),
        Problem::NoFont => text::embed_err_font(),
        Problem::TooLong => text::embed_err_long(),
    };
    words.to_owned()
}
