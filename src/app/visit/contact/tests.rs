//! What is wrong with a contact form, what is sent of it, and what is heard of that.

use super::*;

fn consent(details: &[Detail]) -> Consent {
    Consent { text: "Keep it.".to_owned(), revision: 1, details: details.to_vec() }
}

fn at() -> When {
    When::parse("2026-11-21").unwrap()
}

/// The form with details typed and the box ticked.
fn filled(typed: &[(Detail, &str)]) -> Contact {
    let mut contact = Contact { agreed: true, ..Contact::default() };
    for (detail, text) in typed {
        contact.write(*detail, (*text).to_owned());
    }
    contact
}

#[test]
fn one_way_to_answer_is_needed_and_all_else_may_be_left_out() {
    use Detail::{Email, Organisation, Person, Phone};
    let check = |asked: &[Detail], typed: &[(Detail, &str)], expected: &[Problem]| {
        let mut contact = filled(typed);
        assert_eq!(contact.send(&consent(asked), at()), expected.is_empty(), "{asked:?}");
        assert_eq!(contact.problems, expected, "{asked:?} {typed:?}");
    };
    check(&DETAILS, &[], &[Problem::NoWay]);
    check(&DETAILS, &[(Person, "Ann"), (Email, "  ")], &[Problem::NoWay]);
    check(&DETAILS, &[(Phone, "+49 30 123456")], &[]);
    check(&DETAILS, &[(Email, "a@b.example")], &[]);
    check(&[Person, Email], &[(Person, "Ann")], &[Problem::Missing(Email)]);
    check(&[Phone], &[], &[Problem::Missing(Phone)]);
    check(&[Organisation, Person], &[(Organisation, "A")], &[Problem::Missing(Person)]);
    check(&[Organisation], &[(Organisation, "A")], &[]);
    let all = [(Email, "a@b"), (Phone, "12")];
    check(&DETAILS, &all, &[Problem::NotAnEmail, Problem::NotAPhone]);
    // What is not asked for is not judged either.
    check(&[Person], &[(Person, "Ann"), (Email, "a@b")], &[]);
}

#[test]
fn what_may_be_left_out_is_said() {
    let optional = |asked: &[Detail]| {
        let consent = consent(asked);
        asked.iter().map(|detail| is_optional(&consent, *detail)).collect::<Vec<_>>()
    };
    assert_eq!(optional(&DETAILS), [true, true, false, false]);
    assert_eq!(optional(&[Detail::Person, Detail::Phone]), [true, false]);
    assert_eq!(optional(&[Detail::Person, Detail::Organisation]), [false, true]);
}

#[test]
fn an_address_is_judged_by_its_shape() {
    for (text, expected) in [
        ("a@b.example", true),
        ("ann.o'neil+x@mail.b-c.example", true),
        ("ü@bücher.example", true),
        ("a@b", false),
        ("a@.example", false),
        ("a@b.", false),
        ("@b.example", false),
        ("a b@c.example", false),
        ("a@b@c.example", false),
        ("a@b.example, c@d.example", false),
        ("a.b.example", false),
    ] {
        assert_eq!(is_email(text), expected, "{text}");
    }
    for (text, expected) in
        [("+49 (30) 123-456", true), ("555 12 ext. 3", true), ("1234", false), ("", false)]
    {
        assert_eq!(is_phone(text), expected, "{text}");
    }
}

#[test]
fn without_the_tick_nothing_is_sent_and_nothing_lost() {
    let consent = consent(&DETAILS);
    let mut contact = filled(&[(Detail::Email, " a@b.example ")]);
    contact.agreed = false;
    assert!(!contact.send(&consent, at()));
    assert_eq!(contact.problems, [Problem::NotAgreed]);
    assert_eq!((contact.sent(), contact.handover), (None, None));
    assert_eq!(contact.typed(Detail::Email), " a@b.example ");
    contact.agreed = true;
    assert!(contact.send(&consent, at()));
    let details = vec![(Field::Email, "a@b.example".to_owned())];
    assert_eq!(contact.sent(), Some(&Sent { details, at: at() }));
    assert_eq!((contact.handover, contact.problems), (Some(Handover::Sending), vec![]));
}

#[test]
fn news_of_what_is_out_of_date_is_not_heard() {
    let mut contact = filled(&[(Detail::Email, "a@b.example")]);
    contact.hear(Handover::Waiting, None);
    assert_eq!(contact.handover, Some(Handover::Waiting), "of a run before a reload");
    contact.ask_again();
    contact.hear(Handover::Confirmed, None);
    assert_eq!((contact.handover, contact.agreed), (None, false));
    contact.agreed = true;
    assert!(contact.send(&consent(&DETAILS), at()));
    contact.hear(Handover::Failed, Some("closed".to_owned()));
    assert_eq!(contact.handover, Some(Handover::Failed));
    contact.forget();
    contact.hear(Handover::Confirmed, None);
    assert_eq!((contact.handover, contact.sent(), contact.typed(Detail::Email)), (None, None, ""));
}

#[test]
fn what_the_page_suggests_is_there_until_it_is_written_over() {
    let mut contact = Contact::default();
    contact.suggest(Detail::Person, "Ann".to_owned());
    assert_eq!((contact.typed(Detail::Person), contact.agreed), ("Ann", false));
    contact.write(Detail::Person, "Bob".to_owned());
    contact.write(Detail::Phone, "12345".to_owned());
    assert_eq!(contact.typed(Detail::Person), "Bob");
    contact.forget();
    assert_eq!((contact.typed(Detail::Person), contact.typed(Detail::Phone)), ("Ann", ""));
}
