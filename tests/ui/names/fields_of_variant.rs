use fastjson::FastJson;

#[derive(FastJson)]
enum Kind {
    #[fastjson(rename_all = "UPPERCASE")]
    A {
        x: u8,
        #[fastjson(rename = "X")]
        y: u8,
    },
}

fn main() {}
