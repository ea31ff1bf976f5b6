use fastjson::FastJson;

fn takes_text(_: &str, _: &mut fastjson::Writer<'_>) -> fastjson::Result<()> {
    Ok(())
}

fn gives_nothing(_: &u8, _: &mut fastjson::Writer<'_>) {}

fn reads_text(_: &mut fastjson::Cursor<'_>) -> fastjson::Result<String> {
    Ok(String::new())
}

fn reads_no_result(_: &mut fastjson::Cursor<'_>) -> u8 {
    0
}

#[derive(FastJson)]
struct User {
    #[fastjson(serialize_with = "takes_text", deserialize_with = "reads_text")]
    a: u8,
    #[fastjson(serialize_with = gives_nothing, deserialize_with = reads_no_result)]
    b: u8,
}

fn main() {}
