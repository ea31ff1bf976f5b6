use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(rename_all = "camelCase", deny_unknown_fields)]
struct Server {
    host_name: String,
    #[fastjson(default, skip_serializing_if = "Vec::is_empty")]
    ports: Vec<u16>,
    access: Access,
}

#[derive(FastJson)]
#[rustfmt::skip]
enum Access { Open, Key { path: String } }

fn main() -> fastjson::Result<()> {
    let text = r#"{"hostName": "db1", "access": {"Key": {"path": "/etc/key"}}, "ports": []}"#;
    let server: Server = fastjson::from_str(text)?;
    println!("{}: {}", server.host_name, fastjson::to_string(&server)?);
    let err = fastjson::from_str::<Server>(r#"{"hostName": "db2", "prots": [80]}"#).err();
    println!("{}", err.map_or_else(String::new, |err| err.render()));
    Ok(())
}
