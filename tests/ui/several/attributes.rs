use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(rename_all = "camelCase")]
#[fastjson]
#[fastjson(rename_all = "kebab-case", unknown)]
/// Documentation and other attributes are left alone.
#[allow(dead_code)]
struct User {
    /// Here, too.
    #[doc = "and here"]
    #[fastjson(skip)]
    #[fastjson(skip)]
    name: String,
}

fn main() {}
