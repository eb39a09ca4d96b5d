//! Undocumented values are kept and sent back.

use callwright_runtime::{from_json, generated::Enumeration as _, to_json};
use modelarts::types::{
    Action, DevEnvironError, ErrorCode, Instance, InstanceStatus, InstanceTransition,
    ManageInstanceRequest,
};

#[test]
fn an_unknown_status_is_kept() {
    let text = br#"{"id":"i","status":"HIBERNATING","pool":{"type":"SHARED"}}"#;
    let instance: Instance = from_json(text).unwrap();
    assert_eq!(instance.status, Some(InstanceStatus::Unknown("HIBERNATING".to_owned())));
    assert_eq!(to_json(&instance).unwrap(), text);
}

/// The service documents a status `UNKNOWN`, which differs from an undocumented one.
#[test]
fn the_documented_unknown_status_is_a_known_value() {
    let transition: InstanceTransition = from_json(br#"{"current_status":"UNKNOWN"}"#).unwrap();
    assert_eq!(transition.current_status, Some(InstanceStatus::ReportedUnknown));
    assert_eq!(transition.previous_state, None);
}

#[test]
fn an_unknown_action_is_sent() {
    let request = ManageInstanceRequest::new("hibernate");
    assert_eq!(request.action, Action::Unknown("hibernate".to_owned()));
    assert_eq!(to_json(&request).unwrap(), br#"{"action":"hibernate"}"#);
    assert_eq!(ManageInstanceRequest::new("stop").action, Action::Stop);
}

#[test]
fn every_error_code_is_read_as_it_is_written() {
    for code in ErrorCode::KNOWN {
        assert_eq!(&ErrorCode::from(code.as_str()), code);
        assert!(!matches!(code, ErrorCode::Unknown(_)));
    }
    let failure: DevEnvironError = from_json(br#"{"error_code":"IAM.0001"}"#).unwrap();
    assert_eq!(failure.error_code, Some(ErrorCode::Unknown("IAM.0001".to_owned())));
}

/// Undocumented members survive decoding and encoding.
#[test]
fn an_undocumented_member_is_kept_beside_null() {
    let text =
        br#"{"id":"i","repository":null,"feature":"DEFAULT","spec":{"extend_storage":[null]}}"#;
    let instance: Instance = from_json(text).unwrap();
    assert!(instance.repository.is_null() && instance.queuing_info.is_absent());
    assert_eq!(instance.extra().names().collect::<Vec<_>>(), ["feature"]);
    let value = |bytes: &[u8]| serde_json::from_slice::<serde_json::Value>(bytes).unwrap();
    assert_eq!(value(&to_json(&instance).unwrap()), value(text));
}

/// Times are milliseconds since 1970, which exceed 32 bits; one of them is a string.
#[test]
fn times_of_thirteen_digits_are_read() {
    let text = br#"{"creation_timestamp":"1594887749962","spec":{"auto_stop":{"stop_timestamp":1594891408723}}}"#;
    let instance: Instance = from_json(text).unwrap();
    assert_eq!(instance.creation_timestamp.value().unwrap(), "1594887749962");
    let auto_stop = instance.spec.value().and_then(|spec| spec.auto_stop.value()).unwrap();
    assert_eq!(auto_stop.stop_timestamp.value(), Some(&1_594_891_408_723));
}
