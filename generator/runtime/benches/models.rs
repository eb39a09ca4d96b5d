//! Decoding, encoding, cloning, comparing and formatting a body of about 1 MB, next to `serde_json`
//! with derived models, as a ratio in one run.
//!
//! Run it with `cargo bench -p callwright-runtime --no-default-features --bench models`.
#![allow(clippy::print_stdout, reason = "the figures are what this program is for")]
#![allow(missing_docs, unreachable_pub, reason = "the models are only measured")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use callwright_runtime::generated as rt;

/// One list of members, as a record of the runtime and as a model with derived serde traits.
macro_rules! models {
    ($($name:ident ($required:literal) { $($text:literal $member:ident: $plain:ty | $derived:ty),* $(,)? })*) => {
        mod plain {
            use super::rt;
            $(
                pub struct $name { $(pub $member: $plain,)* pub extra: rt::Extra }

                impl rt::Slot for $name {
                    fn blank() -> Self {
                        Self { $($member: rt::blank(),)* extra: rt::blank() }
                    }

                    fn shape(&self) -> rt::Shape<'_> {
                        static TABLE: rt::Table = rt::Table {
                            name: stringify!($name),
                            fields: &[$($text),*],
                            required: $required,
                            ..rt::TABLE
                        };
                        rt::Shape::Record(&TABLE)
                    }

                    super::parts!(self $($member)*);
                }

                rt::record!($name);
            )*
        }

        mod derived {
            use serde::{Deserialize, Serialize};
            $(
                #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
                pub struct $name {
                    $(#[serde(skip_serializing_if = "super::Absent::absent")] pub $member: $derived,)*
                }
            )*
        }

    };
}

/// Says whether serde should leave a member out.
trait Absent {
    fn absent(&self) -> bool {
        false
    }
}

impl<T> Absent for Option<T> {
    fn absent(&self) -> bool {
        self.is_none()
    }
}

impl Absent for String {}
impl Absent for i64 {}
impl Absent for f64 {}
impl Absent for bool {}
impl<T> Absent for Vec<T> {}
impl Absent for derived::Owner {}

macro_rules! parts {
    ($self:ident $($member:ident)*) => {
        #[allow(non_camel_case_types, clippy::items_after_statements, reason = "positions need names in a macro")]
        fn part(&$self, index: usize) -> &dyn rt::Slot {
            enum At { $($member),* }
            match index {
                $(index if index == At::$member as usize => &$self.$member,)*
                _ => &$self.extra,
            }
        }

        #[allow(non_camel_case_types, clippy::items_after_statements, reason = "positions need names in a macro")]
        fn part_mut(&mut $self, index: usize) -> &mut dyn rt::Slot {
            enum At { $($member),* }
            match index {
                $(index if index == At::$member as usize => &mut $self.$member,)*
                _ => &mut $self.extra,
            }
        }
    };
}
use parts;

models! {
    Owner (9) {
        "!login" login: String | String,
        "!id" id: i64 | i64,
        "!node_id" node_id: String | String,
        "!avatar_url" avatar_url: String | String,
        "=gravatar_id" gravatar_id: Option<String> | Option<String>,
        "!url" url: String | String,
        "!html_url" html_url: String | String,
        "!kind" kind: String | String,
        "!site_admin" site_admin: bool | bool,
    }
    License (3) {
        "!key" key: String | String,
        "!name" name: String | String,
        "=spdx_id" spdx_id: Option<String> | Option<String>,
    }
    Repository (23) {
        "!id" id: i64 | i64,
        "!node_id" node_id: String | String,
        "!name" name: String | String,
        "!full_name" full_name: String | String,
        "!private" private: bool | bool,
        "!owner" owner: Owner | Owner,
        "!html_url" html_url: String | String,
        "=description" description: Option<String> | Option<String>,
        "!fork" fork: bool | bool,
        "!url" url: String | String,
        "!archive_url" archive_url: String | String,
        "!branches_url" branches_url: String | String,
        "!clone_url" clone_url: String | String,
        "~homepage" homepage: Option<String> | Option<String>,
        "?language" language: Option<String> | Option<String>,
        "!forks_count" forks_count: i64 | i64,
        "!stargazers_count" stargazers_count: i64 | i64,
        "!size" size: i64 | i64,
        "!score" score: f64 | f64,
        "!default_branch" default_branch: String | String,
        "!open_issues_count" open_issues_count: i64 | i64,
        "!topics" topics: Vec<String> | Vec<String>,
        "!has_issues" has_issues: bool | bool,
        "!has_wiki" has_wiki: bool | bool,
        "!archived" archived: bool | bool,
        "?visibility" visibility: Option<String> | Option<String>,
        "?pushed_at" pushed_at: Option<String> | Option<String>,
        "?created_at" created_at: Option<String> | Option<String>,
        "?license" license: Option<License> | Option<License>,
    }
}

