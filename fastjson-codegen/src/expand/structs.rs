//! Structs: objects, arrays, newtypes (also `transparent` ones) and units.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{Ident, Member};

use super::encode::{self, RunWriter, Value, json_string};
use super::impls::Head;
use super::in_place::{self, InPlace};
use super::remote;
use super::slots::{self, Slots};
use crate::model::{Codec, Direction, Field, Fields, Item, Representation, Shape};
use crate::types::{is_map, is_native, is_pointer, may_hold_itself};

pub(super) struct Struct<'a> {
    pub(super) item: &'a Item<'a>,
    pub(super) fields: &'a Fields<'a>,
}

impl<'a> Struct<'a> {
    pub(super) fn encode(&self) -> TokenStream {
        match self.fields.shape {
            Shape::Named => self.encode_object(),
            Shape::Tuple => self.encode_array(),
            Shape::Newtype | Shape::Transparent => self.encode_inner(),
            Shape::Unit => self.encode_unit(),
        }
    }

    pub(super) fn decode(&self) -> TokenStream {
        match self.fields.shape {
            Shape::Named => self.decode_object(),
            Shape::Tuple => self.decode_array(),
            Shape::Newtype | Shape::Transparent => self.decode_inner(),
            Shape::Unit => self.decode_unit(),
        }
    }

    /// A reference to a field of `self`.
    fn place(&self, field: &Field<'_>, span: Span) -> TokenStream {
        if field.is_remote {
            return remote::place(field, self.item.is_packed);
        }
        let member = match &field.member {
            Member::Named(ident) => {
                let mut ident: Ident = ident.clone();
                ident.set_span(ident.span().located_at(span));
                Member::Named(ident)
            }
            Member::Unnamed(index) => Member::Unnamed(index.clone()),
        };
        if self.item.is_packed {
            quote_spanned!(span=> &{ self.#member })
        } else {
            quote_spanned!(span=> &self.#member)
        }
    }

    fn values(&'a self, key: impl Fn(&Field<'_>) -> String) -> Vec<Value<'a>> {
        let encoded = self.fields.list.iter().filter(|field| !field.skip.encode);
        let values = encoded.map(|field| Value {
            field,
            place: Box::new(move |span| self.place(field, span)),
            key: key(field),
        });
        values.collect()
    }

    fn encode_object(&self) -> TokenStream {
        let head = Head::new(self.item, Direction::Encode);
        let (encode, fields) = (head.of(quote!(__fj::Encode)), head.of(quote!(__fj::EncodeFields)));
        let mut run = RunWriter::led();
        if let Representation::Internal { tag } = &self.item.representation {
            let (tag, name) = (json_string(&tag.text), json_string(&self.item.name.encode));
            run.member_text(&format!("{tag}:{name}"));
        }
        run.last_members(&self.values(encode::key));
        let body = run.finish_led();
        // It is called by `encode_object` alone, as long as nobody flattens it, and is optimized but once if it is put in line there from the
        // start: 3 % of what the release build of 100 structs takes. (The same for `finish` gave half a per cent.)
        let inlined = quote!(#[inline(always)]);
        let in_run = encode::in_run();
        quote! {
            #encode {
                fn encode(&self, __w: &mut __fj::Writer<'_>) -> __fj::Result<()> {
                    __w.object(self)
                }
                #in_run
            }
            #fields {
                #inlined
                fn encode_fields(&self, __run: &mut __fj::Run<'_, '_>) {
                    #body
                }
            }
        }
    }

