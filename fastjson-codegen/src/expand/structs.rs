//! Structs: objects, arrays, newtypes (also `transparent` ones) and units.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Ident, Member};

use super::decode::{self, Slots};
use super::encode::{self, Value};
use super::impls::Head;
use crate::model::{Direction, Field, Fields, Item, Shape};

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
        let body = encode::members(&self.values(encode::key));
        quote! {
            #encode {
                fn encode(&self, __w: &mut __fj::Writer<'_>) -> __fj::Result<()> {
                    __fj::encode_object(self, __w)
                }
            }
            #fields {
                fn encode_fields(&self, __w: &mut __fj::Writer<'_>, __lead: __fj::Lead) -> __fj::Result<__fj::Lead> {
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
        let start = slots.start(true);
        let missing = slots.missing();
        let missing = quote!(__c.missing(__at, <Self as __fj::DecodeFields>::KEYS, #missing));
        let build = slots.build(&quote!(Self), &missing);
        let fields = head.of(quote!(__fj::DecodeFields<'__de>));
        let decode = head.of(quote!(__fj::Decode<'__de>));
        let by_slot = by_slot();
        quote! {
            #definition
            #fields {
                type Slots = #ty;
                const KEYS: &'static __fj::Keys = #keys;
                fn slots() -> Self::Slots {
                    #start
                }
                fn finish(
                    __slots: Self::Slots,
                    __at: __fj::usize,
                    __c: &mut __fj::Cursor<'__de>,
                    __out: &mut __fj::Option<Self>,
                ) -> __fj::Result<()> {
                    #build
                    __fj::Ok(())
                }
            }
            #decode {
                const FIRST: __fj::FirstBytes = __fj::STRUCT;
                #by_slot
                fn decode_slot(__c: &mut __fj::Cursor<'__de>, __out: &mut __fj::Option<Self>) -> __fj::Result<()> {
                    __fj::decode_object(__c, __out)
                }
            }
        }
    }

    fn encode_array(&self) -> TokenStream {
        let head = Head::new(self.item, Direction::Encode).of(quote!(__fj::Encode));
        let body = encode::text("[", &self.values(|_| String::new()), "]");
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
        let definition = slots.definition(&head);
        let body = decode_array(&slots, &self.item.name.decode, &quote!(Self));
        let decode = head.of(quote!(__fj::Decode<'__de>));
        let by_slot = by_slot();
        quote! {
            #definition
            #decode {
                const FIRST: __fj::FirstBytes = __fj::FirstBytes::ARRAY;
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
        // The `for` keeps the bound from being an error where the field is no key.
        let key =
            head.with_bound(quote!(__fj::EncodeKey), Some(quote!(for<'__a> #ty: __fj::EncodeKey)));
        quote! {
            #encode {
                const MAX_LEN: __fj::Option<__fj::usize> = <#ty as __fj::Encode>::MAX_LEN;
                fn encode(&self, __w: &mut __fj::Writer<'_>) -> __fj::Result<()> {
                    <#ty as __fj::Encode>::encode(#place, __w)
                }
                fn encode_fixed(&self, __run: &mut __fj::Run<'_, '_>) {
                    <#ty as __fj::Encode>::encode_fixed(#place, __run)
                }
            }
            #key {
                fn encode_key(&self, __w: &mut __fj::Writer<'_>) -> __fj::Result<()> {
                    <#ty as __fj::EncodeKey>::encode_key(#place, __w)
                }
            }
        }
    }

    fn decode_inner(&self) -> TokenStream {
        let head = Head::new(self.item, Direction::Decode);
        let Some(inner) = self.fields.inner(Direction::Decode) else { return TokenStream::new() };
        let ty = self.fields.list[inner].ty;
        let values = self.fields.list.iter().enumerate();
        let values =
            values.map(|(i, field)| if i == inner { quote!(__f0) } else { decode::absent(field) });
        let build = decode::construct(&quote!(Self), self.fields, values);
        let decode = head.of(quote!(__fj::Decode<'__de>));
        let key = head.with_bound(
            quote!(__fj::DecodeKey<'__de>),
            Some(quote!(for<'__a> #ty: __fj::DecodeKey<'__de>)),
        );
        let absent = (self.fields.shape == Shape::Transparent).then(|| {
            quote! {
                fn absent() -> __fj::Option<Self> {
                    let __f0 = <#ty as __fj::Decode<'__de>>::absent()?;
                    __fj::Some(#build)
                }
            }
        });
        let by_slot = by_slot();
        quote! {
            #decode {
                const FIRST: __fj::FirstBytes = <#ty as __fj::Decode<'__de>>::FIRST;
                #by_slot
                fn decode_slot(__c: &mut __fj::Cursor<'__de>, __out: &mut __fj::Option<Self>) -> __fj::Result<()> {
                    let mut __f0 = __fj::None;
                    <#ty as __fj::Decode<'__de>>::decode_slot(__c, &mut __f0)?;
                    if let __fj::Some(__f0) = __f0 {
                        *__out = __fj::Some(#build);
                    }
                    __fj::Ok(())
                }
                #absent
            }
            #key {
                fn decode_key(__c: &mut __fj::Cursor<'__de>) -> __fj::Result<Self> {
                    let __f0 = <#ty as __fj::DecodeKey<'__de>>::decode_key(__c)?;
                    __fj::Ok(#build)
                }
            }
        }
    }

    fn encode_unit(&self) -> TokenStream {
        let head = Head::new(self.item, Direction::Encode).of(quote!(__fj::Encode));
        quote! {
            #head {
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
        let head = Head::new(self.item, Direction::Decode).of(quote!(__fj::Decode<'__de>));
        quote! {
            #head {
                const FIRST: __fj::FirstBytes = __fj::FirstBytes::NULL;
                fn decode(__c: &mut __fj::Cursor<'__de>) -> __fj::Result<Self> {
                    <() as __fj::Decode>::decode(__c)?;
                    __fj::Ok(Self)
                }
            }
        }
    }
}

/// Fills `__slots` from an array and makes the value of them.
pub(super) fn decode_array(
    slots: &Slots<'_>,
    name: &str,
    constructor: &TokenStream,
) -> TokenStream {
    let local = slots.local(false);
    let len = Literal::usize_unsuffixed(slots.len());
    let min = Literal::usize_unsuffixed(slots.min());
    let build = slots.build(constructor, &quote!(__c.unfilled(__at)));
    let at = slots.has_required().then(|| quote!(let __at =));
    quote! {
        #local
        #at __c.tuple(#name, #len, #min, &mut __slots)?;
        #build
    }
}

/// `Decode::decode` for types that are better written through an out place.
pub(super) fn by_slot() -> TokenStream {
    quote! {
        fn decode(__c: &mut __fj::Cursor<'__de>) -> __fj::Result<Self> {
            __fj::decode_by_slot(__c)
        }
    }
}
