//! Definitions of types of other crates: `remote` on the item, `getter` on fields.

use crate::errors::Errors;
use crate::model::{Body, Field, Item};

fn fields<'i>(item: &'i Item<'_>) -> impl Iterator<Item = &'i Field<'i>> {
    item.fields().into_iter().flat_map(|fields| &fields.list)
}

/// A definition says field by field how the other type is written and read.
pub(super) fn definitions_are_not_converted(errors: &Errors, item: &Item<'_>) {
    if item.remote.is_none() {
        return;
    }
    let written = item.keys.own.written.iter().chain(&item.keys.serde.written);
    for key in written.filter(|key| matches!(key.key(), "from" | "try_from" | "into")) {
        let message = format!(
            "`{}` cannot stand beside `remote`: the fields of the definition say what the JSON is; drop one of them",
            key.key()
        );
        errors.at(key.at, message);
    }
}

/// Only fields of a struct of another crate are got by a function.
pub(super) fn getters_stand_in_definitions_of_structs(errors: &Errors, item: &Item<'_>) {
    let is_enum = matches!(item.body, Body::Enum(_));
    // Where our own `remote = false` takes serde's back, serde's getters go with it.
    let own = (item.keys.is_remote(), "fastjson");
    let serde = (item.keys.is_remote() || item.keys.serde.remote.is_some(), "serde");
    for field in fields(item) {
        let keys = [(own, &field.keys.own.getter), (serde, &field.keys.serde.getter)];
        for ((is_remote, attribute), key) in keys {
            let Some(key) = key else { continue };
            if is_enum {
                let message = "`getter` gives a field of a struct; those of a variant are seen wherever the enum is; drop it";
                errors.at(key.key, message);
            } else if !is_remote {
                let message = format!(
                    "`getter` gives a field of another crate's type; write `#[{attribute}(remote = \"path::to::Type\")]` on the struct, or drop it"
                );
                errors.at(key.key, message);
            }
        }
    }
}

pub(super) fn getters_of_skipped_fields(errors: &Errors, item: &Item<'_>) {
    let is_remote_struct = item.remote.is_some() && matches!(item.body, Body::Struct(_));
    for field in fields(item).filter(|field| is_remote_struct && field.skip.encode) {
        if let Some(key) = &field.keys.own.getter {
            let message = "`getter` has no effect here: the field is never written; drop it (one on a field that is written is enough for values to be made with `From`)";
            errors.at(key.key, message);
        }
    }
}
