//! What single cells of a row say: a meaning, a day, an amount, or why it is none.
//!
//! Refuses to know what follows from it. Invariant: a cell that cannot be read is named with its
//! column and its words.

use super::{Reason, Rejected, Rows};
use crate::domain::event::EndKind;
use crate::domain::money::{Currency, Money};
use crate::exchange::csv::Row;
use crate::exchange::import::columns::{Column, Target};
use crate::exchange::import::plan::DAYS;
use crate::exchange::import::stages::StageMeaning;
use crate::exchange::import::words::is_blank;
use crate::exchange::import::{amounts, dates};
use crate::exchange::limits::TEXT_CHARS;
use chrono::NaiveDate;

impl<'a> Rows<'a> {
    /// A fault of a row with all others it has, so that they can be mended at once.
    pub(super) fn with_others(&self, row: &Row, mut first: Rejected) -> Rejected {
        let lengths = self.cells(row).map(|(column, text)| check_length(row, column, text));
        let days = DAYS.iter().map(|target| self.day(row, target).map(drop));
        let amount = std::iter::once(self.amount(row, None).map(drop));
        let all = lengths.chain(days).chain(amount).filter_map(Result::err);
        first.also = all.filter(|fault| *fault != first).collect();
        first
    }

    /// The cells of a row and of what is looked up for it, where there is something to keep.
    pub(super) fn cells<'r>(&'r self, row: &'r Row) -> impl Iterator<Item = (&'r Column, &'r str)> {
        self.plan.columns.iter().filter_map(move |column| {
            let found = if column.table == self.plan.roles.main {
                Some(row)
            } else {
                self.lookups.find(column.table, row)
            };
            let text = found?.cell(column.column);
            (!text.is_empty() && column.target != Target::Skip).then_some((column, text))
        })
    }

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
        let currency = amount.map_or(currency, |amount| amount.currency);
        if currency.minor_digits() < 3 && self.plan.marks.refuse(text, self.plan.mark) {
            return Err(self.reject(row, &Target::Amount, text, Reason::ThousandsOrDecimals));
        }
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
        let value = value.chars().take(100).collect();
        Rejected { line: row.line, column, value, reason, also: Vec::new() }
    }
}

pub(super) fn check_length(row: &Row, column: &Column, text: &str) -> Result<(), Rejected> {
    if text.len() <= TEXT_CHARS || text.chars().count() <= TEXT_CHARS {
        return Ok(());
    }
    let value = text.chars().take(100).collect();
    let (line, column, reason) = (row.line, column.name.clone(), Reason::TooLong);
    Err(Rejected { line, column, value, reason, also: Vec::new() })
}
