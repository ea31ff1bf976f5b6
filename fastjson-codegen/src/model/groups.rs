//! Groups of keys. A key of `#[fastjson]` overrides its whole group in `#[serde]`, for the directions it speaks of;
//! here stands which keys form a group.

use crate::attr::value::{Flag, Function, Keyed, RemoteType, Split};
use crate::attr::{ContainerKeys, FieldKeys, Pair, VariantKeys, Written};
use crate::model::Direction;

/// What a split key says for one direction.
pub(crate) fn value<T>(keys: &[Keyed<Split<T>>], direction: Direction) -> Option<&T> {
    let mut splits = keys.iter().filter_map(Keyed::get);
    let first = splits.find_map(|split| match direction {
        Direction::Encode => split.encode.first(),
        Direction::Decode => split.decode.first(),
    });
    first.map(|(_, value)| value)
}

/// Whether a flag is there and not taken back.
pub(crate) fn is_on(flag: &Option<Keyed<Flag>>) -> bool {
    flag.as_ref().and_then(Keyed::get).is_some_and(|&Flag(is_on)| is_on)
}

impl Pair<ContainerKeys> {
    /// Whether the item is said to be a definition of another type, rightly or not.
    pub(crate) fn is_remote(&self) -> bool {
        let remote = self.group(|keys| keys.remote.is_some()).remote.as_ref();
        remote.is_some_and(|remote| !matches!(remote.get(), Some(RemoteType::Off)))
    }
}

impl ContainerKeys {
    pub(crate) const REPRESENTATION: [&str; 4] = ["tag", "content", "untagged", "repr"];

    pub(crate) fn has_names(&self, direction: Direction) -> bool {
        value(&self.rename, direction).is_some()
            || value(&self.rename_all, direction).is_some()
            || value(&self.rename_all_fields, direction).is_some()
    }

    pub(crate) fn has_representation(&self) -> bool {
        self.tag.is_some()
            || self.content.is_some()
            || self.untagged.is_some()
            || self.repr.is_some()
    }

    pub(crate) fn has_shape(&self, direction: Direction) -> bool {
        self.transparent.is_some()
            || match direction {
                Direction::Encode => self.into.is_some(),
                Direction::Decode => self.from.is_some() || self.try_from.is_some(),
            }
    }
}

impl VariantKeys {
    pub(crate) const CODECS: [&str; 3] = ["with", "serialize_with", "deserialize_with"];

    pub(crate) fn has_names(&self, direction: Direction) -> bool {
        value(&self.rename, direction).is_some()
            || value(&self.rename_all, direction).is_some()
            || (direction == Direction::Decode && !self.alias.is_empty())
    }

    pub(crate) fn has_skip(&self, direction: Direction) -> bool {
        self.skip.is_some() || self.one_sided_skip(direction).is_some()
    }

    pub(crate) fn skips(&self, direction: Direction) -> bool {
        is_on(&self.skip) || is_on(self.one_sided_skip(direction))
    }

    pub(crate) fn one_sided_skip(&self, direction: Direction) -> &Option<Keyed<Flag>> {
        of(direction, &self.skip_serializing, &self.skip_deserializing)
    }

    pub(crate) fn has_codec(&self, direction: Direction) -> bool {
        self.with.is_some() || self.one_sided_with(direction).is_some()
    }

    pub(crate) fn one_sided_with(&self, direction: Direction) -> &Option<Keyed<Function>> {
        of(direction, &self.serialize_with, &self.deserialize_with)
    }
}

impl FieldKeys {
    /// The keys that name a codec, as they stand there, without those that are taken back.
    pub(crate) fn codecs(&self) -> impl Iterator<Item = &Written> {
        self.written.iter().filter(|written| match written.key() {
            "with" | "serialize_with" | "deserialize_with" | "as" | "non_finite" => true,
            "serde" => is_on(&self.serde),
            "string" => is_on(&self.string),
            _ => false,
        })
    }

    pub(crate) fn has_names(&self, direction: Direction) -> bool {
        value(&self.rename, direction).is_some()
            || (direction == Direction::Decode && !self.alias.is_empty())
    }

    pub(crate) fn has_skip(&self, direction: Direction) -> bool {
        self.skip.is_some()
            || self.one_sided_skip(direction).is_some()
            || (direction == Direction::Encode
                && (self.skip_serializing_if.is_some() || self.omit_empty.is_some()))
    }

    pub(crate) fn skips(&self, direction: Direction) -> bool {
        is_on(&self.skip) || is_on(self.one_sided_skip(direction))
    }

    pub(crate) fn one_sided_skip(&self, direction: Direction) -> &Option<Keyed<Flag>> {
        of(direction, &self.skip_serializing, &self.skip_deserializing)
    }

    pub(crate) fn has_default(&self) -> bool {
        self.default.is_some() || self.default_value.is_some()
    }

    pub(crate) fn has_codec(&self, direction: Direction) -> bool {
        self.with.is_some()
            || self.one_sided_with(direction).is_some()
            || self.codec.is_some()
            || self.serde.is_some()
            || self.string.is_some()
            || self.non_finite.is_some()
    }

    pub(crate) fn one_sided_with(&self, direction: Direction) -> &Option<Keyed<Function>> {
        of(direction, &self.serialize_with, &self.deserialize_with)
    }
}

/// The one of two keys that is about the direction.
fn of<'a, T>(direction: Direction, encode: &'a T, decode: &'a T) -> &'a T {
    match direction {
        Direction::Encode => encode,
        Direction::Decode => decode,
    }
}
