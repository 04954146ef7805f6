//! The fields of a contact that are plain text.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A field of a contact that is plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The person's name.
    Person,
    /// The organisation's name.
    Organisation,
    /// The person's job.
    JobTitle,
    /// E-mail address.
    Email,
    /// Phone number.
    Phone,
    /// Where the contact came from, a source id of the playbook.
    Source,
    /// Whose contact it is.
    Owner,
}

impl Field {
    /// Every field, in the order it is shown.
    pub const ALL: [Self; 7] = [
        Self::Person,
        Self::Organisation,
        Self::JobTitle,
        Self::Email,
        Self::Phone,
        Self::Source,
        Self::Owner,
    ];

    /// Fields with their texts; of one that is named twice, the last counts.
    ///
    /// ```
    /// use ripen::domain::event::Field;
    /// let fields = Field::map([(Field::Person, "Ann".to_owned())]);
    /// assert_eq!(fields[&Field::Person], "Ann");
    /// ```
    pub fn map(fields: impl IntoIterator<Item = (Self, String)>) -> BTreeMap<Self, String> {
        let mut map = BTreeMap::new();
        // To collect them would bring the code of a sort, for a handful.
        for (field, text) in fields {
            map.insert(field, text);
        }
        map
    }
}

/// A field changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FieldSet {
    /// Which one.
    pub field: Field,
    /// The new value; none empties it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}
