use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(alias = "u")]
struct User {
    #[fastjson(deny_unknown_fields)]
    name: String,
}

#[derive(FastJson)]
enum Kind {
    #[fastjson(transparent)]
    A,
}

fn main() {}
