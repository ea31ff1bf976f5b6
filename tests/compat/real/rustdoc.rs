//! As `rustdoc-types`: items by id, kinds as externally tagged enums of snake-case names.

use std::collections::HashMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::document;
use crate::FastJson;
use crate::compare::{reads, refuses, round_trips};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Crate {
    root: Id,
    crate_version: Option<String>,
    includes_private: bool,
    index: HashMap<Id, Item>,
    paths: HashMap<Id, Summary>,
    external_crates: HashMap<u32, External>,
    format_version: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, FastJson)]
#[serde(transparent)]
struct Id(u32);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct External {
    name: String,
    html_root_url: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Summary {
    crate_id: u32,
    path: Vec<String>,
    kind: Kind,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Item {
    id: Id,
    crate_id: u32,
    name: Option<String>,
    span: Option<Span>,
    visibility: Visibility,
    docs: Option<String>,
    links: HashMap<String, Id>,
    attrs: Vec<Attribute>,
    deprecation: Option<Deprecation>,
    inner: Inner,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Span {
    filename: PathBuf,
    begin: (usize, usize),
    end: (usize, usize),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Deprecation {
    since: Option<String>,
    note: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "snake_case")]
enum Visibility {
    Public,
    Default,
    Crate,
    Restricted { parent: Id, path: String },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "snake_case")]
enum Attribute {
    NonExhaustive,
    MustUse { reason: Option<String> },
    Repr(Repr),
    TargetFeature { enable: Vec<String> },
    Other(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Repr {
    kind: Kind,
    align: Option<u64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Module,
    Struct,
    StructField,
    Function,
    Primitive,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "snake_case")]
enum Inner {
    Module {
        is_crate: bool,
        items: Vec<Id>,
    },
    ExternCrate {
        name: String,
        rename: Option<String>,
    },
    Struct(Struct),
    StructField(Type),
    Variant(Variant),
    Function(Function),
    Macro(String),
    ExternType,
    AssocConst {
        #[serde(rename = "type")]
        type_: Type,
        value: Option<String>,
    },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Struct {
    kind: StructKind,
    impls: Vec<Id>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "snake_case")]
enum StructKind {
    Unit,
    Tuple(Vec<Option<Id>>),
    Plain { fields: Vec<Id>, has_stripped_fields: bool },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Variant {
    kind: StructKind,
    discriminant: Option<Discriminant>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Discriminant {
    expr: String,
    value: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Function {
    sig: Signature,
    header: Header,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Signature {
    inputs: Vec<(String, Type)>,
    output: Option<Type>,
    is_c_variadic: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Header {
    is_const: bool,
    is_unsafe: bool,
    abi: Abi,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
enum Abi {
    Rust,
    C { unwind: bool },
    Other(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "snake_case")]
enum Type {
    ResolvedPath(Path),
    Generic(String),
    Primitive(String),
    Tuple(Vec<Type>),
    Slice(Box<Type>),
    Array {
        #[serde(rename = "type")]
        type_: Box<Type>,
        len: String,
    },
    Infer,
    BorrowedRef {
        lifetime: Option<String>,
        is_mutable: bool,
        #[serde(rename = "type")]
        type_: Box<Type>,
    },
    QualifiedPath {
        name: String,
        self_type: Box<Type>,
        #[serde(rename = "trait")]
        trait_: Option<Path>,
    },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Path {
    path: String,
    id: Id,
    args: Option<Box<Args>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "snake_case")]
enum Args {
    AngleBracketed { args: Vec<Arg> },
    Parenthesized { inputs: Vec<Type>, output: Option<Type> },
    ReturnTypeNotation,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "snake_case")]
enum Arg {
    Lifetime(String),
    Type(Type),
    Infer,
}

#[test]
fn a_crate() {
    let krate = document::<Crate>(
        r#"{"root":0,"crate_version":"1.0.0","includes_private":false,"index":{"0":{"id":0,
        "crate_id":0,"name":"krate","span":{"filename":"src/lib.rs","begin":[1,1],"end":[9,2]},
        "visibility":"public","docs":null,"links":{"`Vec`":7},"attrs":["non_exhaustive",
        {"must_use":{"reason":null}},{"other":"inline"}],"deprecation":null,
        "inner":{"module":{"is_crate":true,"items":[1,2]}}}},
        "paths":{"7":{"crate_id":2,"path":["alloc","vec","Vec"],"kind":"struct"}},
        "external_crates":{"2":{"name":"alloc","html_root_url":null}},"format_version":57,
        "target":{"triple":"x86_64-unknown-linux-gnu","target_features":[]}}"#,
    );
    assert_eq!(krate.index[&Id(0)].links["`Vec`"], Id(7));
}

#[test]
fn inners() {
    document::<Inner>(
        r#"{"function":{"sig":{"inputs":[["self",{"borrowed_ref":{"lifetime":"'a","is_mutable":true,
        "type":{"generic":"Self"}}}],["x",{"slice":{"primitive":"u8"}}]],"output":{"resolved_path":
        {"path":"Option","id":3,"args":{"angle_bracketed":{"args":[{"lifetime":"'a"},{"type":
        {"tuple":[]}},"infer"]}}}},"is_c_variadic":false},"generics":{"params":[]},
        "header":{"is_const":true,"is_unsafe":false,"is_async":false,"abi":{"C":{"unwind":false}}}}}"#,
    );
    document::<Inner>(
        r#"{"assoc_const":{"type":{"array":{"type":"infer","len":"3"}},"value":"1"}}"#,
    );
    document::<Inner>(
        r#"{"struct_field":{"qualified_path":{"name":"Item","args":null,"self_type":{"generic":"I"},"trait":{"path":"Iterator","id":4,"args":null}}}}"#,
    );
    round_trips([
        Inner::Struct(Struct { kind: StructKind::Unit, impls: vec![] }),
        Inner::Struct(Struct {
            kind: StructKind::Tuple(vec![None, Some(Id(1))]),
            impls: vec![Id(2)],
        }),
        Inner::Variant(Variant {
            kind: StructKind::Plain { fields: vec![Id(1)], has_stripped_fields: false },
            discriminant: Some(Discriminant { expr: "A".into(), value: "1".into() }),
        }),
        Inner::Macro("macro_rules! m { () => {\n} }".into()),
        Inner::ExternType,
        Inner::ExternCrate { name: "std".into(), rename: None },
    ]);
    round_trips([Visibility::Public, Visibility::Restricted { parent: Id(1), path: "::a".into() }]);
    reads(r#"{"crate":null}"#, Visibility::Crate);
    refuses::<Visibility>(&[r#""restricted""#, r#"{"restricted":null}"#, r#""Public""#]);
}
