//! The npm package as an integrator's bundler sees it: its page shows the wizard, with all its files found.

use std::{collections::BTreeMap, path::Path};

use ripen_e2e::{Page, Result};
use xtask::{
    http::{STRICT_POLICY, Site},
    package, paths,
    run::{at_root, check},
    tools::{ESBUILD, VITE},
};

#[tokio::test]
async fn bundled_by_esbuild_or_vite_it_shows_the_wizard() -> Result<()> {
    let out = paths::root().join("target/npm/bundled");
    check(at_root("node").arg("tests/package/bundle.mjs").args([
        package::pack()?,
        out.clone(),
        ESBUILD.ensure()?,
        VITE.ensure()?,
    ]))?;
    let playbook = paths::dist().join("playbooks/pain-interest-fit.visitor.json");
    for bundler in ["esbuild", "vite"] {
        shows_the_wizard(&out.join(bundler), &playbook).await?;
    }
    Ok(())
}

async fn shows_the_wizard(folder: &Path, playbook: &Path) -> Result<()> {
    std::fs::copy(playbook, folder.join("playbook.json"))?;
    let policy = Some(STRICT_POLICY.into());
    let site = Site { folder: folder.into(), base: "/app/".into(), policy, pages: BTreeMap::new() };
    let page = Page::serve(site, "index.html").await?;
    page.see("heading", "How many people work at your company?").await?;
    let language = "const wizard = document.querySelector('ripen-wizard'); wizard.remove(); \
        wizard.lang = 'de'; wizard.setAttribute('resume', 'off'); document.body.append(wizard)";
    page.eval(language).await?;
    page.see("heading", "How many people work at your company?").await?;
    let loaded = "return performance.getEntriesByType('resource').filter((one) => one.responseStatus >= 400).map((one) => one.name)";
    assert_eq!(page.eval(loaded).await?, serde_json::json!([]));
    let texts = "return performance.getEntriesByType('resource').some((one) => /\\/de(-[\\w-]+)?\\.json$/.test(one.name))";
    assert_eq!(page.eval(texts).await?, true, "the catalogue was not asked for");
    Ok(())
}
