#[fastjson(tag = "kind")]
enum Event {
    #[fastjson(rename = 1)]
    Started { at: u64 },
    #[fastjson(other)]
    Unknown {
        #[fastjson(tag)]
        kind: String,
        #[fastjson(flatten)]
        rest: BTreeMap<String, u8>,
    },
}
