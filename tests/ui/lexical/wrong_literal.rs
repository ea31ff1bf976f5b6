use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(rename = true, rename_all = 3, deny_unknown_fields = "yes", bound = 1.5)]
struct User<T> {
    #[fastjson(rename = 'n', alias = 3, skip_serializing_if = 3)]
    name: T,
    #[fastjson(default = 8080, skip = "true")]
    port: u16,
    #[fastjson(rename = b"id")]
    id: u64,
    #[fastjson(rename = "a"suffix)]
    suffix: u64,
}

fn main() {}
