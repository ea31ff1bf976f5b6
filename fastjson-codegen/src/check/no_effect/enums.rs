//! Keys of enums and their variants that change nothing: names where no name is written, shapes that are there already.

use super::{each, one};
use crate::errors::Errors;
use crate::model::{Body, Item, Representation, Shape, is_on};

pub(in crate::check) fn names_of_untagged_variants(errors: &Errors, item: &Item<'_>) {
    for variant in item.variants() {
        let why = match &item.representation {
            Representation::Untagged => "an untagged enum is its payload alone",
            Representation::Repr(_) => "the variant is a number in the JSON",
            _ if variant.is_untagged => "an untagged variant is its payload alone",
            _ => continue,
        };
        each(errors, "rename", &variant.keys.own.rename, why);
        each(errors, "alias", &variant.keys.own.alias, why);
    }
}

pub(in crate::check) fn case_rules_of_unnamed_variants(errors: &Errors, item: &Item<'_>) {
    let Body::Enum(variants) = &item.body else { return };
    let own = &item.keys.own;
    let why = match &item.representation {
        Representation::Repr(_) => "the variants are numbers in the JSON",
        _ if !variants.is_empty() && variants.iter().all(|v| item.is_untagged(v)) => {
            "no variant has a name in the JSON; for the fields of all variants, write `rename_all_fields`"
        }
        _ => "",
    };
    if !why.is_empty() {
        each(errors, "rename_all", &own.rename_all, why);
    }
    if !variants.iter().any(|variant| variant.fields.shape == Shape::Named) {
        each(errors, "rename_all_fields", &own.rename_all_fields, "no variant has named fields");
    }
}

pub(in crate::check) fn untagged_variants_of_untagged_enums(errors: &Errors, item: &Item<'_>) {
    if matches!(item.representation, Representation::Untagged) {
        for variant in item.variants().iter().filter(|v| is_on(&v.keys.own.untagged)) {
            let why = "the whole enum is untagged";
            one(errors, "untagged", &variant.keys.own.untagged, why);
        }
    }
}

/// The functions of a variant write and read all of its fields.
pub(in crate::check) fn codecs_inside_of_functions(errors: &Errors, item: &Item<'_>) {
    for variant in item.variants() {
        let (writes, reads) = (variant.codec.encode.is_some(), variant.codec.decode.is_some());
        if !writes && !reads {
            continue;
        }
        for field in &variant.fields.list {
            for key in field.keys.own.written.iter() {
                let is_of_skip = key.key().starts_with("skip") && !key.key().ends_with("_if");
                let about = key.known.directions;
                if (about.encode && !writes) || (about.decode && !reads) || is_of_skip {
                    continue;
                }
                if key.key() != "bound" {
                    let why = format!(
                        "the functions of variant `{}` write and read its fields",
                        variant.name_in_rust
                    );
                    super::useless(errors, key.key(), key.at, &why);
                }
            }
        }
    }
}

pub(in crate::check) fn default_of_variants_that_are_not_read(errors: &Errors, item: &Item<'_>) {
    for variant in item.variants().iter().filter(|variant| variant.skip.decode) {
        let why = "the variant is never read";
        one(errors, "default", &variant.keys.own.default, why);
        one(errors, "other", &variant.keys.own.other, why);
    }
}
