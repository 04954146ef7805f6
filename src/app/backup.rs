//! The backups a person has made: how old the last one is, and when to make the next.
//!
//! Refuses to know clocks and files. Invariant: what is only in this browser is what a nudge is about;
//! who has nothing to lose is not nudged.

use chrono::{DateTime, Utc};

/// How many backups are remembered.
pub const REMEMBERED: usize = 20;
/// Days after which something that changed since should be taken out.
const DAYS: i64 = 7;
/// Contacts that changed since the last backup after which the next is due.
const CHANGED: usize = 50;
/// Contacts after which a first backup is due.
const FIRST: usize = 10;

/// An export of the whole workspace that the browser took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// When.
    pub at: DateTime<Utc>,
    /// The name the file was offered under.
    pub file: String,
    /// How many contacts it holds.
    pub contacts: usize,
}

/// The last backups, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Backups(Vec<Backup>);

/// Why a backup is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// There is none, of so many contacts.
    First(usize),
    /// So many contacts changed since the last one.
    Changed(usize),
}

impl Backups {
    /// Those remembered: the last ones of a list, oldest first.
    pub fn new(mut all: Vec<Backup>) -> Self {
        all.sort_by_key(|backup| backup.at);
        let too_many = all.len().saturating_sub(REMEMBERED);
        Self(all.split_off(too_many))
    }

    /// All of them, oldest first.
    pub fn all(&self) -> &[Backup] {
        &self.0
    }

    /// The last one.
    pub fn last(&self) -> Option<&Backup> {
        self.0.last()
    }

    /// Remembers another one.
    pub fn add(&mut self, backup: Backup) {
        self.0.push(backup);
        *self = Self::new(std::mem::take(&mut self.0));
    }

    /// Those that may hold somebody who has been known since a moment.
    pub fn since(&self, known: DateTime<Utc>) -> impl Iterator<Item = &Backup> {
        self.0.iter().filter(move |backup| backup.at >= known)
    }

    /// Whether a backup is due, and why. `contacts` is how many there are, `changes` the moments at which
    /// each of them changed last: gone through only where there is a backup to set them beside.
    pub fn due(
        &self,
        now: DateTime<Utc>,
        contacts: usize,
        changes: impl IntoIterator<Item = DateTime<Utc>>,
    ) -> Option<Due> {
        let Some(last) = self.last() else {
            return (contacts >= FIRST).then_some(Due::First(contacts));
        };
        let changed = changes.into_iter().filter(|at| *at > last.at).count();
        let is_old = now.signed_duration_since(last.at).num_days() >= DAYS;
        (changed >= CHANGED || changed > 0 && is_old).then_some(Due::Changed(changed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_795_000_000 + day * 86_400, 0).unwrap()
    }

    fn backup(day: i64) -> Backup {
        Backup { at: at(day), file: format!("{day}.json"), contacts: 3 }
    }

    fn check(backups: &[i64], now: i64, changes: &[(i64, usize)], expected: Option<Due>) {
        let backups = Backups::new(backups.iter().map(|day| backup(*day)).collect());
        let contacts = changes.iter().map(|(_, n)| n).sum();
        let changes = changes.iter().flat_map(|(day, n)| std::iter::repeat_n(at(*day), *n));
        assert_eq!(backups.due(at(now), contacts, changes), expected);
    }

    #[test]
    fn a_backup_is_due_once_something_would_be_missed() {
        check(&[], 0, &[], None);
        check(&[], 0, &[(0, 9)], None);
        check(&[], 0, &[(0, 10)], Some(Due::First(10)));
        check(&[1], 100, &[(0, 500)], None);
        check(&[1], 7, &[(2, 1), (0, 9)], None);
        check(&[1], 8, &[(2, 1), (0, 9)], Some(Due::Changed(1)));
        check(&[1], 2, &[(2, 49)], None);
        check(&[1], 2, &[(2, 50)], Some(Due::Changed(50)));
        check(&[1, 5], 8, &[(2, 60)], None);
        // The clock was put back since.
        check(&[9], 2, &[(2, 60)], None);
    }

    #[test]
    fn the_last_ones_are_remembered_in_their_order() {
        let mut backups = Backups::new((0..30).rev().map(backup).collect());
        assert_eq!(backups.all().len(), REMEMBERED);
        backups.add(backup(3));
        backups.add(backup(40));
        let days: Vec<_> = backups.since(at(28)).map(|backup| backup.file.as_str()).collect();
        assert_eq!(days, ["28.json", "29.json", "40.json"]);
        assert_eq!(backups.last(), Some(&backup(40)));
    }
}
