use fastjson::FastJson;

#[derive(Clone, FastJson)]
#[fastjson(from = "u16", into = "u16")]
struct Port(u16);

#[derive(Clone, FastJson)]
#[fastjson(try_from = "u16", into = u32)]
struct Size(u16);

#[derive(FastJson)]
#[fastjson(from = "Nowhere")]
struct Lost(u16);

fn main() {}
