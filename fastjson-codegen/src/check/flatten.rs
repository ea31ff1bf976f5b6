//! Flattened fields: where they may stand, and what can be flattened, as far as the written types show it.

use crate::errors::Errors;
use crate::model::{Codec, Field, Item, Shape, is_on};
use crate::types::{is_map, never_object};

pub(super) fn flattened_fields_have_names(errors: &Errors, item: &Item<'_>) {
    for fields in item.fields() {
        if !matches!(fields.shape, Shape::Tuple | Shape::Newtype) {
            continue;
        }
        for at in fields.list.iter().filter_map(|field| field.flatten) {
            let message = if fields.shape == Shape::Newtype {
                "`flatten` needs an object around it, and a newtype is its one field already; drop it"
            } else {
                "`flatten` needs an object around it, and a tuple is an array; give the fields names"
            };
            errors.at(at, message);
        }
    }
}

/// What is written as a scalar or a sequence has no members.
pub(super) fn flattened_types_are_objects(errors: &Errors, item: &Item<'_>) {
    // What a codec writes may be an object.
    let is_own = |field: &&Field<'_>| {
        matches!((&field.codec.encode, &field.codec.decode), (Codec::Own, Codec::Own))
    };
    for field in flattened(item).filter(is_own).filter(|field| never_object(field.ty)) {
        let message = format!(
            "`flatten` of field `{}` needs an object, whose members it writes among the others; this type has none: flatten a struct or a map, or drop `flatten`",
            field.name_in_rust
        );
        errors.on(field.ty, message);
    }
}

/// A map takes all that nobody else knows, and leaves nothing for a second one.
pub(super) fn one_map_takes_the_rest(errors: &Errors, item: &Item<'_>) {
    for fields in item.fields() {
        let maps = fields.list.iter().filter(|field| field.is_flat() && is_map(field.ty));
        let mut maps = maps.filter(|f| !f.skip.decode && matches!(f.codec.decode, Codec::Own));
        let Some(first) = maps.next() else { continue };
        for (second, at) in maps.filter_map(|field| Some((field, field.flatten?))) {
            let message = format!(
                "the map `{}` takes all members that no other field knows, so nothing is left for `{}`; flatten one of them",
                first.name_in_rust, second.name_in_rust
            );
            errors.at(at, message);
        }
    }
}

/// Where a map takes everything, nothing is unknown. serde lets it pass.
pub(super) fn unknown_fields_go_to_the_map(errors: &Errors, item: &Item<'_>) {
    let Some(deny) = &item.keys.own.deny_unknown_fields else { return };
    if !is_on(&item.keys.own.deny_unknown_fields) {
        return;
    }
    if let Some(map) = flattened(item).find(|field| {
        is_map(field.ty) && !field.skip.decode && matches!(field.codec.decode, Codec::Own)
    }) {
        let message = format!(
            "`deny_unknown_fields` contradicts the flattened map `{}`, which takes every unknown field; drop one of them",
            map.name_in_rust
        );
        errors.at(deny.key, message);
    }
}

fn flattened<'i>(item: &'i Item<'_>) -> impl Iterator<Item = &'i Field<'i>> {
    let named = item.fields().into_iter().filter(|fields| fields.shape == Shape::Named);
    named.flat_map(|fields| &fields.list).filter(|field| field.is_flat())
}
