//! Keys that cannot stand beside each other at one place: of two the second one is underlined, and the first is named.

use crate::attr::value::{DefaultKey, Keyed};
use crate::attr::{ContainerKeys, FieldKeys, VariantKeys, Written};
use crate::errors::Errors;
use crate::model::{Direction, Item, is_on};

/// Reports the second of two keys, if both are written. Whether they are meant is the caller's business.
pub(super) fn beside(errors: &Errors, written: &[Written], pair: [&str; 2], why: &str) {
    let mut found = written.iter().filter(|written| pair.contains(&written.key()));
    if let (Some(first), Some(second)) = (found.next(), found.next()) {
        let (first, key) = (first.key(), second.key());
        errors.at(second.at, format!("`{key}` cannot stand beside `{first}`: {why}"));
    }
}

/// An enum is told apart in one way.
pub(super) fn one_representation(errors: &Errors, item: &Item<'_>) {
    let keys = item.keys.group(ContainerKeys::has_representation);
    let tag = keys.tag.is_some().then_some("tag");
    let content = keys.content.is_some().then_some("content");
    let untagged = is_on(&keys.untagged).then_some("untagged");
    let repr = is_on(&keys.repr).then_some("repr");
    let why = [
        "either a tag tells the variant or the payload does; drop one of them",
        "either a tag tells the variant or its number is all there is; drop one of them",
        "either the payload tells the variant or its number is all there is; drop one of them",
    ];
    let pairs = [
        (tag, untagged, why[0]),
        (content.filter(|_| tag.is_none()), untagged, why[0]),
        (tag, repr, why[1]),
        (content.filter(|_| tag.is_none()), repr, why[1]),
        (untagged, repr, why[2]),
    ];
    for (one, other, why) in pairs {
        if let (Some(one), Some(other)) = (one, other) {
            beside(errors, &keys.written, [one, other], why);
        }
    }
}

/// A type is written and read as one other type, or as its field.
pub(super) fn one_conversion(errors: &Errors, item: &Item<'_>) {
    let reads = item.keys.group(|keys| keys.has_shape(Direction::Decode));
    let writes = item.keys.group(|keys| keys.has_shape(Direction::Encode));
    let why = "the JSON is that of the one field or that of the other type; drop one of them";
    if is_on(&reads.transparent) {
        beside(errors, &reads.written, ["transparent", "from"], why);
        beside(errors, &reads.written, ["transparent", "try_from"], why);
    }
    if is_on(&writes.transparent) {
        beside(errors, &writes.written, ["transparent", "into"], why);
    }
    let why = "a value is read through one other type, by `From` or by `TryFrom`; drop one of them";
    beside(errors, &reads.written, ["from", "try_from"], why);
}

/// An enum is the name of a field or that of a variant.
pub(super) fn one_kind_of_identifier(errors: &Errors, item: &Item<'_>) {
    for keys in [&item.keys.own, &item.keys.serde] {
        if is_on(&keys.field_identifier) && is_on(&keys.variant_identifier) {
            let why = "the enum is the name of a field or that of a variant; drop one of them";
            beside(errors, &keys.written, ["field_identifier", "variant_identifier"], why);
        }
    }
}

/// A field, or the payload of a variant, has one codec in each direction.
pub(super) fn one_codec(errors: &Errors, item: &Item<'_>) {
    for variant in item.variants() {
        for keys in [&variant.keys.own, &variant.keys.serde] {
            let is_codec = |written: &&Written| VariantKeys::CODECS.contains(&written.key());
            codecs(errors, "variant", keys.written.iter().filter(is_codec));
        }
    }
    for field in item.fields().into_iter().flat_map(|fields| &fields.list) {
        for keys in [&field.keys.own, &field.keys.serde] {
            codecs(errors, "field", keys.codecs());
        }
    }
}

fn codecs<'k>(errors: &Errors, what: &str, codecs: impl Iterator<Item = &'k Written>) {
    let mut before: Vec<&Written> = Vec::new();
    for second in codecs {
        let meets = |first: &&&Written| {
            let (first, second) = (first.known.directions, second.known.directions);
            (first.encode && second.encode) || (first.decode && second.decode)
        };
        if let Some(first) = before.iter().find(meets) {
            let (first, key) = (first.key(), second.key());
            let message = format!(
                "`{key}` cannot stand beside `{first}`: each says how the {what} is written or read; drop one of them"
            );
            errors.at(second.at, message);
        }
        before.push(second);
    }
}

/// A missing field has one value, which `default` does not hold itself.
pub(super) fn one_default(errors: &Errors, item: &Item<'_>) {
    for field in item.fields().into_iter().flat_map(|fields| &fields.list) {
        let own = &field.keys.own;
        match &own.default {
            Some(Keyed { key, value: Ok(DefaultKey::Off) }) => {
                if field.keys.serde.default.is_none() {
                    let message = "`default = false` takes back what serde's attribute says, and here is none; for a missing field to be `false`, write `default_value = false`";
                    errors.at(*key, message);
                }
            }
            _ => {
                let why = "a missing field has one value; drop one of them";
                beside(errors, &own.written, ["default", "default_value"], why);
            }
        }
    }
}

/// One function says when a field is left out.
pub(super) fn one_reason_to_leave_out(errors: &Errors, item: &Item<'_>) {
    for field in item.fields().into_iter().flat_map(|fields| &fields.list) {
        let own: &FieldKeys = &field.keys.own;
        if is_on(&own.omit_empty) {
            let why = "each says when the field is left out; drop one of them";
            beside(errors, &own.written, ["skip_serializing_if", "omit_empty"], why);
        }
    }
}
