//! As `openapiv3`: references or items, schemas untagged or tagged by `type`, extensions flattened.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Any, document};
use crate::FastJson;
use crate::compare::{reads, refuses};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct OpenApi {
    openapi: String,
    info: Info,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    servers: Vec<Server>,
    paths: BTreeMap<String, ReferenceOr<PathItem>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    components: Option<Components>,
    #[serde(flatten, deserialize_with = "extensions")]
    extensions: BTreeMap<String, Any>,
}

/// Only what begins with `x-` is kept.
fn extensions<'de, D>(deserializer: D) -> Result<BTreeMap<String, Any>, D::Error>
where
    D: serde::Deserializer<'de>,
{
    let mut all = BTreeMap::<String, Any>::deserialize(deserializer)?;
    all.retain(|name, _| name.starts_with("x-"));
    Ok(all)
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct Info {
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    terms_of_service: Option<String>,
    version: String,
    #[serde(flatten)]
    extensions: BTreeMap<String, Any>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Server {
    url: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    variables: Option<BTreeMap<String, Variable>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Variable {
    #[serde(default, rename = "enum", skip_serializing_if = "Vec::is_empty")]
    enumeration: Vec<String>,
    default: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum ReferenceOr<T> {
    Reference {
        #[serde(rename = "$ref")]
        reference: String,
    },
    Item(T),
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
struct PathItem {
    #[serde(skip_serializing_if = "Option::is_none")]
    get: Option<Operation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    post: Option<Operation>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    parameters: Vec<ReferenceOr<Parameter>>,
    #[serde(flatten)]
    extensions: BTreeMap<String, Any>,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct Operation {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tags: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    operation_id: Option<String>,
    responses: Responses,
    #[serde(default, skip_serializing_if = "is_false")]
    deprecated: bool,
}

fn is_false(flag: &bool) -> bool {
    !flag
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
struct Responses {
    #[serde(skip_serializing_if = "Option::is_none")]
    default: Option<ReferenceOr<Response>>,
    #[serde(flatten)]
    responses: BTreeMap<String, ReferenceOr<Response>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Response {
    description: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    content: BTreeMap<String, MediaType>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct MediaType {
    schema: Option<ReferenceOr<Schema>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    example: Option<Any>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct ParameterData {
    name: String,
    #[serde(default, skip_serializing_if = "is_false")]
    required: bool,
    #[serde(flatten)]
    format: SchemaOrContent,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
enum SchemaOrContent {
    Schema(ReferenceOr<Schema>),
    Content(BTreeMap<String, MediaType>),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "in", rename_all = "camelCase")]
enum Parameter {
    Query {
        #[serde(flatten)]
        data: ParameterData,
        #[serde(default, skip_serializing_if = "is_false")]
        allow_reserved: bool,
        #[serde(default)]
        style: Style,
    },
    Path {
        #[serde(flatten)]
        data: ParameterData,
    },
    Header {
        #[serde(flatten)]
        data: ParameterData,
    },
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
enum Style {
    #[default]
    Form,
    SpaceDelimited,
    DeepObject,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Schema {
    #[serde(flatten)]
    data: SchemaData,
    #[serde(flatten)]
    kind: SchemaKind,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct SchemaData {
    #[serde(default, skip_serializing_if = "is_false")]
    nullable: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    default: Option<Any>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum SchemaKind {
    Type(Type),
    OneOf {
        #[serde(rename = "oneOf")]
        one_of: Vec<ReferenceOr<Schema>>,
    },
    AllOf {
        #[serde(rename = "allOf")]
        all_of: Vec<ReferenceOr<Schema>>,
    },
    Not {
        not: Box<ReferenceOr<Schema>>,
    },
    Any(AnySchema),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Type {
    String(StringType),
    Number {},
    Integer(IntegerType),
    Object(ObjectType),
    Array(ArrayType),
    Boolean {
        #[serde(default, rename = "enum", skip_serializing_if = "Vec::is_empty")]
        enumeration: Vec<Option<bool>>,
    },
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct StringType {
    #[serde(default, skip_serializing_if = "VariantOrUnknown::is_empty")]
    format: VariantOrUnknown<StringFormat>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_length: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum VariantOrUnknown<T> {
    Item(T),
    Unknown(String),
    #[default]
    Empty,
}

impl<T> VariantOrUnknown<T> {
    fn is_empty(&self) -> bool {
        matches!(self, VariantOrUnknown::Empty)
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "kebab-case")]
enum StringFormat {
    Date,
    DateTime,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct IntegerType {
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<i64>,
    #[serde(default, skip_serializing_if = "is_false")]
    exclusive_minimum: bool,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct ObjectType {
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    properties: BTreeMap<String, ReferenceOr<Box<Schema>>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    required: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    additional_properties: Option<AdditionalProperties>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum AdditionalProperties {
    Any(bool),
    Schema(Box<ReferenceOr<Schema>>),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct ArrayType {
    #[serde(skip_serializing_if = "Option::is_none")]
    items: Option<ReferenceOr<Box<Schema>>>,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
struct AnySchema {
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    typ: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
struct Components {
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    schemas: BTreeMap<String, ReferenceOr<Schema>>,
    #[serde(flatten)]
    extensions: BTreeMap<String, Any>,
}

#[test]
fn documents() {
    let api = document::<OpenApi>(
        r##"{"openapi":"3.0.0","info":{"title":"t","version":"1","x-logo":{"url":"u"}},"servers":[
        {"url":"/{v}","variables":{"v":{"default":"1","enum":["1"]}}}],"paths":{"/a":{"get":
        {"operationId":"a","responses":{"200":{"description":"ok","content":{"text/json":{"schema":
        {"$ref":"#/components/schemas/A"},"example":[1]}}},"default":{"$ref":"#/r"}}},"x-p":1},
        "/b":{"$ref":"#/p"}},"components":{"schemas":{"A":{"type":"string","format":"date"}}},
        "x-top":true,"y-top":false}"##,
    );
    assert_eq!(api.extensions.keys().collect::<Vec<_>>(), ["x-top"]);
    assert!(matches!(api.paths["/b"], ReferenceOr::Reference { .. }));
}

#[test]
fn schemas() {
    let object = document::<Schema>(
        r##"{"title":"o","type":"object","properties":{"id":{"type":"integer","minimum":0},"tags":
        {"items":{"$ref":"#/t"},"type":"array"},"when":{"type":"string","format":"date-time",
        "maxLength":9},"flag":{"type":"boolean","enum":[true,null]}},"required":["id"],
        "additionalProperties":false,"nullable":true}"##,
    );
    assert!(object.data.nullable && matches!(object.kind, SchemaKind::Type(Type::Object(_))));
    document::<Schema>(
        r##"{"oneOf":[{"type":"number"},{"$ref":"#/a"},{"not":{"type":"string"}}]}"##,
    );
    document::<Schema>(r#"{"default":{"a":[1]},"allOf":[]}"#);
    document::<Schema>(
        r#"{"type":"object","additionalProperties":{"type":"string","format":"x"}}"#,
    );
    // A type that no tag names falls through to any schema.
    reads(
        r#"{"type":"other","pattern":"p"}"#,
        Schema {
            data: SchemaData::default(),
            kind: SchemaKind::Any(AnySchema {
                typ: Some("other".into()),
                pattern: Some("p".into()),
            }),
        },
    );
    reads(
        "{}",
        Schema { data: SchemaData::default(), kind: SchemaKind::Any(AnySchema::default()) },
    );
    refuses::<Schema>(&["[]", "null", r#"{"nullable":1}"#, r#"{"type":true}"#]);
}

#[test]
fn parameters() {
    document::<Parameter>(
        r#"{"in":"query","name":"q","schema":{"type":"string"},"style":"deepObject"}"#,
    );
    document::<Parameter>(
        r#"{"name":"q","required":true,"content":{"a/b":{"schema":null}},"in":"path"}"#,
    );
    document::<ReferenceOr<Parameter>>(r##"{"$ref":"#/p"}"##);
    refuses::<Parameter>(&[
        r#"{"in":"query","name":"q"}"#,
        r#"{"in":"body","name":"q","schema":{}}"#,
        r#"{"in":"path","schema":{}}"#,
        r#"{"name":"q","schema":{}}"#,
    ]);
}
