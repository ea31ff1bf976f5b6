use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(into = "u16")]
struct Port(u16);

impl From<Port> for u16 {
    fn from(port: Port) -> u16 {
        port.0
    }
}

fn main() {}
