#[fastjson(crate = my_json, bound(serialize = "T: Show", deserialize = "T: Load<'__de>"))]
struct Wrapped<T> {
    inner: Boxed<T>,
}
