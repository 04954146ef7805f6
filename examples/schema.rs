//! Writes the JSON Schemas of Ripen's files into `schema/`; `cargo xtask schema` runs it.

use std::path::Path;
use std::{fs, io};

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema");
    fs::create_dir_all(&folder)?;
    for (name, text) in ripen::exchange::schema::files() {
        fs::write(folder.join(name), text)?;
    }
    Ok(())
}
