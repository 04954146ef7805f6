//! Numbers, money and dates as the language spoken at the moment has them, else in the person's own
//! way, and names of countries, by the browser's `Intl`.

use super::language::Language;
use crate::domain::language::plain as plain_tag;
use crate::domain::money::Money;
use chrono::{Datelike, NaiveDate};
use js_sys::{Array, Date, Intl, Object, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    /// Formatters are slow to make and quick to use.
    static FORMATS: RefCell<Vec<Format>> = const { RefCell::new(Vec::new()) };
}

struct Format {
    key: String,
    language: Option<&'static Language>,
    function: js_sys::Function,
}

/// Whose way of writing it is: the language's, or nobody's, which is the browser's own.
pub fn locales() -> Array {
    Language::now().map_or_else(Array::new, |language| Array::of1(&language.tag().into()))
}

/// A number with the person's separators, at most `digits` after the point; never minus zero.
pub fn number(value: f64, digits: u32) -> String {
    let value = unsigned_zero(value, digits);
    format(&format!("number/{digits}"), &JsValue::from_f64(value), || {
        number_format(&[("maximumFractionDigits", digits.into())])
    })
    .unwrap_or_else(|| plain(value))
}

/// What is written as zero is zero: the formatter keeps its sign.
fn unsigned_zero(value: f64, digits: u32) -> f64 {
    let zero = (value * f64::from(10_u32.pow(digits))).abs() < 0.5;
    if zero { 0.0 } else { value }
}

/// A count.
pub fn count(n: usize) -> String {
    let wide = u32::try_from(n).unwrap_or(u32::MAX);
    number(f64::from(wide), 0)
}

/// A share between 0 and 1 as a percentage with `digits` after the point; never minus zero.
pub fn percent(ratio: f64, digits: u32) -> String {
    let ratio = unsigned_zero(ratio, digits + 2);
    let digits_js = JsValue::from(digits);
    format(&format!("percent/{digits}"), &JsValue::from_f64(ratio), || {
        number_format(&[
            ("style", "percent".into()),
            ("minimumFractionDigits", digits_js.clone()),
            ("maximumFractionDigits", digits_js.clone()),
        ])
    })
    .unwrap_or_else(|| plain(ratio))
}

/// An amount, exact: it goes to the formatter as decimal text.
pub fn money(amount: Money) -> String {
    let whole = 10_i64.pow(amount.currency.minor_digits());
    let digits = if amount.minor % whole == 0 { 0 } else { amount.currency.minor_digits() };
    format(&format!("money/{}/{digits}", amount.currency), &amount.decimal().into(), || {
        number_format(&[
            ("style", "currency".into()),
            ("currency", amount.currency.code().into()),
            ("minimumFractionDigits", digits.into()),
            ("maximumFractionDigits", digits.into()),
        ])
    })
    .unwrap_or_else(|| format!("{} {}", amount.currency, amount.decimal()))
}

/// A day, such as "3 Sep 2026".
pub fn day(day: NaiveDate) -> String {
    written_day(day, "day", &[("dateStyle", "medium".into())])
}

/// A day without its year where that is this year, such as "3 Sep".
pub fn day_brief(on: NaiveDate, today: NaiveDate) -> String {
    if on.year() != today.year() {
        return day(on);
    }
    written_day(on, "day/brief", &[("month", "short".into()), ("day", "numeric".into())])
}

fn written_day(day: NaiveDate, key: &str, pairs: &[(&str, JsValue)]) -> String {
    // Noon on that day where the person is, so that no time zone moves it.
    let date = Date::new_with_year_month_day_hr(
        u32::try_from(day.year()).unwrap_or(1970),
        i32::try_from(day.month0()).unwrap_or(0),
        i32::try_from(day.day()).unwrap_or(1),
        12,
    );
    format(key, &date, || Intl::DateTimeFormat::new(&locales(), &options(pairs)).format())
        .unwrap_or_else(|| day.to_string())
}

/// A number as it would be typed: no separators but a decimal point.
pub fn plain(value: f64) -> String {
    let text = js_sys::Number::from(value).to_string_with_radix(10);
    text.map(String::from).unwrap_or_default()
}

/// What a language is called, by its tag; the tag where nobody knows.
pub fn language(tag: &str) -> String {
    let Some(plain) = plain_tag(tag) else { return tag.to_owned() };
    // English, as is the workspace.
    let names = Array::of1(&"en".into());
    let names = Intl::DisplayNames::new(&names, &options(&[("type", "language".into())]));
    names.of(plain).map_or_else(|| tag.to_owned(), String::from)
}

/// What countries and other regions are called in a language, by their codes of two capital letters.
pub fn regions(locales: &Array) -> impl Fn(&str) -> Option<String> + use<> {
    let names = Intl::DisplayNames::new(locales, &options(&[("type", "region".into())]));
    move |code| names.of(code).map(String::from)
}

fn number_format(pairs: &[(&str, JsValue)]) -> js_sys::Function {
    Intl::NumberFormat::new(&locales(), &options(pairs)).format()
}

fn options(pairs: &[(&str, JsValue)]) -> Object {
    let options = Object::new();
    for (name, value) in pairs {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&options, &JsValue::from_str(name), value);
    }
    options
}

fn format(key: &str, value: &JsValue, make: impl FnOnce() -> js_sys::Function) -> Option<String> {
    let function = FORMATS.with_borrow_mut(|formats| {
        let language = Language::now();
        // A handful: a list is as quick as a map, and lighter.
        let fits = |known: &&Format| known.key == key && same(known.language, language);
        if let Some(known) = formats.iter().find(fits) {
            return known.function.clone();
        }
        let function = make();
        formats.push(Format { key: key.to_owned(), language, function: function.clone() });
        function
    });
    function
        .call1(&JsValue::UNDEFINED, value)
        .ok()?
        .dyn_into::<js_sys::JsString>()
        .ok()
        .map(String::from)
}

/// Whether two languages are one. Each is loaded once, so the place says it.
fn same(one: Option<&'static Language>, other: Option<&'static Language>) -> bool {
    one.map(std::ptr::from_ref) == other.map(std::ptr::from_ref)
}
