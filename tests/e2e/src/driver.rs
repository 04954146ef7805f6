//! One browser with an empty profile, and the driver program that controls it.
//!
//! Both end when the value is dropped, also when the test has failed.

use std::{
    env, fs,
    io::{BufRead, BufReader, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use fantoccini::{Client, ClientBuilder, wd::Capabilities};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use xtask::tools::{Browser, GECKODRIVER, webkit_mini_browser};

use crate::processes::{kill_all, page_memory};

/// Chromium as the tests want it: no window, no errand of its own.
const CHROMIUM_FLAGS: [&str; 9] = [
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--window-size=1280,900",
];

/// A running browser.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) browser: Browser,
    pub(crate) client: Client,
    /// Holds profile and downloads; removed at the end.
    pub(crate) folder: Arc<TempDir>,
    port: u16,
    id: String,
    /// The driver, and for WebKit the display it draws on.
    processes: Vec<Child>,
}

/// How often a browser is started until it is there.
const STARTING_TRIES: usize = 3;

impl Session {
    /// Starts the browser that `RIPEN_BROWSER` names.
    pub(crate) async fn start(is_private: bool) -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("ripen-e2e-").tempdir()?;
        Self::start_in(&Arc::new(folder), is_private).await
    }

    /// The same with the profile of a browser that is gone by now.
    pub(crate) async fn start_in(folder: &Arc<TempDir>, is_private: bool) -> Result<Self> {
        let browser: Browser =
            env::var("RIPEN_BROWSER").unwrap_or_else(|_| "chromium".into()).parse()?;
        // The port found free may be another program's by the time the driver takes it.
        for _ in 1..STARTING_TRIES {
            match Self::start_once(browser, folder, is_private).await {
                Ok(session) => return Ok(session),
                Err(error) => eprintln!("{browser} is started once more: {error:#}"),
            }
        }
        Self::start_once(browser, folder, is_private).await
    }

    async fn start_once(browser: Browser, folder: &Arc<TempDir>, is_private: bool) -> Result<Self> {
        let folder = Arc::clone(folder);
        let mut processes = Processes::default();
        let port = free_port()?;
        let mut driver = driver(browser, port)?;
        // Numbers and days are written in one way, wherever the tests run.
        driver.env("LC_ALL", "en_US.UTF-8").env("LANGUAGE", "en_US");
        if browser == Browser::WebKit {
            let display = processes.start_display()?;
            driver.env("DISPLAY", display).env("GDK_BACKEND", "x11");
            // Without a display's hardware; and nothing of the person's own settings.
            driver.env("LIBGL_ALWAYS_SOFTWARE", "1").env("HOME", folder.path());
            driver.env("XDG_DOWNLOAD_DIR", folder.path());
        }
        processes.add(&mut driver).with_context(|| {
            format!("{browser}'s driver is missing: run `cargo xtask setup`, which installs it")
        })?;
        wait_for(port)?;
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities(browser, folder.path(), is_private)?)
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .with_context(|| format!("{browser} did not start"))?;
        let id = client.session_id().await?.context("the driver named no session")?;
        Ok(Self { browser, client, folder, port, id, processes: processes.take() })
    }

    /// Kills the browser (SIGKILL) with all its processes, so that it can do nothing more; the driver
    /// finds that out by itself.
    pub(crate) fn kill_browser(&self) -> Result<()> {
        let profile = self.folder.path().to_string_lossy().into_owned();
        kill_all(&profile)
    }

    /// The private memory of the page, in bytes; Chromium on Linux only.
    pub(crate) fn page_memory(&self) -> Result<u64> {
        page_memory(&self.folder.path().to_string_lossy())
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // The driver closes its browser; killing the driver alone would leave the browser running.
        // Asked for without the async client, whose runtime may be gone by now.
        if let Ok(mut stream) = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)) {
            let request = format!(
                "DELETE /session/{} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
                self.id, self.port
            );
            stream.set_read_timeout(Some(Duration::from_secs(5))).ok();
            stream.write_all(request.as_bytes()).ok();
            BufReader::new(stream).read_line(&mut String::new()).ok();
        }
        stop(&mut self.processes);
    }
}

/// Processes that are stopped unless the session takes them over.
#[derive(Default)]
struct Processes(Vec<Child>);

