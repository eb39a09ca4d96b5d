use std::net::{Ipv4Addr, TcpListener};
use std::thread::JoinHandle;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::sync::oneshot;

use super::{Replay, ReplayError};
use crate::body::Body;

/// Recorded exchanges served over HTTP/1.1 on a port of the loopback
/// interface, by a thread of its own. It stops when it is dropped.
#[derive(Debug)]
pub struct ReplayServer {
    replay: Replay,
    endpoint: String,
    /// Dropping it stops the thread.
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl ReplayServer {
    /// Begins to serve on a port that the system chooses.
    ///
    /// # Errors
    /// No port or no thread is to be had.
    pub fn start(replay: Replay) -> Result<Self, ReplayError> {
        Self::begin(replay)
            .map_err(|error| ReplayError::new("the server cannot be started").source(error))
    }

    fn begin(replay: Replay) -> std::io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let endpoint = format!("http://{}", listener.local_addr()?);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
        let (stop, stopped) = oneshot::channel();
        let served = replay.clone();
        let thread =
            std::thread::Builder::new().name("callwright-replay".to_owned()).spawn(move || {
                runtime.block_on(async {
                    tokio::select! {
                        () = serve(listener, served) => {}
                        _ = stopped => {}
                    }
                });
            })?;
        Ok(Self { replay, endpoint, stop: Some(stop), thread: Some(thread) })
    }

    /// Where it serves, such as `http://127.0.0.1:54321`.
    #[must_use]
    pub fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// The recording, for what was used.
    #[must_use]
    pub fn replay(&self) -> &Replay {
        &self.replay
    }

    /// Stops, and fails if a request was not answered by an entry or an entry
    /// was not used.
    ///
    /// # Errors
    /// Those of [`Replay::finish`].
    pub fn finish(mut self) -> Result<(), ReplayError> {
        self.stop();
        self.replay.finish()
    }

    fn stop(&mut self) {
        self.stop = None;
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has nothing more to serve.
            let _ = thread.join();
        }
    }
}

impl Drop for ReplayServer {
    fn drop(&mut self) {
        self.stop();
    }
}

async fn serve(listener: TcpListener, replay: Replay) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
    while let Ok((socket, _)) = listener.accept().await {
        let replay = replay.clone();
        let service = service_fn(move |request: http::Request<hyper::body::Incoming>| {
            replay.clone().exchange(request.map(Body::from_body))
        });
        tokio::spawn(async move {
            // A connection that breaks concerns its client only.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(socket), service).await;
        });
    }
}
