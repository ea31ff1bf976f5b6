//! Keys that ask for a shape that the item does not have.

use quote::ToTokens;

use crate::attr::value::DefaultKey;
use crate::errors::Errors;
use crate::model::{Body, Direction, Field, Fields, Item, Shape, is_on};
use crate::types::is_unsized;

pub(super) fn transparent_is_a_struct_of_one_field(errors: &Errors, item: &Item<'_>) {
    let keys = item.keys.group(|keys| keys.transparent.is_some());
    let Some(key) = keys.transparent.as_ref().filter(|_| is_on(&keys.transparent)) else { return };
    let Body::Struct(fields) = &item.body else {
        errors.at(key.key, "`transparent` needs a struct; an enum has a tag to write");
        return;
    };
    let wrong = item.derived().find(|&direction| fields.inner(direction).is_none());
    if let Some(direction) = wrong {
        let inner = fields.list.iter().filter(|field| field.is_inner(direction));
        let inner: Vec<_> = inner.map(|field| format!("`{}`", field.name_in_rust)).collect();
        let found = if inner.is_empty() {
            "there is none here".to_owned()
        } else {
            format!("here there are {}; skip all but one", inner.join(", "))
        };
        let left_out = match direction {
            Direction::Encode => "is not skipped",
            Direction::Decode => "is not skipped and has no default",
        };
        let message = format!("`transparent` needs exactly one field that {left_out}; {found}");
        errors.at(key.key, message);
    }
}

pub(super) fn default_is_for_structs_with_fields(errors: &Errors, item: &Item<'_>) {
    let keys = item.keys.group(|keys| keys.default.is_some());
    let Some(key) = &keys.default else { return };
    if matches!(key.get(), None | Some(DefaultKey::Off)) {
        return;
    }
    match &item.body {
        Body::Enum(_) => {
            let message = "`default` fills in missing fields of a struct; an enum has none that could be missing";
            errors.at(key.key, message);
        }
        Body::Struct(fields) if fields.shape == Shape::Unit => {
            errors.at(key.key, "`default` fills in missing fields; a unit struct has none");
        }
        Body::Struct(_) => {}
    }
}

/// Arrays may be short at the end, so what has a default must not stand before what has none.
pub(super) fn tuple_fields_with_a_default_are_last(errors: &Errors, item: &Item<'_>) {
    if !item.directions.decode {
        return;
    }
    for Fields { list, .. } in item.fields().into_iter().filter(|f| f.shape == Shape::Tuple) {
        let mut with_default: Option<&Field<'_>> = None;
        for field in list.iter().filter(|field| !field.skip.decode) {
            match (&field.fallback, with_default) {
                (Some(_), _) => with_default = Some(field),
                (None, Some(first)) => {
                    let message = format!(
                        "field `{}` needs `default`, because field `{}` before it has one",
                        field.name_in_rust, first.name_in_rust
                    );
                    errors.on(field.ty, message);
                }
                (None, None) => {}
            }
        }
    }
}

/// A value is made before it is known how long it is.
pub(super) fn fields_that_are_read_have_a_size(errors: &Errors, item: &Item<'_>) {
    if !item.uses_body(Direction::Decode) {
        return;
    }
    for field in item.fields().into_iter().flat_map(|fields| &fields.list) {
        if !is_unsized(field.ty) {
            continue;
        }
        let message = format!(
            "a field of this type has no size of its own, so it cannot be read; write `Box<{}>`, or derive `Encode` alone",
            field.ty.to_token_stream()
        );
        errors.on(field.ty, message);
    }
}
