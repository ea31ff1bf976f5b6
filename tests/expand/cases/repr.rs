#[fastjson(repr)]
#[repr(u8)]
enum Level {
    Low = 1,
    High,
    #[fastjson(other)]
    Unknown,
}
