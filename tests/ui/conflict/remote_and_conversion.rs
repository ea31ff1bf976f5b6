use fastjson::FastJson;

mod other {
    pub struct Meters(pub f64);
}

#[derive(FastJson)]
#[fastjson(remote = "other::Meters", from = "f64", into = "f64")]
struct First(f64);

#[derive(FastJson)]
#[fastjson(try_from = "f64", remote = "other::Meters")]
struct Second(f64);

#[derive(FastJson)]
#[serde(remote = "other::Meters")]
#[fastjson(into = "f64")]
struct Third(f64);

// One mistake is one error: what holds the type compiles.
#[derive(FastJson)]
struct Holds {
    #[fastjson(with = "First")]
    first: other::Meters,
    #[fastjson(as = "Vec<Second>")]
    second: Vec<other::Meters>,
}

fn main() {}
