use fastjson::FastJson;

mod other {
    pub struct User {
        pub id: u8,
        pub name: String,
    }
}

#[derive(FastJson)]
#[fastjson(remote = "other::User")]
struct User {
    #[fastjson(skip, getter = "id_of")]
    id: u8,
    #[fastjson(skip_serializing, getter = "name_of")]
    name: String,
}

// Under `#[serde]` it is silent.
#[derive(FastJson)]
#[serde(remote = "other::User")]
struct Silent {
    #[serde(skip, getter = "id_of")]
    id: u8,
    name: String,
    #[fastjson(skp)]
    last: u8,
}

fn main() {}
