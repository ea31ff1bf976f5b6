//! Keys under `#[fastjson]` that change nothing where they stand: most likely they stand in the wrong place.
//!
//! A key is useless only if it is so in both directions, whichever are derived: a derive of one direction cannot see
//! the other's.

pub(super) mod enums;
pub(super) mod fields;

use proc_macro2::Span;

use crate::attr::value::{DefaultKey, Flag, Keyed, Name, Split};
use crate::errors::Errors;
use crate::model::{Body, Both, Fallback, Field, Item, Representation, Shape, Variant, is_on};

fn useless(errors: &Errors, key: &str, at: Span, why: &str) {
    errors.at(at, format!("`{key}` has no effect here: {why}"));
}

/// A list of keys of one name.
fn each<T>(errors: &Errors, key: &str, keys: &[Keyed<T>], why: &str) {
    for keyed in keys {
        useless(errors, key, keyed.key, why);
    }
}

/// A key that can stand once.
fn one<T>(errors: &Errors, key: &str, keyed: &Option<Keyed<T>>, why: &str) {
    each(errors, key, keyed.as_slice(), why);
}

pub(super) fn container_keys_that_need_names(errors: &Errors, item: &Item<'_>) {
    let own = &item.keys.own;
    let (has_names, why) = match &item.body {
        Body::Struct(fields) => {
            let why = match fields.shape {
                Shape::Named => "",
                Shape::Transparent => "a transparent struct is its one field",
                Shape::Tuple => "the fields of a tuple struct have no names",
                Shape::Newtype => "a newtype is its one field, which has no name",
                Shape::Unit => "a unit struct has no fields",
            };
            (fields.shape == Shape::Named, why)
        }
        Body::Enum(variants) => {
            let has_names = variants.iter().any(|variant| variant.fields.shape == Shape::Named);
            (has_names, "no variant has named fields")
        }
    };
    if has_names {
        return;
    }
    if matches!(item.body, Body::Struct(_)) {
        each(errors, "rename_all", &own.rename_all, why);
    }
    // Beside the tag and the content there are names, whatever the variants hold.
    if !matches!(item.representation, Representation::Adjacent { .. }) {
        one(errors, "deny_unknown_fields", &own.deny_unknown_fields, why);
    }
    one(errors, "duplicate_fields", &own.duplicate_fields, why);
    one(errors, "case_insensitive", &own.case_insensitive, why);
}

/// Where a value is that of another type, it is that type's business what is expected.
pub(super) fn expecting_of_other_types(errors: &Errors, item: &Item<'_>) {
    let why = match &item.body {
        Body::Struct(fields) => match fields.shape {
            Shape::Named => return,
            Shape::Transparent => "the message is that of the one field of a transparent struct",
            Shape::Newtype => "the message is that of a newtype's one field",
            Shape::Tuple | Shape::Unit => "the message of an array or of null says what it is",
        },
        Body::Enum(_) if matches!(item.representation, Representation::Repr(_)) => {
            "the message is that of the number"
        }
        Body::Enum(_) => return,
    };
    one(errors, "expecting", &item.keys.own.expecting, why);
}

/// A transparent struct is written as its one field, without anything beside it.
pub(super) fn object_keys_of_transparent(errors: &Errors, item: &Item<'_>) {
    let Body::Struct(fields) = &item.body else { return };
    if fields.shape != Shape::Transparent {
        return;
    }
    one(errors, "tag", &item.keys.own.tag, "a transparent struct is its one field");
    for field in &fields.list {
        let flatten = &field.keys.own.flatten;
        if is_on(flatten) {
            one(errors, "flatten", flatten, "a transparent struct is its one field already");
        }
    }
}

pub(super) fn container_default_beside_one_value(errors: &Errors, item: &Item<'_>) {
    let Body::Struct(fields) = &item.body else { return };
    let why = match fields.shape {
        Shape::Newtype => "a newtype is its one field, which cannot be missing",
        Shape::Transparent => "a transparent struct is its one field, which cannot be missing",
        _ => return,
    };
    one(errors, "default", &item.keys.own.default, why);
}

pub(super) fn names_of_tuple_fields(errors: &Errors, item: &Item<'_>) {
    for fields in item.fields() {
        let why = match fields.shape {
            Shape::Named | Shape::Unit => continue,
            Shape::Transparent => "a transparent struct is its one field, without a name",
            Shape::Tuple => "a tuple is an array, its fields have no names",
            Shape::Newtype => "a newtype is its one field, without a name",
        };
        for Field { keys, .. } in &fields.list {
            each(errors, "rename", &keys.own.rename, why);
            each(errors, "alias", &keys.own.alias, why);
        }
    }
}

