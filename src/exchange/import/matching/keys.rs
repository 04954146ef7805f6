//! What a row is known by, within the file and among the contacts that are here.

use crate::exchange::import::known::{external_key, row_key, system_key};
use crate::exchange::import::reading::Told;

/// What a row is known by.
pub(super) struct Keys {
    pub(super) own: Option<String>,
    /// Within the file, whose ids are of one system.
    pub(super) external: Option<String>,
    /// By what contacts have that id.
    pub(super) of_systems: Vec<String>,
    pub(super) words: Option<String>,
    pub(super) email: Option<String>,
    pub(super) name: Option<String>,
}

impl Keys {
    pub(super) fn of(told: &Told) -> Self {
        let external = told.imported.external_id.as_deref().map(external_key);
        let words = external.is_none().then(|| {
            let mut row = told.imported.clone();
            row.attributes.extend(told.asides.clone());
            row_key(&row)
        });
        let own = told.contact.map(|id| format!("own:{id}"));
        let id = told.imported.external_id.as_deref();
        let system = told.imported.system.as_ref();
        let of_systems = id.map(|id| [system_key(system, id), system_key(None, id)]);
        let of_systems = of_systems.into_iter().flatten().collect();
        Self { own, external, of_systems, words, email: told.email_key(), name: told.name_key() }
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &String> {
        [&self.own, &self.external, &self.words, &self.email, &self.name].into_iter().flatten()
    }
}
