//! A small static server for one folder: `cargo xtask serve --dist` and the end-to-end tests.
//!
//! It sends right media types, serves from any sub-path, adds a Content-Security-Policy when
//! asked, and keeps the violations that browsers report. Where `x.br` lies beside `x`, browsers that
//! take brotli get that, as from a host that compresses beforehand. One thread per connection, one
//! request per connection: enough for one person or one test, and nothing to configure.

use std::{
    collections::BTreeMap,
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    path::{Component, Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use anyhow::{Context, Result};

use crate::mime;

/// The policy `dist/` is made for: nothing inline, nothing from elsewhere.
/// The built `index.html` carries it; the tests' server sends it for every page.
pub const STRICT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
    base-uri 'none'; form-action 'none'; object-src 'none'";

/// Where browsers send what a policy has blocked.
const REPORTS: &str = "/--csp-report";

/// A folder and how to serve it.
#[derive(Clone, Debug)]
pub struct Site {
    /// The folder.
    pub folder: PathBuf,
    /// The path it appears under; starts and ends with a slash.
    pub base: String,
    /// The Content-Security-Policy header of every answer.
    pub policy: Option<String>,
    /// Pages that are no files, by their whole path.
    pub pages: BTreeMap<String, String>,
}

/// A running server. It stops when dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    base: String,
    violations: Arc<Mutex<Vec<String>>>,
    stopped: Arc<AtomicBool>,
}

impl Server {
    /// Serves a site on this machine alone; port 0 takes any free one.
    ///
    /// # Errors
    /// When the port cannot be had.
    pub fn start(site: Site, port: u16) -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", port))
            .with_context(|| format!("port {port} cannot be opened"))?;
        let server = Self {
            address: listener.local_addr()?,
            base: site.base.clone(),
            violations: Arc::default(),
            stopped: Arc::default(),
        };
        let site = Arc::new(site);
        let (violations, stopped) = (server.violations.clone(), server.stopped.clone());
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if stopped.load(Ordering::Relaxed) {
                    break;
                }
                let (site, violations) = (site.clone(), violations.clone());
                // A browser that hangs up half-way is its own business.
                thread::spawn(move || answer(&stream, &site, &violations).ok());
            }
        });
        Ok(server)
    }

    /// The address of a file of the site.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{}{path}", self.address, self.base)
    }

    /// The address of a path outside the site.
    pub fn origin_url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// What the policy has blocked so far, as the browsers reported it.
    pub fn violations(&self) -> Vec<String> {
        let violations = self.violations.lock();
        violations.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The same, and forgets it: for what was meant to be blocked.
    pub fn take_violations(&self) -> Vec<String> {
        let violations = self.violations.lock();
        std::mem::take(&mut *violations.unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Relaxed);
        // Wakes the listener, which then sees that it is stopped.
        TcpStream::connect(self.address).ok();
    }
}

/// Reads one request and answers it.
fn answer(mut stream: &TcpStream, site: &Site, violations: &Mutex<Vec<String>>) -> Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut words = first.split_whitespace();
    let (Some(method), Some(target)) = (words.next(), words.next()) else {
        return Ok(());
    };
    let Asked { length, takes_brotli } = Asked::read(&mut reader)?;
    if method == "POST" && target == REPORTS {
        let mut body = vec![0; length.min(64 * 1024)];
        reader.read_exact(&mut body)?;
        violations
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(String::from_utf8_lossy(&body).into_owned());
        return respond(stream, "204 No Content", &[], b"");
    }
    let send = |kind: &str, coding: Option<&str>, body: &[u8]| {
        let mut headers = vec![("Content-Type", kind.to_owned())];
        if let Some(coding) = coding {
            headers.push(("Content-Encoding", coding.to_owned()));
            headers.push(("Vary", "Accept-Encoding".to_owned()));
        }
        if let Some(policy) = &site.policy {
            headers.push(("Content-Security-Policy", format!("{policy}; report-uri {REPORTS}")));
        }
        respond(stream, "200 OK", &headers, if method == "HEAD" { &[] } else { body })
    };
    match find(site, target) {
        Found::File(file) => match fs::read(compressed(&file)) {
            Ok(body) if takes_brotli => send(mime::of(&file), Some("br"), &body),
            _ => send(mime::of(&file), None, &fs::read(&file)?),
        },
        Found::Page(html) => send(mime::of(Path::new("page.html")), None, html.as_bytes()),
        Found::Folder(to) => respond(stream, "301 Moved Permanently", &[("Location", to)], b""),
        Found::Nothing => respond(stream, "404 Not Found", &[], b"There is no such file.\n"),
    }?;
    stream.flush()?;
    Ok(())
}

/// What of a request's headers matters.
#[derive(Debug, Default, PartialEq, Eq)]
struct Asked {
    /// How long its body is.
    length: usize,
    /// Whether the answer may be compressed with brotli.
    takes_brotli: bool,
}

