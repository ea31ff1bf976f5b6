#[fastjson(rename_all = "kebab-case")]
enum Color {
    Red,
    DarkGreen,
    #[fastjson(rename = "b", alias = "blue")]
    Blue,
}
