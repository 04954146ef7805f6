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
    /// Option id of its industry in the packs.
    pub(super) industry: &'static str,
    /// Option id of its trade in the example.
    pub(super) trade: &'static str,
    /// ISO country.
    pub(super) country: &'static str,
    /// People working there.
    pub(super) employees: u32,
}

/// A person at an organisation, and whose contact it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Person {
    /// This person's number.
    pub(super) n: usize,
    /// Where this person works.
    pub(super) organisation: Organisation,
}

impl Organisation {
    /// How many of the people drive to customers.
    pub(super) fn field_people(&self) -> u32 {
        self.employees * 3 / 5
    }
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

/// An organisation the products of the packs and the example are made for.
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
    "Head of Service",
    "Service Manager",
    "Chief Operating Officer",
    "Finance Director",
    "Depot Manager",
    "Managing Director",
    "Head of Customer Service",
    "IT Manager",
    "Planner",
    "Technical Director",
    "Purchasing Manager",
    "Field Service Manager",
    "Owner",
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
    trade: &'static str,
    country: &'static str,
    employees: u32,
) -> Organisation {
    Organisation { name, domain, industry, trade, country, employees }
}

const FITTING: [Organisation; 40] = [
    organisation("Hallam Lifts", "hallam-lifts", "construction", "lifts_doors", "GB", 310),
    organisation(
        "Kestrel Heating",
        "kestrel-heating",
        "construction",
        "heating_cooling",
        "GB",
        180,
    ),
    organisation("Alder & Vane Electrical", "alder-vane", "construction", "electrical", "GB", 240),
    organisation("Maplewood Refrigeration", "maplewood", "services", "heating_cooling", "CA", 420),
    organisation("Portolan Networks", "portolan", "telecommunications", "networks", "NL", 1_450),
    organisation("Lumen Fire Systems", "lumen-fire", "services", "fire_security", "FR", 630),
    organisation("Brightwell Boilers", "brightwell", "construction", "heating_cooling", "IE", 160),
    organisation("Hexa Medical Service", "hexa-medical", "healthcare", "medical", "SE", 140),
    organisation("Sundial Solar", "sundial-solar", "technology", "electrical", "US", 260),
    organisation(
        "Granite Peak Elevators",
        "granite-peak",
        "construction",
        "lifts_doors",
        "US",
        1_100,
    ),
    organisation("Tessera Lab Support", "tessera-lab", "healthcare", "medical", "CH", 190),
    organisation("Bluefin Broadband", "bluefin", "telecommunications", "networks", "FI", 1_250),
    organisation("Fernhill Facilities", "fernhill", "services", "buildings", "GB", 920),
    organisation("Copperline Machines", "copperline", "manufacturing", "machines", "DE", 510),
    organisation("Juniper Security", "juniper-security", "services", "fire_security", "US", 230),
    organisation("Volta Charging", "volta-charging", "technology", "electrical", "AT", 135),
    organisation("Harbour & Quay Gates", "harbour-quay", "construction", "lifts_doors", "NZ", 150),
    organisation("Meridian Meters", "meridian-meters", "services", "meters_energy", "BE", 840),
    organisation("Saffron Kitchen Service", "saffron-kitchens", "services", "machines", "GB", 170),
    organisation("Orchid Diagnostics", "orchid-diagnostics", "healthcare", "medical", "DE", 290),
    organisation("Cobalt Climate", "cobalt-climate", "construction", "heating_cooling", "US", 125),
    organisation("Redwood Alarms", "redwood-alarms", "services", "fire_security", "US", 340),
    organisation(
        "Aurora Cold Rooms",
        "aurora-cold-rooms",
        "manufacturing",
        "heating_cooling",
        "NO",
        280,
    ),
    organisation("Pinecrest Property Care", "pinecrest", "services", "buildings", "CA", 760),
    organisation("Tidal Instruments", "tidal-instruments", "manufacturing", "machines", "DK", 205),
    organisation("Vela Vending", "vela-vending", "services", "machines", "FR", 160),
    organisation("Ironbridge Cranes", "ironbridge", "manufacturing", "machines", "GB", 270),
    organisation("Quillon Doors", "quillon", "manufacturing", "lifts_doors", "NL", 190),
    organisation("Lakeside Hospital Technology", "lakeside", "healthcare", "medical", "US", 560),
    organisation("Sable Air", "sable-air", "construction", "heating_cooling", "FR", 310),
    organisation(
        "Osprey Mobile Masts",
        "osprey-masts",
        "telecommunications",
        "networks",
        "FI",
        480,
    ),
    organisation(
        "Terracotta Heat Pumps",
        "terracotta",
        "construction",
        "heating_cooling",
        "AT",
        330,
    ),
    organisation("Halden Ship Electric", "halden", "manufacturing", "electrical", "NO", 600),
    organisation("Clearwater Filters", "clearwater", "services", "meters_energy", "AU", 115),
    organisation("Nimbus Data Cabling", "nimbus-cabling", "technology", "networks", "IE", 220),
    organisation("Amberley Estates", "amberley", "services", "buildings", "GB", 240),
    organisation("Foxglove Sprinklers", "foxglove", "construction", "fire_security", "NL", 130),
    organisation("Zenith Gas Safety", "zenith-gas", "services", "meters_energy", "LU", 110),
    organisation("Kumo Printers", "kumo", "technology", "machines", "BE", 450),
    organisation("Wayfarer Coach Repair", "wayfarer", "services", "machines", "IE", 350),
];

const SMALL: [Organisation; 5] = [
    organisation("Nine Elms Plumbing", "nine-elms", "construction", "heating_cooling", "GB", 9),
    organisation("Studio Merle Lighting", "studio-merle", "services", "electrical", "FR", 4),
    organisation("Holt Joinery", "holt-joinery", "construction", "other_trade", "IE", 17),
    organisation("Kabelwerk", "kabelwerk", "telecommunications", "networks", "DE", 26),
    organisation("Cedar Dental Service", "cedar-dental", "healthcare", "medical", "US", 12),
];

/// Three trades and three countries that are not served.
const ELSEWHERE: [Organisation; 6] = [
    organisation("Eastmoor Home Care", "eastmoor", "government", "home_care", "GB", 1_800),
    organisation("Open Rivers Nursing", "open-rivers", "nonprofit", "home_care", "NL", 140),
    organisation("Greenfield Parcels", "greenfield-parcels", "agriculture", "parcels", "FR", 310),
    organisation("Andes Ascensores", "andes-ascensores", "manufacturing", "lifts_doors", "PE", 620),
    organisation(
        "Lagoon Generators",
        "lagoon-generators",
        "manufacturing",
        "electrical",
        "NG",
        430,
    ),
    organisation("Baobab Pumps", "baobab-pumps", "construction", "meters_energy", "KE", 980),
];