impl Asked {
    /// Reads the headers to their end.
    fn read(reader: &mut impl BufRead) -> Result<Self> {
        let mut asked = Self::default();
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line)? == 0 || line.trim().is_empty() {
                return Ok(asked);
            }
            let Some((name, value)) = line.split_once(':') else { continue };
            if name.eq_ignore_ascii_case("content-length") {
                asked.length = value.trim().parse().unwrap_or(0);
            } else if name.eq_ignore_ascii_case("accept-encoding") {
                asked.takes_brotli = value.split(',').any(|coding| coding.trim() == "br");
            }
        }
    }
}

/// Where a file lies compressed, if it does: `x.br` for `x`.
fn compressed(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".br");
    name.into()
}

fn respond(
    mut stream: &TcpStream,
    status: &str,
    headers: &[(&str, String)],
    body: &[u8],
) -> Result<()> {
    let mut head = format!(
        "HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\nCache-Control: no-cache\r\n\
         Access-Control-Allow-Origin: *\r\nX-Content-Type-Options: nosniff\r\n",
        body.len()
    );
    for (name, value) in headers {
        head.push_str(name);
        head.push_str(": ");
        head.push_str(value);
        head.push_str("\r\n");
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes())?;
    stream.write_all(body)?;
    Ok(())
}

/// What a request's path leads to.
#[derive(Debug, PartialEq, Eq)]
enum Found<'a> {
    File(PathBuf),
    Page(&'a str),
    /// A folder asked for without its last slash: the path to go to.
    Folder(String),
    Nothing,
}

fn find<'a>(site: &'a Site, target: &str) -> Found<'a> {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    if let Some(html) = site.pages.get(path) {
        return Found::Page(html);
    }
    let Some(path) = path.strip_prefix(&site.base).map(decode) else {
        return Found::Nothing;
    };
    let relative = Path::new(&path);
    // Only plain names: nothing may lead out of the folder.
    if !relative.components().all(|part| matches!(part, Component::Normal(_))) {
        return Found::Nothing;
    }
    let file = site.folder.join(relative);
    if file.is_file() {
        Found::File(file)
    } else if !file.is_dir() {
        Found::Nothing
    } else if path.is_empty() || path.ends_with('/') {
        let index = file.join("index.html");
        if index.is_file() { Found::File(index) } else { Found::Nothing }
    } else {
        Found::Folder(format!("{}{path}/", site.base))
    }
}

/// Resolves `%20` and its like.
fn decode(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        let escaped = (byte == b'%')
            .then(|| tail.get(..2))
            .flatten()
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(escaped.unwrap_or(byte));
        rest = if escaped.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_never_leaves_the_folder() {
        let site = Site {
            folder: Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
            base: "/a/b/".into(),
            policy: None,
            pages: BTreeMap::new(),
        };
        let check =
            |target: &str, expected: Found| assert_eq!(find(&site, target), expected, "{target}");
        check("/a/b/main.rs?x=1", Found::File(site.folder.join("main.rs")));
        check("/a/b/%6Dain.rs", Found::File(site.folder.join("main.rs")));
        check("/a/b/tools", Found::Folder("/a/b/tools/".into()));
        check("/a/b/", Found::Nothing);
        check("/main.rs", Found::Nothing);
        check("/a/b/../Cargo.toml", Found::Nothing);
        check("/a/b/%2e%2e/Cargo.toml", Found::Nothing);
        check("/a/b//etc/passwd", Found::Nothing);
    }

    #[test]
    fn brotli_is_sent_to_those_alone_who_take_it() {
        let folder = std::env::temp_dir().join(format!("ripen-http-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder can be made");
        fs::write(folder.join("a.js"), "plain").expect("a file can be written");
        fs::write(folder.join("a.js.br"), "small").expect("a file can be written");
        fs::write(folder.join("b.js"), "alone").expect("a file can be written");
        let site =
            Site { folder: folder.clone(), base: "/".into(), policy: None, pages: BTreeMap::new() };
        let server = Server::start(site, 0).expect("a port is free");
        let get = |path: &str, header: &str| {
            let mut stream = TcpStream::connect(server.address).expect("it listens");
            write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\n{header}\r\n\r\n").expect("it hears");
            let mut answer = String::new();
            stream.read_to_string(&mut answer).expect("it answers");
            (answer.contains("Content-Encoding: br\r\n"), answer[answer.len() - 5..].to_owned())
        };
        assert_eq!(get("/a.js", "accept-encoding: gzip, br"), (true, "small".into()));
        assert_eq!(get("/a.js", "Accept-Encoding: gzip, bro"), (false, "plain".into()));
        assert_eq!(get("/a.js", "Accept: br"), (false, "plain".into()));
        assert_eq!(get("/b.js", "Accept-Encoding: br"), (false, "alone".into()));
        fs::remove_dir_all(folder).expect("it can be removed");
    }
}
