//! Classes of texts that fastjson deliberately takes otherwise than serde_json, which buffers values inside tagged, untagged and
//! flattened types: each is told by what is said about the text, and has rows in `fastjson/differences.toml`.

/// Whether serde_json refuses the text for a reason that is listed.
pub(crate) fn refused_by_theirs(text: &str, err: &serde_json::Error) -> bool {
    let message = err.to_string();
    // What is skipped over is not unescaped.
    (text.contains(r"\ud800") && message.starts_with("unexpected end of hex escape"))
        // The members of an optional flattened type are known ones, whether or not it comes about.
        || (message.starts_with("unknown field `b`") && text.contains(r#""own":1"#))
}

/// Whether fastjson refuses the text for a reason that is listed.
pub(crate) fn refused_by_ours(text: &str, err: &fastjson::Error) -> bool {
    let message = err.to_string();
    let starts = |begin: &str| message.starts_with(begin);
    // A variant is told by its name, not by a number.
    starts("expected a string, found number")
        || starts("expected a variant, found number")
        // A unit is `null`.
        || (starts("expected `null`") && (text.contains("{}") || text.contains("[]")))
        // A field that is given twice is an error inside an option, too.
        || message.contains("is given twice")
        // An enum behind a tag stands in an object.
        || starts("expected an object, found an array")
}

/// Whether both read the text, and to different values for a reason that is listed.
pub(crate) fn read_otherwise(text: &str) -> bool {
    // As above: serde takes a number for a variant's name.
    let by_number = ["0", "1"].iter().any(|n| {
        ["kind", "type"].iter().any(|tag| text.contains(&format!("\"{tag}\":{n}")))
            || text.contains(&format!("[{n}]"))
    });
    // A unit is `null`, so the option around it fails.
    by_number || text.contains("\"nil\":{}")
}
