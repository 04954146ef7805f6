//! The recipes of `docs/deploy.md` do what they say: nginx is run with its own, where it is installed;
//! the file of headers is read as the hosts read it; JSON is JSON.

use std::{
    collections::BTreeMap,
    env, fs,
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

use anyhow::{Context, Result, anyhow};
use xtask::{http::STRICT_POLICY, paths};

const DOCUMENT: &str = "docs/deploy.md";
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Headers by their names in small letters.
type Headers = BTreeMap<String, String>;

/// The one block of code of a kind.
fn block(kind: &str) -> Result<String> {
    let document = fs::read_to_string(paths::root().join(DOCUMENT))?;
    let start = format!("```{kind}\n");
    let mut blocks = document.split(&start).skip(1);
    let block = blocks.next().with_context(|| format!("{DOCUMENT} has no {kind}"))?;
    Ok(block.split("```").next().unwrap_or_default().to_owned())
}

/// What every server has to send for the files of the site.
fn check(headers: impl Fn(&str) -> Result<Headers>) -> Result<()> {
    let names = fs::read_dir(paths::dist())?.flatten().map(|entry| entry.file_name());
    let names: Vec<String> = names.map(|name| name.to_string_lossy().into_owned()).collect();
    let is_hashed = |name: &&String| {
        ["start-", "style-", "workspace-"].iter().any(|start| name.starts_with(start))
    };
    let hashed: Vec<_> = names.iter().filter(is_hashed).map(|name| format!("/{name}")).collect();
    assert!(hashed.len() >= 4, "{names:?}");
    let shared = ["/embed/ripen.js", "/embed/widget_bg.wasm", "/playbooks/example.visitor.json"];
    let pages = ["/", "/index.html", "/demo/index.html", "/demo/supply.html"];
    let all =
        hashed.iter().map(String::as_str).chain(shared).chain(pages).chain(["/embed/frame.html"]);
    for path in all {
        let sent = headers(path)?;
        let header = |name: &str| sent.get(name).map(String::as_str);
        assert_eq!(header("x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(header("referrer-policy"), Some("no-referrer"), "{path}");
        let is_shared = path.starts_with("/embed/") || path.starts_with("/playbooks/");
        assert_eq!(header("access-control-allow-origin"), is_shared.then_some("*"), "{path}");
        let resource = is_shared.then_some("cross-origin");
        assert_eq!(header("cross-origin-resource-policy"), resource, "{path}");
        let kept = header("cache-control").is_some_and(|cache| cache == FOR_EVER);
        assert_eq!(kept, hashed.iter().any(|one| one == path), "{path}: {sent:?}");
        let policy = format!("{STRICT_POLICY}; frame-ancestors 'self'");
        let expected = if pages.contains(&path) {
            Some(policy.as_str())
        } else {
            (path == "/embed/frame.html").then_some("frame-ancestors https:")
        };
        assert_eq!(header("content-security-policy"), expected, "{path}");
    }
    Ok(())
}

/// The headers a file of rules gives a path: all that match hold, and what is given twice is joined.
fn by_rules(rules: &str, path: &str) -> Headers {
    let (mut found, mut holds) = (Headers::new(), false);
    for line in rules.lines().filter(|line| !line.trim().is_empty()) {
        match line.strip_prefix("  ").and_then(|line| line.split_once(": ")) {
            None => holds = matches(line, path),
            Some((name, value)) if holds => {
                let value = found
                    .remove(&name.to_lowercase())
                    .map_or_else(|| value.to_owned(), |before| format!("{before}, {value}"));
                found.insert(name.to_lowercase(), value);
            }
            Some(_) => {}
        }
    }
    found
}

/// Whether a rule's path, with at most one star at its end, is meant by a path.
fn matches(rule: &str, path: &str) -> bool {
    assert!(rule.starts_with('/'), "{rule} is no path");
    rule.strip_suffix('*').map_or(rule == path, |start| path.starts_with(start))
}

#[test]
fn the_file_of_headers_gives_every_file_what_it_needs() -> Result<()> {
    let rules = block("headers")?;
    assert!(matches("/a/*", "/a/b/c") && matches("/a-*", "/a-1.js") && !matches("/a", "/a/"));
    check(|path| Ok(by_rules(&rules, path)))
}

#[test]
fn the_policy_for_cloudfront_is_json() -> Result<()> {
    let policy: serde_json::Value = serde_json::from_str(&block("json")?)?;
    let items = policy["CustomHeadersConfig"]["Items"].as_array().map(Vec::len);
    assert_eq!(policy["CustomHeadersConfig"]["Quantity"].as_u64(), items.map(|n| n as u64));
    Ok(())
}

/// A running nginx; it ends when dropped.
struct Nginx(Child);

impl Drop for Nginx {
    fn drop(&mut self) {
        // Not there any more is what is wanted.
        let _ = self.0.kill().and_then(|()| self.0.wait());
    }
}

/// Asks for a path and gives the head of the answer.
fn ask(port: u16, path: &str) -> Result<Headers> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: ripen\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n"
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let answer = String::from_utf8_lossy(&answer);
    let mut lines = answer.lines().take_while(|line| !line.is_empty());
    let status = lines.next().unwrap_or_default();
    assert!(status.contains("200"), "{path}: {status}");
    let headers = lines.filter_map(|line| line.split_once(": "));
    Ok(headers.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect())
}

#[test]
fn nginx_with_its_recipe_serves_every_file_as_it_has_to() -> Result<()> {
    let recipe = block("nginx")?;
    let paths_of_programs = env::var("PATH").unwrap_or_default() + ":/usr/sbin";
    let found = env::split_paths(&paths_of_programs).map(|folder| folder.join("nginx"));
    let Some(nginx) = found.into_iter().find(|file| file.is_file()) else {
        // Without it at least no header is forgotten or has no value.
        let given = recipe.lines().filter(|line| line.trim().starts_with("add_header"));
        assert!(
            given.clone().all(|line| line.split_whitespace().count() >= 3) && given.count() == 6
        );
        return Ok(());
    };
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let folder = tempfile::tempdir()?;
    let inside = recipe
        .replace("listen 80;", &format!("listen 127.0.0.1:{port};"))
        .replace("/srv/ripen/dist", &paths::dist().to_string_lossy());
    assert!(inside.contains(&port.to_string()) && !inside.contains("/srv/"), "{inside}");
    let own = folder.path().display();
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {own}/{kind};\n"))
        .concat();
    let config = folder.path().join("nginx.conf");
    fs::write(
        &config,
        format!(
            "daemon off; master_process off; pid {own}/pid; error_log stderr; events {{}}\n\
             http {{ include /etc/nginx/mime.types; access_log off; {temporary} {inside} }}"
        ),
    )?;
    let child = Command::new(nginx)
        .arg("-p")
        .arg(folder.path())
        .arg("-c")
        .arg(&config)
        .stderr(Stdio::inherit())
        .spawn()?;
    let _nginx = Nginx(child);
    for _ in 0..100 {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            check(|path| ask(port, path))?;
            let wasm = ask(port, "/embed/widget_bg.wasm")?;
            assert_eq!(wasm.get("content-type").map(String::as_str), Some("application/wasm"));
            assert_eq!(wasm.get("content-encoding").map(String::as_str), Some("gzip"));
            let script = ask(port, "/embed/ripen.js")?;
            assert!(script["content-type"].contains("javascript"), "{script:?}");
            return Ok(());
        }
        thread::sleep(Duration::from_millis(50));
    }
    Err(anyhow!("nginx did not start"))
}
