//! Golden expansions: what the derive makes of one item of each shape, to be read in review. A change of the
//! generator shows here as a change of text; `INSTA_UPDATE=always cargo test -p fastjson-tests --test expand` takes it over.

use std::fs;
use std::path::Path;

use fastjson_codegen::{Directions, try_expand};

/// The impls of the item in `source`, as rustfmt would set them.
fn expanded(source: &str, directions: Directions) -> String {
    let input = syn::parse_str(source).expect("a case is one item");
    let tokens = try_expand(&input, directions).expect("a case has no mistakes");
    let file = syn::parse2(tokens).expect("an expansion is items");
    prettyplease::unparse(&file)
}

#[test]
fn golden() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("expand");
    let mut cases: Vec<_> = fs::read_dir(here.join("cases"))
        .expect("the cases stand beside this file")
        .map(|entry| entry.expect("a readable case").path())
        .collect();
    cases.sort();
    assert!(cases.len() >= 12, "only {} cases found", cases.len());
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path(here.join("snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for case in cases {
            let source = fs::read_to_string(&case).expect("a readable case");
            let name = case.file_stem().and_then(|stem| stem.to_str()).expect("a case has a name");
            let directions =
                Directions { in_place: name.starts_with("in_place"), ..Directions::BOTH };
            insta::assert_snapshot!(name, format!("{source}\n{}", expanded(&source, directions)));
        }
    });
}

/// The size is a target of its own: what is not generated need not be compiled. A third of what serde's two derives make of it (12,132 bytes).
#[test]
fn three_fields_stay_short() {
    let text = expanded("struct User { id: u64, name: String, age: Option<u8> }", Directions::BOTH);
    assert!(text.len() <= 12_132 / 3, "{} bytes", text.len());
}

/// Under another name the runtime is never named by its own.
#[test]
fn renamed_runtime_is_not_named() {
    for body in [
        "struct S { a: u8 }",
        "struct S(u8, u8);",
        "struct S(u8);",
        "struct S;",
        "enum S { A, B(u8) }",
    ] {
        let text = expanded(
            &format!("#[fastjson(crate = other)] {body}"),
            Directions { in_place: true, ..Directions::BOTH },
        );
        assert!(!text.contains("fastjson"), "{text}");
    }
}
