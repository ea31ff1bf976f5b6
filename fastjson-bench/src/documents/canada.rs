//! `canada.json`: one polygon of 111,126 floats, most of them with 15 decimals.

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use super::Document;
use crate::dynamic::from_value;

/// The document.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
pub(crate) struct Canada {
    #[serde(rename = "type")]
    kind: String,
    features: Vec<Feature>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Feature {
    #[serde(rename = "type")]
    kind: String,
    properties: Properties,
    geometry: Geometry,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Properties {
    name: String,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Geometry {
    #[serde(rename = "type")]
    kind: String,
    coordinates: Vec<Vec<[f64; 2]>>,
}

from_value!(Canada { kind: "type", features });
from_value!(Feature { kind: "type", properties, geometry });
from_value!(Properties { name });
from_value!(Geometry { kind: "type", coordinates });

impl Document for Canada {
    fn each_float(&mut self, visit: &mut dyn FnMut(&mut f64)) {
        for feature in &mut self.features {
            for point in feature.geometry.coordinates.iter_mut().flatten() {
                point.iter_mut().for_each(&mut *visit);
            }
        }
    }
}
