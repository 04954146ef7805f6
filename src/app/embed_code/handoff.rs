//! Where a finished run goes, and how the element is told.
//!
//! Owns what each destination needs and what it must look like. Refuses to send anything.

use super::address::{NoAddress, Url, is_email};
use super::choices::{Choices, Field};
use super::setup::Problem;
use serde::{Deserialize, Serialize};

/// Where HubSpot's data lie unless it says otherwise.
const USUAL_REGION: &str = "na1";

/// The kinds of places a finished run can go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Destination {
    /// Nowhere: the page hears of it, and nothing is sent.
    #[default]
    None,
    /// An address that takes JSON.
    Webhook,
    /// A form of HubSpot.
    Hubspot,
    /// Salesforce's Web-to-Lead.
    Salesforce,
    /// A lead capture of EspoCRM.
    EspoCrm,
    /// The visitor's own mail program.
    Email,
}

/// A place that can be written into the element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handoff {
    /// An address that takes JSON.
    Webhook(Url),
    /// A form of HubSpot: where the data lie if not in the usual place, account, form.
    Hubspot(Option<String>, String, String),
    /// Salesforce's id of the organisation.
    Salesforce(String),
    /// A lead capture of EspoCRM, with its key.
    EspoCrm(Url),
    /// An e-mail address.
    Email(String),
}

impl Destination {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 6] =
        [Self::None, Self::Webhook, Self::Hubspot, Self::Salesforce, Self::EspoCrm, Self::Email];

    /// The fields it needs.
    pub fn fields(self) -> &'static [Field] {
        match self {
            Self::None => &[],
            Self::Webhook => &[Field::Webhook],
            Self::Hubspot => &[Field::HubspotPortal, Field::HubspotForm, Field::HubspotRegion],
            Self::Salesforce => &[Field::SalesforceOid],
            Self::EspoCrm => &[Field::EspoCrm],
            Self::Email => &[Field::Email],
        }
    }
}

impl Handoff {
    /// Reads what is typed for the chosen destination; none for none.
    ///
    /// # Errors
    /// Every field that is wrong.
    pub fn of(choices: &Choices) -> Result<Option<Self>, Vec<(Field, Problem)>> {
        let fields = choices.destination.fields();
        let wrong: Vec<_> = fields
            .iter()
            .filter_map(|field| Some((*field, check(*field, choices.typed(*field)).err()?)))
            .collect();
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let typed = |field| choices.typed(field).to_owned();
        let url = |field| Url::parse(choices.typed(field)).ok();
        Ok(match choices.destination {
            Destination::None => None,
            Destination::Webhook => url(Field::Webhook).map(Self::Webhook),
            Destination::Hubspot => {
                let form = typed(Field::HubspotForm).to_ascii_lowercase();
                let region = Some(typed(Field::HubspotRegion).to_ascii_lowercase());
                let region = region.filter(|region| !region.is_empty() && region != USUAL_REGION);
                Some(Self::Hubspot(region, typed(Field::HubspotPortal), form))
            }
            Destination::Salesforce => Some(Self::Salesforce(typed(Field::SalesforceOid))),
            Destination::EspoCrm => url(Field::EspoCrm).map(Self::EspoCrm),
            Destination::Email => Some(Self::Email(typed(Field::Email))),
        })
    }

    /// The value of the element's attribute.
    pub fn attribute(&self) -> String {
        match self {
            Self::Webhook(url) => format!("webhook:{}", url.as_str()),
            Self::Hubspot(None, portal, form) => format!("hubspot:{portal}/{form}"),
            Self::Hubspot(Some(region), portal, form) => {
                format!("hubspot:{region}/{portal}/{form}")
            }
            Self::Salesforce(oid) => format!("salesforce:{oid}"),
            Self::EspoCrm(url) => format!("espocrm:{}", url.as_str()),
            Self::Email(address) => format!("mailto:{address}"),
        }
    }

    /// Where the visitor's browser sends it, as a policy names it; none for mail.
    pub fn origin(&self) -> Option<String> {
        match self {
            Self::Webhook(url) | Self::EspoCrm(url) => Some(url.origin().to_owned()),
            Self::Hubspot(None, ..) => Some("https://api.hsforms.com".to_owned()),
            Self::Hubspot(Some(region), ..) => Some(format!("https://api-{region}.hsforms.com")),
            Self::Salesforce(_) => Some("https://webto.salesforce.com".to_owned()),
            Self::Email(_) => None,
        }
    }
}

