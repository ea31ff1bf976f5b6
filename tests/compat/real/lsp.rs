//! As `lsp-types`: unions by `OneOf`, numbers or strings, capabilities full of options.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{Any, document};
use crate::FastJson;
use crate::compare::{accepts, reads, refuses, round_trips, write};

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum NumberOrString {
    Number(i32),
    String(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum OneOf<A, B> {
    Left(A),
    Right(B),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, FastJson)]
struct Position {
    line: u32,
    character: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, FastJson)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(transparent)]
struct DiagnosticSeverity(i32);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct Diagnostic {
    range: Range,
    #[serde(skip_serializing_if = "Option::is_none")]
    severity: Option<DiagnosticSeverity>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<NumberOrString>,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    related_information: Option<Vec<Any>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<Any>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct TextEdit {
    range: Range,
    new_text: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct AnnotatedTextEdit {
    #[serde(flatten)]
    text_edit: TextEdit,
    annotation_id: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct WorkspaceEdit {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    changes: Option<HashMap<String, Vec<TextEdit>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    document_changes: Option<DocumentChanges>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum DocumentChanges {
    Edits(Vec<TextDocumentEdit>),
    Operations(Vec<Operation>),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged, rename_all = "lowercase")]
enum Operation {
    Op(ResourceOp),
    Edit(TextDocumentEdit),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum ResourceOp {
    Create {
        uri: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        options: Option<CreateOptions>,
    },
    #[serde(rename_all = "camelCase")]
    Rename {
        old_uri: String,
        new_uri: String,
    },
    Delete(Delete),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Delete {
    uri: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct CreateOptions {
    overwrite: Option<bool>,
    ignore_if_exists: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct TextDocumentEdit {
    text_document: VersionedId,
    edits: Vec<OneOf<TextEdit, AnnotatedTextEdit>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct VersionedId {
    uri: String,
    version: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct ServerCapabilities {
    #[serde(skip_serializing_if = "Option::is_none")]
    text_document_sync: Option<SyncCapability>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hover_provider: Option<HoverCapability>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rename_provider: Option<OneOf<bool, RenameOptions>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    color_provider: Option<ColorCapability>,
    #[serde(skip_serializing_if = "Option::is_none")]
    experimental: Option<Any>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum SyncCapability {
    Kind(SyncKind),
    Options(SyncOptions),
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(transparent)]
struct SyncKind(i32);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct SyncOptions {
    #[serde(skip_serializing_if = "Option::is_none")]
    open_close: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<SyncKind>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum HoverCapability {
    Simple(bool),
    Options(WorkDone),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct WorkDone {
    #[serde(skip_serializing_if = "Option::is_none")]
    work_done_progress: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct RenameOptions {
    prepare_provider: Option<bool>,
    #[serde(flatten)]
    work_done: WorkDone,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum ColorCapability {
    Simple(bool),
    Provider {},
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Request {
    jsonrpc: Version,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<NumberOrString>,
    #[serde(flatten)]
    call: Call,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
enum Version {
    #[serde(rename = "2.0")]
    V2,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "method", content = "params")]
enum Call {
    #[serde(rename = "initialize")]
    Initialize { capabilities: HashMap<String, Any> },
    #[serde(rename = "textDocument/hover")]
    Hover(Position),
    #[serde(rename = "$/cancelRequest")]
    Cancel(Cancel),
    #[serde(rename = "exit")]
    Exit,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Cancel {
    id: NumberOrString,
}

#[test]
fn unions() {
    round_trips([NumberOrString::Number(-1), NumberOrString::String("1".into())]);
    refuses::<NumberOrString>(&["1.5", "2147483648", "null", "[]"]);
    document::<Diagnostic>(
        r#"{"range":{"start":{"line":0,"character":4},"end":{"line":0,"character":9}},"severity":1,
        "code":"E0001","source":"s","message":"m","relatedInformation":[{"location":{}}],"data":[1]}"#,
    );
    document::<WorkspaceEdit>(
        r#"{"changes":{"file:///a":[{"range":{"start":{"line":0,"character":0},"end":
        {"line":1,"character":2}},"newText":"x\n"}]}}"#,
    );
    let edit = document::<WorkspaceEdit>(
        r#"{"documentChanges":[{"kind":"create","uri":"a","options":{"overwrite":true}},{"kind":
        "rename","oldUri":"a","newUri":"b"},{"uri":"c","kind":"delete"},{"textDocument":{"uri":"d",
        "version":null},"edits":[{"range":[[0,0],[0,1]],"newText":"","annotationId":"i"}]}]}"#,
    );
    assert!(
        matches!(&edit.document_changes, Some(DocumentChanges::Operations(all)) if all.len() == 4)
    );
    reads(r#"{"documentChanges":[]}"#, {
        WorkspaceEdit { changes: None, document_changes: Some(DocumentChanges::Edits(vec![])) }
    });
    refuses::<WorkspaceEdit>(&[r#"{"documentChanges":[{"kind":"move","uri":"a"}]}"#, "[1]"]);
}

#[test]
fn capabilities() {
    document::<ServerCapabilities>(
        r#"{"textDocumentSync":{"openClose":true,"change":2},"hoverProvider":true,"renameProvider":
        {"prepareProvider":true,"workDoneProgress":false},"colorProvider":{},"experimental":{"x":[]}}"#,
    );
    document::<ServerCapabilities>(
        r#"{"textDocumentSync":1,"hoverProvider":{},"renameProvider":false,"colorProvider":true}"#,
    );
    assert_eq!(write(&ServerCapabilities::default()).as_deref(), Some("{}"));
    accepts::<ServerCapabilities>(&["{}", r#"{"hoverProvider":null,"other":[1]}"#]);
    refuses::<ServerCapabilities>(&[
        r#"{"hoverProvider":1}"#,
        r#"{"renameProvider":"x"}"#,
        r#"{"textDocumentSync":"full"}"#,
    ]);
}

#[test]
fn requests() {
    document::<Request>(
        r#"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{"line":1,"character":2}}"#,
    );
    document::<Request>(r#"{"jsonrpc":"2.0","params":{"id":"x"},"method":"$/cancelRequest"}"#);
    document::<Request>(r#"{"method":"exit","jsonrpc":"2.0"}"#);
    document::<Request>(
        r#"{"id":"a","params":{"capabilities":{"x":{}}},"jsonrpc":"2.0","method":"initialize"}"#,
    );
    refuses::<Request>(&[
        r#"{"jsonrpc":"1.0","method":"exit"}"#,
        r#"{"jsonrpc":"2.0","method":"other"}"#,
        r#"{"jsonrpc":"2.0","id":1}"#,
        r#"{"jsonrpc":"2.0","method":"textDocument/hover"}"#,
        r#"{"jsonrpc":"2.0","method":"exit","params":{}}"#,
    ]);
}
