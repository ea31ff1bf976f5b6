//! What variants may be, given how the enum is told apart: payloads beside a tag, `other`, `untagged`, `default`.

use proc_macro2::Span;

use crate::attr::value::{Flag, Keyed};
use crate::errors::Errors;
use crate::model::{Body, Codec, Direction, Field, Item, Representation, Shape, Variant, is_on};
use crate::types::never_object;

/// Where a flag stands that is on.
fn at(flag: &Option<Keyed<Flag>>) -> Option<Span> {
    flag.as_ref().filter(|_| is_on(flag)).map(|keyed| keyed.key)
}

/// Whether a derived direction writes or reads the payload.
fn is_used(item: &Item<'_>, variant: &Variant<'_>) -> bool {
    item.derived().any(|direction| {
        item.uses_body(direction)
            && !variant.skip.get(direction)
            && variant.shape(direction) != Shape::Unit
    })
}

/// Whether something else than its type's own impl writes or reads a field, which may be an object then.
fn has_codec(field: &Field<'_>) -> bool {
    !matches!((&field.codec.encode, &field.codec.decode), (Codec::Own, Codec::Own))
}

/// A tag stands among the members of the payload.
pub(super) fn payloads_beside_a_tag_are_objects(errors: &Errors, item: &Item<'_>) {
    let Representation::Internal { tag } = &item.representation else { return };
    let tag = &tag.text;
    let variants = item.variants().iter();
    for variant in variants.filter(|variant| !variant.is_untagged && is_used(item, variant)) {
        if variant.codec.encode.is_some() || variant.codec.decode.is_some() {
            // What a function writes may be an object.
            continue;
        }
        let own = &variant.name_in_rust;
        match (variant.fields.shape, variant.fields.list.first()) {
            (Shape::Tuple, _) => {
                let message = format!(
                    "variant `{own}` is an array, which has no place for the tag `{tag}`; give its fields names, or write `content = \"…\"` beside `tag`"
                );
                errors.on(variant.ident, message);
            }
            (Shape::Newtype, Some(field)) if never_object(field.ty) && !has_codec(field) => {
                let message = format!(
                    "the payload of `{own}` is not an object, so the tag `{tag}` has no place in it; hold a struct or a map, or write `content = \"…\"` beside `tag`"
                );
                errors.on(field.ty, message);
            }
            _ => {}
        }
    }
}

pub(super) fn other_is_one_last_variant(errors: &Errors, item: &Item<'_>) {
    let Body::Enum(variants) = &item.body else { return };
    let mut first: Option<&Variant<'_>> = None;
    for (i, variant) in variants.iter().enumerate().filter(|(_, variant)| variant.is_other) {
        let keys = variant.keys.group(|keys| keys.other.is_some());
        let Some(at) = at(&keys.other) else { continue };
        let own = &variant.name_in_rust;
        if let Some(first) = first {
            let message = format!(
                "`other` stands on variant `{}` already; there is one variant for all names that no other has",
                first.name_in_rust
            );
            errors.at(at, message);
            continue;
        }
        first = Some(variant);
        if item.is_untagged(variant) {
            let message = "`other` is for names, and an untagged variant has none; drop it, and let the last variant take what is left";
            errors.at(at, message);
            continue;
        }
        let mut behind = variants[i + 1..].iter();
        let last = behind.rfind(|behind| !item.is_untagged(behind) && !behind.is_other);
        if let Some(last) = last {
            let message = format!(
                "`other` takes all names that no variant has, so it stands last; move `{own}` behind `{}`",
                last.name_in_rust
            );
            errors.at(at, message);
        }
        if is_on(&item.keys.own.variant_identifier) || is_on(&item.keys.serde.variant_identifier) {
            let message = "a `variant_identifier` is one of the names that are known; drop `other`";
            errors.at(at, message);
            continue;
        }
        other_has_room_for_the_name(errors, item, variant, at);
    }
}

fn other_has_room_for_the_name(errors: &Errors, item: &Item<'_>, variant: &Variant<'_>, at: Span) {
    let own = &variant.name_in_rust;
    let has_tag = variant.fields.list.iter().any(|field| field.is_tag);
    let advice = match (&item.representation, variant.fields.shape) {
        (_, Shape::Unit) => return,
        (Representation::External | Representation::Repr(_), Shape::Newtype) => return,
        // It is reported that it holds data.
        (Representation::Repr(_), _) => return,
        (Representation::External, _) => format!(
            "a variant of all other names holds nothing, or the name: write `{own}`, or `{own}(String)`"
        ),
        (_, Shape::Named) if has_tag => return,
        (_, Shape::Named) => format!(
            "a variant of all other names holds the name beside other fields: mark the field of `{own}` that does, `#[fastjson(tag)] kind: String`"
        ),
        _ => format!(
            "a variant of all other names holds nothing, or the name and the rest: write `{own}`, or `{own} {{ #[fastjson(tag)] kind: String, #[fastjson(flatten)] rest: Map }}`"
        ),
    };
    errors.at(at, format!("`other` does not fit this shape: {advice}"));
}

