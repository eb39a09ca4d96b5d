use std::fmt;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::thread::JoinHandle;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::sync::oneshot;

use super::Replay;
use super::error::{ReplayError, ReplayErrorKind};
use crate::body::Body;
use crate::transport::Transport;

/// The time limit for the head of a request.
const HEAD_TIMEOUT: Duration = Duration::from_secs(30);
/// The delay after the system has run out of sockets.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// A server that answers from a [`Replay`] over HTTP/1.1 on a free port of 127.0.0.1.
///
/// It runs in its own thread and stops on drop. If an exchange was recorded without a response, it
/// closes the connection.
///
/// ```
/// use callwright_runtime::replay::{Replay, ReplayServer};
///
/// # let har = r#"{ "log": { "version": "1.2", "creator": { "name": "by hand", "version": "1" }, "entries": [] } }"#;
/// let replay: Replay = har.parse()?;
/// let server = ReplayServer::start(replay)?;
/// assert!(server.url().starts_with("http://127.0.0.1:"));
/// server.finish()?;
/// # Ok::<(), callwright_runtime::replay::ReplayError>(())
/// ```
pub struct ReplayServer {
    address: SocketAddr,
    replay: Replay,
    running: Option<Running>,
}

struct Running {
    stop: oneshot::Sender<()>,
    thread: JoinHandle<()>,
}

impl ReplayServer {
    /// Starts the server; it accepts connections once this returns.
    ///
    /// # Errors
    /// No port is available, or the thread cannot be started.
    pub fn start(replay: Replay) -> Result<Self, ReplayError> {
        let (listener, address) = listen().map_err(|error| failed("listen", error))?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| failed("start", error))?;
        let listener = {
            let _entered = runtime.enter();
            tokio::net::TcpListener::from_std(listener).map_err(|error| failed("listen", error))?
        };
        let (stop, stopped) = oneshot::channel();
        let served = replay.clone();
        let thread = std::thread::Builder::new()
            .name("callwright-replay".to_owned())
            .spawn(move || {
                // Dropping the runtime closes all connections.
                runtime.block_on(async {
                    tokio::select! {
                        () = accept(listener, served) => {}
                        // Also returns if the sender is gone.
                        _ = stopped => {}
                    }
                });
            })
            .map_err(|error| failed("start", error))?;
        Ok(Self { address, replay, running: Some(Running { stop, thread }) })
    }

    /// The base URL, `http://127.0.0.1:PORT`, without a trailing slash.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The replay behind the server, which lists the requests so far.
    #[must_use]
    pub fn replay(&self) -> &Replay {
        &self.replay
    }

    /// Stops the server and checks that everything went as recorded.
    ///
    /// # Errors
    /// Those of [`Replay::verify`], or the server failed.
    pub fn finish(mut self) -> Result<(), ReplayError> {
        if self.stop() {
            self.replay.verify()
        } else {
            Err(ReplayError::new(ReplayErrorKind::Server, "the server broke while it was serving"))
        }
    }

    /// Returns false if the thread panicked.
    fn stop(&mut self) -> bool {
        let Some(Running { stop, thread }) = self.running.take() else { return true };
        // The receiver is gone if the thread has already ended, which is fine.
        let _ = stop.send(());
        thread.join().is_ok()
    }
}

impl Drop for ReplayServer {
    fn drop(&mut self) {
        self.stop();
    }
}

impl fmt::Debug for ReplayServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReplayServer")
            .field("url", &self.url())
            .field("replay", &self.replay)
            .finish_non_exhaustive()
    }
}

fn failed(what: &str, error: std::io::Error) -> ReplayError {
    ReplayError::new(ReplayErrorKind::Server, format!("the server cannot {what}: {error}"))
        .because(error)
}

fn listen() -> std::io::Result<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    Ok((listener, address))
}

async fn accept(listener: tokio::net::TcpListener, replay: Replay) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                tokio::spawn(connection(stream, replay.clone()));
            }
            Err(_) => tokio::time::sleep(ACCEPT_PAUSE).await,
        }
    }
}

async fn connection(stream: tokio::net::TcpStream, replay: Replay) {
    let service = service_fn(move |request: http::Request<hyper::body::Incoming>| {
        replay.send(request.map(Body::from_body))
    });
    // The client reports broken connections.
    let _ = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIMEOUT)
        .serve_connection(TokioIo::new(stream), service)
        .await;
}
