//! Keys of a body that is not looked at, because another type stands for the item (`from`, `try_from`, `into`).

use crate::attr::Written;
use crate::errors::Errors;
use crate::model::{Direction, Item};

/// Keys of the container that say nothing about its body.
const OF_THE_ITEM: [&str; 8] =
    ["rename", "from", "try_from", "into", "transparent", "bound", "crate", "ignore_serde"];

pub(super) fn keys_of_unused_bodies(errors: &Errors, item: &Item<'_>) {
    let is_used = |direction| !item.converts(direction);
    // Beside `remote` the conversion itself is the mistake.
    if (is_used(Direction::Encode) && is_used(Direction::Decode)) || item.remote.is_some() {
        return;
    }
    let each = |written: &[Written], exempt: &[&str]| {
        for key in written.iter().filter(|written| !exempt.contains(&written.key())) {
            let mut about = [Direction::Encode, Direction::Decode].into_iter();
            if !about.any(|direction| key.is_about(direction) && is_used(direction)) {
                useless(errors, item, key);
            }
        }
    };
    each(&item.keys.own.written, &OF_THE_ITEM);
    for variant in item.variants() {
        each(&variant.keys.own.written, &["bound"]);
    }
    for field in item.fields().into_iter().flat_map(|fields| &fields.list) {
        each(&field.keys.own.written, &["bound"]);
    }
}

fn useless(errors: &Errors, item: &Item<'_>, key: &Written) {
    let reads = if item.conversion.is_fallible { "try_from" } else { "from" };
    let through = match (key.is_about(Direction::Encode), key.is_about(Direction::Decode)) {
        (true, true) => format!("read through `{reads}` and written through `into`"),
        (true, false) => "written through `into`".to_owned(),
        _ => format!("read through `{reads}`"),
    };
    let key_name = key.key();
    let message = format!(
        "`{key_name}` has no effect here: `{}` is {through}; write it on the other type",
        item.ident
    );
    errors.at(key.at, message);
}
