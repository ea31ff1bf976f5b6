//! `twitter.json`: a search result of 100 tweets, most of its text Japanese, every field
//! typed. For the same text with few fields typed see [`super::Tweets`].
//!
//! `T` is the type of its texts and `P` that of its plain strings, which never hold an escape.
//! (A field that may be absent is an `Option` without `default`, which would ask for `Default` of these.)

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use super::{Borrowable, Document, text::Text};
use crate::dynamic::{DynamicError, FromValue, from_value, text};

/// The document.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
pub(crate) struct Twitter<T = String, P = String> {
    statuses: Vec<Status<T, P>>,
    search_metadata: SearchMetadata<T, P>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct SearchMetadata<T = String, P = String> {
    completed_in: f64,
    max_id: u64,
    max_id_str: P,
    next_results: T,
    query: T,
    refresh_url: T,
    count: u32,
    since_id: u64,
    since_id_str: P,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Status<T = String, P = String> {
    metadata: Metadata<P>,
    created_at: P,
    id: u64,
    id_str: P,
    text: T,
    source: T,
    truncated: bool,
    in_reply_to_status_id: Option<u64>,
    in_reply_to_status_id_str: Option<P>,
    in_reply_to_user_id: Option<u64>,
    in_reply_to_user_id_str: Option<P>,
    in_reply_to_screen_name: Option<P>,
    user: User<T, P>,
    geo: Option<Point<P>>,
    coordinates: Option<Point<P>>,
    place: Option<Place<T, P>>,
    contributors: Option<Vec<u64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    retweeted_status: Option<Box<Status<T, P>>>,
    retweet_count: u32,
    favorite_count: u32,
    entities: Entities<T, P>,
    favorited: bool,
    retweeted: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    possibly_sensitive: Option<bool>,
    lang: P,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Metadata<P = String> {
    result_type: P,
    iso_language_code: P,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Point<P = String> {
    #[serde(rename = "type")]
    kind: P,
    coordinates: [f64; 2],
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Place<T = String, P = String> {
    id: P,
    full_name: T,
    country_code: P,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct User<T = String, P = String> {
    id: u64,
    id_str: P,
    name: T,
    screen_name: P,
    location: T,
    description: T,
    url: Option<T>,
    entities: UserEntities<T>,
    protected: bool,
    followers_count: u32,
    friends_count: u32,
    listed_count: u32,
    created_at: P,
    favourites_count: u32,
    utc_offset: Option<i32>,
    time_zone: Option<T>,
    geo_enabled: bool,
    verified: bool,
    statuses_count: u32,
    lang: P,
    contributors_enabled: bool,
    is_translator: bool,
    is_translation_enabled: bool,
    profile_background_color: P,
    profile_background_image_url: T,
    profile_background_image_url_https: T,
    profile_background_tile: bool,
    profile_image_url: T,
    profile_image_url_https: T,
    #[serde(skip_serializing_if = "Option::is_none")]
    profile_banner_url: Option<T>,
    profile_link_color: P,
    profile_sidebar_border_color: P,
    profile_sidebar_fill_color: P,
    profile_text_color: P,
    profile_use_background_image: bool,
    default_profile: bool,
    default_profile_image: bool,
    following: bool,
    follow_request_sent: bool,
    notifications: bool,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct UserEntities<T = String> {
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<Urls<T>>,
    description: Urls<T>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Urls<T = String> {
    urls: Vec<Url<T>>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Url<T = String> {
    url: T,
    expanded_url: T,
    display_url: T,
    indices: [u32; 2],
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Entities<T = String, P = String> {
    hashtags: Vec<Hashtag<T>>,
    symbols: Vec<Hashtag<T>>,
    urls: Vec<Url<T>>,
    user_mentions: Vec<Mention<T, P>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    media: Option<Vec<Media<T, P>>>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Hashtag<T = String> {
    text: T,
    indices: [u32; 2],
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Mention<T = String, P = String> {
    screen_name: P,
    name: T,
    id: u64,
    id_str: P,
    indices: [u32; 2],
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Media<T = String, P = String> {
    id: u64,
    id_str: P,
    indices: [u32; 2],
    media_url: T,
    media_url_https: T,
    url: T,
    display_url: T,
    expanded_url: T,
    #[serde(rename = "type")]
    kind: P,
    sizes: Sizes,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_status_id: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_status_id_str: Option<P>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Sizes {
    medium: Size,
    small: Size,
    thumb: Size,
    large: Size,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Size {
    w: u32,
    h: u32,
    resize: Resize,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "lowercase")]
enum Resize {
    Fit,
    Crop,
}

from_value!(Twitter { statuses, search_metadata });
from_value!(SearchMetadata {
    completed_in,
    max_id,
    max_id_str,
    next_results,
    query,
    refresh_url,
    count,
    since_id,
    since_id_str,
});
from_value!(Status {
    metadata,
    created_at,
    id,
    id_str,
    text,
    source,
    truncated,
    in_reply_to_status_id,
    in_reply_to_status_id_str,
    in_reply_to_user_id,
    in_reply_to_user_id_str,
    in_reply_to_screen_name,
    user,
    geo,
    coordinates,
    place,
    contributors,
    retweeted_status,
    retweet_count,
    favorite_count,
    entities,
    favorited,
    retweeted,
    possibly_sensitive,
    lang,
});
from_value!(Metadata { result_type, iso_language_code });
from_value!(Point { kind: "type", coordinates });
from_value!(Place { id, full_name, country_code });
from_value!(User {
    id,
    id_str,
    name,
    screen_name,
    location,
    description,
    url,
    entities,
    protected,
    followers_count,
    friends_count,
    listed_count,
    created_at,
    favourites_count,
    utc_offset,
    time_zone,
    geo_enabled,
    verified,
    statuses_count,
    lang,
    contributors_enabled,
    is_translator,
    is_translation_enabled,
    profile_background_color,
    profile_background_image_url,
    profile_background_image_url_https,
    profile_background_tile,
    profile_image_url,
    profile_image_url_https,
    profile_banner_url,
    profile_link_color,
    profile_sidebar_border_color,
    profile_sidebar_fill_color,
    profile_text_color,
    profile_use_background_image,
    default_profile,
    default_profile_image,
    following,
    follow_request_sent,
    notifications,
});
from_value!(UserEntities { url, description });
from_value!(Urls { urls });
from_value!(Url { url, expanded_url, display_url, indices });
from_value!(Entities { hashtags, symbols, urls, user_mentions, media });
from_value!(Hashtag { text, indices });
from_value!(Mention { screen_name, name, id, id_str, indices });
from_value!(Media {
    id,
    id_str,
    indices,
    media_url,
    media_url_https,
    url,
    display_url,
    expanded_url,
    kind: "type",
    sizes,
    source_status_id,
    source_status_id_str,
});
from_value!(Sizes { medium, small, thumb, large });
from_value!(Size { w, h, resize });

impl FromValue for Resize {
    fn from_value(value: &mut serde_json::Value) -> Result<Self, DynamicError> {
        match text(value)? {
            "fit" => Ok(Self::Fit),
            "crop" => Ok(Self::Crop),
            _ => Err(DynamicError::Expected("fit or crop")),
        }
    }
}

impl Borrowable for Twitter {
    type Borrowed<'a> = Twitter<Text<'a>, &'a str>;
}

impl Document for Twitter {
    fn each_float(&mut self, visit: &mut dyn FnMut(&mut f64)) {
        self.statuses.iter_mut().for_each(|status| status.each_float(visit));
        visit(&mut self.search_metadata.completed_in);
    }
}

impl Status {
    fn each_float(&mut self, visit: &mut dyn FnMut(&mut f64)) {
        for point in [&mut self.geo, &mut self.coordinates].into_iter().flatten() {
            point.coordinates.iter_mut().for_each(&mut *visit);
        }
        if let Some(status) = &mut self.retweeted_status {
            status.each_float(visit);
        }
    }
}
