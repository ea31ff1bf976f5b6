//! As `cargo_metadata`: packages, kebab-case names, messages tagged by `reason`.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;

use serde::{Deserialize, Deserializer, Serialize};

use super::{Any, document};
use crate::FastJson;
use crate::compare::{accepts, reads, refuses, write};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Metadata {
    packages: Vec<Package>,
    workspace_members: Vec<PackageId>,
    #[serde(default)]
    workspace_default_members: Members,
    resolve: Option<Resolve>,
    workspace_root: PathBuf,
    #[serde(rename = "metadata", default)]
    workspace_metadata: Option<Any>,
    version: usize,
    #[serde(skip)]
    private: (),
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, FastJson)]
#[serde(transparent)]
struct PackageId {
    repr: String,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
#[serde(transparent)]
struct Members(Option<Vec<String>>);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Package {
    name: String,
    version: Version,
    #[serde(default)]
    authors: Vec<String>,
    id: PackageId,
    source: Option<Source>,
    dependencies: Vec<Dependency>,
    targets: Vec<Target>,
    features: BTreeMap<String, Vec<String>>,
    #[serde(default = "edition")]
    edition: Edition,
    #[serde(default, skip_serializing_if = "Any::is_null")]
    metadata: Any,
    rust_version: Option<Version>,
}

impl Any {
    fn is_null(&self) -> bool {
        *self == Any::Null
    }
}

fn edition() -> Edition {
    Edition::E2015
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(transparent)]
struct Source {
    repr: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, FastJson)]
enum Edition {
    #[serde(rename = "2015")]
    E2015,
    #[serde(rename = "2018")]
    E2018,
    #[serde(rename = "2021", alias = "2024")]
    E2021,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(try_from = "String", into = "String")]
struct Version(Vec<u64>);

impl TryFrom<String> for Version {
    type Error = std::num::ParseIntError;

    fn try_from(text: String) -> Result<Version, Self::Error> {
        text.split('.').map(str::parse).collect::<Result<_, _>>().map(Version)
    }
}

impl From<Version> for String {
    fn from(version: Version) -> String {
        version.0.iter().map(u64::to_string).collect::<Vec<_>>().join(".")
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Dependency {
    name: String,
    req: String,
    #[serde(deserialize_with = "null_is_normal")]
    kind: DependencyKind,
    optional: bool,
    uses_default_features: bool,
    target: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rename: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "lowercase")]
enum DependencyKind {
    #[default]
    Normal,
    #[serde(rename = "dev")]
    Development,
    Build,
    #[serde(other)]
    Unknown,
}

fn null_is_normal<'de, D: Deserializer<'de>>(d: D) -> Result<DependencyKind, D::Error> {
    Option::deserialize(d).map(Option::unwrap_or_default)
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "kebab-case")]
struct Target {
    name: String,
    kind: Vec<TargetKind>,
    #[serde(default)]
    required_features: Vec<String>,
    #[serde(rename = "src_path")]
    src_path: PathBuf,
    #[serde(default = "yes")]
    doctest: bool,
}

