#[fastjson(deny_unknown_fields)]
struct Page<T> {
    total: u64,
    #[fastjson(flatten)]
    cursors: Cursors,
    #[fastjson(flatten)]
    rest: Option<T>,
}
