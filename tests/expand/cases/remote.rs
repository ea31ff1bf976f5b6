#[fastjson(remote = "other::Duration")]
pub(crate) struct DurationDef {
    #[fastjson(getter = "other::Duration::seconds")]
    secs: i64,
    nanos: i32,
}
