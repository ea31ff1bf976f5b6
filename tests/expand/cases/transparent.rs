#[fastjson(transparent)]
struct Meters<U> {
    value: f64,
    #[fastjson(skip)]
    unit: PhantomData<U>,
}
