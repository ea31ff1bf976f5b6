//! Keys that say how an enum is told apart, and the shapes that they need.

use quote::ToTokens;

use crate::attr::ContainerKeys;
use crate::attr::value::{Keyed, Name, Split, TagName};
use crate::check::pairs::beside;
use crate::errors::Errors;
use crate::model::{Body, Item, Representation, Shape, Variant, is_on};
use crate::types::is_leaf;

pub(super) fn keys_of_enums_stand_on_enums(errors: &Errors, item: &Item<'_>) {
    let Body::Struct(fields) = &item.body else { return };
    let no_enum = |key: &str, at: Option<&Keyed<_>>| {
        if let Some(keyed) = at {
            let message = format!("`{key}` is about the variants of an enum; a struct has none");
            errors.at(keyed.key, message);
        }
    };
    let keys = item.keys.group(ContainerKeys::has_representation);
    let has_object = matches!(fields.shape, Shape::Named | Shape::Transparent);
    if let Some(tag) = keys.tag.as_ref().filter(|_| !has_object) {
        let what = match fields.shape {
            Shape::Unit => "a unit struct",
            Shape::Newtype => "a newtype",
            _ => "a tuple struct",
        };
        let message = format!(
            "`tag` needs an object to stand in, and {what} is none; give the fields names, or drop it"
        );
        errors.at(tag.key, message);
    }
    if let Some(content) = &keys.content {
        errors.at(content.key, "`content` is about the variants of an enum; a struct has none");
    }
    no_enum("untagged", keys.untagged.as_ref().filter(|_| is_on(&keys.untagged)));
    no_enum("repr", keys.repr.as_ref().filter(|_| is_on(&keys.repr)));
    for keys in [&item.keys.own, &item.keys.serde] {
        let flags = [
            ("field_identifier", &keys.field_identifier),
            ("variant_identifier", &keys.variant_identifier),
        ];
        for (key, flag) in flags {
            no_enum(key, flag.as_ref().filter(|_| is_on(flag)));
        }
        for keyed in &keys.rename_all_fields {
            let message =
                "`rename_all_fields` is about the variants of an enum; write `rename_all`";
            errors.at(keyed.key, message);
        }
    }
}

pub(super) fn content_needs_a_tag(errors: &Errors, item: &Item<'_>) {
    let keys = item.keys.group(ContainerKeys::has_representation);
    let is_alone = keys.tag.is_none() && !is_on(&keys.untagged) && !is_on(&keys.repr);
    if let (Some(content), true, Body::Enum(_)) = (&keys.content, is_alone, &item.body) {
        let message = "`content` needs `tag` beside it: write `tag = \"…\"`, the name of the member that tells the variant";
        errors.at(content.key, message);
    }
}

/// serde lets an empty name pass.
pub(super) fn tags_have_a_name(errors: &Errors, item: &Item<'_>) {
    let own = &item.keys.own;
    for (key, keyed, what) in [
        ("tag", &own.tag, "the member that tells the variant"),
        ("content", &own.content, "the member that holds the payload"),
    ] {
        let name = keyed.as_ref().and_then(Keyed::get);
        if let Some(name) = name.filter(|name| name.text.is_empty()) {
            errors.at(name.span, format!("`{key}` is empty; write the name of {what}"));
        }
    }
}

pub(super) fn tag_and_content_differ(errors: &Errors, item: &Item<'_>) {
    if let Representation::Adjacent { tag, content } = &item.representation
        && tag.text == content.text
    {
        let message = format!(
            "`content` is called `{}`, and so is `tag`; the two are members of one object, rename one of them",
            content.text
        );
        errors.at(content.span, message);
    }
}

/// The tag is written and read beside the fields of structs and struct variants.
pub(super) fn tag_is_no_field(errors: &Errors, item: &Item<'_>) {
    let Representation::Internal { tag } = &item.representation else { return };
    match &item.body {
        Body::Struct(fields) => {
            // Of a struct the tag is only written.
            for field in &fields.list {
                let is_written = item.directions.encode && !field.skip.encode;
                let has_name = is_written && field.flatten.is_none();
                if has_name && fields.shape == Shape::Named && field.name.encode.text == tag.text {
                    is_tag(errors, &field.name_in_rust, &field.name.encode);
                }
            }
        }
        Body::Enum(variants) => {
            let named = variants.iter().filter(|variant| {
                variant.fields.shape == Shape::Named && !item.is_untagged(variant)
            });
            for variant in named {
                fields_are_not_the_tag(errors, item, variant, tag);
            }
        }
    }
}

fn fields_are_not_the_tag(errors: &Errors, item: &Item<'_>, variant: &Variant<'_>, tag: &Name) {
    let names = variant.fields.list.iter().filter(|field| field.flatten.is_none() && !field.is_tag);
    for field in names {
        let has_it = |direction: &_| {
            item.uses_body(*direction)
                && !variant.skip.get(*direction)
                && !field.skip.get(*direction)
                && field.name.get(*direction).text == tag.text
        };
        if let Some(direction) = item.derived().find(has_it) {
            is_tag(errors, &field.name_in_rust, field.name.get(direction));
        }
        let is_read = item.directions.decode && !variant.skip.decode && !field.skip.decode;
        for alias in field.aliases.iter().filter(|alias| is_read && alias.text == tag.text) {
            let message = format!(
                "alias `{}` of field `{}` is the tag's name, too; drop it, or rename the tag",
                alias.text, field.name_in_rust
            );
            errors.at(alias.span, message);
        }
    }
}

