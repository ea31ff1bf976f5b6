use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(skip_serializing_if = "f")]
enum Kind {
    #[fastjson(default)]
    A {
        #[fastjson(rename_all = "camelCase", crate = fastjson, ignore_serde)]
        x: u8,
    },
}

fn main() {}
