use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(rename_all_fields = "camelCase")]
struct A {
    x: u8,
}

#[derive(FastJson)]
#[fastjson(field_identifier)]
struct B;

#[derive(FastJson)]
#[fastjson(variant_identifier)]
struct C(String);

fn main() {}
