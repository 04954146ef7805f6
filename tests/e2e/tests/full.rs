//! What people do beyond the journeys, in the first browser alone.

#[path = "full/ask.rs"]
mod ask;
#[path = "full/checks.rs"]
mod checks;
#[path = "full/embed_code.rs"]
mod embed_code;
#[path = "full/export.rs"]
mod export;
#[path = "full/funnel.rs"]
mod funnel;
#[path = "full/hostile.rs"]
mod hostile;
#[path = "full/keeping.rs"]
mod keeping;
#[path = "full/languages.rs"]
mod languages;
#[path = "full/learn.rs"]
mod learn;
#[path = "full/merge.rs"]
mod merge;
#[path = "full/playbook.rs"]
mod playbook;
#[path = "full/rep.rs"]
mod rep;
#[path = "full/restore.rs"]
mod restore;
#[path = "full/snippet.rs"]
mod snippet;
mod steps;
#[path = "full/stored.rs"]
mod stored;
#[path = "full/together.rs"]
mod together;