fn is_tag(errors: &Errors, field: &str, name: &Name) {
    let text = &name.text;
    let message = format!(
        "field `{field}` is called `{text}`, and so is the tag, in the same object; rename one of them"
    );
    errors.at(name.span, message);
}

/// All but the variant that holds the number that no other has.
pub(super) fn repr_enums_hold_nothing(errors: &Errors, item: &Item<'_>) {
    let (Representation::Repr(int), Body::Enum(variants)) = (&item.representation, &item.body)
    else {
        return;
    };
    for variant in variants.iter().filter(|variant| variant.fields.shape != Shape::Unit) {
        let name = &variant.name_in_rust;
        match variant.fields.list.first() {
            Some(field) if variant.is_other && variant.fields.shape == Shape::Newtype => {
                if is_leaf(field.ty) && *int != field.ty.to_token_stream().to_string() {
                    let message = format!(
                        "`{name}` holds the number that no other variant has, which is of type `{int}`; write `{name}({int})`"
                    );
                    errors.on(field.ty, message);
                }
            }
            _ => {
                let message = format!(
                    "`{name}` is no unit variant, and an enum with `repr` is nothing but a number; only a variant with `other` may hold something, which is the number: `{name}({int})`"
                );
                errors.on(variant.ident, message);
            }
        }
    }
}

/// `rename = 3` names a value of a tag. As the name of a member it would have to be text.
pub(super) fn bare_names_need_a_tag(errors: &Errors, item: &Item<'_>) {
    if !matches!(item.representation, Representation::External) {
        return;
    }
    for variant in item.variants().iter().filter(|variant| !variant.is_untagged) {
        let renames: &[Keyed<Split<TagName>>] = &variant.keys.own.rename;
        for split in renames.iter().filter_map(Keyed::get) {
            let both = split.encode.iter().chain(&split.decode);
            let mut bare = both.filter(|(_, name)| name.is_bare);
            if let Some((_, TagName { name, .. })) = bare.next() {
                let message = format!(
                    "`{0}` is no text, so it can only be the value of a tag; write `rename = \"{0}\"`, or give the enum a `tag`",
                    name.text
                );
                errors.at(name.span, message);
            }
        }
    }
}

/// The name of a variant is a unit variant; the name of a field may be any other, too, which a last newtype holds.
pub(super) fn identifiers_are_units(errors: &Errors, item: &Item<'_>) {
    let Body::Enum(variants) = &item.body else { return };
    for keys in [&item.keys.own, &item.keys.serde] {
        let of_field = keys.field_identifier.as_ref().filter(|_| is_on(&keys.field_identifier));
        let of_variant =
            keys.variant_identifier.as_ref().filter(|_| is_on(&keys.variant_identifier));
        if of_field.or(of_variant).is_none() {
            continue;
        }
        let name = if of_field.is_some() { "field_identifier" } else { "variant_identifier" };
        for (i, variant) in variants.iter().enumerate() {
            let own = &variant.name_in_rust;
            let is_last_newtype = of_field.is_some() && variant.fields.shape == Shape::Newtype;
            match variant.fields.shape {
                Shape::Unit => {}
                _ if is_last_newtype && i + 1 == variants.len() => {}
                _ if is_last_newtype => {
                    let message = format!(
                        "`{own}` holds all other names, so it must be the last variant; move it to the end"
                    );
                    errors.on(variant.ident, message);
                }
                _ => {
                    let message = format!(
                        "`{own}` holds data, and an enum with `{name}` is nothing but a name; make it a unit variant"
                    );
                    errors.on(variant.ident, message);
                }
            }
        }
        if let (true, Some(representation)) = (
            !matches!(item.representation, Representation::External),
            keys.written
                .iter()
                .find(|written| ContainerKeys::REPRESENTATION.contains(&written.key())),
        ) {
            let why = "the enum is nothing but a name, so there is nothing to tell it by; drop one of them";
            beside(errors, &keys.written, [name, representation.key()], why);
        }
    }
}

/// As in serde: it stands for a name that is read, and would be written as another thing.
pub(super) fn identifiers_are_only_read(errors: &Errors, item: &Item<'_>) {
    if !item.directions.encode || matches!(item.body, Body::Struct(_)) {
        return;
    }
    for keys in [&item.keys.own, &item.keys.serde] {
        let flags = [
            ("field_identifier", &keys.field_identifier),
            ("variant_identifier", &keys.variant_identifier),
        ];
        for (name, flag) in flags {
            if let Some(key) = flag.as_ref().filter(|_| is_on(flag)) {
                let message = format!(
                    "an enum with `{name}` is only read; derive `Decode` alone, or drop the key"
                );
                errors.at(key.key, message);
            }
        }
    }
}
