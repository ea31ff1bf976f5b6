//! The attributes of the derive macros, a page for each group, with examples that run.
//!
//! Attributes are written `#[fastjson(key, key = value, …)]`; their names are serde's where serde has them, and what stands under `#[serde(…)]`
//! is read too. Paths and types may be written as they are or, as in serde, as text: `default = path::to::it`, `default =
//! "path::to::it"`. A flag is taken back with `= false`.
//!
//! Everything is checked when the item is compiled: unknown and repeated keys, values of a wrong form, names that clash, keys that change nothing
//! where they stand. All mistakes of an item are reported at once, each at its own token.
//!
//! | page | what it is about |
//! |---|---|
//! | [names] | `rename`, `alias`, `rename_all`, `rename_all_fields` |
//! | [missing] | `default`, `default_value`, absent fields, `Option<Option<T>>` |
//! | [skipping] | `skip`, `skip_serializing`, `skip_deserializing`, `skip_serializing_if`, `skip_none`, `omit_empty` |
//! | [unknown] | `deny_unknown_fields`, `duplicate_fields`, `case_insensitive` |
//! | [enums] | `tag`, `content`, `untagged`, `other`, `default`, bare tags, `repr`, `field_identifier`, `variant_identifier` |
//! | [flatten] | `flatten` |
//! | [conversions] | `transparent`, `from`, `try_from`, `into` |
//! | [codecs] | `as`, `string`, `non_finite`, `with`, `serialize_with`, `deserialize_with`, `validate` |
//! | [remote] | types of other crates: `remote`, `getter` |
//! | [bounds] | `bound`, `borrow`, `crate`, `expecting` |
//! | [serde] | coming from serde; `serde`, `ignore_serde` |
//!
//! # All keys
//!
//! C is a struct or an enum, V a variant, F a field. In the column *serde* stands whether the key is read under `#[serde(…)]`, too.
//!
//! | key | on | serde | meaning |
//! |---|---|---|---|
//! | [`alias = "name"`](names#alias) | V F | yes | a further name that is read; any number of them |
//! | [`as = "Codec"`](codecs#as) | F | | written and read by a codec, also inside containers |
//! | [`borrow`, `borrow = "'a"`](bounds#borrow) | V F | yes | the lifetimes that are borrowed for |
//! | [`bound = "T: Trait"`](bounds#bound) | C V F | no | in place of inferred bounds; split |
//! | [`case_insensitive`](unknown#case_insensitive) | C | | names of fields match whatever their case |
//! | [`content = "name"`](enums#adjacently-tagged) | C | yes | beside `tag`: the member that holds the payload |
//! | [`crate = path`](bounds#crate) | C | no | where the runtime is found |
//! | [`default`, `default = path`](missing#default-on-a-field) | C F | yes | the value of missing fields |
//! | [`default`](enums#no-tag-at-all-default-on-a-variant) | V | | the variant where the tag is missing |
//! | [`default_value = expression`](missing#default_value) | F | | the value where the field is missing |
//! | [`deny_unknown_fields`](unknown#deny_unknown_fields) | C | yes | an unknown field is an error |
//! | [`deserialize_with = path`](codecs#with-serialize_with-deserialize_with) | V F | yes | read by a function |
//! | [`duplicate_fields = "error"`](unknown#duplicate_fields) | C | | or `"first"`, `"last"`: what a second value is |
//! | [`expecting = "text"`](bounds#expecting) | C | yes | what a message says that was expected |
//! | [`field_identifier`](enums#identifiers) | C | yes | the enum is the name of a field |
//! | [`flatten`](mod@flatten) | F | yes | the members of the value are members of this object |
//! | [`from = "Type"`](conversions#from-and-into) | C | yes | read as another type |
//! | [`getter = path`](remote#getter) | F | yes | beside `remote`: the function that gives the field |
//! | [`ignore_serde`](serde#what-overrides-what) | C | | `#[serde(…)]` is not read |
//! | [`into = "Type"`](conversions#from-and-into) | C | yes | written as another type |
//! | [`non_finite = "null"`](codecs#non_finite) | F | | or `"error"`, `"string"`: what NaN and infinities are |
//! | [`omit_empty`](skipping#omit_empty) | F | | left out where it is empty, zero, false or `None` |
//! | [`other`](enums#a-catch-all-other) | V | yes | the variant of all names that no other has |
//! | [`remote = "path::to::Type"`](mod@remote) | C | yes | the item is a definition of that type |
//! | [`rename = "name"`](names#rename) | C V F | yes | the name; split; on a variant also `rename = 3`, `rename = true` |
//! | [`rename_all = "rule"`](names#rename_all) | C V | yes | how names are spelled; split |
//! | [`rename_all_fields = "rule"`](names#rename_all_fields) | C | yes | how the fields of all variants are spelled; split |
//! | [`repr`](enums#repr) | C | | an enum of units is its discriminant |
//! | [`serde`](serde#types-that-only-have-serdes-traits) | C F | | through serde's traits |
//! | [`serialize_with = path`](codecs#with-serialize_with-deserialize_with) | V F | yes | written by a function |
//! | [`skip`](skipping#skip-skip_serializing-skip_deserializing) | V F | yes | neither written nor read |
//! | [`skip_deserializing`](skipping#skip-skip_serializing-skip_deserializing) | V F | yes | not read |
//! | [`skip_none`](skipping#skip_none) | C | | every `Option` that is `None` is left out |
//! | [`skip_serializing`](skipping#skip-skip_serializing-skip_deserializing) | V F | yes | not written |
//! | [`skip_serializing_if = path`](skipping#skip_serializing_if) | F | yes | left out where the function says so |
//! | [`string`](codecs#string) | F | | a number or boolean is a string |
//! | [`tag = "name"`](enums#internally-tagged) | C | yes | the member that tells the variant; [on a struct](enums#a-tag-on-a-struct) its name |
//! | [`tag`](enums#a-catch-all-other) | F | | in the variant `other`: it holds the tag's text |
//! | [`transparent`](conversions#transparent) | C | yes | the one field is the JSON |
//! | [`try_from = "Type"`](conversions#try_from) | C | yes | read as another type, which may refuse |
//! | [`untagged`](enums#untagged) | C V | yes | the payload alone tells the variant |
//! | [`validate = path`](codecs#validate) | F | | a function that may refuse what was read |
//! | [`variant_identifier`](enums#identifiers) | C | yes | the enum is the name of a variant |
//! | [`with = module`](codecs#with-serialize_with-deserialize_with) | V F | yes | written and read by functions of a module |
//!
//! *Split* keys may be given for one direction: `rename(serialize = "a", deserialize = "b")`.

pub mod bounds;
pub mod codecs;
pub mod conversions;
pub mod enums;
pub mod flatten;
pub mod missing;
pub mod names;
pub mod remote;
pub mod serde;
pub mod skipping;
pub mod unknown;
