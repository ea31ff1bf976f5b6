use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(remote = "other::Bits")]
union Bits {
    int: u32,
    float: f32,
}

fn main() {}