pub(super) fn tag_fields_stand_in_other(errors: &Errors, item: &Item<'_>) {
    let has_tag = matches!(
        item.representation,
        Representation::Internal { .. } | Representation::Adjacent { .. }
    );
    let in_variant = |variant: Option<&Variant<'_>>, field: &Field<'_>| {
        let Some(at) = at(&field.keys.own.tag) else { return };
        let fits = variant.is_some_and(|v| v.is_other && has_tag && v.fields.shape == Shape::Named);
        if !fits {
            let message = "`tag` marks the field that holds the tag's text, in the `other` variant of an enum with a `tag`; here is no such text";
            errors.at(at, message);
        }
    };
    match &item.body {
        Body::Struct(fields) => fields.list.iter().for_each(|field| in_variant(None, field)),
        Body::Enum(variants) => {
            for variant in variants {
                let fields = &variant.fields.list;
                fields.iter().for_each(|field| in_variant(Some(variant), field));
                let mut marked = fields.iter().filter(|field| field.is_tag);
                let Some(first) = marked.next() else { continue };
                for second in marked {
                    let message = format!(
                        "field `{}` holds the tag's text already; drop this one",
                        first.name_in_rust
                    );
                    errors.at(at(&second.keys.own.tag).unwrap_or_else(Span::call_site), message);
                }
            }
        }
    }
}

pub(super) fn untagged_variants_are_last(errors: &Errors, item: &Item<'_>) {
    if matches!(item.representation, Representation::Untagged) {
        return;
    }
    let variants = item.variants();
    for (i, variant) in variants.iter().enumerate().filter(|(_, variant)| variant.is_untagged) {
        let keys = variant.keys.group(|keys| keys.untagged.is_some());
        let Some(at) = at(&keys.untagged) else { continue };
        if matches!(item.representation, Representation::Repr(_)) || item.is_identifier {
            let message = "`untagged` needs an enum whose variants hold something; this one is nothing but its name or number";
            errors.at(at, message);
        } else if let Some(last) = variants[i + 1..].iter().rfind(|behind| !behind.is_untagged) {
            let message = format!(
                "untagged variants are tried when no name fits, so they stand last; move `{}` behind `{}`",
                variant.name_in_rust, last.name_in_rust
            );
            errors.at(at, message);
        }
    }
}

/// The variant that is meant where the tag is missing.
pub(super) fn default_is_one_tagged_variant(errors: &Errors, item: &Item<'_>) {
    let mut first: Option<&Variant<'_>> = None;
    for variant in item.variants() {
        let Some(at) = at(&variant.keys.own.default) else { continue };
        if let Some(first) = first {
            let message = format!(
                "`default` stands on variant `{}` already; one variant is meant where the tag is missing",
                first.name_in_rust
            );
            errors.at(at, message);
            continue;
        }
        first = Some(variant);
        let why = match &item.representation {
            _ if variant.is_untagged => "an untagged variant has none",
            Representation::Internal { .. } | Representation::Adjacent { .. } => continue,
            Representation::External => "here there is none; write `tag = \"…\"` on the enum",
            Representation::Untagged => "an untagged enum has none",
            Representation::Repr(_) => "an enum with `repr` is a number, which cannot be missing",
        };
        let message =
            format!("`default` is the variant that is meant where the tag is missing, and {why}");
        errors.at(at, message);
    }
}

/// Functions read and write the payload as one value, and all of it.
pub(super) fn payloads_of_functions_are_whole(errors: &Errors, item: &Item<'_>) {
    for variant in item.variants() {
        for direction in [Direction::Encode, Direction::Decode] {
            let keys = variant.keys.group(|keys| keys.has_codec(direction));
            let one_sided = keys.one_sided_with(direction).as_ref();
            if one_sided.is_none() && keys.with.is_none() {
                continue;
            }
            let function = if one_sided.is_none() {
                "with"
            } else if direction == Direction::Encode {
                "serialize_with"
            } else {
                "deserialize_with"
            };
            // `with` is reported once.
            let is_first = direction == Direction::Encode || function != "with";
            for field in variant.fields.list.iter().filter(|field| *field.skip.get(direction)) {
                let skips = field.keys.group(|keys| keys.has_skip(direction));
                let skip = skips.one_sided_skip(direction).as_ref().or(skips.skip.as_ref());
                if let (Some(skip), true) = (skip, is_first) {
                    let message = format!(
                        "`{function}` of variant `{}` is about all of its fields, so that none can be skipped; drop this key, or write `{function}` on the other fields",
                        variant.name_in_rust
                    );
                    errors.at(skip.key, message);
                }
            }
        }
    }
}
