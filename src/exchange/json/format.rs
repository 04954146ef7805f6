//! The kinds of file Ripen writes, and what each says it is.

use std::fmt;

/// The kinds of file Ripen writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// A whole workspace: playbook and contacts.
    Workspace,
    /// A playbook alone.
    Playbook,
    /// An overlay to put on a playbook.
    Overlay,
    /// One visitor's run through the wizard.
    Result,
    /// One contact's case, in a share link or alone.
    Case,
    /// The settings of a workspace, which are stored and never exported.
    Settings,
    /// The list of backups of a workspace, which is stored and never exported.
    Backups,
    /// The choices for the code that puts the wizard into a page, which are stored and never exported.
    Embed,
    /// Every stored text, saved by the page when the app cannot start.
    Rescue,
}

impl Format {
    pub(super) const ALL: [Self; 9] = [
        Self::Workspace,
        Self::Playbook,
        Self::Overlay,
        Self::Result,
        Self::Case,
        Self::Settings,
        Self::Backups,
        Self::Embed,
        Self::Rescue,
    ];

    /// What the file's `format` says.
    pub fn name(self) -> &'static str {
        match self {
            Self::Workspace => "ripen-workspace",
            Self::Playbook => crate::domain::playbook::FORMAT,
            Self::Overlay => crate::domain::playbook::overlay::FORMAT,
            Self::Result => "ripen-result",
            Self::Case => "ripen-case",
            Self::Settings => "ripen-settings",
            Self::Backups => "ripen-backups",
            Self::Embed => "ripen-embed",
            Self::Rescue => "ripen-rescue",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
