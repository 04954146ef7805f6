//! Who the demo is about: people and organisations that do not exist, at addresses that never
//! will (`.example` is reserved).

use crate::domain::event::{Author, Field};
use crate::domain::ids::AuthorId;
use std::collections::BTreeMap;

/// An organisation with the facts it is judged by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Organisation {
    name: &'static str,
    domain: &'static str,
    /// Option id of its industry.
    pub(super) industry: &'static str,
    /// ISO country.
    pub(super) country: &'static str,
    /// People working there.
    pub(super) employees: u32,
}

/// A person at an organisation, and whose contact it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Person {
    n: usize,
    /// Where this person works.
    pub(super) organisation: Organisation,
}

impl Person {
    /// The `n`th person.
    pub(super) fn new(n: usize, organisation: Organisation) -> Self {
        Self { n, organisation }
    }

    /// The name as written, and as an address has it.
    fn name(&self) -> (String, String) {
        let (first, first_plain) = FIRST[self.n % FIRST.len()];
        let (last, last_plain) = LAST[(self.n * 7 + self.n / FIRST.len()) % LAST.len()];
        (format!("{first} {last}"), format!("{first_plain}.{last_plain}"))
    }

    /// Everything a contact is captured with.
    pub(super) fn fields(&self, source: &str) -> BTreeMap<Field, String> {
        let (name, plain) = self.name();
        Field::map([
            (Field::Person, name),
            (Field::Organisation, self.organisation.name.to_owned()),
            (Field::JobTitle, JOBS[self.n % JOBS.len()].to_owned()),
            (Field::Email, format!("{plain}@{}.example", self.organisation.domain)),
            (Field::Source, source.to_owned()),
        ])
    }

    /// The rep whose contact it is.
    pub(super) fn owner(&self) -> Author {
        let name = REPS[self.n % REPS.len()];
        let id = AuthorId::new(format!("demo-{}", name.to_lowercase().replace(' ', "-")));
        Author { id, name: name.to_owned() }
    }
}

/// An organisation the product is made for.
pub(super) fn fitting(n: usize) -> Organisation {
    FITTING[n % FITTING.len()]
}

/// An organisation that is disqualified for a reason of the playbook; one that fits where the
/// reason lies elsewhere.
pub(super) fn unfit(reason: &str, n: usize) -> Organisation {
    let among: &[Organisation] = match reason {
        "too_small" => &SMALL,
        "wrong_industry" => &ELSEWHERE[..3],
        "wrong_region" => &ELSEWHERE[3..],
        _ => &FITTING,
    };
    among[n % among.len()]
}

const REPS: [&str; 3] = ["Robin Hale", "Samira Osei", "Jonas Lind"];

const JOBS: [&str; 13] = [
    "Head of Operations",
    "Operations Manager",
    "Chief Operating Officer",
    "Finance Director",
    "Project Manager",
    "Managing Director",
    "Head of Customer Service",
    "IT Manager",
    "Planning Lead",
    "Quality Manager",
    "Purchasing Manager",
    "Plant Manager",
    "Office Manager",
];

const FIRST: [(&str, &str); 36] = [
    ("Anna", "anna"),
    ("Tom", "tom"),
    ("Priya", "priya"),
    ("Lukas", "lukas"),
    ("Chloé", "chloe"),
    ("Marek", "marek"),
    ("Ines", "ines"),
    ("Daniel", "daniel"),
    ("Yuki", "yuki"),
    ("Sofia", "sofia"),
    ("Oliver", "oliver"),
    ("Fatima", "fatima"),
    ("Björn", "bjorn"),
    ("Grace", "grace"),
    ("Mateo", "mateo"),
    ("Hannah", "hannah"),
    ("Ravi", "ravi"),
    ("Elena", "elena"),
    ("Kwame", "kwame"),
    ("Lucía", "lucia"),
    ("Stefan", "stefan"),
    ("Amara", "amara"),
    ("Noah", "noah"),
    ("Ingrid", "ingrid"),
    ("Paolo", "paolo"),
    ("Zoë", "zoe"),
    ("Henrik", "henrik"),
    ("Leila", "leila"),
    ("Jack", "jack"),
    ("Marta", "marta"),
    ("Chen", "chen"),
    ("Aoife", "aoife"),
    ("Samuel", "samuel"),
    ("Nora", "nora"),
    ("Victor", "victor"),
    ("Emma", "emma"),
];

const LAST: [(&str, &str); 37] = [
    ("Keller", "keller"),
    ("Reyes", "reyes"),
    ("Nair", "nair"),
    ("Brandt", "brandt"),
    ("Moreau", "moreau"),
    ("Nowak", "nowak"),
    ("Costa", "costa"),
    ("Hughes", "hughes"),
    ("Tanaka", "tanaka"),
    ("Ricci", "ricci"),
    ("Bennett", "bennett"),
    ("Haddad", "haddad"),
    ("Åkesson", "akesson"),
    ("Okafor", "okafor"),
    ("Serrano", "serrano"),
    ("Müller", "mueller"),
    ("Iyer", "iyer"),
    ("Petrova", "petrova"),
    ("Mensah", "mensah"),
    ("Ortega", "ortega"),
    ("Vogel", "vogel"),
    ("Diallo", "diallo"),
    ("Fischer", "fischer"),
    ("Dahl", "dahl"),
    ("Conti", "conti"),
    ("van Dijk", "vandijk"),
    ("Holm", "holm"),
    ("Rahimi", "rahimi"),
    ("Walsh", "walsh"),
    ("Kowalska", "kowalska"),
    ("Wei", "wei"),
    ("O’Brien", "obrien"),
    ("Adler", "adler"),
    ("Lindqvist", "lindqvist"),
    ("Dubois", "dubois"),
    ("Clarke", "clarke"),
    ("Sato", "sato"),
];