/// A list of repositories such as an API answers with.
fn body(count: i64) -> Vec<u8> {
    let repositories = (0..count).map(|n| plain::Repository {
        id: 1_296_269 + n * 7919,
        node_id: format!("MDEwOlJlcG9zaXRvcnkxMjk2MjY5{n}"),
        name: format!("repository-{n}"),
        full_name: format!("organisation-{}/repository-{n}", n % 17),
        private: n % 3 == 0,
        owner: plain::Owner {
            login: format!("organisation-{}", n % 17),
            id: n % 17,
            node_id: "MDQ6VXNlcjE=".to_owned(),
            avatar_url: format!("https://avatars.example.com/u/{n}?v=4"),
            gravatar_id: (n % 2 == 0).then(String::new),
            url: format!("https://api.example.com/users/organisation-{}", n % 17),
            html_url: format!("https://example.com/organisation-{}", n % 17),
            kind: "Organization".to_owned(),
            site_admin: false,
            ..rt::blank()
        },
        html_url: format!("https://example.com/organisation-{}/repository-{n}", n % 17),
        description: Some(format!("The \"repository\" number {n}\nwith a second line, für alle")),
        fork: n % 5 == 0,
        url: format!("https://api.example.com/repos/organisation-{}/repository-{n}", n % 17),
        archive_url: format!("https://api.example.com/repos/{n}/{{archive_format}}{{/ref}}"),
        branches_url: format!("https://api.example.com/repos/{n}/branches{{/branch}}"),
        clone_url: format!("https://example.com/{n}.git"),
        homepage: None,
        language: Some("Rust".to_owned()),
        forks_count: n,
        stargazers_count: n * 80,
        size: 108 * n,
        #[allow(clippy::cast_precision_loss, reason = "any fraction will do")]
        score: n as f64 / 7.0,
        default_branch: "main".to_owned(),
        open_issues_count: n % 4,
        topics: vec!["openapi".to_owned(), "client".to_owned(), "rust".to_owned()],
        has_issues: true,
        has_wiki: n % 2 == 0,
        archived: false,
        visibility: Some("public".to_owned()),
        pushed_at: Some("2025-01-26T19:06:43Z".to_owned()),
        created_at: Some("2021-01-26T19:01:12Z".to_owned()),
        license: (n % 2 == 0).then(|| plain::License {
            key: "mit".to_owned(),
            name: "MIT License".to_owned(),
            spdx_id: Some("MIT".to_owned()),
            ..rt::blank()
        }),
        ..rt::blank()
    });
    callwright_runtime::to_json(&repositories.collect::<Vec<_>>()).unwrap_or_default()
}

/// The quickest of many runs: what else the machine does only slows a run down.
fn quickest(mut run: impl FnMut()) -> Duration {
    let mut best = Duration::MAX;
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(1) {
        let begin = Instant::now();
        run();
        best = best.min(begin.elapsed());
    }
    best
}

/// Both in turns, so that the machine's moods meet both.
fn compare(name: &str, bytes: usize, mut ours: impl FnMut(), mut theirs: impl FnMut()) {
    // `-- "decode any"` measures that alone.
    if std::env::args().skip(1).any(|wanted| !wanted.starts_with('-') && wanted != name) {
        return;
    }
    let (mut one, mut two) = (Duration::MAX, Duration::MAX);
    for _ in 0..3 {
        one = one.min(quickest(&mut ours));
        two = two.min(quickest(&mut theirs));
    }
    #[allow(clippy::cast_precision_loss, reason = "megabytes per second need no more digits")]
    let rate = |time: Duration| bytes as f64 / 1e6 / time.as_secs_f64();
    println!(
        "{name}: {:.0} MB/s, serde_json or derived {:.0} MB/s, {:.2} times as fast",
        rate(one),
        rate(two),
        two.as_secs_f64() / one.as_secs_f64()
    );
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = body(800);
    let ours: Vec<plain::Repository> = callwright_runtime::from_json(&text)?;
    let theirs: Vec<derived::Repository> = serde_json::from_slice(&text)?;
    let bytes = text.len();
    println!("{bytes} bytes, {} records", ours.len());
    compare(
        "decode",
        bytes,
        || {
            drop(black_box(callwright_runtime::from_json::<Vec<plain::Repository>>(black_box(
                &text,
            ))));
        },
        || drop(black_box(serde_json::from_slice::<Vec<derived::Repository>>(black_box(&text)))),
    );
    compare(
        "encode",
        bytes,
        || drop(black_box(callwright_runtime::to_json(black_box(&ours)))),
        || drop(black_box(serde_json::to_vec(black_box(&theirs)))),
    );
    let (our_copy, their_copy) = (ours.clone(), theirs.clone());
    compare(
        "clone",
        bytes,
        || drop(black_box(black_box(&ours).clone())),
        || drop(black_box(black_box(&theirs).clone())),
    );
    compare(
        "compare",
        bytes,
        || assert!(black_box(&ours) == black_box(&our_copy)),
        || assert!(black_box(&theirs) == black_box(&their_copy)),
    );
    compare(
        "show",
        bytes,
        || drop(black_box(format!("{:?}", black_box(&ours)))),
        || drop(black_box(format!("{:?}", black_box(&theirs)))),
    );
    let value: rt::Json = rt::Json::parse(&text)?;
    compare(
        "decode any JSON",
        bytes,
        || drop(black_box(rt::Json::parse(black_box(&text)))),
        || drop(black_box(serde_json::from_slice::<serde_json::Value>(black_box(&text)))),
    );
    let their_value: serde_json::Value = serde_json::from_slice(&text)?;
    compare(
        "encode any JSON",
        bytes,
        || drop(black_box(callwright_runtime::to_json(black_box(&value)))),
        || drop(black_box(serde_json::to_vec(black_box(&their_value)))),
    );
    Ok(())
}
