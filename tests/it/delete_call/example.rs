//! The example program as a user runs it.

use callwright_runtime::replay::ReplayServer;

use super::{INSTANCE, PROJECT, replay};
use crate::program;

fn run(arguments: &[&str], environment: &[(&str, &str)]) -> (Option<i32>, Vec<String>) {
    let printed = program::run("delete_instance", arguments, environment);
    (printed.code, printed.lines)
}

#[test]
fn the_documented_instance_is_deleted() {
    let (code, lines) = run(&[], &[]);
    assert_eq!(
        lines,
        [
            "Deleted the instance 6fa459ea-ee8a-3ca4-894e-db77e160355e.",
            "Status 200 OK, request id \
             b5a0d3c1-6f0e-4c3a-9a57-2f1c8e7d6b40-1594888200000-documented.",
        ]
    );
    assert_eq!(code, Some(0));
}

#[test]
fn an_unknown_instance_gives_the_documented_failure() {
    for id in ["some-other-id", "a/b \"c\" 你"] {
        let (code, lines) = run(&["--instance", id], &[]);
        assert_eq!(
            lines,
            [
                &format!("The instance {id} was not deleted."),
                "The instance does not exist.",
                "Code ModelArts.6309, status 400 Bad Request, request id \
                 0c9d7e52-83b4-4f3d-8d0b-5a6e1f2c3b4a-1594888201000-documented.",
                "There is no such instance; it may have been deleted before.",
            ]
        );
        assert_eq!(code, Some(1));
    }
}

#[test]
fn a_server_is_used_where_one_is_named() {
    let server = ReplayServer::start(replay()).unwrap();
    let url = server.url();
    let environment = [
        ("MODELARTS_ENDPOINT", url.as_str()),
        ("MODELARTS_TOKEN", "t"),
        ("HUAWEICLOUD_SDK_PROJECT_ID", PROJECT),
    ];
    let (code, _) = run(&["--instance", INSTANCE], &environment);
    assert_eq!(code, Some(0));
    assert_eq!(server.replay().unused().len(), 1);
    server.finish().unwrap();
}

#[test]
fn a_token_without_a_server_is_not_passed_over_in_silence() {
    let (code, lines) = run(&[], &[("MODELARTS_TOKEN", "t")]);
    assert_eq!(
        lines.last().map(String::as_str),
        Some("MODELARTS_TOKEN is not used: set MODELARTS_ENDPOINT or MODELARTS_REGION as well.")
    );
    assert_eq!(code, Some(0));
}

#[test]
fn what_is_missing_is_named() {
    let (code, lines) = run(&[], &[("MODELARTS_REGION", "cn-north-4")]);
    assert_eq!(
        lines,
        [
            "There are no credentials. Set MODELARTS_TOKEN to a token of the identity service, or \
             use keys: there are no keys; set HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK, or write \
             `ak = …` and `sk = …` under [basic] to /nowhere/.huaweicloud/credentials.",
            "Set HUAWEICLOUD_SDK_PROJECT_ID to the id of the project that owns the instances; the \
             console shows it under My Credentials, one for each region.",
        ]
    );
    assert_eq!(code, Some(2));
    let (code, _) = run(&["--instence", "x"], &[]);
    assert_eq!(code, Some(2));
}
