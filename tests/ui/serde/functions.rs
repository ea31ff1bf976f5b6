use fastjson::FastJson;

mod m {
    pub fn serialize<S: serde::Serializer>(_: &str, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_unit()
    }
    pub fn deserialize<'de, D: serde::Deserializer<'de>>(_: D) -> Result<String, D::Error> {
        Ok(String::new())
    }
}

#[derive(FastJson)]
struct User {
    #[serde(with = "m")]
    name: u8,
    #[serde(serialize_with = "nowhere")]
    id: u8,
}

fn main() {}
