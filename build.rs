//! Makes the shipped playbook as short as it can be for the binary that carries it. The file that
//! people read and edit stays as it is laid out.

use std::{env, fs, path::Path};

const PLAYBOOK: &str = "playbooks/pain-interest-fit.json";

fn main() {
    println!("cargo::rerun-if-changed={PLAYBOOK}");
    let text = fs::read_to_string(PLAYBOOK).expect("the shipped playbook");
    let playbook: serde_json::Value = serde_json::from_str(&text).expect("a playbook in JSON");
    let folder = env::var_os("OUT_DIR").expect("cargo names a folder");
    fs::write(Path::new(&folder).join("playbook.json"), playbook.to_string())
        .expect("a folder that takes files");
}
