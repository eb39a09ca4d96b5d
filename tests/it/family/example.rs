//! The example program that manages instances.

use callwright_runtime::replay::ReplayServer;

use super::{PROJECT, replay};
use crate::listener::Listener;
use crate::program::{Printed, run};

const EXAMPLE: &str = "manage_instances";

const ALL_WELL: [&str; 10] = [
    "Instances: 1",
    "  notebook-b1b8            STOPPED      modelarts.vm.cpu.2u      DE-7936a360-c734-11ea-a72b-0255ac100033",
    "Created notebook-c6fd: CREATING.",
    "  CREATING",
    "  RUNNING",
    "It runs at https://modelarts-lvs-common-lb.cn-north-4.myhuaweicloud.com:32000/modelarts/\
     cn-north-4/hubv100/notebook/user/DE-7d558ef8-c73d-11ea-964c-0255ac100033.",
    "Stopping it: it was RUNNING, it is STOPPING.",
    "  STOPPING",
    "  STOPPED",
    "Deleted DE-7d558ef8-c73d-11ea-964c-0255ac100033.",
];

#[test]
fn it_goes_through_the_life_of_an_instance() {
    let Printed { code, lines } = run(EXAMPLE, &[], &[]);
    assert_eq!(lines, ALL_WELL);
    assert_eq!(code, Some(0));
}

/// Keys work as well as a token.
#[test]
fn a_service_is_used_where_one_is_named() {
    let server = ReplayServer::start(replay(EXAMPLE).require_all()).unwrap();
    let url = server.url();
    let environment = [
        ("MODELARTS_ENDPOINT", url.as_str()),
        ("HUAWEICLOUD_SDK_AK", "an-access-key"),
        ("HUAWEICLOUD_SDK_SK", "a-secret-key"),
        ("HUAWEICLOUD_SDK_PROJECT_ID", PROJECT),
    ];
    let Printed { code, .. } = run(EXAMPLE, &["--name", "mine"], &environment);
    assert_eq!(code, Some(0));
    server.finish().unwrap();
}

/// The output for this response to the first call.
fn refused(status: &str, body: &str) -> Vec<String> {
    let length = body.len();
    let listener = Listener::answering(format!(
        "HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    ));
    let url = listener.url();
    let environment = [
        ("MODELARTS_ENDPOINT", url.as_str()),
        ("MODELARTS_TOKEN", "a-token"),
        ("HUAWEICLOUD_SDK_PROJECT_ID", PROJECT),
    ];
    let printed = run(EXAMPLE, &[], &environment);
    assert_eq!(printed.code, Some(1));
    listener.request();
    printed.lines
}

#[test]
fn a_wrong_project_is_told_from_wrong_credentials() {
    let project = "The credentials are good, but not for this project: HUAWEICLOUD_SDK_PROJECT_ID \
                   has to name a project of the region that is called, in which the user may use \
                   ModelArts.";
    let body =
        r#"{"error_code":"APIGW.0310","error_msg":"The project is unavailable.","request_id":"r"}"#;
    let lines = refused("403 Forbidden", body);
    assert_eq!(
        lines,
        [
            "The instances cannot be listed.",
            "The project is unavailable.",
            "Code APIGW.0310, status 403 Forbidden, request id r.",
            project,
        ]
    );
    let body = r#"{"error_code":"APIGW.0301","error_msg":"decrypt token fail","request_id":"r"}"#;
    let lines = refused("401 Unauthorized", body);
    assert_eq!(
        lines,
        [
            "The instances cannot be listed.",
            "decrypt token fail",
            "Code APIGW.0301, status 401 Unauthorized, request id r.",
            "A token is valid for 24 hours and for one project of one region, keys only while this \
             machine's clock is right. Do not try again in a loop: five failures lock the keys.",
        ]
    );
}

#[test]
fn a_region_where_nothing_answers_is_named() {
    // Nothing listens on this port once its listener is dropped.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let url = format!("http://127.0.0.1:{port}");
    let environment = [
        ("MODELARTS_ENDPOINT", url.as_str()),
        ("MODELARTS_TOKEN", "a-token"),
        ("HUAWEICLOUD_SDK_PROJECT_ID", PROJECT),
    ];
    let Printed { code, lines } = run(EXAMPLE, &[], &environment);
    assert_eq!(
        lines,
        [
            "The instances cannot be listed.",
            &format!(
                "ListInstances: cannot connect to 127.0.0.1:{port}; check the endpoint and the network"
            ),
            "No server answers there: is MODELARTS_REGION a region with ModelArts, or \
             MODELARTS_ENDPOINT its URL, and can this machine reach it?",
        ]
    );
    assert_eq!(code, Some(1));
}

#[test]
fn an_argument_without_a_value_is_refused() {
    let Printed { code, lines } = run(EXAMPLE, &["--name"], &[]);
    assert_eq!(lines, ["usage: manage_instances [--name NAME] [--profile ID] [--flavor NAME]"]);
    assert_eq!(code, Some(2));
}
