//! As `oci-spec`: image manifests in camel case, configurations in Pascal case, digests through strings.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::document;
use crate::FastJson;
use crate::compare::{reads, refuses, round_trips};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct Manifest {
    schema_version: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    media_type: Option<MediaType>,
    config: Descriptor,
    layers: Vec<Descriptor>,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<Descriptor>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    annotations: Option<HashMap<String, String>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, FastJson)]
#[serde(from = "String", into = "String")]
enum MediaType {
    Manifest,
    Index,
    LayerGzip,
    Other(String),
}

const MEDIA_TYPES: [(&str, MediaType); 3] = [
    ("application/vnd.oci.image.manifest.v1+json", MediaType::Manifest),
    ("application/vnd.oci.image.index.v1+json", MediaType::Index),
    ("application/vnd.oci.image.layer.v1.tar+gzip", MediaType::LayerGzip),
];

impl From<String> for MediaType {
    fn from(text: String) -> MediaType {
        let known = MEDIA_TYPES.into_iter().find(|(name, _)| *name == text);
        known.map_or(MediaType::Other(text), |(_, known)| known)
    }
}

impl From<MediaType> for String {
    fn from(media_type: MediaType) -> String {
        match media_type {
            MediaType::Other(text) => text,
            known => {
                let entry = MEDIA_TYPES.into_iter().find(|(_, other)| *other == known);
                entry.expect("it is in the table").0.into()
            }
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(try_from = "String", into = "String")]
struct Digest {
    algorithm: String,
    hex: String,
}

impl TryFrom<String> for Digest {
    type Error = String;

    fn try_from(text: String) -> Result<Digest, String> {
        match text.split_once(':') {
            Some((algorithm, hex)) if hex.chars().all(|c| c.is_ascii_hexdigit()) => {
                Ok(Digest { algorithm: algorithm.into(), hex: hex.into() })
            }
            _ => Err(format!("`{text}` is no digest")),
        }
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> String {
        format!("{}:{}", digest.algorithm, digest.hex)
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    media_type: MediaType,
    digest: Digest,
    size: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    urls: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    platform: Option<Platform>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    annotations: BTreeMap<String, String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Platform {
    architecture: Arch,
    os: Os,
    #[serde(rename = "os.version", default, skip_serializing_if = "Option::is_none")]
    os_version: Option<String>,
    #[serde(rename = "os.features", default, skip_serializing_if = "Option::is_none")]
    os_features: Option<Vec<String>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "lowercase")]
enum Arch {
    Amd64,
    Arm64,
    #[serde(rename = "386")]
    I386,
    #[serde(untagged)]
    Other(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "lowercase")]
enum Os {
    Linux,
    Windows,
    Darwin,
    #[serde(other)]
    Other,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Image {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    created: Option<String>,
    #[serde(flatten)]
    platform: Platform,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    config: Option<Config>,
    rootfs: RootFs,
    #[serde(default)]
    history: Vec<History>,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "PascalCase")]
struct Config {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    user: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "set")]
    exposed_ports: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    env: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cmd: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "HashSet::is_empty")]
    volumes: HashSet<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    working_dir: Option<String>,
    #[serde(rename = "StopSIG", default)]
    stop_signal: Option<String>,
}

/// Go's `map[string]struct{}`.
mod set {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    struct Empty {}

    pub(super) fn serialize<S: Serializer>(
        list: &Option<Vec<String>>,
        s: S,
    ) -> Result<S::Ok, S::Error> {
        let map = list.iter().flatten().map(|name| (name, Empty {}));
        map.collect::<BTreeMap<_, _>>().serialize(s)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        d: D,
    ) -> Result<Option<Vec<String>>, D::Error> {
        let map = Option::<BTreeMap<String, Empty>>::deserialize(d)?;
        Ok(map.map(|map| map.into_keys().collect()))
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct RootFs {
    #[serde(rename = "type")]
    kind: String,
    diff_ids: Vec<Digest>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(default, deny_unknown_fields)]
struct History {
    #[serde(skip_serializing_if = "Option::is_none")]
    created_by: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    empty_layer: bool,
    retries: u8,
}

impl Default for History {
    fn default() -> History {
        History { created_by: None, empty_layer: false, retries: 3 }
    }
}

#[test]
fn manifests() {
    let manifest = document::<Manifest>(
        r#"{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":
        {"mediaType":"application/vnd.oci.image.config.v1+json","size":7023,"digest":"sha256:b5b2"},
        "layers":[{"mediaType":"application/vnd.oci.image.layer.v1.tar+gzip","size":32654,
        "digest":"sha256:9834876d","urls":["https://a/b"],"platform":{"architecture":"386","os":
        "linux","os.version":"1"}}],"annotations":{"com.example.key1":"value1"}}"#,
    );
    assert_eq!(manifest.media_type, Some(MediaType::Manifest));
    refuses::<Digest>(&[r#""sha256""#, r#""sha256:xyz""#, "1", "null"]);
    round_trips([MediaType::Index, MediaType::Other("text/plain".into())]);
}

#[test]
fn images() {
    let image = document::<Image>(
        r#"{"created":"2015-10-31T22:22:56Z","architecture":"arm64","os":"darwin","config":{"User":
        "alice","ExposedPorts":{"8080/tcp":{}},"Env":["A=B"],"Cmd":null,"Volumes":["/a"],
        "WorkingDir":"/home"},"rootfs":{"type":"layers","diff_ids":["sha256:c6f9","sha256:5f70"]},
        "history":[{"created_by":"/bin/sh","empty_layer":true},{}]}"#,
    );
    assert_eq!(image.history[1], History::default());
    reads(r#"{"architecture":"riscv","os":"x"}"#, {
        let architecture = Arch::Other("riscv".into());
        Platform { architecture, os: Os::Other, os_version: None, os_features: None }
    });
    refuses::<Image>(&[r#"{"os":"linux","rootfs":{"type":"layers","diff_ids":[]}}"#, "{}"]);
    refuses::<History>(&[r#"{"comment":"x"}"#, r#"{"empty_layer":null}"#]);
}
