use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(duplicate_fields = "lst")]
struct Point {
    #[fastjson(non_finite = "nan")]
    x: f64,
    #[fastjson(non_finite)]
    y: f64,
}

#[derive(FastJson)]
#[fastjson(duplicate_fields)]
struct Line {
    from: Point,
}

fn main() {}
