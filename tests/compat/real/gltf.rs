//! As `gltf-json`: indices, defaults by functions, numbers for kinds, camel case throughout.

use std::collections::HashMap;
use std::fmt;
use std::marker::PhantomData;

use serde::{Deserialize, Serialize};

use super::{Any, document};
use crate::FastJson;
use crate::compare::{reads, refuses, round_trips, write};

#[derive(Serialize, Deserialize, FastJson)]
#[serde(transparent, bound = "")]
struct Index<T>(u32, #[serde(skip)] PhantomData<fn() -> T>);

impl<T> Clone for Index<T> {
    fn clone(&self) -> Index<T> {
        Index(self.0, PhantomData)
    }
}

impl<T> PartialEq for Index<T> {
    fn eq(&self, other: &Index<T>) -> bool {
        self.0 == other.0
    }
}

impl<T> fmt::Debug for Index<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct Root {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    accessors: Vec<Accessor>,
    asset: Asset,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    extensions_used: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    materials: Vec<Material>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    meshes: Vec<Mesh>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    nodes: Vec<Node>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scene: Option<Index<Scene>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    scenes: Vec<Scene>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct Asset {
    #[serde(skip_serializing_if = "Option::is_none")]
    generator: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    extras: Option<Any>,
    version: String,
}

impl Default for Asset {
    fn default() -> Asset {
        Asset { generator: None, extras: None, version: "2.0".into() }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct Accessor {
    #[serde(skip_serializing_if = "Option::is_none")]
    buffer_view: Option<Index<Root>>,
    #[serde(default, skip_serializing_if = "is_zero")]
    byte_offset: u64,
    component_type: ComponentType,
    count: u64,
    #[serde(rename = "type")]
    type_: AccessorType,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    min: Option<Vec<f32>>,
    #[serde(default)]
    normalized: bool,
}

fn is_zero(n: &u64) -> bool {
    *n == 0
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(try_from = "u32", into = "u32")]
enum ComponentType {
    I8 = 5120,
    U8,
    F32 = 5126,
}

impl TryFrom<u32> for ComponentType {
    type Error = String;

    fn try_from(n: u32) -> Result<ComponentType, String> {
        [ComponentType::I8, ComponentType::U8, ComponentType::F32]
            .into_iter()
            .find(|kind| *kind as u32 == n)
            .ok_or_else(|| format!("{n} is no component type"))
    }
}

impl From<ComponentType> for u32 {
    fn from(kind: ComponentType) -> u32 {
        kind as u32
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "UPPERCASE")]
enum AccessorType {
    Scalar,
    Vec3,
    Mat4,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct Material {
    #[serde(skip_serializing_if = "Option::is_none")]
    alpha_cutoff: Option<Cutoff>,
    #[serde(default)]
    alpha_mode: AlphaMode,
    #[serde(default)]
    double_sided: bool,
    #[serde(default)]
    pbr_metallic_roughness: Pbr,
    #[serde(default)]
    emissive_factor: EmissiveFactor,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(transparent)]
struct Cutoff(f32);

#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "UPPERCASE")]
enum AlphaMode {
    #[default]
    Opaque,
    Mask,
    Blend,
}

#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, FastJson)]
struct EmissiveFactor([f32; 3]);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(default, rename_all = "camelCase")]
struct Pbr {
    base_color_factor: [f32; 4],
    #[serde(skip_serializing_if = "Option::is_none")]
    base_color_texture: Option<TextureInfo>,
    metallic_factor: f32,
}

impl Default for Pbr {
    fn default() -> Pbr {
        Pbr { base_color_factor: [1.0; 4], base_color_texture: None, metallic_factor: 1.0 }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct TextureInfo {
    index: Index<Any>,
    #[serde(default)]
    tex_coord: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    extensions: Option<TextureExtensions>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct TextureExtensions {
    #[serde(rename = "KHR_texture_transform", default, skip_serializing_if = "Option::is_none")]
    transform: Option<Transform>,
    #[serde(flatten)]
    others: HashMap<String, Any>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase", default = "Transform::identity")]
struct Transform {
    offset: (f32, f32),
    rotation: f32,
}

impl Transform {
    fn identity() -> Transform {
        Transform { offset: (0.0, 0.0), rotation: 0.5 }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Mesh {
    primitives: Vec<Primitive>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weights: Option<Vec<f32>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct Primitive {
    #[serde(with = "attributes")]
    attributes: Vec<(String, Index<Accessor>)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    indices: Option<Index<Accessor>>,
    #[serde(default = "triangles")]
    mode: u8,
}

fn triangles() -> u8 {
    4
}

mod attributes {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Deserializer, Serializer};

    use super::{Accessor, Index};

    type Attributes = Vec<(String, Index<Accessor>)>;

    pub(super) fn serialize<S: Serializer>(list: &Attributes, s: S) -> Result<S::Ok, S::Error> {
        s.collect_map(list.iter().map(|(name, index)| (name, index)))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<Attributes, D::Error> {
        BTreeMap::deserialize(d).map(|map| map.into_iter().collect())
    }
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
struct Node {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    children: Option<Vec<Index<Node>>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    matrix: Option<[f32; 16]>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rotation: Option<Quaternion>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Quaternion([f32; 4]);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Scene {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    nodes: Vec<Index<Node>>,
}

#[test]
fn documents() {
    let root = document::<Root>(
        r#"{"asset":{"version":"2.0","generator":"g","extras":{"a":1}},"scene":0,"scenes":[{"nodes":
        [0,1]}],"nodes":[{"children":[1]},{"rotation":[0,0,0,1],"name":"n"}],"meshes":[{"primitives":
        [{"attributes":{"POSITION":1,"NORMAL":2},"indices":0}]}],"accessors":[{"bufferView":0,
        "componentType":5126,"count":3,"type":"VEC3","min":[-1.5,0,0.25]}]}"#,
    );
    assert_eq!(root.meshes[0].primitives[0].mode, 4);
    document::<Material>(
        r#"{"alphaMode":"MASK","alphaCutoff":0.25,"emissiveFactor":[0,0.5,1],"pbrMetallicRoughness":
        {"baseColorTexture":{"index":1,"extensions":{"KHR_texture_transform":{"rotation":2},"x":{}}}}}"#,
    );
    document::<Node>(r#"{"matrix":[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1]}"#);
}

#[test]
fn parts() {
    round_trips([Index::<Scene>(1, PhantomData)]);
    assert_eq!(write(&Index::<Scene>(1, PhantomData)).as_deref(), Some("1"));
    reads("5121", ComponentType::U8);
    refuses::<ComponentType>(&["5122", "0", r#""U8""#, "-1", "5121.0"]);
    refuses::<Root>(&["{}", r#"{"asset":{}}"#, r#"{"asset":{"version":2}}"#]);
    // What it leaves out when empty, it asks for.
    assert_eq!(write(&Scene { nodes: vec![] }).as_deref(), Some("{}"));
    refuses::<Scene>(&["{}"]);
    reads("{}", Pbr::default());
    reads(r#"{"metallicFactor":0}"#, Pbr { metallic_factor: 0.0, ..Pbr::default() });
    reads("{}", Transform::identity());
}
