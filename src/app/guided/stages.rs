//! The stages of a first playbook, under a team's own names.

use super::slug;
use crate::domain::ids::StageId;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::retired::Retired;
use crate::domain::playbook::steps::{Guide, Stage};

/// Names the stages. The pack's ids stay, in their order; what is too many of them is retired, and
/// what is asked for on leaving those is asked for on leaving the last one kept.
pub(super) fn stages(playbook: &mut Playbook, names: &[String]) {
    let names: Vec<&str> = names.iter().map(|n| n.trim()).filter(|n| !n.is_empty()).collect();
    if names.is_empty() {
        return;
    }
    for (stage, name) in playbook.stages.iter_mut().zip(&names) {
        (*name).clone_into(&mut stage.title);
    }
    let kept = playbook.stages.len().min(names.len());
    for name in names.iter().skip(kept) {
        let taken = |id: &StageId| playbook.stages.iter().any(|stage| &stage.id == id);
        let base = slug(name).unwrap_or_else(|| "stage".to_owned());
        let numbered = (2..).map(|n| StageId::new(format!("{base}-{n}")));
        let mut ids = [StageId::new(base.clone())].into_iter().chain(numbered);
        let Some(id) = ids.find(|id| !taken(id)) else { return };
        let (title, about, exit) = ((*name).to_owned(), String::new(), Vec::new());
        let guide = Guide::default();
        playbook.stages.push(Stage { id, title, about, exit, guide, retired: None });
    }
    let last = playbook.stages.get(kept - 1).map(|stage| stage.id.clone());
    let mut left = Vec::new();
    for stage in playbook.stages.iter_mut().skip(names.len()) {
        left.append(&mut stage.exit);
        stage.retired = Some(Retired { becomes: last.clone() });
    }
    if let Some(stage) = playbook.stages.get_mut(kept - 1) {
        left.retain(|id| !stage.exit.contains(id));
        stage.exit.append(&mut left);
    }
}
