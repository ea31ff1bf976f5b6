//! `citm_catalog.json`: a concert catalogue of small objects, integers and maps with
//! identifiers for keys, indented by four spaces.

use std::collections::BTreeMap;

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use super::Document;
use crate::dynamic::from_value;

/// The document. The maps are ordered ones, so that every candidate writes the same text
/// and the figures do not depend on a hasher's seed.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Catalog {
    area_names: BTreeMap<String, String>,
    audience_sub_category_names: BTreeMap<String, String>,
    block_names: BTreeMap<String, String>,
    events: BTreeMap<String, Event>,
    performances: Vec<Performance>,
    seat_category_names: BTreeMap<String, String>,
    sub_topic_names: BTreeMap<String, String>,
    subject_names: BTreeMap<String, String>,
    topic_names: BTreeMap<String, String>,
    topic_sub_topics: BTreeMap<String, Vec<u32>>,
    venue_names: BTreeMap<String, String>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct Event {
    description: Option<String>,
    id: u32,
    logo: Option<String>,
    name: String,
    sub_topic_ids: Vec<u32>,
    subject_code: Option<String>,
    subtitle: Option<String>,
    topic_ids: Vec<u32>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct Performance {
    event_id: u32,
    id: u32,
    logo: Option<String>,
    name: Option<String>,
    prices: Vec<Price>,
    seat_categories: Vec<SeatCategory>,
    seat_map_image: Option<String>,
    start: u64,
    venue_code: String,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct Price {
    amount: u32,
    audience_sub_category_id: u32,
    seat_category_id: u32,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct SeatCategory {
    areas: Vec<Area>,
    seat_category_id: u32,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct Area {
    area_id: u32,
    block_ids: Vec<u32>,
}

from_value!(Catalog {
    area_names: "areaNames",
    audience_sub_category_names: "audienceSubCategoryNames",
    block_names: "blockNames",
    events,
    performances,
    seat_category_names: "seatCategoryNames",
    sub_topic_names: "subTopicNames",
    subject_names: "subjectNames",
    topic_names: "topicNames",
    topic_sub_topics: "topicSubTopics",
    venue_names: "venueNames",
});
from_value!(Event {
    description,
    id,
    logo,
    name,
    sub_topic_ids: "subTopicIds",
    subject_code: "subjectCode",
    subtitle,
    topic_ids: "topicIds",
});
from_value!(Performance {
    event_id: "eventId",
    id,
    logo,
    name,
    prices,
    seat_categories: "seatCategories",
    seat_map_image: "seatMapImage",
    start,
    venue_code: "venueCode",
});
from_value!(Price {
    amount,
    audience_sub_category_id: "audienceSubCategoryId",
    seat_category_id: "seatCategoryId",
});
from_value!(SeatCategory { areas, seat_category_id: "seatCategoryId" });
from_value!(Area { area_id: "areaId", block_ids: "blockIds" });

impl Document for Catalog {
    fn each_float(&mut self, _: &mut dyn FnMut(&mut f64)) {}
}
