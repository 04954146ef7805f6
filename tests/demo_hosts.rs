//! The playbooks of the made-up hosts in `demo/` can be used as they are, and show visitors nothing
//! that is for reps.

use ripen::domain::playbook::Playbook;
use ripen::domain::playbook::check::check_for_visitors;
use std::fs;
use std::path::Path;

#[test]
fn every_host_s_playbook_is_a_visitor_s() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("demo");
    let files = fs::read_dir(folder).expect("the folder").flatten().map(|entry| entry.path());
    let playbooks: Vec<_> =
        files.filter(|path| path.extension().is_some_and(|ending| ending == "json")).collect();
    assert_eq!(playbooks.len(), 3, "{playbooks:?}");
    for path in playbooks {
        let name = path.display();
        let text = fs::read_to_string(&path).expect("a file");
        let playbook = serde_json::from_str::<Playbook>(&text)
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(check_for_visitors(&playbook), [], "{name}");
        assert_eq!(playbook.for_visitors(), playbook, "{name}");
        let consent = playbook.consent.expect("a consent");
        assert!(!consent.details.is_empty(), "{name}");
        assert!(
            playbook
                .outcomes
                .expect("outcomes")
                .all()
                .iter()
                .all(|(_, said)| said.action.is_some())
        );
    }
}
