//! Fields that cannot be referred to in place.

#[derive(fastjson::FastJson, Debug, PartialEq, Clone, Copy)]
#[repr(C, packed)]
struct Named {
    a: u8,
    b: u32,
    #[fastjson(default, skip_serializing_if = "Option::is_none")]
    c: Option<u16>,
}

#[derive(fastjson::FastJson, Debug, PartialEq, Clone, Copy)]
#[repr(Rust, packed(2))]
struct Tuple(u8, u64);

#[derive(fastjson::FastJson, Debug, PartialEq, Clone, Copy)]
#[repr(Rust, packed)]
struct Newtype(u64);

#[test]
fn all_shapes() {
    crate::round_trip(&Named { a: 1, b: 2, c: Some(3) }, r#"{"a":1,"b":2,"c":3}"#);
    crate::round_trip(&Tuple(1, 2), "[1,2]");
    crate::round_trip(&Newtype(1), "1");
}
