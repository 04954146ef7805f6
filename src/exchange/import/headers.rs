//! Headers people's systems use, by what they mean.
//!
//! Owns the synonyms: plain English, HubSpot, Salesforce, Pipedrive and Zoho, and the headers Ripen writes
//! itself, in
//! [`bare`](super::words::bare) form. Invariant: words only; which column gets a meaning is
//! decided in [`columns`](super::columns).

use super::columns::Target;
use crate::domain::event::Field;

/// Headers by what they mean; of several the surest first.
#[rustfmt::skip]
pub(super) const SYNONYMS: &[(Target, &[&str])] = &[
    (Target::ExternalId, &[
        "externalid", "opportunityid", "dealid", "leadid", "contactid", "recordid", "hsobjectid",
        "recordidcontact", "recordiddeal", "personid", "id", "reference", "crmid", "dealrecordid",
        "zohoid",
    ]),
    (Target::Stage, &[
        "dealstage", "stage", "stagename", "opportunitystage", "pipelinestage", "lifecyclestage",
        "leadstatus", "hsleadstatus", "status", "dealstatus", "outcome", "salesstage", "phase",
    ]),
    (Target::Outcome, &["outcome", "dealstatus", "standing", "status", "wonlost", "result"]),
    (Target::Level, &["level"]),
    (Target::Amount, &[
        "amount", "dealvalue", "dealamount", "value", "closevalue", "opportunityamount",
        "annualcontractvalue", "amountincompanycurrency", "expectedrevenue", "price",
    ]),
    (Target::Currency, &[
        "currency", "dealcurrencycode", "dealcurrency", "currencyisocode", "currencycode",
    ]),
    (Target::Entered, &[
        "engagedate", "engaged", "engagedon", "dateenteredstage", "enteredstage", "stagedate",
        "dateenteredcurrentstage", "laststagechangedate", "stagemodifiedtime",
    ]),
    (Target::Created, &[
        "created", "createdate", "createddate", "createdon", "createdat", "datecreated",
        "creationdate", "dealcreated", "leadcreated", "leadcreatedtime", "personcreated", "addtime", "createdtime",
    ]),
    (Target::ExpectedClose, &[
        "expectedclosedate", "expectedclose", "dealexpectedclosedate", "estimatedclosedate",
    ]),
    (Target::NextStep, &["nextstep", "hsnextstep", "nextactivity"]),
    (Target::NextStepDue, &["nextstepdue", "nextstepdate", "nextactivitydate"]),
    (Target::Reason, &[
        "lostreason", "deallostreason", "lossreason", "closedlostreason", "reasonforloss",
        "disqualifiedreason", "disqualificationreason", "unqualifiedreason",
    ]),
    (Target::Closed, &[
        "closedate", "closed", "closeddate", "closedon", "closedat", "dateclosed", "wonlostdate",
        "dealclosedon", "wontime", "losttime", "closingdate",
    ]),
    (Target::Field(Field::Person), &[
        "person", "personname", "contactname", "contact", "contactperson", "fullname",
        "associatedcontact", "primarycontact", "leadname",
    ]),
    (Target::FirstName, &["firstname", "givenname"]),
    (Target::LastName, &["lastname", "surname", "familyname", "secondname"]),
    (Target::Field(Field::Organisation), ORGANISATION),
    (Target::Field(Field::JobTitle), &[
        "jobtitle", "title", "jobposition", "position", "jobrole", "role",
    ]),
    (Target::Field(Field::Email), &[
        "email", "emailaddress", "workemail", "personemail", "personemailwork", "mail", "emailid", "primaryemail", "contactemail",
    ]),
    (Target::Field(Field::Phone), &[
        "phone", "phonenumber", "mobilephone", "mobilephonenumber", "mobile", "telephone",
        "personphone", "personphonework", "workphone", "directphone", "cell", "contactphone",
    ]),
    (Target::Field(Field::Source), &[
        "source", "leadsource", "originalsource", "channel", "hsanalyticssource", "utmsource",
        "utmmedium", "dealsource", "originaltrafficsource",
    ]),
    (Target::Field(Field::Owner), &[
        "owner", "salesagent", "salesrep", "dealowner", "contactowner", "leadowner",
        "opportunityowner", "accountowner", "hubspotownerid", "assignedto", "rep", "agent",
        "leadownername", "dealownername", "contactownername", "salesperson",
    ]),
];

/// The headers of a table Ripen writes, but for answers and attributes.
#[rustfmt::skip]
pub(super) const OWN: &[(Target, &str)] = &[
    (Target::ContactId, "contactid"),
    (Target::ExternalId, "externalid"),
    (Target::System, "externalsystem"),
    (Target::Field(Field::Person), "person"),
    (Target::Field(Field::Organisation), "organisation"),
    (Target::Field(Field::JobTitle), "jobtitle"),
    (Target::Field(Field::Email), "email"),
    (Target::Field(Field::Phone), "phone"),
    (Target::Field(Field::Source), "source"),
    (Target::Field(Field::Owner), "owner"),
    (Target::Level, "level"),
    (Target::Stage, "stage"),
    (Target::Outcome, "standing"),
    (Target::Reason, "reason"),
    (Target::BackOn, "backon"),
    (Target::Amount, "amount"),
    (Target::Currency, "currency"),
    (Target::ExpectedClose, "expectedclose"),
    (Target::Closed, "closed"),
    (Target::NextStep, "nextstep"),
    (Target::NextStepDue, "nextstepdue"),
    (Target::Created, "created"),
    (Target::LastChanged, "lastchanged"),
];

/// Headers of an organisation's name.
#[rustfmt::skip]
pub(super) const ORGANISATION: &[&str] = &[
    "organisation", "organization", "organisationname", "organizationname", "company",
    "companyname", "account", "accountname", "associatedcompany", "customer", "client", "firm",
    "customername", "business", "employer", "dealorganization", "personorganization", "leadorganization",
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
