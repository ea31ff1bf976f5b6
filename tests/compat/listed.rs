//! Classes of texts that fastjson deliberately takes otherwise than serde_json, where this buffers values: each is a row of
//! `fastjson/differences.toml`, by whose name it is given here.

/// Whether serde_json refuses the text for a reason that is listed.
pub(crate) fn refused_by_theirs(text: &str, err: &serde_json::Error) -> bool {
    let message = err.to_string();
    // "what is skipped is not unescaped"
    text.contains(r"\ud800") && message.starts_with("unexpected end of hex escape")
}

/// Whether fastjson refuses the text for a reason that is listed.
pub(crate) fn refused_by_ours(_: &str, err: &fastjson::Error) -> bool {
    let message = err.to_string();
    // "variants are not told by numbers"
    message.starts_with("expected a string, found number")
        || message.starts_with("expected a variant, found number")
        // "a unit is null"
        || message.starts_with("expected `null`")
}

/// Whether both read the text, and to different values for a reason that is listed.
pub(crate) fn read_otherwise(_: &str) -> bool {
    false
}
