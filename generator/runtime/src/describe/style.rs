/// A serialization style for arrays and objects (the style table of the Parameter Object; RFC 6570
/// for the first four).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `;color=blue`, path only.
    Matrix,
    /// `.blue`, path only.
    Label,
    /// `blue`, path and header.
    Simple,
    /// `color=blue`, query and cookie.
    Form,
    /// `color=blue; size=1`, cookie only and without percent-encoding (RFC 6265).
    Cookie,
    /// `blue%20black`, query only.
    SpaceDelimited,
    /// `blue%7Cblack`, query only.
    PipeDelimited,
    /// `blue%09black`, query only (`tsv` of Swagger 2.0).
    TabDelimited,
    /// `color%5BR%5D=100` (`color[R]=100`), query only.
    DeepObject,
}
