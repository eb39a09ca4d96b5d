use callwright_runtime::ErrorKind;
use modelarts::{Client, Region, SendBlocking};

use super::{INSTANCE, PROJECT, builder, replay};

#[test]
fn what_would_name_another_resource_is_never_sent() {
    let replay = replay();
    let client = builder().transport(replay.clone()).build().unwrap();
    let refused = ["", ".", "..", "%2e", "%2E", "%2e%2e", "%2E%2E", ".%2e", "%2E."];
    for argument in refused {
        let error = client.instances().delete_instance(argument).send_blocking().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{argument:?}");
        let call = client.instances().delete_instance(INSTANCE).project_id(argument);
        let error = call.send_blocking().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{argument:?} as a project");
    }
    assert_eq!(replay.unused().len(), 2);
    replay.finish().unwrap();
}

#[test]
fn every_other_text_is_one_segment_of_the_path() {
    let client = builder().region(Region::CnNorth4).build().unwrap();
    let cases = [
        ("a b", "a%20b"),
        ("a/b", "a%2Fb"),
        ("a?b", "a%3Fb"),
        ("a#b", "a%23b"),
        ("a%b", "a%25b"),
        ("a%2Fb", "a%252Fb"),
        ("a+b", "a%2Bb"),
        ("a\\b", "a%5Cb"),
        ("a;b,c:d@e", "a%3Bb%2Cc%3Ad%40e"),
        ("...", "..."),
        ("..a", "..a"),
        ("a-._~", "a-._~"),
        ("实例", "%E5%AE%9E%E4%BE%8B"),
        ("🦀", "%F0%9F%A6%80"),
        ("\r\n", "%0D%0A"),
        ("\0", "%00"),
    ];
    for (argument, segment) in cases {
        let request = client.instances().delete_instance(argument).into_request().unwrap();
        assert_eq!(
            request.uri().to_string(),
            format!(
                "https://modelarts.cn-north-4.myhuaweicloud.com/v1/{PROJECT}/demanager/instances/\
                 {segment}"
            )
        );
    }
}

#[test]
fn the_region_chooses_the_server() {
    let host = |region: Region| {
        let client = builder().region(region).build().unwrap();
        let request = client.instances().delete_instance(INSTANCE).into_request().unwrap();
        request.uri().host().unwrap().to_owned()
    };
    assert_eq!(host(Region::CnNorth4), "modelarts.cn-north-4.myhuaweicloud.com");
    assert_eq!(host(Region::from("eu-west-9")), "modelarts.eu-west-9.myhuaweicloud.com");
    let error = builder().region("evil.example/").build().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
}

#[test]
fn a_call_without_project_or_token_is_never_sent() {
    let client = Client::builder().transport(replay()).token("t").build().unwrap();
    let error = client.instances().delete_instance(INSTANCE).send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidArgument);
    let client = Client::builder().transport(replay()).project_id(PROJECT).build().unwrap();
    let error = client.instances().delete_instance(INSTANCE).send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MissingCredential);
}

#[test]
fn no_debug_form_shows_the_token() {
    let client = builder().transport(replay()).build().unwrap();
    let call = client.instances().delete_instance(INSTANCE);
    let shown = format!("{:?} {client:?} {call:?}", builder());
    assert_eq!(shown.matches("a-token").count(), 0);
}
