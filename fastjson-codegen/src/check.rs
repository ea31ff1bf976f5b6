//! The rules between keys, and between keys and shapes. What is wrong about one key alone is found where it is read.
//!
//! A clash or a wrong shape is a mistake under both attributes; what merely has no effect is one under `#[fastjson]`
//! only, since serde lets it pass.

mod names;
mod no_effect;
mod shapes;

use crate::errors::Errors;
use crate::model::Item;

type Rule = fn(&Errors, &Item<'_>);

/// Every rule. Each reports all that it finds, and none stops another.
const RULES: [Rule; 13] = [
    names::fields_have_different_names,
    names::variants_have_different_names,
    shapes::transparent_is_a_struct_of_one_field,
    shapes::default_is_for_structs_with_fields,
    shapes::tuple_fields_with_a_default_are_last,
    no_effect::container_keys_that_need_names,
    no_effect::container_default_beside_one_value,
    no_effect::names_of_tuple_fields,
    no_effect::keys_of_the_only_value,
    no_effect::keys_of_skipped_fields,
    no_effect::keys_of_skipped_variants,
    no_effect::rename_all_of_variants_without_names,
    no_effect::aliases_that_are_known,
];

/// Reports every mistake that one key alone does not show.
pub(crate) fn check(errors: &Errors, item: &Item<'_>) {
    for rule in RULES {
        rule(errors, item);
    }
}
