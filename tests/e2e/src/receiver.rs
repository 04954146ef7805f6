//! A destination that results are sent to, on a real socket, as bad as the world has them: it hangs up
//! before or after reading, stops in the middle of its answer, is busy, slow or does not let browsers in.

use std::{
    collections::{BTreeMap, VecDeque},
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};

use crate::wait::until;

/// How long letters are waited for: longer than the first three pauses between tries.
const PATIENCE: Duration = Duration::from_secs(20);

/// What happens to one letter.
#[derive(Clone, Debug)]
pub enum Manner {
    /// It is read and answered with this status.
    Answer(u16),
    /// It is answered with this status and this `Retry-After`.
    Busy(u16, String),
    /// Hung up on before its body is read.
    DropBefore,
    /// Read, then hung up on.
    DropAfter,
    /// The same, and from then on browsers get no leave.
    DropAndKeepOut,
    /// Read, and hung up on in the middle of the answer.
    Half,
    /// Read, and answered well after so long.
    Slow(Duration),
}

/// A letter that was read whole.
#[derive(Clone, Debug)]
pub struct Letter {
    /// The request's path and query.
    pub target: String,
    /// Its headers, names in small letters.
    pub headers: BTreeMap<String, String>,
    /// Its body.
    pub body: String,
    /// When it had been read.
    pub at: Instant,
}

#[derive(Debug)]
struct State {
    letters: Vec<Letter>,
    heads: Vec<String>,
    next: VecDeque<Manner>,
    lets_in: bool,
}

/// A running receiver. It stops when dropped.
#[derive(Debug)]
pub struct Receiver {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
    stopped: Arc<AtomicBool>,
}

impl Receiver {
    /// Starts one that takes everything, until it is told otherwise.
    ///
    /// # Errors
    /// When there is no port.
    pub fn start() -> Result<Self> {
        Self::start_on(0)
    }

    /// The same on a port of before.
    ///
    /// # Errors
    /// When the port is somebody else's by now.
    pub fn start_on(port: u16) -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", port))?;
        let state =
            State { letters: Vec::new(), heads: Vec::new(), next: VecDeque::new(), lets_in: true };
        let receiver = Self {
            address: listener.local_addr()?,
            state: Arc::new(Mutex::new(state)),
            stopped: Arc::default(),
        };
        let (state, stopped) = (receiver.state.clone(), receiver.stopped.clone());
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if stopped.load(Ordering::Relaxed) {
                    break;
                }
                let state = state.clone();
                // A browser that hangs up is its own business.
                thread::spawn(move || answer(&stream, &state).ok());
            }
        });
        Ok(receiver)
    }

    /// Its origin, such as a policy names it.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Its port.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// What happens to the next letters, in order; those after them are taken.
    pub fn then(&self, manners: impl IntoIterator<Item = Manner>) {
        lock(&self.state).next.extend(manners);
    }

    /// Gives browsers no leave (CORS) any more, as most endpoints that were made for servers.
    pub fn keep_out(&self) {
        lock(&self.state).lets_in = false;
    }

    /// The letters read so far.
    pub fn letters(&self) -> Vec<Letter> {
        lock(&self.state).letters.clone()
    }

    /// What stood above the body of every request so far, letters or not: method, path, query, headers.
    pub fn heads(&self) -> Vec<String> {
        lock(&self.state).heads.clone()
    }

    /// Waits for so many letters.
    ///
    /// # Errors
    /// When there are fewer after 20 seconds, or more.
    pub async fn see(&self, n: usize) -> Result<Vec<Letter>> {
        let letters = until(PATIENCE, async || {
            let letters = self.letters();
            ensure!(letters.len() >= n, "{} letters came, not {n}", letters.len());
            Ok(letters)
        })
        .await?;
        ensure!(letters.len() == n, "{} letters came, not {n}: {letters:#?}", letters.len());
        Ok(letters)
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Relaxed);
        // Wakes the listener, which then sees that it is stopped.
        TcpStream::connect(self.address).ok();
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

fn answer(stream: &TcpStream, state: &Mutex<State>) -> Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut words = first.split_whitespace();
    let (method, target) = words.next().zip(words.next()).context("no request")?;
    let headers = headers(&mut reader)?;
    lock(state).heads.push(format!("{method} {target} {headers:?}"));
    let lets_in = lock(state).lets_in;
    if method != "POST" {
        let status = if method == "OPTIONS" && !lets_in { 405 } else { 200 };
        return respond(stream, status, lets_in, "", 0);
    }
    let manner = lock(state).next.pop_front().unwrap_or(Manner::Answer(200));
    if matches!(manner, Manner::DropBefore) {
        return Ok(());
    }
    let length = headers.get("content-length").and_then(|length| length.parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body)?;
    let body = String::from_utf8(body)?;
    let letter = Letter { target: target.to_owned(), headers, body, at: Instant::now() };
    lock(state).letters.push(letter);
    match manner {
        Manner::DropBefore | Manner::DropAfter => Ok(()),
        Manner::DropAndKeepOut => {
            lock(state).lets_in = false;
            Ok(())
        }
        Manner::Answer(status) => respond(stream, status, lets_in, "", 0),
        Manner::Busy(status, after) => {
            respond(stream, status, lets_in, &format!("Retry-After: {after}\r\n"), 0)
        }
        Manner::Half => respond(stream, 200, lets_in, "", 20),
        Manner::Slow(time) => {
            thread::sleep(time);
            respond(stream, 200, lets_in, "", 0)
        }
    }
}

fn headers(reader: &mut impl BufRead) -> Result<BTreeMap<String, String>> {
    let mut headers = BTreeMap::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 || line.trim().is_empty() {
            return Ok(headers);
        }
        if let Some((name, value)) = line.split_once(':') {
            headers.insert(name.to_ascii_lowercase(), value.trim().to_owned());
        }
    }
}

/// Answers; `missing` is how much of the body is promised and never comes.
fn respond(
    mut stream: &TcpStream,
    status: u16,
    lets_in: bool,
    more: &str,
    missing: usize,
) -> Result<()> {
    // Asked for each time: browsers remember a leave for some seconds otherwise.
    const LEAVE: &str = "Access-Control-Allow-Origin: *\r\nAccess-Control-Max-Age: 0\r\n\
        Access-Control-Allow-Headers: content-type, webhook-id, webhook-timestamp\r\n\
        Access-Control-Expose-Headers: Retry-After\r\n";
    let leave = if lets_in { LEAVE } else { "" };
    let head = format!(
        "HTTP/1.1 {status} Told\r\nContent-Length: {}\r\nConnection: close\r\n{leave}{more}\r\nok",
        missing + 2
    );
    stream.write_all(head.as_bytes())?;
    Ok(())
}
