//! What rows come to that files write in doubtful ways.
//!
//! Invariant: what cannot be read is told, with everything else
//! of its row that cannot.

use super::check;

#[test]
fn leads_among_deals_were_created_as_such() {
    check(
        "Name,Company,Stage,Created,Engaged,Amount
Ann,One,Lead,2026-03-01,,
Ben,Two,Qualified,2026-03-02,,500
Cy,Three,Negotiation,2026-03-03,,500
Di,Four,Lead,2026-03-04,2026-03-05,",
        &[
            r#"{"fields":{"organisation":"One"},"positions":[["lead","2026-03-01"]],"attributes":{"Name":"Ann"}}"#,
            r#"{"fields":{"organisation":"Two"},"positions":[["opportunity/qualifying","2026-03-02"]],"amount":{"minor":50000,"currency":"USD"},"attributes":{"Name":"Ben"}}"#,
            r#"{"fields":{"organisation":"Three"},"positions":[["opportunity/qualifying","2026-03-03"],["opportunity/closing",null]],"amount":{"minor":50000,"currency":"USD"},"attributes":{"Name":"Cy"}}"#,
            r#"{"fields":{"organisation":"Four"},"positions":[["lead","2026-03-05"]],"attributes":{"Created":"2026-03-04","Name":"Di"}}"#,
        ],
    );
}

#[test]
fn thousands_with_the_mark_of_decimals_are_no_amount() {
    check(
        "deal,amount\nA,\"12,000\"\nB,500\nC,€ 1.200\nD,KWD 1.200",
        &[
            r#"{"positions":[["opportunity/qualifying",null]],"amount":{"minor":1200000,"currency":"USD"},"attributes":{"deal":"A"}}"#,
            r#"{"positions":[["opportunity/qualifying",null]],"amount":{"minor":50000,"currency":"USD"},"attributes":{"deal":"B"}}"#,
            "4 amount € 1.200 ThousandsOrDecimals",
            r#"{"positions":[["opportunity/qualifying",null]],"amount":{"minor":1200,"currency":"KWD"},"attributes":{"deal":"D"}}"#,
        ],
    );
}

#[test]
fn all_faults_of_a_row_are_told() {
    check(
        "deal,amount,created,close date,next step due\nA,ten,1/2/2016,31/02/2024,soon\nB,1,,31/12/2024,",
        &[
            "2 close date 31/02/2024 NotADate; 2 next step due soon NotADate; 2 amount ten NotAnAmount",
            r#"{"positions":[["opportunity/qualifying",null]],"amount":{"minor":100,"currency":"USD"},"attributes":{"deal":"B"}} {"close_expected":{"on":"2024-12-31"}}"#,
        ],
    );
}
