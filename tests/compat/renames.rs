//! The case rules, for every representation: of variants, of their fields, of both, and apart in the two directions.

use serde::{Deserialize, Serialize};

use crate::FastJson;
use crate::compare::{bends, round_trips, write};

macro_rules! rules {
    ($($module:ident: $rule:literal;)*) => { $(
        mod $module {
            use super::*;

            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
            #[serde(rename_all = $rule)]
            struct Fields {
                word: u8,
                two_words: u8,
                r#type: u8,
                with_2_digits: u8,
                #[serde(rename = "asIs")]
                renamed: u8,
            }

            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
            #[serde(rename_all = $rule, rename_all_fields = $rule)]
            enum External {
                Word,
                TwoWords(u8),
                HTTPServer { two_words: u8, r#type: u8 },
                #[serde(rename = "As_is", rename_all = "kebab-case")]
                Renamed { own_rule: u8, #[serde(rename = "own")] renamed: u8 },
            }

            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
            #[serde(tag = "the_tag", rename_all = $rule, rename_all_fields = $rule)]
            enum Internal {
                Word,
                TwoWords(Fields),
                ThreeWordsHere { two_words: u8, r#type: u8 },
                #[serde(rename = "As_is", rename_all = "kebab-case")]
                Renamed { own_rule: u8, #[serde(rename = "own")] renamed: u8 },
            }

            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
            #[serde(tag = "the_tag", content = "the_content", rename_all = $rule)]
            #[serde(rename_all_fields = $rule)]
            enum Adjacent {
                Word,
                TwoWords(Fields, u8),
                ThreeWordsHere { two_words: u8, r#type: u8 },
                #[serde(rename = "As_is", rename_all = "kebab-case")]
                Renamed { own_rule: u8, #[serde(rename = "own")] renamed: u8 },
            }

            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
            #[serde(untagged, rename_all_fields = $rule)]
            enum Untagged {
                One(Fields),
                TwoWords { two_words: u8, r#type: u8 },
                #[serde(rename_all = "kebab-case")]
                Renamed { own_rule: u8, #[serde(rename = "own")] renamed: u8 },
            }

            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
            #[serde(rename_all(serialize = $rule), rename_all_fields(serialize = $rule))]
            enum Written {
                TwoWords,
                Fields { two_words: u8, #[serde(rename = "own")] renamed: u8 },
            }

            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
            #[serde(tag = "t", rename_all(deserialize = $rule), rename_all_fields(deserialize = $rule))]
            enum Read {
                TwoWords,
                Fields { two_words: u8, #[serde(rename(serialize = "own"))] renamed: u8 },
            }

            fn fields() -> Fields {
                Fields { word: 1, two_words: 2, r#type: 3, with_2_digits: 4, renamed: 5 }
            }

            #[test]
            fn round() {
                round_trips([fields()]);
                round_trips([
                    External::Word,
                    External::TwoWords(1),
                    External::HTTPServer { two_words: 1, r#type: 2 },
                    External::Renamed { own_rule: 1, renamed: 2 },
                ]);
                round_trips([
                    Internal::Word,
                    Internal::TwoWords(fields()),
                    Internal::ThreeWordsHere { two_words: 1, r#type: 2 },
                    Internal::Renamed { own_rule: 1, renamed: 2 },
                ]);
                round_trips([
                    Adjacent::Word,
                    Adjacent::TwoWords(fields(), 1),
                    Adjacent::ThreeWordsHere { two_words: 1, r#type: 2 },
                    Adjacent::Renamed { own_rule: 1, renamed: 2 },
                ]);
                round_trips([
                    Untagged::TwoWords { two_words: 1, r#type: 2 },
                    Untagged::Renamed { own_rule: 1, renamed: 2 },
                    Untagged::One(fields()),
                ]);
            }

            #[test]
            fn split() {
                for value in [Written::TwoWords, Written::Fields { two_words: 1, renamed: 2 }] {
                    bends::<Written>(&write(&value).expect("a JSON form"));
                }
                for value in [Read::TwoWords, Read::Fields { two_words: 1, renamed: 2 }] {
                    bends::<Read>(&write(&value).expect("a JSON form"));
                }
                bends::<Written>(r#"{"Fields":{"two_words":1,"own":2}}"#);
                for name in ["two_words", "twowords", "TWOWORDS", "TwoWords", "twoWords", "TWO_WORDS", "two-words", "TWO-WORDS"] {
                    for rest in ["Fields", "fields", "FIELDS"] {
                        bends::<Read>(&format!(r#"{{"t":"{rest}","{name}":1,"renamed":2}}"#));
                        bends::<Read>(&format!(r#"{{"t":"{rest}","{name}":1,"RENAMED":2}}"#));
                        bends::<Read>(&format!(r#"{{"{name}":1,"Renamed":2,"t":"{rest}"}}"#));
                    }
                    bends::<Read>(&format!(r#"{{"t":"{name}"}}"#));
                }
            }
        }
    )* };
}

rules! {
    lower: "lowercase";
    upper: "UPPERCASE";
    pascal: "PascalCase";
    camel: "camelCase";
    snake: "snake_case";
    screaming_snake: "SCREAMING_SNAKE_CASE";
    kebab: "kebab-case";
    screaming_kebab: "SCREAMING-KEBAB-CASE";
}
