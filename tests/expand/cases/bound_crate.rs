#[fastjson(crate = my_json, bound(serialize = "T: Show", deserialize = "T: Load<'de>"))]
struct Wrapped<T> {
    inner: Boxed<T>,
}
