//! What single cells of a row say: a meaning, a day, an amount, or why it is none.
//!
//! Refuses to know what follows from it. Invariant: a cell that cannot be read is named with its
//! column and its words.

use super::{Reason, Rejected, Rows};
use crate::domain::event::EndKind;
use crate::domain::money::{Currency, Money};
use crate::exchange::csv::Row;
use crate::exchange::import::columns::{Column, Target};
use crate::exchange::import::stages::StageMeaning;
use crate::exchange::import::words::is_blank;
use crate::exchange::import::{amounts, dates};
use crate::exchange::limits::TEXT_CHARS;
use chrono::NaiveDate;

impl<'a> Rows<'a> {
    pub(super) fn cell<'r>(&self, row: &'r Row, target: &Target) -> Option<&'r str> {
        Some(row.cell(self.plan.main_column(target)?))
    }

    pub(super) fn meaning(&self, row: &Row, target: &Target) -> Option<&'a StageMeaning> {
        let column = self.plan.main_column(target)?;
        self.meanings.get(&(column, row.cell(column))).map(|(meaning, _)| *meaning)
    }

    pub(super) fn day(&self, row: &Row, target: &Target) -> Result<Option<NaiveDate>, Rejected> {
        let Some(column) = self.plan.main_column(target) else { return Ok(None) };
        let text = row.cell(column);
        let style = self.plan.date_style(column);
        if is_blank(text) {
            return Ok(None);
        }
        match style.and_then(|style| dates::parse(text, style.order)) {
            Some(day) => Ok(Some(day)),
            None => Err(self.reject(row, target, text, Reason::NotADate)),
        }
    }

    /// The amount of a row. A closed row that was not won and says 0 tells what came in, not what
    /// it was worth: it has no amount.
    pub(super) fn amount(
        &self,
        row: &Row,
        end: Option<EndKind>,
    ) -> Result<Option<Money>, Rejected> {
        let Some(column) = self.plan.main_column(&Target::Amount) else { return Ok(None) };
        let code = self.plan.main_column(&Target::Currency).map_or("", |column| row.cell(column));
        let currency = match Currency::parse(code) {
            Some(currency) => currency,
            None if is_blank(code) => self.plan.currency,
            None => return Err(self.reject(row, &Target::Currency, code, Reason::NotACurrency)),
        };
        let text = row.cell(column);
        let amount = amounts::parse(text, self.plan.mark, currency)
            .map_err(|_| self.reject(row, &Target::Amount, text, Reason::NotAnAmount))?;
        if amount.is_some_and(|amount| amount.minor < 0) {
            return Err(self.reject(row, &Target::Amount, text, Reason::BelowZero));
        }
        let came_to_nothing = matches!(end, Some(EndKind::Lost | EndKind::Disqualified));
        Ok(amount.filter(|amount| amount.minor != 0 || !came_to_nothing))
    }

    fn reject(&self, row: &Row, target: &Target, value: &str, reason: Reason) -> Rejected {
        let column = self
            .plan
            .columns
            .iter()
            .find(|column| column.table == self.plan.roles.main && &column.target == target);
        let column = column.map(|column| column.name.clone()).unwrap_or_default();
        Rejected { line: row.line, column, value: value.chars().take(100).collect(), reason }
    }
}

pub(super) fn check_length(row: &Row, column: &Column, text: &str) -> Result<(), Rejected> {
    if text.len() <= TEXT_CHARS || text.chars().count() <= TEXT_CHARS {
        return Ok(());
    }
    let value = text.chars().take(100).collect();
    Err(Rejected { line: row.line, column: column.name.clone(), value, reason: Reason::TooLong })
}
