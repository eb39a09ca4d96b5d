use super::*;

static API: Api = Api::new("Zoo", "v1", "zoo/1.0")
    .servers(&[Server::new("https://{region}.zoo.example")
        .variables(&[Variable::new("region", "eu").values(&["eu", "us"])])])
    .parameters(&["keeper"])
    .security_schemes(&[("token", SecurityScheme::api_key(Location::Header, "X-Token"))])
    .error(ErrorMembers { code: &["code"], message: &["text"], request_id: &[] })
    .predicates(&[("not_found", &["Z.1"])]);

static FEED: Operation = Operation::new("feed", "POST", "/{keeper}/animals/{id}")
    .parameters(&[
        Parameter::path("keeper").client(),
        Parameter::path("id"),
        Parameter::query("filter").style(Style::DeepObject).explode(true).required(),
        Parameter::cookie("c"),
    ])
    .body(RequestBody::required(&[Media::json("application/json")]))
    .success(&[Response::status(200, &[Media::json("application/json")])])
    .failure(&[Response::range(5, &[]), Response::otherwise(&[])])
    .security(&[&[("token", &[])], &[]]);

#[test]
fn descriptions_are_constants() {
    assert_eq!(
        API.security_scheme("token").copied(),
        Some(SecurityScheme::ApiKey { location: Location::Header, name: "X-Token" })
    );
    assert_eq!(API.security_scheme("other"), None);
    assert_eq!((FEED.id(), FEED.method(), FEED.path()), ("feed", "POST", "/{keeper}/animals/{id}"));
}

#[test]
fn explode_follows_the_style_unless_stated() {
    let explodes: Vec<bool> = FEED.parameters.iter().map(Parameter::explodes).collect();
    assert_eq!(explodes, [false, false, true, true]);
    assert!(!Parameter::query("q").explode(false).explodes());
    assert!(!Parameter::query("q").style(Style::PipeDelimited).explodes());
}
