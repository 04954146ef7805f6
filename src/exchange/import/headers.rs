//! Headers people's systems use, by what they mean.
//!
//! Owns the synonyms: plain English, HubSpot, Salesforce and Pipedrive, in
//! [`bare`](super::words::bare) form. Invariant: words only; which column gets a meaning is
//! decided in [`columns`](super::columns).

use super::columns::Target;
use crate::domain::event::Field;

/// Headers by what they mean; of several the surest first.
#[rustfmt::skip]
pub(super) const SYNONYMS: &[(Target, &[&str])] = &[
    (Target::ExternalId, &[
        "externalid", "opportunityid", "dealid", "leadid", "contactid", "recordid", "hsobjectid",
        "personid", "id", "reference", "crmid",
    ]),
    (Target::Stage, &[
        "dealstage", "stage", "stagename", "opportunitystage", "pipelinestage", "lifecyclestage",
        "leadstatus", "hsleadstatus", "status", "dealstatus", "outcome",
    ]),
    (Target::Outcome, &["outcome", "dealstatus", "status", "wonlost", "result"]),
    (Target::Amount, &[
        "amount", "dealvalue", "dealamount", "value", "closevalue", "opportunityamount",
        "annualcontractvalue", "expectedrevenue",
    ]),
    (Target::Currency, &[
        "currency", "dealcurrencycode", "dealcurrency", "currencyisocode", "currencycode",
    ]),
    (Target::Entered, &[
        "engagedate", "engaged", "engagedon", "dateenteredstage", "enteredstage", "stagedate",
        "dateenteredcurrentstage", "laststagechangedate",
    ]),
    (Target::Created, &[
        "created", "createdate", "createddate", "createdon", "createdat", "datecreated",
        "creationdate", "dealcreated", "leadcreated", "leadcreatedtime", "personcreated", "addtime",
    ]),
    (Target::Closed, &[
        "closedate", "closed", "closeddate", "closedon", "closedat", "dateclosed", "wonlostdate",
        "dealclosedon", "wontime", "losttime",
    ]),
    (Target::Field(Field::Person), &[
        "person", "personname", "contactname", "contact", "contactperson", "fullname",
        "associatedcontact",
    ]),
    (Target::FirstName, &["firstname", "givenname"]),
    (Target::LastName, &["lastname", "surname", "familyname"]),
    (Target::Field(Field::Organisation), ORGANISATION),
    (Target::Field(Field::JobTitle), &[
        "jobtitle", "title", "jobposition", "position", "jobrole", "role",
    ]),
    (Target::Field(Field::Email), &[
        "email", "emailaddress", "workemail", "personemail", "personemailwork", "mail",
    ]),
    (Target::Field(Field::Phone), &[
        "phone", "phonenumber", "mobilephone", "mobilephonenumber", "mobile", "telephone",
        "personphone", "personphonework", "workphone",
    ]),
    (Target::Field(Field::Source), &[
        "source", "leadsource", "originalsource", "channel", "hsanalyticssource", "utmsource",
        "utmmedium",
    ]),
    (Target::Field(Field::Owner), &[
        "owner", "salesagent", "salesrep", "dealowner", "contactowner", "leadowner",
        "opportunityowner", "accountowner", "hubspotownerid", "assignedto", "rep", "agent",
    ]),
];

/// Headers of an organisation's name.
#[rustfmt::skip]
pub(super) const ORGANISATION: &[&str] = &[
    "organisation", "organization", "organisationname", "organizationname", "company",
    "companyname", "account", "accountname", "associatedcompany", "customer", "client", "firm",
];

/// Facts that are questions of every pack, by the question's id.
#[rustfmt::skip]
pub(super) const FACTS: &[(&str, &[&str])] = &[
    ("employees", &[
        "employees", "numberofemployees", "noofemployees", "numemployees", "employeecount",
        "companysize", "headcount",
    ]),
    ("industry", &["industry", "sector", "vertical", "branch"]),
    ("country", &[
        "country", "countryregion", "officelocation", "billingcountry", "mailingcountry",
        "location",
    ]),
];
