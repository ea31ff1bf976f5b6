//! As Kubernetes and Docker: camel case, quantities, ports by number or name, one-key unions.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Any, document};
use crate::FastJson;
use crate::compare::{reads, refuses, round_trips};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct Object<Spec, Status = Any> {
    api_version: String,
    kind: String,
    metadata: ObjectMeta,
    spec: Spec,
    #[serde(default = "Option::default", skip_serializing_if = "Option::is_none")]
    status: Option<Status>,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase", default)]
struct ObjectMeta {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    labels: BTreeMap<String, String>,
    #[serde(rename = "uid", alias = "UID", skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    generation: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct PodSpec {
    containers: Vec<Container>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    volumes: Vec<Volume>,
    #[serde(default)]
    restart_policy: RestartPolicy,
    #[serde(rename = "hostIPC", default, skip_serializing_if = "Option::is_none")]
    host_ipc: Option<bool>,
}

#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, FastJson)]
enum RestartPolicy {
    #[default]
    Always,
    OnFailure,
    Never,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct Container {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    env: Vec<EnvVar>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    ports: Vec<Port>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    liveness_probe: Option<Probe>,
    #[serde(default)]
    resources: BTreeMap<Limit, BTreeMap<String, Quantity>>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "lowercase")]
enum Limit {
    Limits,
    Requests,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, FastJson)]
#[serde(transparent)]
struct Quantity(String);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct EnvVar {
    name: String,
    #[serde(flatten, default, skip_serializing_if = "Option::is_none")]
    value: Option<EnvValue>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
enum EnvValue {
    Value(String),
    ValueFrom(EnvSource),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
enum EnvSource {
    SecretKeyRef {
        name: String,
        key: String,
    },
    #[serde(rename_all = "camelCase")]
    FieldRef {
        field_path: String,
    },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct Port {
    container_port: u16,
    #[serde(default, skip_serializing_if = "Protocol::is_tcp")]
    protocol: Protocol,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "UPPERCASE")]
enum Protocol {
    #[default]
    Tcp,
    Udp,
}

impl Protocol {
    fn is_tcp(&self) -> bool {
        *self == Protocol::Tcp
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum IntOrString {
    Int(i32),
    String(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct Probe {
    #[serde(flatten)]
    handler: Handler,
    #[serde(default = "ten")]
    period_seconds: u32,
}

fn ten() -> u32 {
    10
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
enum Handler {
    Exec { command: Vec<String> },
    HttpGet { path: String, port: IntOrString },
    TcpSocket { port: IntOrString },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Volume {
    name: String,
    #[serde(flatten)]
    source: VolumeSource,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
enum VolumeSource {
    EmptyDir {},
    HostPath { path: String },
    ConfigMap(ConfigMap),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct ConfigMap {
    name: String,
    #[serde(default)]
    optional: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "type", content = "object", rename_all = "UPPERCASE")]
enum WatchEvent<T> {
    Added(T),
    Modified(T),
    Bookmark {},
    Error(BTreeMap<String, Any>),
}

/// Docker's own names: Pascal case, with exceptions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "PascalCase")]
struct Inspect {
    id: String,
    state: State,
    #[serde(rename = "HostConfig")]
    host: HostConfig,
    #[serde(default)]
    ports: BTreeMap<String, Option<Vec<Binding>>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "PascalCase")]
struct State {
    status: Status,
    #[serde(rename = "OOMKilled")]
    oom_killed: bool,
    pid: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "lowercase")]
enum Status {
    Created,
    Running,
    #[serde(other)]
    Unknown,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "PascalCase")]
struct HostConfig {
    binds: Option<Vec<String>>,
    memory: i64,
    #[serde(rename(serialize = "NanoCpus", deserialize = "NanoCPUs"), alias = "NanoCpus")]
    nano_cpus: Option<u64>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Binding {
    #[serde(rename = "HostIp", default)]
    host_ip: String,
    #[serde(rename = "HostPort")]
    host_port: IntOrString,
}

#[test]
fn pods() {
    let pod = document::<Object<PodSpec>>(
        r#"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a","labels":{"app":"b"},"UID":"u"},
        "spec":{"containers":[{"name":"c","image":"i:1","env":[{"name":"A","value":"1"},{"name":"B",
        "valueFrom":{"fieldRef":{"fieldPath":"x.y"}}},{"name":"C"}],"ports":[{"containerPort":80},
        {"containerPort":53,"protocol":"UDP"}],"livenessProbe":{"httpGet":{"path":"/","port":"web"},
        "periodSeconds":3},"resources":{"limits":{"cpu":"1"}}}],"volumes":[{"name":"v","emptyDir":
        {}},{"configMap":{"name":"m"},"name":"w"}]},"status":{"phase":"Running"}}"#,
    );
    assert_eq!(pod.spec.containers[0].env[2].value, None);
    assert_eq!(pod.metadata.id.as_deref(), Some("u"));
    reads(r#"{"tcpSocket":{"port":80}}"#, {
        Probe { handler: Handler::TcpSocket { port: IntOrString::Int(80) }, period_seconds: 10 }
    });
    refuses::<Probe>(&["{}", r#"{"periodSeconds":1}"#, r#"{"exec":{}}"#, r#"{"grpc":{"port":1}}"#]);
    refuses::<Volume>(&[r#"{"name":"v"}"#, r#"{"emptyDir":{}}"#]);
}

#[test]
fn events() {
    document::<WatchEvent<Object<BTreeMap<String, u8>, ()>>>(
        r#"{"type":"ADDED","object":{"apiVersion":"v1","kind":"K","metadata":{},"spec":{"a":1}}}"#,
    );
    document::<WatchEvent<u8>>(r#"{"object":1,"type":"MODIFIED"}"#);
    document::<WatchEvent<u8>>(r#"{"type":"ERROR","object":{"code":410,"message":"gone"}}"#);
    round_trips([WatchEvent::<u8>::Bookmark {}]);
    refuses::<WatchEvent<u8>>(&[r#"{"type":"DELETED","object":1}"#, r#"{"type":"ADDED"}"#]);
}

#[test]
fn containers() {
    let inspect = document::<Inspect>(
        r#"{"Id":"f00","State":{"Status":"paused","OOMKilled":false,"Pid":1},"HostConfig":{"Binds":
        null,"Memory":-1,"NanoCPUs":2},"Ports":{"80/tcp":[{"HostIp":"::","HostPort":"8080"}],
        "443/tcp":null}}"#,
    );
    assert_eq!(inspect.state.status, Status::Unknown);
    refuses::<HostConfig>(&[r#"{"Memory":1,"NanoCPUs":1,"NanoCpus":2}"#, r#"{"memory":1}"#]);
}
