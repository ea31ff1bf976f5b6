use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(rename_all = "lowercase")]
enum Kind {
    Ab,
    AB,
    #[fastjson(rename = "ab", alias = "y")]
    Cd,
    #[fastjson(alias = "ab")]
    X,
    Y,
}

fn main() {}
