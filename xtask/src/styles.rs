//! One style sheet of many, for release.
//!
//! The sources are a file per view; a browser waits for fewer and smaller ones.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use crate::{
    paths,
    run::{at_root, check},
    tools::ESBUILD,
};

const LINK: &str = r#"<link rel="stylesheet" href=""#;

/// Puts the style sheets a page links into one small file, in the page's order, and links that.
///
/// # Errors
/// When the page links none, or a file cannot be read or written.
pub fn join(page: &Path) -> Result<()> {
    let folder = page.parent().context("a page is in a folder")?;
    let html = fs::read_to_string(page)?;
    let (links, rest): (Vec<_>, Vec<_>) = html.lines().partition(|line| line.contains(LINK));
    let files: Vec<PathBuf> = links.iter().filter_map(|line| linked(line, folder)).collect();
    ensure!(!files.is_empty(), "{} links no style sheet", page.display());
    let mut all = String::new();
    for file in &files {
        all += &fs::read_to_string(file)
            .with_context(|| format!("could not read {}", file.display()))?;
        fs::remove_file(file)?;
    }
    let joined = folder.join("style.css");
    fs::write(&joined, all)?;
    check(
        at_root(ESBUILD.ensure()?)
            .args(["--minify", "--log-level=warning", "--entry-names=[name]-[hash]"])
            .arg(format!("--outdir={}", folder.display()))
            .arg(&joined),
    )
    .context("could not make the style sheet small")?;
    fs::remove_file(joined)?;
    let written = paths::with_ending(folder, "css")?.pop();
    let written = written.and_then(|file| Some(file.file_name()?.to_owned()));
    let name = written.context("esbuild wrote no style sheet")?;
    let link = format!("{LINK}./{}\">\n  </head>", name.display());
    let html = rest.join("\n");
    ensure!(html.contains("</head>"), "{} has no </head>", page.display());
    fs::write(page, html.replacen("</head>", &link, 1) + "\n")?;
    Ok(())
}

/// The file a link leads to.
fn linked(line: &str, folder: &Path) -> Option<PathBuf> {
    let (_, from) = line.split_once(LINK)?;
    let (address, _) = from.split_once('"')?;
    Some(folder.join(address.trim_start_matches("./")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_to_its_file() {
        let line = r#"    <link rel="stylesheet" href="./a-1.css"/>"#;
        assert_eq!(linked(line, Path::new("x")), Some(PathBuf::from("x/a-1.css")));
        assert_eq!(linked(r#"<link rel="icon" href="a.svg">"#, Path::new("x")), None);
    }
}
