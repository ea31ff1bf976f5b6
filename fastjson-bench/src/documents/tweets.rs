//! `twitter.json` again with few fields typed and the rest skipped: simdjson's own
//! `partial_tweets`. Decoded only, since what was skipped cannot be written back.

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use super::Document;
use crate::dynamic::from_value;

/// The document.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
pub(crate) struct Tweets {
    statuses: Vec<Tweet>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Tweet {
    created_at: String,
    id: u64,
    text: String,
    in_reply_to_status_id: Option<u64>,
    user: Author,
    retweet_count: u32,
    favorite_count: u32,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Author {
    id: u64,
    screen_name: String,
}

from_value!(Tweets { statuses });
from_value!(Tweet {
    created_at,
    id,
    text,
    in_reply_to_status_id,
    user,
    retweet_count,
    favorite_count,
});
from_value!(Author { id, screen_name });

impl Document for Tweets {
    fn each_float(&mut self, _: &mut dyn FnMut(&mut f64)) {}
}
