use std::io::Write as _;
use std::sync::atomic::{AtomicU32, Ordering};

use proptest::prelude::*;

use super::profile::Problem;
use super::*;

/// All parts of a pair of keys, as text.
type Shown = (String, String, Option<String>, Option<String>, Option<String>);

fn shown(keys: &AkSk) -> Shown {
    (
        keys.access_key().to_owned(),
        keys.secret_key().to_owned(),
        keys.token().map(str::to_owned),
        keys.project().map(str::to_owned),
        keys.domain().map(str::to_owned),
    )
}

fn pair(access: &str, secret: &str) -> Shown {
    (access.to_owned(), secret.to_owned(), None, None, None)
}

fn environment_of<'a>(set: &'a [(&'a str, &'a str)]) -> impl Fn(&str) -> Option<OsString> + 'a {
    |name| set.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into())
}

fn from(set: &[(&str, &str)]) -> Result<Option<Shown>, KeySourceError> {
    Ok(environment(&environment_of(set))?.as_ref().map(shown))
}

fn from_text(text: &str) -> Result<Shown, Problem> {
    profile::keys(text).as_ref().map(shown).map_err(Clone::clone)
}

/// A file that is deleted on drop.
struct Written(PathBuf);

impl Written {
    fn new(bytes: &[u8]) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "callwright-credentials-{}-{}",
            std::process::id(),
            COUNT.fetch_add(1, Ordering::Relaxed)
        );
        let path = std::env::temp_dir().join(name);
        std::fs::File::create(&path).unwrap().write_all(bytes).unwrap();
        Self(path)
    }
}

impl Drop for Written {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn the_environment_gives_all_that_is_set() {
    let all = [
        (ACCESS_KEY, "A"),
        (SECRET_KEY, "s%s=/+"),
        (SECURITY_TOKEN, "t"),
        (PROJECT_ID, "p"),
        (DOMAIN_ID, "d"),
    ];
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        from(&all),
        Ok(Some(("A".to_owned(), "s%s=/+".to_owned(), some("t"), some("p"), some("d"))))
    );
    assert_eq!(
        from(&[(ACCESS_KEY, "A"), (SECRET_KEY, "s"), (PROJECT_ID, "")]),
        Ok(Some(pair("A", "s")))
    );
}

#[test]
fn one_key_of_the_environment_alone_is_a_mistake() {
    assert_eq!(from(&[(ACCESS_KEY, "")]), Ok(None));
    assert_eq!(
        from(&[(ACCESS_KEY, "A"), (SECRET_KEY, "")]),
        Err(KeySourceError::HalfSet { missing: SECRET_KEY })
    );
    assert_eq!(
        from(&[(SECRET_KEY, "s")]).unwrap_err().to_string(),
        "HUAWEICLOUD_SDK_SK is set, but HUAWEICLOUD_SDK_AK is not; set both or neither"
    );
}

#[test]
fn a_line_break_in_the_environment_is_a_mistake() {
    assert_eq!(
        from(&[(ACCESS_KEY, "A"), (SECRET_KEY, "s\n")]),
        Err(KeySourceError::Variable { variable: SECRET_KEY })
    );
}

#[test]
fn a_value_of_a_file_is_literal_up_to_its_comment() {
    let text = "; keys\r\n\r\n[basic] # ours\r\nAK = A\r\nsk: s%(x)s#;=: \t ; old\r\n\
                project_id=p\r\nsecurity_token =\r\niam_endpoint = https://iam.example.com\r\n";
    let expected = ("A".to_owned(), "s%(x)s#;=:".to_owned(), None, Some("p".to_owned()), None);
    assert_eq!(from_text(text), Ok(expected));
}

#[test]
fn the_basic_section_is_found_wherever_it_is() {
    let text = "[global]\nak=G\nsk=g\n[other]\nno pair\n[basic]\nak=B\nsk=b\n";
    assert_eq!(from_text(text), Ok(pair("B", "b")));
    assert_eq!(from_text("[global]\nak=G\nsk=g\n"), Ok(pair("G", "g")));
}

