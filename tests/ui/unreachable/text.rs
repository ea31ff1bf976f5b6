use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(untagged)]
enum Text<'a> {
    Owned(String),
    Borrowed(&'a str),
    Char(char),
}

fn main() {}
