//! Mounts the workspace.
fn main() {}