    fn decode_object(&self) -> TokenStream {
        let head = Head::new(self.item, Direction::Decode);
        let slots = Slots::new(self.item, self.fields, "__Slots");
        let ty = slots.ty();
        let definition = slots.definition(&head);
        let keys = slots.keys(&self.item.name.decode, true);
        let nested = slots.nested();
        let chained = nested.as_ref().map(|_| quote!(.nested(Self::NESTED)));
        let nested =
            nested.map(|nested| quote!(const NESTED: &'static [&'static __fj::Keys] = #nested;));
        let start = slots.start(true);
        let missing = slots.missing();
        let missing = quote!(__fj::missing::<Self>(__c, __at, #missing));
        let build = slots.build(&missing);
        let fields = head.of(quote!(__fj::DecodeFields<'__de>));
        let decode = head.of(quote!(__fj::Decode<'__de>));
        let (member, in_place) = InPlace::new(self.item, self.fields)
            .map(|InPlace { member, decode }| (member, decode))
            .unzip();
        quote! {
            #definition
            #fields {
                type Slots = #ty;
                #nested
                const KEYS: &'static __fj::Keys = &#keys #chained;
                fn slots() -> Self::Slots {
                    #start
                }
                fn finish(
                    __s: &mut Self::Slots,
                    __at: __fj::usize,
                    __c: &mut __fj::Cursor<'__de>,
                    __out: &mut impl __fj::Out<Self>,
                ) -> __fj::Result<()> {
                    #build
                    __fj::Ok(())
                }
                #member
            }
            #decode {
                const NAMES: __fj::Names = __fj::known::<Self>();
                fn decode(__c: &mut __fj::Cursor<'__de>) -> __fj::Result<Self> {
                    __fj::decode_fields(__c)
                }
                fn decode_into(__c: &mut __fj::Cursor<'__de>, __out: &mut impl __fj::Out<Self>) -> __fj::Result<()> {
                    __fj::DecodeFields::decode_object(__c, __out)
                }
                #in_place
            }
        }
    }

    fn encode_array(&self) -> TokenStream {
        let head = Head::new(self.item, Direction::Encode).of(quote!(__fj::Encode));
        let mut run = RunWriter::default();
        run.array(&self.values(|_| String::new()));
        let body = run.finish();
        quote! {
            #head {
                fn encode(&self, __w: &mut __fj::Writer<'_>) -> __fj::Result<()> {
                    __w.enter()?;
                    #body
                    __w.leave();
                    __fj::Ok(())
                }
            }
        }
    }

    fn decode_array(&self) -> TokenStream {
        let head = Head::new(self.item, Direction::Decode);
        let slots = Slots::new(self.item, self.fields, "__Slots");
        let decode = head.of(quote!(__fj::Decode<'__de>));
        if let Some(elements) = slots.elements() {
            let name = &self.item.name.decode;
            let locals: Vec<_> = (0..slots.len()).map(|i| format_ident!("__f{i}")).collect();
            let value = slots::construct(
                self.item,
                self.fields,
                locals.iter().map(ToTokens::to_token_stream),
            );
            let in_place = in_place::tuple(self.item, self.fields);
            return quote! {
                #decode {
                    const FIRST: __fj::FirstBytes = __fj::FirstBytes::ARRAY;
                    const NEVER_ABSENT: __fj::bool = true;
                    const BY_VALUE: __fj::bool = true;
                    fn decode(__c: &mut __fj::Cursor<'__de>) -> __fj::Result<Self> {
                        let (#(#locals),*) = __fj::elements(__c, #name, #elements)?;
                        __fj::Ok(#value)
                    }
                    #in_place
                }
            };
        }
        let definition = slots.definition(&head);
        let body = decode_array(&slots, &self.item.name.decode);
        let by_slot = by_slot();
        quote! {
            #definition
            #decode {
                const FIRST: __fj::FirstBytes = __fj::FirstBytes::ARRAY;
                const NEVER_ABSENT: __fj::bool = true;
                #by_slot
                fn decode_slot(__c: &mut __fj::Cursor<'__de>, __out: &mut __fj::Option<Self>) -> __fj::Result<()> {
                    #body
                    __fj::Ok(())
                }
            }
        }
    }

    fn encode_inner(&self) -> TokenStream {
        let head = Head::new(self.item, Direction::Encode);
        let Some(inner) = self.fields.inner(Direction::Encode) else { return TokenStream::new() };
        let field = &self.fields.list[inner];
        let (ty, place) = (field.ty, self.place(field, Span::call_site()));
        let encode = head.of(quote!(__fj::Encode));
        let value = field.encode(&place);
        let fixed = match &field.codec.encode {
            Codec::Own => Some(quote!(<#ty as __fj::Encode>::encode_fixed(#place, __run))),
            Codec::As(codec) => {
                Some(quote!(<#codec as __fj::EncodeAs<#ty>>::encode_fixed_as(#place, __run)))
            }
            Codec::Call(_) | Codec::Auto => None,
        };
        let max_len = field.max_len();
        let in_run = match &field.codec.encode {
            Codec::As(codec) => {
                quote!(<#codec as __fj::EncodeAs<#ty>>::encode_run_as(#place, __run, __next))
            }
            _ => quote!(<#ty as __fj::Encode>::encode_run(#place, __run, __next)),
        };
        let fixed = fixed.map(|fixed| {
            quote! {
                const MAX_LEN: __fj::Option<__fj::usize> = #max_len;
                fn encode_fixed(&self, __run: &mut __fj::Run<'_, '_>) {
                    #fixed
                }
                #[inline]
                fn encode_run(&self, __run: &mut __fj::Run<'_, '_>, __next: __fj::usize) {
                    #in_run
                }
            }
        });
        let encode = quote! {
            #encode {
                fn encode(&self, __w: &mut __fj::Writer<'_>) -> __fj::Result<()> {
                    #value
                }
                #fixed
            }
        };
        // The `for` keeps the bounds from being errors where the field is no key, or no object. (A type that holds itself would ask itself.)
        let key = match &field.codec.encode {
            Codec::Own if may_hold_itself(ty) => None,
            Codec::Own => Some((
                quote!(#ty: __fj::EncodeKey),
                quote! {
                    <#ty as __fj::EncodeKey>::encode_key(#place, __w)
                },
            )),
            Codec::As(codec) => Some((
                quote!(#codec: __fj::EncodeKeyAs<#ty>),
                quote! {
                    <#codec as __fj::EncodeKeyAs<#ty>>::encode_key_as(#place, __w)
                },
            )),
            Codec::Call(_) | Codec::Auto => None,
        };
        let key = key.map(|(bound, value)| {
            let head = head.with_bound(quote!(__fj::EncodeKey), Some(quote!(for<'__a> #bound)));
            quote! {
                #head {
                    fn encode_key(&self, __w: &mut __fj::Writer<'_>) -> __fj::Result<()> {
                        #value
                    }
                }
            }
        });
        let members = may_be_object(field).then(|| head.forwarding_members(&quote!(#ty), &place));
        quote!(#encode #key #members)
    }

    fn decode_inner(&self) -> TokenStream {
        let head = Head::new(self.item, Direction::Decode);
        let Some(inner) = self.fields.inner(Direction::Decode) else { return TokenStream::new() };
        let field = &self.fields.list[inner];
        let ty = field.ty;
        let values = self.fields.list.iter().enumerate();
        let values =
            values.map(|(i, field)| if i == inner { quote!(__f0) } else { field.fallback_value() });
        let build = slots::construct(self.item, self.fields, values);
        let decode = head.of(quote!(__fj::Decode<'__de>));
        let key = match &field.codec.decode {
            Codec::Own if may_hold_itself(ty) => None,
            Codec::Own => Some((
                quote!(#ty: __fj::DecodeKey<'__de>),
                quote! {
                    <#ty as __fj::DecodeKey<'__de>>::decode_key(__c)
                },
            )),
            Codec::As(codec) => Some((
                quote!(#codec: __fj::DecodeKeyAs<'__de, #ty>),
                quote! {
                    <#codec as __fj::DecodeKeyAs<'__de, #ty>>::decode_key_as(__c)
                },
            )),
            Codec::Call(_) | Codec::Auto => None,
        };
        let key = key.map(|(bound, value)| {
            let bound = quote!(for<'__a> #bound);
            let head = head.with_bound(quote!(__fj::DecodeKey<'__de>), Some(bound));
            let value = field.validated(value);
            quote! {
                #head {
                    fn decode_key(__c: &mut __fj::Cursor<'__de>) -> __fj::Result<Self> {
                        let __f0 = #value?;
                        __fj::Ok(#build)
                    }
                }
            }
        });
        let is_transparent = self.fields.shape == Shape::Transparent;
        let absent = is_transparent.then(|| {
            let absent = field.absent();
            quote! {
                fn absent() -> __fj::Option<Self> {
                    let __f0 = #absent?;
                    __fj::Some(#build)
                }
            }
        });
        let never_absent = match field.is_required() {
            _ if !is_transparent => quote!(true),
            // A type that holds itself would ask itself.
            _ if is_pointer(ty) => quote!(false),
            Ok(is_required) => quote!(#is_required),
            Err(constant) => constant,
        };
        let first = field.first();
        let (by_value, value) = match (&field.codec.decode, &field.validate) {
            (Codec::Own, None) => (
                Some(quote!(const BY_VALUE: __fj::bool = <#ty as __fj::Decode<'__de>>::BY_VALUE;)),
                quote!(<#ty as __fj::Decode>::decode_inner(__c)),
            ),
            (Codec::As(codec), None) => (None, quote!(__fj::decode_by_slot_as::<#codec, #ty>(__c))),
            _ => (None, field.decode()),
        };
        let in_place = in_place::newtype(self.item, self.fields);
        let members = may_be_object(field)
            .then(|| head.forwarded_members(self.item, &quote!(#ty), &quote!(__f0), &build));
        quote! {
            #decode {
                const FIRST: __fj::FirstBytes = #first;
                const NEVER_ABSENT: __fj::bool = #never_absent;
                #by_value
                fn decode(__c: &mut __fj::Cursor<'__de>) -> __fj::Result<Self> {
                    let __f0: #ty = #value?;
                    __fj::Ok(#build)
                }
                fn decode_slot(__c: &mut __fj::Cursor<'__de>, __out: &mut __fj::Option<Self>) -> __fj::Result<()> {
                    *__out = __fj::Some(<Self as __fj::Decode>::decode(__c)?);
                    __fj::Ok(())
                }
                #absent
                #in_place
            }
            #key
            #members
        }
    }

    fn encode_unit(&self) -> TokenStream {
        let head = Head::new(self.item, Direction::Encode);
        let (encode, fields) = (head.of(quote!(__fj::Encode)), head.of(quote!(__fj::EncodeFields)));
        quote! {
            #fields {
                fn encode_fields(&self, _: &mut __fj::Run<'_, '_>) {}
            }
            #encode {
                const MAX_LEN: __fj::Option<__fj::usize> = __fj::Some(4);
                fn encode(&self, __w: &mut __fj::Writer<'_>) -> __fj::Result<()> {
                    __w.literal("null");
                    __fj::Ok(())
                }
                fn encode_fixed(&self, __run: &mut __fj::Run<'_, '_>) {
                    __run.literal("null");
                }
            }
        }
    }

    fn decode_unit(&self) -> TokenStream {
        let head = Head::new(self.item, Direction::Decode);
        let build = slots::construct(self.item, self.fields, std::iter::empty());
        let (decode, fields) =
            (head.of(quote!(__fj::Decode<'__de>)), head.of(quote!(__fj::DecodeFields<'__de>)));
        quote! {
            #fields {
                type Slots = __fj::NoFields;
                const KEYS: &'static __fj::Keys = __fj::Keys::UNIT_STRUCT;
                fn slots() -> Self::Slots {
                    __fj::NoFields
                }
                fn finish(
                    _: &mut Self::Slots,
                    _: __fj::usize,
                    _: &mut __fj::Cursor<'__de>,
                    __out: &mut impl __fj::Out<Self>,
                ) -> __fj::Result<()> {
                    __fj::Out::fill(__out, #build);
                    __fj::Ok(())
                }
            }
            #decode {
                const FIRST: __fj::FirstBytes = __fj::FirstBytes::NULL;
                const NEVER_ABSENT: __fj::bool = true;
                fn decode(__c: &mut __fj::Cursor<'__de>) -> __fj::Result<Self> {
                    <() as __fj::Decode>::decode(__c)?;
                    __fj::Ok(#build)
                }
            }
        }
    }
}

/// Whether the one field of a type may be an object, so that the type is one, too. Through pointers the question could have no end, for
/// the type may hold itself.
pub(super) fn may_be_object(field: &Field<'_>) -> bool {
    let is_own = matches!((&field.codec.encode, &field.codec.decode), (Codec::Own, Codec::Own));
    is_own
        && field.validate.is_none()
        && !is_pointer(field.ty)
        && (is_map(field.ty) || !is_native(field.ty))
}

/// Fills `__s` from an array and makes the value of them.
pub(super) fn decode_array(slots: &Slots<'_>, name: &str) -> TokenStream {
    let local = slots.local(false);
    let len = Literal::usize_unsuffixed(slots.len());
    let min = Literal::usize_unsuffixed(slots.min());
    let build = slots.build(&quote!(__fj::Err(__c.unfilled(__at))));
    let at = slots.needs_offset().then(|| quote!(let __at =));
    quote! {
        *__out = __fj::None;
        #local
        #at __c.tuple(#name, #len, #min, &mut __s)?;
        #build
        __fj::forget(__s);
    }
}

/// `Decode::decode` for types that are better written through an out place.
pub(super) fn by_slot() -> TokenStream {
    quote! {
        const BY_SLOT: __fj::bool = true;
        fn decode(__c: &mut __fj::Cursor<'__de>) -> __fj::Result<Self> {
            __fj::decode_by_slot(__c)
        }
    }
}