#[test]
fn a_mistake_in_a_file_is_named_with_its_line() {
    let line = |number, problem| Err(Problem::Line(number, problem));
    let no_key = |section, line, key| Err(Problem::NoKey { section, line, key });
    let rows: [(&str, Result<Shown, Problem>); 10] = [
        ("", Err(Problem::NoSection)),
        ("[other]\nak=A\n", Err(Problem::NoSection)),
        ("\nak=A\n", line(2, "there is no section yet; begin with [basic]")),
        ("[basic\nak=A\n", line(1, "the section's name is not closed; write [basic]")),
        ("[basic]\n[basic]\n", line(2, "the section is there twice; join the two")),
        ("[basic]\nak A\n", line(2, "it is no `key = value`")),
        ("[basic]\nak=A\nak=A\n", line(3, "the key is there twice; remove one")),
        ("[basic]\nak=\"A\"\n", line(2, "quotes count as part of the value; remove them")),
        ("[basic]\nak=A\n", no_key("basic", 1, "sk")),
        ("\n[global]\nsk=s\nak=\n", no_key("global", 2, "ak")),
    ];
    assert_eq!(rows.clone().map(|(text, _)| from_text(text)), rows.map(|(_, expected)| expected));
}

#[test]
fn a_file_may_begin_with_a_byte_order_mark() {
    let file = Written::new("\u{feff}[basic]\nak=A\nsk=s\n".as_bytes());
    assert_eq!(AkSk::from_file(&file.0).as_ref().map(shown), Ok(pair("A", "s")));
}

#[test]
fn a_file_that_cannot_be_one_is_refused() {
    let failure = |path: &Path| AkSk::from_file(path).unwrap_err();
    let (large, latin) = (Written::new(&vec![b'\n'; 64 * 1024 + 1]), Written::new(b"\xff"));
    let folder = std::env::temp_dir();
    assert_eq!(
        failure(&large.0),
        KeySourceError::FileTooLarge { path: large.0.clone(), limit: 64 * 1024 }
    );
    assert_eq!(failure(&latin.0), KeySourceError::NotUtf8 { path: latin.0.clone() });
    assert_eq!(
        failure(&folder.join("callwright-no-such-file")),
        KeySourceError::NoFile { path: folder.join("callwright-no-such-file") }
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read_is_not_taken_for_a_missing_one() {
    let file = Written::new(b"");
    let path = file.0.join("nothing");
    let kind = std::io::ErrorKind::NotADirectory;
    let unreadable = KeySourceError::Unreadable { path: path.clone(), kind };
    assert_eq!(AkSk::from_file(&path).unwrap_err(), unreadable);
}

#[test]
fn a_file_is_looked_at_when_the_environment_has_no_keys() {
    let file = Written::new(b"[basic]\nak=F\nsk=f\n");
    let path = file.0.to_str().unwrap();
    let both = [(ACCESS_KEY, "E"), (SECRET_KEY, "e"), (CREDENTIALS_FILE, path)];
    let found = |set: &[(&str, &str)]| {
        discover(&environment_of(set)).as_ref().map(shown).map_err(Clone::clone)
    };
    assert_eq!(found(&both), Ok(pair("E", "e")));
    assert_eq!(found(&[(CREDENTIALS_FILE, path)]), Ok(pair("F", "f")));
    assert_eq!(
        found(&[(ACCESS_KEY, "E"), (CREDENTIALS_FILE, path)]),
        Err(KeySourceError::HalfSet { missing: SECRET_KEY })
    );
    assert_eq!(
        found(&[(CREDENTIALS_FILE, "/no/such/credentials")]).unwrap_err().to_string(),
        "there is no credentials file at /no/such/credentials; write it, or set \
         HUAWEICLOUD_SDK_CREDENTIALS_FILE to its path"
    );
}

#[test]
fn without_any_keys_the_error_says_what_to_do() {
    let nowhere = KeySourceError::Nowhere { path: "/home/u/.huaweicloud/credentials".into() };
    assert_eq!(
        nowhere.to_string(),
        "there are no keys; set HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK, or write `ak = …` and \
         `sk = …` under [basic] to /home/u/.huaweicloud/credentials"
    );
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        let _ = profile::keys(&text);
    }

    #[test]
    fn keys_of_any_visible_characters_are_literal(access in "[!-~]{2,40}", secret in "[!-~]{2,40}") {
        let plain = |key: &str| !key.starts_with(['#', ';', '"', '\'']);
        prop_assume!(plain(&access) && plain(&secret));
        let text = format!("[basic]\nak = {access}\nsk = {secret}\n");
        prop_assert_eq!(from_text(&text), Ok(pair(&access, &secret)));
    }
}
