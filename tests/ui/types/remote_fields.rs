use fastjson::FastJson;

mod other {
    pub struct User {
        pub id: u64,
        name: String,
    }

    pub struct Pair(pub u8, u8);

    pub enum Kind {
        Number(u8),
        Point { x: u8 },
        More,
    }
}

#[derive(FastJson)]
#[fastjson(remote = "other::User")]
struct Private {
    id: u64,
    name: String,
}

#[derive(FastJson)]
#[fastjson(remote = "other::Pair")]
struct Pair(u8, u8);

#[derive(FastJson)]
#[fastjson(remote = "other::User")]
struct Other {
    id: u32,
    age: u8,
}

#[derive(FastJson)]
#[fastjson(remote = "other::Kind")]
enum Kind {
    Number(u16),
    Point { x: u16 },
    Less,
}

#[derive(FastJson)]
#[fastjson(remote = "other::Nothing")]
struct Nothing;

fn main() {}