impl Processes {
    fn add(&mut self, command: &mut Command) -> Result<&mut Child> {
        let child = command
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("could not start {}", command.get_program().display()))?;
        self.0.push(child);
        self.0.last_mut().context("it was just added")
    }

    /// Starts an X server without a screen; its name for `DISPLAY`.
    fn start_display(&mut self) -> Result<String> {
        let mut server = Command::new("Xvfb");
        server
            .args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped());
        let output = self.add(&mut server)?.stdout.take().context("it is piped")?;
        let mut number = String::new();
        BufReader::new(output).read_line(&mut number)?;
        if number.trim().is_empty() {
            bail!("Xvfb named no display");
        }
        Ok(format!(":{}", number.trim()))
    }

    fn take(mut self) -> Vec<Child> {
        std::mem::take(&mut self.0)
    }
}

impl Drop for Processes {
    fn drop(&mut self) {
        stop(&mut self.0);
    }
}

/// Stops processes, the last started first.
fn stop(processes: &mut [Child]) {
    for process in processes.iter_mut().rev() {
        process.kill().ok();
        process.wait().ok();
    }
}

/// The command that starts a browser's driver.
fn driver(browser: Browser, port: u16) -> Result<Command> {
    let mut command = match browser {
        Browser::Chromium => {
            let mut command = Command::new("chromedriver");
            command.args([format!("--port={port}"), "--log-level=OFF".into()]);
            command
        }
        Browser::Firefox => {
            let mut command = Command::new(GECKODRIVER.ensure()?);
            command.args(["--log", "fatal", "--port", &port.to_string()]);
            command.args(["--websocket-port", &free_port()?.to_string()]);
            command
        }
        Browser::WebKit => {
            let mut command = Command::new("WebKitWebDriver");
            command.arg(format!("--port={port}"));
            command
        }
    };
    command.stdout(Stdio::null());
    Ok(command)
}

/// What each driver needs to know to start its browser unseen and with an empty profile.
fn capabilities(browser: Browser, folder: &Path, is_private: bool) -> Result<Capabilities> {
    let program = browser.program();
    let profile = folder.join("profile");
    fs::create_dir_all(&profile)?;
    let options = match browser {
        Browser::Chromium => {
            let mut flags: Vec<String> = CHROMIUM_FLAGS.map(String::from).into();
            flags.push(format!("--user-data-dir={}", profile.display()));
            if is_private {
                flags.push("--incognito".into());
            }
            if is_root() {
                // Chromium's sandbox refuses to run as root.
                flags.push("--no-sandbox".into());
            }
            json!({
                "browserName": "chrome",
                "goog:chromeOptions": {
                    "binary": program,
                    "args": flags,
                    "prefs": { "download.default_directory": folder, "download.prompt_for_download": false },
                },
                "goog:loggingPrefs": { "browser": "ALL" },
            })
        }
        Browser::Firefox => json!({
            "browserName": "firefox",
            "moz:firefoxOptions": {
                "binary": program,
                "args": ["-profile", profile, "-headless", "--width=1280", "--height=900"],
                "prefs": {
                    "browser.download.folderList": 2,
                    "browser.download.dir": folder,
                    "browser.download.useDownloadDir": true,
                    "browser.helperApps.neverAsk.saveToDisk": "application/json,text/csv,text/calendar,text/plain",
                    "dom.disable_open_during_load": false,
                    "browser.privatebrowsing.autostart": is_private,
                },
            },
        }),
        Browser::WebKit => json!({
            "browserName": "MiniBrowser",
            "webkitgtk:browserOptions": {
                "binary": webkit_mini_browser(),
                "args": ["--automation"],
            },
        }),
    };
    let Value::Object(mut options) = options else { bail!("capabilities are an object") };
    options.insert("timeouts".into(), json!({ "script": 30_000, "pageLoad": 30_000 }));
    Ok(options)
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout.trim_ascii() == b"0")
}

/// A port that nobody listens on, for programs that cannot take one themselves.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// Waits until a driver listens.
fn wait_for(port: u16) -> Result<()> {
    let deadline = Instant::now() + Duration::from_secs(20);
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        if Instant::now() > deadline {
            bail!("the browser's driver does not listen");
        }
        thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}
