//! Here, all differences are about single texts, which stand in the table; none is about a class of them.

/// Whether serde_json refuses the text for a reason that is listed.
pub(crate) fn refused_by_theirs(_: &str, _: &serde_json::Error) -> bool {
    false
}

/// Whether fastjson refuses the text for a reason that is listed.
pub(crate) fn refused_by_ours(_: &str, _: &fastjson::Error) -> bool {
    false
}

/// Whether both read the text, and to different values for a reason that is listed.
pub(crate) fn read_otherwise(_: &str) -> bool {
    false
}
