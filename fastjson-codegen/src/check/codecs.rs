//! Codecs where a value is not written and read as one value, and those that this build does not have.

use crate::attr::Written;
use crate::errors::Errors;
use crate::model::{Body, Direction, Field, Item, Shape, is_on};

/// The codec keys of a field that count, each once.
fn codecs<'f>(field: &'f Field<'_>) -> Vec<&'f Written> {
    let mut found: Vec<&Written> = Vec::new();
    for direction in [Direction::Encode, Direction::Decode] {
        let keys = field.keys.group(|keys| keys.has_codec(direction));
        for written in keys.codecs().filter(|written| written.is_about(direction)) {
            if !found.iter().any(|known| std::ptr::eq(*known, written)) {
                found.push(written);
            }
        }
    }
    found
}

/// A check is told a whole value and its place; members that stand among others are neither.
pub(super) fn flattened_fields_are_not_validated(errors: &Errors, item: &Item<'_>) {
    for field in item.fields().into_iter().flat_map(|fields| &fields.list) {
        if let (true, Some(validate)) = (field.is_flat(), &field.keys.own.validate) {
            let message = "`validate` cannot stand beside `flatten`: there is no one value to point at; write `validate` on the fields inside, or `try_from` on their type";
            errors.at(validate.key, message);
        }
    }
}

/// Codecs of serde's, where the runtime was built without the bridge to them.
pub(super) fn codecs_of_serde_need_the_bridge(errors: &Errors, item: &Item<'_>) {
    if cfg!(feature = "serde") {
        return;
    }
    let report = |key: &str, at, instead: &str| {
        let message = format!(
            "`{key}` goes through serde, and fastjson is built without its feature `serde`; enable it, or {instead}"
        );
        errors.at(at, message);
    };
    let item_key = item.keys.own.serde.as_ref().filter(|_| is_on(&item.keys.own.serde));
    if let Some(key) = item_key {
        report("serde", key.key, "derive `FastJson` on the types of the fields");
    }
    let instead = "write `#[fastjson(with = …)]` with functions of fastjson's signatures";
    let used = |direction: &Direction| item.uses_body(*direction);
    for variant in item.variants() {
        for direction in item.derived().filter(used) {
            let keys = variant.keys.group(|keys| keys.has_codec(direction));
            let calls = variant.codec.get(direction).as_ref().filter(|call| call.is_serde);
            let key = keys.one_sided_with(direction).as_ref().or(keys.with.as_ref());
            let is_second = direction == Direction::Decode
                && keys.one_sided_with(direction).is_none()
                && item.uses_body(Direction::Encode);
            if let (Some(_), Some(key), false) = (calls, key, is_second) {
                report("with", key.key, instead);
            }
        }
    }
    for field in item.fields().into_iter().flat_map(|fields| &fields.list) {
        let is_used = |direction| item.uses_body(direction) && !field.skip.get(direction);
        if !item.derived().any(is_used) {
            continue;
        }
        for codec in codecs(field) {
            if codec.key() == "serde" {
                report("serde", codec.at, "derive `FastJson` on the field's type");
            } else if field.keys.serde.written.iter().any(|written| std::ptr::eq(written, codec)) {
                report(codec.key(), codec.at, instead);
            }
        }
    }
}

/// What is borrowed for has to be there, and with the lifetimes that are named.
pub(super) fn borrowing_types_have_lifetimes(errors: &Errors, item: &Item<'_>) {
    for field in item.fields().into_iter().flat_map(|fields| &fields.list) {
        let keys = field.keys.group(|keys| keys.borrow.is_some());
        let Some(key) = &keys.borrow else { continue };
        lifetimes_are_there(errors, field, key);
    }
    let Body::Enum(variants) = &item.body else { return };
    for variant in variants {
        let keys = variant.keys.group(|keys| keys.borrow.is_some());
        let Some(key) = &keys.borrow else { continue };
        match (variant.fields.shape, variant.fields.list.first()) {
            (Shape::Newtype, Some(field)) => lifetimes_are_there(errors, field, key),
            _ => {
                let message = "`borrow` on a variant is about its one field, and this is no newtype; write it on the fields";
                errors.at(key.key, message);
            }
        }
    }
}

fn lifetimes_are_there(
    errors: &Errors,
    field: &Field<'_>,
    key: &crate::attr::value::Keyed<crate::attr::value::Borrow>,
) {
    let there = crate::types::lifetimes(field.ty);
    if there.is_empty() {
        let message = format!(
            "`borrow` finds no lifetime in the type of field `{}`; write one that borrows, as `&'a str` and `Cow<'a, str>` do, or drop the key",
            field.name_in_rust
        );
        errors.at(key.key, message);
        return;
    }
    let told = key.get().and_then(|borrow| borrow.0.as_ref());
    for (i, lifetime) in told.into_iter().flatten().enumerate() {
        if !there.iter().any(|known| lifetime.ident == known) {
            let known: Vec<_> = there.iter().map(|known| format!("`'{known}`")).collect();
            let message = format!(
                "`{lifetime}` does not occur in the type of field `{}`; borrow for {}",
                field.name_in_rust,
                known.join(" or ")
            );
            errors.at(lifetime.span(), message);
        } else if told.into_iter().flatten().take(i).any(|earlier| earlier == lifetime) {
            errors.at(lifetime.span(), format!("`{lifetime}` is named twice; once is enough"));
        }
    }
}

#[cfg(all(test, not(feature = "serde")))]
mod tests {
    use quote::ToTokens;
    use syn::parse_quote;

    use crate::{Directions, try_expand};

    /// The texts of all mistakes.
    fn mistakes(input: &syn::DeriveInput) -> Vec<String> {
        let errors = try_expand(input, Directions::BOTH).map(|_| ()).err().into_iter().flatten();
        errors.map(|error| error.to_string()).collect()
    }

    #[test]
    fn without_the_bridge_its_keys_are_mistakes() {
        let found = mistakes(&parse_quote! {
            #[fastjson(serde)]
            struct S {
                #[serde(with = "m")]
                a: A,
                #[serde(serialize_with = "f", deserialize_with = "g")]
                b: B,
                #[fastjson(serde)]
                c: C,
                #[fastjson(with = "m")]
                d: D,
                #[serde(skip, with = "m")]
                e: E,
            }
        });
        assert_eq!(found.len(), 5, "{found:#?}");
        assert!(found.iter().all(|text| text.contains("feature `serde`")), "{found:#?}");
    }

    #[test]
    fn what_fastjson_itself_does_needs_no_bridge() {
        let input: syn::DeriveInput = parse_quote! {
            enum E {
                #[fastjson(with = "m")]
                A(u8),
                #[serde(with = "m")]
                #[fastjson(with = "n")]
                B(u8),
            }
        };
        assert!(mistakes(&input).is_empty(), "{}", input.to_token_stream());
    }
}
