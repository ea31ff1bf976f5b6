//! As `geojson`: geometries tagged and with content, foreign members beside them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Any, document};
use crate::FastJson;
use crate::compare::{accepts, refuses};

type Position = Vec<f64>;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "type", content = "coordinates")]
enum Coordinates {
    Point(Position),
    MultiPoint(Vec<Position>),
    LineString(Vec<Position>),
    MultiLineString(Vec<Vec<Position>>),
    Polygon(Vec<Vec<[f64; 2]>>),
    MultiPolygon(Vec<Vec<Vec<Position>>>),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum Geometry {
    Collection {
        r#type: CollectionTag,
        geometries: Vec<Geometry>,
    },
    Single {
        #[serde(flatten)]
        coordinates: Coordinates,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        bbox: Option<Bbox>,
    },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
enum CollectionTag {
    GeometryCollection,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum Bbox {
    Flat([f64; 4]),
    Deep([f64; 6]),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(i64),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "type")]
enum Document {
    Feature(Feature),
    FeatureCollection(Features),
    GeometryCollection { geometries: Vec<Geometry> },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Feature {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Id>,
    geometry: Option<Geometry>,
    properties: Option<BTreeMap<String, Any>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bbox: Option<Bbox>,
    #[serde(flatten)]
    foreign_members: BTreeMap<String, Any>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Features {
    features: Vec<TaggedFeature>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bbox: Option<Bbox>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct TaggedFeature {
    r#type: FeatureTag,
    #[serde(flatten)]
    feature: Feature,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "PascalCase")]
enum FeatureTag {
    Feature,
}

#[test]
fn geometries() {
    document::<Coordinates>(r#"{"type":"Point","coordinates":[1,2.5]}"#);
    document::<Coordinates>(r#"{"coordinates":[[1,2,3],[-4.25,5e-1,6]],"type":"LineString"}"#);
    document::<Coordinates>(r#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,1],[0,0]]]}"#);
    document::<Geometry>(r#"{"type":"MultiPolygon","coordinates":[[[[0,0,0]]]],"bbox":[0,0,1,1]}"#);
    document::<Geometry>(r#"{"bbox":[0,0,0,1,1,1],"coordinates":[],"type":"MultiPoint"}"#);
    document::<Geometry>(
        r#"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[0,0]},
        {"type":"GeometryCollection","geometries":[]}]}"#,
    );
    refuses::<Geometry>(&[
        r#"{"type":"Point"}"#,
        r#"{"type":"Circle","coordinates":[1,2]}"#,
        r#"{"type":"Point","coordinates":[[1,2]]}"#,
        r#"{"type":"Point","coordinates":[1,2],"bbox":[1]}"#,
        r#"{"type":"Polygon","coordinates":[[[1,2,3]]]}"#,
        r#"{"type":"GeometryCollection"}"#,
        r#"{"coordinates":[1,2]}"#,
    ]);
}

#[test]
fn features() {
    document::<Document>(
        r#"{"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[102.0,0.5]},
        "properties":{"name":"a","n":null,"list":[1,true]},"title":"foreign","more":{"x":[1.5]}}"#,
    );
    document::<Document>(
        r#"{"geometry":null,"properties":null,"id":"x","bbox":[1,2,3,4],"type":"Feature"}"#,
    );
    document::<Document>(
        r#"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,
        "properties":{"a":1}},{"properties":{},"geometry":{"coordinates":[[1,2]],"type":
        "LineString"},"type":"Feature","foreign":1}],"crs":{"type":"name"}}"#,
    );
    document::<Document>(r#"{"geometries":[],"type":"GeometryCollection"}"#);
    accepts::<Document>(&[r#"{"type":"Feature"}"#]);
    refuses::<Document>(&[
        r#"{"type":"feature"}"#,
        r#"{"geometry":null}"#,
        r#"{"type":"FeatureCollection"}"#,
        r#"{"type":"FeatureCollection","features":[{"geometry":null,"properties":null}]}"#,
        r#"{"type":"FeatureCollection","features":[{"type":"Other"}]}"#,
    ]);
}
