//! How many parts of a draft differ from what is published.

use crate::domain::playbook::Playbook;
use std::collections::BTreeMap;

/// The parts that are new, gone or different; a list in another order counts as one.
pub fn count(published: &Playbook, draft: &Playbook) -> usize {
    let (a, b) = (published, draft);
    let lists = [
        list(&a.sections, &b.sections, |x| x.id.as_str()),
        list(&a.questions, &b.questions, |x| x.id.as_str()),
        list(&a.criteria, &b.criteria, |x| x.id.as_str()),
        list(&a.stages, &b.stages, |x| x.id.as_str()),
        list(&a.personas, &b.personas, |x| x.id.as_str()),
        list(&a.sources, &b.sources, |x| x.id.as_str()),
        list(&a.cards, &b.cards, |x| x.id.as_str()),
        list(&a.glossary, &b.glossary, |x| &x.term),
        list(&a.cadence.tracks, &b.cadence.tracks, |x| x.id.as_str()),
        list(&a.reasons.disqualify, &b.reasons.disqualify, |x| x.id.as_str()),
        list(&a.reasons.lose, &b.reasons.lose, |x| x.id.as_str()),
        list(&a.reasons.nurture, &b.reasons.nurture, |x| x.id.as_str()),
        list(&a.reasons.send_back, &b.reasons.send_back, |x| x.id.as_str()),
    ];
    let days = |p: &Playbook| {
        let c = &p.cadence;
        [c.first_response_hours, c.lead_days, c.prospect_days, c.opportunity_days]
    };
    let single = [
        a.id != b.id,
        a.title != b.title,
        a.about != b.about,
        a.based_on != b.based_on,
        a.overlays != b.overlays,
        a.currency != b.currency,
        a.profile != b.profile,
        a.gates.prospect != b.gates.prospect,
        a.gates.opportunity != b.gates.opportunity,
        a.levels.lead != b.levels.lead,
        a.levels.prospect != b.levels.prospect,
        a.levels.opportunity != b.levels.opportunity,
        a.levels.customer != b.levels.customer,
        a.chance != b.chance,
        a.scoring != b.scoring,
        a.outcomes != b.outcomes,
        a.consent != b.consent,
        days(a) != days(b),
    ];
    lists.into_iter().sum::<usize>() + single.into_iter().filter(|differs| *differs).count()
}

fn list<T: PartialEq>(before: &[T], after: &[T], id: impl Fn(&T) -> &str) -> usize {
    if before == after {
        return 0;
    }
    let was = places(before, &id);
    let is = places(after, &id);
    let gone = was.keys().filter(|id| !is.contains_key(*id)).count();
    let same = |one: &&T| was.get(id(one)).is_some_and(|place| before[*place] == **one);
    let changed = after.iter().filter(|one| !same(one)).count();
    let kept_before = before.iter().map(&id).filter(|id| is.contains_key(id));
    let kept_after = after.iter().map(&id).filter(|id| was.contains_key(id));
    gone + changed + usize::from(!kept_before.eq(kept_after))
}

fn places<'a, T>(list: &'a [T], id: &impl Fn(&T) -> &str) -> BTreeMap<&'a str, usize> {
    list.iter().enumerate().map(|(place, one)| (id(one), place)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(before: &str, after: &str, expected: usize) {
        let parts = |text: &str| -> Vec<String> { text.split(' ').map(str::to_owned).collect() };
        let (before_parts, after_parts) = (parts(before), parts(after));
        let counted = list(&before_parts, &after_parts, |text| &text[..1]);
        assert_eq!(counted, expected, "{before} → {after}");
    }

    #[test]
    fn new_gone_different_and_moved_parts_are_counted() {
        check("a b", "a b", 0);
        check("a b", "a b c", 1);
        check("a b", "b", 1);
        check("a b", "a1 b", 1);
        check("a b", "b a", 1);
        check("a b c", "b a1", 3);
    }
}
