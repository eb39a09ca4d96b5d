//! The cost of a call beside the same request by hand, on reqwest and serde: both in turns, in one
//! process, to a server on a loopback port. `cargo bench -p callwright-runtime --bench calls`.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark may fail, and prints")]

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::time::{Duration, Instant};

use callwright_runtime::generated::describe::{Api, Media, Operation, Parameter, Response};
use callwright_runtime::transport::Reqwest;
use callwright_runtime::{ClientBuilder, Json, NoError, NoHeaders};

static API: Api = Api::new("Bench", "1", "bench/1");
static GET: Operation = Operation::new("get", "GET", "/pets/{id}")
    .parameters(&[Parameter::path("id"), Parameter::query("limit")])
    .success(&[Response::status(200, &[Media::json("application/json")])]);

const BODY: &str = r#"{"id":"p1","name":"Rex","tags":["a","b"],"age":7}"#;
const ROUNDS: usize = 20;
const CALLS: u32 = 500;

/// Answers every request on every connection.
fn serve() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for socket in listener.incoming().flatten() {
            std::thread::spawn(move || {
                let mut lines = BufReader::new(&socket).lines();
                let answer = format!(
                    "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{BODY}",
                    BODY.len()
                );
                while let Some(Ok(line)) = lines.next() {
                    if line.is_empty() && (&socket).write_all(answer.as_bytes()).is_err() {
                        return;
                    }
                }
            });
        }
    });
    endpoint
}

fn main() {
    let endpoint = serve();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let transport = Reqwest::builder().no_proxy().build().unwrap();
    let client = ClientBuilder::new(&API).endpoint(&*endpoint).transport(transport);
    let client = client.build().unwrap();
    let by_hand = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(120));
    let by_hand = by_hand.build().unwrap();
    let generated = || {
        runtime.block_on(async {
            let call = client.call(&GET).set(0, &"p 1".to_owned()).set(1, &10_i64);
            let pet = call.send::<Json, NoHeaders, NoError>().await.unwrap();
            assert_eq!(pet.get("age").and_then(Json::as_i64), Some(7));
        });
    };
    let hand = || {
        runtime.block_on(async {
            let request = by_hand.get(format!("{endpoint}/pets/p%201?limit=10"));
            let bytes = request.send().await.unwrap().bytes().await.unwrap();
            let pet: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
            assert_eq!(pet["age"], 7);
        });
    };
    let mut ratios = Vec::new();
    for round in 0..ROUNDS {
        let (ours, theirs) = (timed(&generated), timed(&hand));
        // The first round opens connections.
        if round > 0 {
            ratios.push((ours.as_secs_f64() / theirs.as_secs_f64(), ours, theirs));
        }
    }
    ratios.sort_by(|one, other| one.0.total_cmp(&other.0));
    if let Some((ratio, ours, theirs)) = ratios.get(ratios.len() / 2) {
        println!("a call {:?}, by hand {:?}: {ratio:.2} times", *ours / CALLS, *theirs / CALLS);
    }
}

fn timed(call: &impl Fn()) -> Duration {
    let begun = Instant::now();
    for _ in 0..CALLS {
        call();
    }
    begun.elapsed()
}