fn yes() -> bool {
    true
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "kebab-case")]
enum TargetKind {
    Bin,
    Lib,
    ProcMacro,
    CustomBuild,
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Resolve {
    nodes: Vec<Node>,
    root: Option<PackageId>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Node {
    id: PackageId,
    #[serde(default)]
    deps: Vec<NodeDep>,
    dependencies: Vec<PackageId>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct NodeDep {
    name: String,
    pkg: PackageId,
    #[serde(default)]
    dep_kinds: Vec<HashMap<String, Option<String>>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "reason", rename_all = "kebab-case")]
enum Report {
    CompilerArtifact(Artifact),
    CompilerMessage(FromCompiler),
    BuildScriptExecuted {
        package_id: PackageId,
        linked_libs: Vec<PathBuf>,
        env: Vec<(String, String)>,
    },
    BuildFinished {
        success: bool,
    },
    #[serde(skip)]
    TextLine(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Artifact {
    package_id: PackageId,
    target: Target,
    profile: Profile,
    features: Vec<String>,
    executable: Option<PathBuf>,
    fresh: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Profile {
    opt_level: String,
    debuginfo: DebugInfo,
    test: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum DebugInfo {
    Level(u32),
    Named(DebugName),
    Nothing,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "kebab-case")]
enum DebugName {
    LineTablesOnly,
    LineDirectivesOnly,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct FromCompiler {
    package_id: PackageId,
    message: Diagnostic,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Diagnostic {
    message: String,
    code: Option<Code>,
    level: Level,
    children: Vec<Diagnostic>,
    rendered: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Code {
    code: String,
    explanation: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "lowercase")]
enum Level {
    #[serde(rename = "error: internal compiler error")]
    Ice,
    Error,
    Warning,
    #[serde(rename = "failure-note")]
    FailureNote,
}

#[test]
fn metadata() {
    let metadata = document::<Metadata>(
        r#"{"packages":[{"name":"a","version":"0.1.0","id":"path+file:///a#0.1.0","license":"MIT",
        "source":null,"dependencies":[{"name":"serde","source":"registry","req":"^1","kind":null,
        "rename":null,"optional":true,"uses_default_features":false,"features":["derive"],
        "target":"cfg(unix)"}],"targets":[{"kind":["proc-macro"],"crate_types":["proc-macro"],
        "name":"a","src_path":"/a/src/lib.rs","edition":"2021"},{"kind":["example","bin"],"name":"b",
        "src_path":"/b.rs","required-features":["x"],"doctest":false}],"features":{"default":["x"],
        "x":[]},"edition":"2024","metadata":{"docs":{"all":true}},"rust_version":"1.88"}],
        "workspace_members":["path+file:///a#0.1.0"],"resolve":{"nodes":[{"id":"a","deps":[{"name":
        "serde","pkg":"serde 1","dep_kinds":[{"kind":"dev","target":null}]}],"dependencies":["s"],
        "features":[]}],"root":null},"workspace_root":"/a","target_directory":"/t","version":1}"#,
    );
    let package = &metadata.packages[0];
    assert_eq!(package.targets[1].kind[0], TargetKind::Unknown("example".into()));
    assert_eq!(package.dependencies[0].kind, DependencyKind::Normal);
    reads(r#""whatever""#, DependencyKind::Unknown);
    refuses::<Package>(&["{}", r#"{"name":"a","version":"x"}"#]);
}

#[test]
fn messages() {
    document::<Report>(
        r#"{"reason":"compiler-artifact","package_id":"a","manifest_path":"/a","target":{"kind":
        ["lib"],"name":"a","src_path":"/a"},"profile":{"opt_level":"0","debuginfo":2,"test":false},
        "features":[],"filenames":[],"executable":null,"fresh":true}"#,
    );
    document::<Report>(
        r#"{"package_id":"a","message":{"$message_type":"diagnostic","message":"m","code":{"code":
        "E0277","explanation":null},"level":"error","spans":[],"children":[{"children":[],"code":null,
        "level":"failure-note","message":"n","rendered":null}],"rendered":"r\n"},
        "reason":"compiler-message"}"#,
    );
    document::<Report>(
        r#"{"reason":"build-script-executed","package_id":"a","linked_libs":["x"],"env":[["K","V"]]}"#,
    );
    document::<Report>(r#"{"reason":"build-finished","success":true}"#);
    assert_eq!(write(&Report::TextLine("line".into())), None);
    accepts::<DebugInfo>(&["0", "null", r#""line-tables-only""#]);
    refuses::<DebugInfo>(&[r#""full""#, "-1", "true", "{}"]);
    refuses::<Report>(&[
        r#"{"reason":"text-line","line":"x"}"#,
        r#"{"success":true}"#,
        r#"{"reason":"build-finished"}"#,
        r#"{"reason":"other"}"#,
    ]);
}