/// Whether what is typed can be used.
fn check(field: Field, typed: &str) -> Result<(), Problem> {
    if typed.is_empty() {
        return if field == Field::HubspotRegion { Ok(()) } else { Err(Problem::Missing) };
    }
    let ok = |is_one: bool, otherwise: Problem| if is_one { Ok(()) } else { Err(otherwise) };
    match field {
        Field::Webhook => Url::parse(typed).map(drop).map_err(Problem::Address),
        Field::EspoCrm => {
            let url = Url::parse(typed).map_err(Problem::Address)?;
            let key = url.path().split_once("/api/v1/LeadCapture/").map(|(_, key)| key);
            let is_key =
                |key: &str| !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric());
            ok(key.is_some_and(is_key), Problem::NoLeadCapture)
        }
        Field::HubspotPortal => {
            let is_number = typed.len() <= 12 && typed.bytes().all(|byte| byte.is_ascii_digit());
            ok(is_number, Problem::NoPortal)
        }
        Field::HubspotRegion => {
            let is_region = matches!(typed.as_bytes(), [a, b, n]
                if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() && n.is_ascii_digit());
            ok(is_region, Problem::NoRegion)
        }
        Field::HubspotForm => ok(is_guid(typed), Problem::NoForm),
        Field::SalesforceOid => {
            let is_id = typed.starts_with("00D")
                && matches!(typed.len(), 15 | 18)
                && typed.bytes().all(|byte| byte.is_ascii_alphanumeric());
            ok(is_id, Problem::NoOid)
        }
        Field::Email => ok(is_email(typed), Problem::NoEmail),
        _ => Err(Problem::Address(NoAddress::NotOne)),
    }
}

fn is_guid(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').collect();
    let is_part = |(part, length): (&&str, usize)| {
        part.len() == length && part.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    parts.len() == 5 && parts.iter().zip([8, 4, 4, 4, 12]).all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_one(destination: Destination, typed: &[&str], expected: Result<&str, Problem>) {
        let mut choices = Choices { destination, ..Choices::default() };
        for (field, text) in destination.fields().iter().zip(typed) {
            choices.write(*field, (*text).to_owned());
        }
        let found = Handoff::of(&choices);
        let found = found.map(|handoff| handoff.map(|h| h.attribute()).unwrap_or_default());
        let expected = expected.map(str::to_owned);
        assert_eq!(found.map_err(|wrong| wrong[0].1), expected, "{typed:?}");
    }

    #[test]
    fn every_destination_is_checked_and_written_as_the_element_reads_it() {
        const FORM: &str = "6F2C1f0e-1b2a-4c3d-8e9f-0a1b2c3d4e5f";
        check_one(Destination::None, &[], Ok(""));
        check_one(
            Destination::Webhook,
            &["https://h.example/i"],
            Ok("webhook:https://h.example/i"),
        );
        check_one(Destination::Webhook, &[], Err(Problem::Missing));
        let not_secure = Problem::Address(NoAddress::NotSecure);
        check_one(Destination::Webhook, &["http://h.example/i"], Err(not_secure));
        let hubspot = format!("hubspot:123456/{}", FORM.to_lowercase());
        check_one(Destination::Hubspot, &["123456", FORM], Ok(&hubspot));
        check_one(Destination::Hubspot, &["123456", FORM, "NA1"], Ok(&hubspot));
        let in_europe = format!("hubspot:eu1/123456/{}", FORM.to_lowercase());
        check_one(Destination::Hubspot, &["123456", FORM, "eu1"], Ok(&in_europe));
        check_one(Destination::Hubspot, &["123456", FORM, "e/1"], Err(Problem::NoRegion));
        check_one(Destination::Hubspot, &["12a", FORM], Err(Problem::NoPortal));
        check_one(Destination::Hubspot, &["12", "a-b"], Err(Problem::NoForm));
        let oid = "00D5g000004abcd";
        check_one(Destination::Salesforce, &[oid], Ok("salesforce:00D5g000004abcd"));
        check_one(Destination::Salesforce, &["00D5"], Err(Problem::NoOid));
        let espo = "https://crm.example/api/v1/LeadCapture/0a1b2c";
        check_one(Destination::EspoCrm, &[espo], Ok(&format!("espocrm:{espo}")));
        check_one(Destination::EspoCrm, &["https://crm.example/"], Err(Problem::NoLeadCapture));
        check_one(Destination::Email, &["a@b.example"], Ok("mailto:a@b.example"));
        check_one(Destination::Email, &["a"], Err(Problem::NoEmail));
    }
}
