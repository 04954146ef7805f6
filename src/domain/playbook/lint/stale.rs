//! What a draft still says of rules as they were published, though it changed them.
//!
//! Refuses to know how a rule is put into words: that is given. Invariant: words that were changed
//! along with the rule, or that fit it as it is, are not told of.

use super::finding::FindingKind;
use super::found::Findings;
use super::{Finding, Playbook};
use crate::domain::playbook::rule::Criterion;

/// Looks for words of rules that were changed in a draft and whose words were not. `words` puts the
/// rule of a criterion into words.
pub fn stale(
    published: &Playbook,
    draft: &Playbook,
    words: impl Fn(&Playbook, &Criterion) -> String,
) -> Vec<Finding> {
    let mut found = Findings::default();
    for (n, new) in draft.criteria.iter().enumerate() {
        let place = published.criteria.get(n).filter(|old| old.id == new.id);
        let Some(old) = place.or_else(|| published.criterion(&new.id)) else { continue };
        if old.rule == new.rule {
            continue;
        }
        let is_kept = |old: &str, new: &str| !new.is_empty() && old == new;
        if is_kept(&old.rule_text, &new.rule_text) && new.rule_text != words(draft, new) {
            let path = format!("criteria[{n}].rule_text");
            found.add(path, FindingKind::WordsOfOldRule(new.id.clone()));
        }
        if let (Some(old), Some(end)) = (&old.knock_out, &new.knock_out)
            && is_kept(&old.reason, &end.reason)
        {
            let path = format!("criteria[{n}].knock_out.reason");
            found.add(path, FindingKind::ReasonOfOldRule(new.id.clone()));
        }
    }
    found.sorted()
}
