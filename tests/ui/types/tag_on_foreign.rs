

use fastjson::FastJson;

#[derive(FastJson)]
struct Pair(u8, u8);

#[derive(FastJson)]
#[fastjson(tag = "type")]
enum Event {
    Moved(Pair),
    Stopped,
}

fn main() {}
