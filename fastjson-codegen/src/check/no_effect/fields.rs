//! Keys of fields that change nothing beside `flatten`, `tag` or `skip`.

use super::{each, one, useless};
use crate::errors::Errors;
use crate::model::{Direction, Field, Item, Shape, is_on};

fn fields<'i>(item: &'i Item<'_>) -> impl Iterator<Item = &'i Field<'i>> {
    item.fields().into_iter().flat_map(|fields| &fields.list)
}

pub(in crate::check) fn names_of_flattened_fields(errors: &Errors, item: &Item<'_>) {
    for field in fields(item).filter(|field| field.is_flat()) {
        let own = &field.keys.own;
        let why = "a flattened field has no name, its members are written in its place";
        each(errors, "rename", &own.rename, why);
        each(errors, "alias", &own.alias, why);
        if !field.skip.decode {
            let why = "a flattened field is made of the members that are there, it is never missing; write `default` on the fields inside, or flatten an `Option`";
            one(errors, "default", &own.default, why);
            one(errors, "default_value", &own.default_value, why);
        }
    }
}

pub(in crate::check) fn keys_beside_tag(errors: &Errors, item: &Item<'_>) {
    const USELESS: [&str; 12] = [
        "rename",
        "alias",
        "default",
        "default_value",
        "skip",
        "skip_serializing",
        "skip_deserializing",
        "skip_serializing_if",
        "omit_empty",
        "flatten",
        "borrow",
        "bound",
    ];
    for field in fields(item).filter(|field| field.is_tag) {
        let why = "the field holds the text of the tag, which is always there";
        for key in field.keys.own.written.iter().filter(|key| USELESS[..10].contains(&key.key())) {
            useless(errors, key.key(), key.at, why);
        }
    }
}

/// What says how a value is written or read, where it never is.
pub(in crate::check) fn codecs_of_skipped_fields(errors: &Errors, item: &Item<'_>) {
    const ABOUT_THE_VALUE: [&str; 11] = [
        "with",
        "serialize_with",
        "deserialize_with",
        "as",
        "serde",
        "string",
        "non_finite",
        "borrow",
        "validate",
        "flatten",
        "omit_empty",
    ];
    for fields in item.fields() {
        if fields.shape == Shape::Newtype && item.variants().is_empty() {
            continue;
        }
        for Field { keys, skip, .. } in &fields.list {
            let own = keys.own.written.iter();
            for key in own.filter(|key| ABOUT_THE_VALUE.contains(&key.key())) {
                let (writes, reads) =
                    (key.is_about(Direction::Encode), key.is_about(Direction::Decode));
                if (writes && !skip.encode) || (reads && !skip.decode) {
                    continue;
                }
                let why = match (writes, reads) {
                    (true, false) => "the field is never written",
                    (false, true) => "the field is never read",
                    _ => "the field is neither written nor read",
                };
                useless(errors, key.key(), key.at, why);
            }
        }
    }
}

/// `skip_none` is about fields that are written `Option<…>` and have a name.
pub(in crate::check) fn skip_none_without_options(errors: &Errors, item: &Item<'_>) {
    let own = &item.keys.own;
    let is_left_out = |field: &Field<'_>| field.is_option() && !field.skip.encode;
    let named = item.fields().into_iter().filter(|fields| fields.shape == Shape::Named);
    let mut candidates = named.flat_map(|fields| &fields.list);
    if is_on(&own.skip_none) && !candidates.any(is_left_out) {
        one(errors, "skip_none", &own.skip_none, "no named field is written `Option<…>`");
    }
}

/// `serde` on the container is about its fields.
pub(in crate::check) fn serde_without_fields(errors: &Errors, item: &Item<'_>) {
    let own = &item.keys.own;
    if is_on(&own.serde) && fields(item).next().is_none() {
        one(errors, "serde", &own.serde, "there are no fields");
    }
}

/// `ignore_serde` is about keys of serde's.
pub(in crate::check) fn ignore_serde_without_serde(errors: &Errors, item: &Item<'_>) {
    let own = &item.keys.own;
    if is_on(&own.ignore_serde) && !item.speaks_to_serde {
        one(errors, "ignore_serde", &own.ignore_serde, "there is no `#[serde(…)]` in this item");
    }
}
