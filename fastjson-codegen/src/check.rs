//! The rules between keys, and between keys and shapes. What is wrong about one key alone is found where it is read.
//!
//! A clash or a wrong shape is a mistake under both attributes; what merely has no effect is one under `#[fastjson]`
//! only, since serde lets it pass.

mod codecs;
mod conversions;
mod flatten;
mod names;
mod no_effect;
mod pairs;
mod remote;
mod representations;
mod shapes;
mod unreachable;
mod variants;

use crate::errors::Errors;
use crate::model::{Direction, Item};

type Rule = fn(&Errors, &Item<'_>);

/// Every rule. Each reports all that it finds, and none stops another.
const RULES: &[Rule] = &[
    names::fields_have_different_names,
    names::variants_have_different_names,
    pairs::one_representation,
    pairs::one_conversion,
    pairs::one_kind_of_identifier,
    pairs::one_codec,
    pairs::one_default,
    pairs::one_reason_to_leave_out,
    shapes::transparent_is_a_struct_of_one_field,
    shapes::default_is_for_structs_with_fields,
    shapes::tuple_fields_with_a_default_are_last,
    shapes::fields_that_are_read_have_a_size,
    representations::keys_of_enums_stand_on_enums,
    representations::content_needs_a_tag,
    representations::tags_have_a_name,
    representations::tag_and_content_differ,
    representations::tag_is_no_field,
    representations::repr_enums_hold_nothing,
    representations::bare_names_need_a_tag,
    representations::identifiers_are_units,
    representations::identifiers_are_only_read,
    variants::payloads_beside_a_tag_are_objects,
    variants::other_is_one_last_variant,
    variants::tag_fields_stand_in_other,
    variants::untagged_variants_are_last,
    variants::default_is_one_tagged_variant,
    variants::payloads_of_functions_are_whole,
    flatten::flattened_fields_have_names,
    flatten::flattened_types_are_objects,
    flatten::one_map_takes_the_rest,
    flatten::unknown_fields_go_to_the_map,
    codecs::flattened_fields_are_not_validated,
    codecs::codecs_of_serde_need_the_bridge,
    codecs::borrowing_types_have_lifetimes,
    unreachable::later_variants_are_reached,
    conversions::keys_of_unused_bodies,
    remote::definitions_are_not_converted,
    remote::getters_stand_in_definitions_of_structs,
    remote::getters_of_skipped_fields,
];

/// The rules about keys that change nothing. Where another type stands for the item, that is said of its keys already.
const RULES_OF_USED_BODIES: &[Rule] = &[
    no_effect::container_keys_that_need_names,
    no_effect::expecting_of_other_types,
    no_effect::object_keys_of_transparent,
    no_effect::container_default_beside_one_value,
    no_effect::names_of_tuple_fields,
    no_effect::keys_of_the_only_value,
    no_effect::keys_of_skipped_fields,
    no_effect::keys_of_skipped_variants,
    no_effect::rename_all_of_variants_without_names,
    no_effect::aliases_that_are_known,
    no_effect::enums::names_of_untagged_variants,
    no_effect::enums::case_rules_of_unnamed_variants,
    no_effect::enums::untagged_variants_of_untagged_enums,
    no_effect::enums::codecs_inside_of_functions,
    no_effect::enums::default_of_variants_that_are_not_read,
    no_effect::fields::names_of_flattened_fields,
    no_effect::fields::keys_beside_tag,
    no_effect::fields::codecs_of_skipped_fields,
    no_effect::fields::skip_none_without_options,
    no_effect::fields::serde_without_fields,
    no_effect::fields::ignore_serde_without_serde,
];

/// Reports every mistake that one key alone does not show.
pub(crate) fn check(errors: &Errors, item: &Item<'_>) {
    let is_used = !item.converts(Direction::Encode) && !item.converts(Direction::Decode);
    let of_body = if is_used { RULES_OF_USED_BODIES } else { &[] };
    for rule in RULES.iter().chain(of_body) {
        rule(errors, item);
    }
}
