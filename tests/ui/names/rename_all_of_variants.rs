use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(rename_all(serialize = "lowercase", deserialize = "SCREAMING_SNAKE_CASE"))]
enum Kind {
    FooBar,
    Foobar,
    #[fastjson(rename(deserialize = "FOO_BAR"))]
    Other,
}

fn main() {}
