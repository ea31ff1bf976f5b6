struct User {
    id: u64,
    name: String,
    age: Option<u8>,
}