pub(super) fn keys_of_the_only_value(errors: &Errors, item: &Item<'_>) {
    let is_enum = matches!(item.body, Body::Enum(_));
    for fields in item.fields() {
        let is_newtype = fields.shape == Shape::Newtype;
        for field in &fields.list {
            let own = &field.keys.own;
            if is_newtype && !(is_enum && (field.skip.encode || field.skip.decode)) {
                let why = "a newtype is its one field, which is always there";
                one(errors, "default", &own.default, why);
                one(errors, "default_value", &own.default_value, why);
                one(errors, "skip_serializing_if", &own.skip_serializing_if, why);
                one(errors, "omit_empty", &own.omit_empty, why);
                if !is_enum {
                    one(errors, "skip", &own.skip, why);
                    one(errors, "skip_serializing", &own.skip_serializing, why);
                    one(errors, "skip_deserializing", &own.skip_deserializing, why);
                }
            }
            if fields.shape == Shape::Transparent {
                let why = "the one field of a transparent struct is always there";
                one(errors, "skip_serializing_if", &own.skip_serializing_if, why);
                one(errors, "omit_empty", &own.omit_empty, why);
            }
        }
    }
}

pub(super) fn keys_of_skipped_fields(errors: &Errors, item: &Item<'_>) {
    for fields in item.fields() {
        if fields.shape == Shape::Newtype && matches!(item.body, Body::Struct(_)) {
            continue;
        }
        for field in &fields.list {
            let own = &field.keys.own;
            if fields.shape == Shape::Named {
                names_of_skipped(errors, "field", &own.rename, &own.alias, field.skip);
            }
            if field.skip.encode {
                let why = "the field is never written";
                one(errors, "skip_serializing_if", &own.skip_serializing_if, why);
            }
            let falls_back =
                fields.default.is_none() && matches!(field.fallback, Some(Fallback::Trait(_)));
            let is_default =
                matches!(own.default, Some(Keyed { value: Ok(DefaultKey::Trait(_)), .. }));
            if field.skip.decode && falls_back && is_default {
                let why = "a field that is not read is always the default";
                one(errors, "default", &own.default, why);
            }
            beside_skip(errors, &own.skip, [&own.skip_serializing, &own.skip_deserializing]);
        }
    }
}

pub(super) fn keys_of_skipped_variants(errors: &Errors, item: &Item<'_>) {
    let Body::Enum(variants) = &item.body else { return };
    for Variant { keys, skip, .. } in variants {
        let own = &keys.own;
        names_of_skipped(errors, "variant", &own.rename, &own.alias, *skip);
        if skip.encode && skip.decode {
            let why = "the variant is neither written nor read";
            each(errors, "rename_all", &own.rename_all, why);
        }
        beside_skip(errors, &own.skip, [&own.skip_serializing, &own.skip_deserializing]);
    }
}

/// The keys of one direction beside the one of both.
fn beside_skip(errors: &Errors, skip: &Option<Keyed<Flag>>, one_sided: [&Option<Keyed<Flag>>; 2]) {
    if skip.is_some() {
        let why = "`skip` speaks of both directions";
        one(errors, "skip_serializing", one_sided[0], why);
        one(errors, "skip_deserializing", one_sided[1], why);
    }
}

fn names_of_skipped<N>(
    errors: &Errors,
    what: &str,
    rename: &[Keyed<Split<N>>],
    alias: &[Keyed<Name>],
    skip: Both<bool>,
) {
    for keyed in rename {
        let Some(split) = keyed.get() else { continue };
        let written = !skip.encode && !split.encode.is_empty();
        let read = !skip.decode && !split.decode.is_empty();
        if !written && !read {
            let why = match (split.encode.is_empty(), split.decode.is_empty()) {
                (false, true) => format!("the {what} is never written"),
                (true, false) => format!("the {what} is never read"),
                _ => format!("the {what} is neither written nor read"),
            };
            useless(errors, "rename", keyed.key, &why);
        }
    }
    if skip.decode {
        each(errors, "alias", alias, &format!("the {what} is never read"));
    }
}

pub(super) fn rename_all_of_variants_without_names(errors: &Errors, item: &Item<'_>) {
    let Body::Enum(variants) = &item.body else { return };
    for Variant { keys, fields, skip, .. } in variants {
        if fields.shape != Shape::Named && !(skip.encode && skip.decode) {
            let why = "the variant has no named fields; to name the variant, write `rename`";
            each(errors, "rename_all", &keys.own.rename_all, why);
        }
    }
}

pub(super) fn aliases_that_are_known(errors: &Errors, item: &Item<'_>) {
    for fields in item.fields().into_iter().filter(|fields| fields.shape == Shape::Named) {
        let named = fields.list.iter().filter(|f| f.flatten.is_none() && !f.is_tag);
        for field in named.filter(|field| !field.skip.decode) {
            known_aliases(errors, "field", &field.name.decode, &field.keys.own.alias);
        }
    }
    if let Body::Enum(variants) = &item.body {
        for variant in variants.iter().filter(|variant| !variant.skip.decode) {
            known_aliases(errors, "variant", &variant.name.decode, &variant.keys.own.alias);
        }
    }
}

fn known_aliases(errors: &Errors, what: &str, name: &Name, aliases: &[Keyed<Name>]) {
    let aliases: Vec<&Name> = aliases.iter().filter_map(Keyed::get).collect();
    for (i, alias) in aliases.iter().enumerate() {
        if alias.text == name.text {
            let message = format!("`{}` is the {what}'s own name; drop the alias", alias.text);
            errors.at(alias.span, message);
        } else if aliases[..i].iter().any(|earlier| earlier.text == alias.text) {
            let message = format!("`{}` is an alias of this {what} already", alias.text);
            errors.at(alias.span, message);
        }
    }
}