const fn organisation(
    name: &'static str,
    domain: &'static str,
    industry: &'static str,
    country: &'static str,
    employees: u32,
) -> Organisation {
    Organisation { name, domain, industry, country, employees }
}

const FITTING: [Organisation; 40] = [
    organisation("Northwind Clinics", "northwind-clinics", "healthcare", "GB", 640),
    organisation("Kestrel Robotics", "kestrel-robotics", "technology", "DE", 310),
    organisation("Alder & Vane", "alder-vane", "services", "GB", 180),
    organisation("Maplewood Foods", "maplewood-foods", "manufacturing", "CA", 920),
    organisation("Portolan Logistics", "portolan", "transport", "NL", 1_450),
    organisation("Lumen Retail Group", "lumen-retail", "retail", "FR", 2_300),
    organisation("Brightwell Insurance", "brightwell", "finance", "IE", 760),
    organisation("Hexa Software", "hexa-software", "software", "SE", 140),
    organisation("Sundial Media", "sundial-media", "entertainment", "US", 260),
    organisation("Granite Peak Construction", "granite-peak", "construction", "US", 1_100),
    organisation("Tessera Pharma", "tessera-pharma", "healthcare", "CH", 1_900),
    organisation("Bluefin Telecom", "bluefin", "telecommunications", "PT", 3_200),
    organisation("Fernhill Schools", "fernhill", "education", "GB", 420),
    organisation("Copperline Tools", "copperline", "manufacturing", "DE", 510),
    organisation("Juniper Staffing", "juniper-staffing", "employment", "US", 230),
    organisation("Volta Components", "volta-components", "technology", "AT", 880),
    organisation("Harbour & Quay", "harbour-quay", "construction", "NZ", 150),
    organisation("Meridian Freight", "meridian-freight", "transport", "BE", 2_050),
    organisation("Saffron Kitchens", "saffron-kitchens", "retail", "GB", 370),
    organisation("Orchid Diagnostics", "orchid-diagnostics", "healthcare", "SG", 290),
    organisation("Cobalt Advisory", "cobalt-advisory", "services", "US", 125),
    organisation("Redwood Analytics", "redwood-analytics", "software", "US", 340),
    organisation("Aurora Cold Chain", "aurora-cold-chain", "transport", "NO", 480),
    organisation("Pinecrest Bank", "pinecrest", "finance", "CA", 4_100),
    organisation("Tidal Instruments", "tidal-instruments", "manufacturing", "DK", 205),
    organisation("Vela Marketing", "vela-marketing", "marketing", "ES", 160),
    organisation("Ironbridge Steel", "ironbridge", "manufacturing", "PL", 2_700),
    organisation("Quillon Press", "quillon", "entertainment", "IT", 190),
    organisation("Lakeside Hospitals", "lakeside", "healthcare", "US", 5_600),
    organisation("Sable Cosmetics", "sable-cosmetics", "retail", "FR", 810),
    organisation("Osprey Mobile", "osprey-mobile", "telecommunications", "FI", 1_250),
    organisation("Terracotta Living", "terracotta", "retail", "IT", 330),
    organisation("Halden Shipyards", "halden", "manufacturing", "NO", 1_600),
    organisation("Clearwater Training", "clearwater", "education", "AU", 115),
    organisation("Nimbus Hosting", "nimbus-hosting", "technology", "CZ", 270),
    organisation("Amberley Property", "amberley", "construction", "GB", 240),
    organisation("Foxglove Interiors", "foxglove", "retail", "NL", 130),
    organisation("Zenith Assurance", "zenith-assurance", "finance", "LU", 690),
    organisation("Kumo Systems", "kumo", "software", "JP", 450),
    organisation("Wayfarer Travel", "wayfarer", "services", "IE", 350),
];

const SMALL: [Organisation; 5] = [
    organisation("Bakehouse Nine", "bakehouse-nine", "retail", "GB", 9),
    organisation("Studio Merle", "studio-merle", "marketing", "FR", 4),
    organisation("Holt Joinery", "holt-joinery", "construction", "IE", 17),
    organisation("Pixelwerk", "pixelwerk", "software", "DE", 26),
    organisation("Cedar Dental", "cedar-dental", "healthcare", "US", 12),
];

/// Three industries and three countries that are not served.
const ELSEWHERE: [Organisation; 6] = [
    organisation("Eastmoor Council", "eastmoor", "government", "GB", 1_800),
    organisation("Open Rivers Trust", "open-rivers", "nonprofit", "NL", 140),
    organisation("Greenfield Growers", "greenfield-growers", "agriculture", "ES", 310),
    organisation("Andes Textil", "andes-textil", "manufacturing", "PE", 620),
    organisation("Lagoon Motors", "lagoon-motors", "manufacturing", "NG", 430),
    organisation("Baobab Cement", "baobab-cement", "construction", "KE", 980),
];
