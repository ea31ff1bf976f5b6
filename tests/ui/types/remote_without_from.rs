use fastjson::FastJson;

mod other {
    pub struct User {
        name: String,
    }

    impl User {
        pub fn name(&self) -> &String {
            &self.name
        }
    }
}

#[derive(FastJson)]
#[fastjson(remote = "other::User")]
struct UserDef {
    #[fastjson(getter = "other::User::name")]
    name: String,
}

fn main() {}
