//! What files of CRMs and the reasons for having no row in one are called.

use crate::app::crm::Crm;
use crate::exchange::export::crm::{File, Left};
use crate::ui::text::workspace as text;

/// What a file holds, in a word.
pub(super) fn file_title(file: File) -> &'static str {
    match file {
        File::Contacts => text::out_file_contacts(),
        File::Companies => text::out_file_companies(),
        File::Deals => text::out_file_deals(),
        File::Leads => text::out_file_leads(),
        File::Opportunities => text::out_file_opportunities(),
        File::People => text::out_file_people(),
        File::Organisations => text::out_file_organisations(),
    }
}

/// Who is in it.
pub(super) fn file_text(file: File) -> &'static str {
    match file {
        File::Contacts => text::out_file_contacts_text(),
        File::Companies => text::out_file_companies_text(),
        File::Deals => text::out_file_deals_text(),
        File::Leads => text::out_file_leads_text(),
        File::Opportunities => text::out_file_opportunities_text(),
        File::People => text::out_file_people_text(),
        File::Organisations => text::out_file_organisations_text(),
    }
}

/// What it is saved as.
pub(super) fn file_word(crm: Crm, file: File) -> String {
    let crm = match crm {
        Crm::HubSpot => "hubspot",
        Crm::Salesforce => "salesforce",
        Crm::Pipedrive => "pipedrive",
    };
    format!("{crm}-{}", file_title(file).to_lowercase())
}

/// Why so many contacts have no row of their own.
pub(super) fn left(why: Left, n: &str) -> String {
    match why {
        Left::NoName => text::out_left_no_name(n),
        Left::NoLastName => text::out_left_no_last_name(n),
        Left::NoOrganisation => text::out_left_no_organisation(n),
        Left::NoTitle => text::out_left_no_title(n),
        Left::NoClosingDay => text::out_left_no_closing_day(n),
        Left::Ended => text::out_left_ended(n),
        Left::Joined => text::out_left_joined(n),
    }
}
