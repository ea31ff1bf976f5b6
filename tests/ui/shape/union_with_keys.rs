use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(tag = "t", nonsense)]
union Bits {
    #[fastjson(rename = "n")]
    int: u32,
    float: f32,
}

fn main() {}
