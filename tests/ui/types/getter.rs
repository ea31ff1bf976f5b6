use fastjson::FastJson;

mod other {
    pub struct User {
        name: String,
    }

    impl User {
        pub fn name(&self) -> &str {
            &self.name
        }

        pub fn into_name(self) -> String {
            self.name
        }

        pub fn nth(&self, n: usize) -> String {
            self.name[n..].to_owned()
        }
    }
}

#[derive(FastJson)]
#[fastjson(remote = "other::User")]
struct Returns {
    #[fastjson(getter = "other::User::name")]
    name: String,
}

#[derive(FastJson)]
#[fastjson(remote = other::User)]
struct Takes {
    #[fastjson(getter = other::User::into_name)]
    name: String,
}

#[derive(FastJson)]
#[serde(remote = "other::User")]
struct Wants {
    #[serde(getter = "other::User::nth", skip_serializing_if = "String::is_empty")]
    name: String,
}

#[derive(FastJson)]
#[serde(remote = "other::User")]
struct Unknown {
    #[serde(getter = "other::User::nobody")]
    name: String,
}

macro_rules! from {
    ($($ty:ident)*) => {$(
        impl From<$ty> for other::User {
            fn from(_: $ty) -> other::User {
                loop {}
            }
        }
    )*};
}

from!(Returns Takes Wants Unknown);

fn main() {}
