//! Writing members: literals merged with keys and punctuation, values in runs that share one capacity check.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use crate::model::{Direction, Field};

/// A value that is to be written: a field, and the reference to it, whose span is the caller's choice.
pub(super) struct Value<'a> {
    pub(super) field: &'a Field<'a>,
    pub(super) place: Box<dyn Fn(Span) -> TokenStream + 'a>,
    /// The text `"name":`, empty in arrays.
    pub(super) key: String,
}

/// The text `"name":` of a field.
pub(super) fn key(field: &Field<'_>) -> String {
    format!("{}:", json_string(&field.name.get(Direction::Encode).text))
}

/// A JSON string, escaped as serde_json does.
pub(super) fn json_string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            c if c < ' ' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Writes `values` between `open` and `close`, with commas.
pub(super) fn text(open: &str, values: &[Value<'_>], close: &str) -> TokenStream {
    let Some(first) = values.first() else {
        let all = format!("{open}{close}");
        return quote!(__w.literal(#all););
    };
    let mut run = RunWriter::default();
    // Where the first value may be left out, the comma before the others is known when they are written.
    let mut comma = None;
    if first.field.skip_if.is_some() {
        run.opening(open);
        comma = (values.len() > 1).then(|| quote!(let mut __comma = "";));
    }
    let mut is_known = first.field.skip_if.is_none();
    for (i, value) in values.iter().enumerate() {
        let skips = value.field.skip_if.is_some();
        if is_known {
            let before = if i == 0 { open } else { "," };
            run.value(value, &format!("{before}{}", value.key), None);
        } else {
            let before = (i > 0).then(|| quote!(__run.literal(__comma);));
            let after = (skips && i + 1 < values.len()).then(|| quote!(__comma = ",";));
            run.value(value, &value.key, Some(Before { byte: before, then: after }));
        }
        is_known |= !skips;
    }
    run.finish(comma, Some(close))
}

/// Writes `values` as members of an object that somebody else opens and closes; gives the lead of the next one.
pub(super) fn members(values: &[Value<'_>]) -> TokenStream {
    if values.is_empty() {
        return quote!(__fj::Ok(__lead));
    }
    let mut run = RunWriter::default();
    let first_skips = values[0].field.skip_if.is_some();
    let mut is_known = false;
    for value in values {
        if is_known {
            run.value(value, &format!(",{}", value.key), None);
        } else {
            let skips = value.field.skip_if.is_some();
            let before = Some(quote!(__run.lead(__lead);));
            let after = skips.then(|| quote!(__lead = __fj::Lead::Comma;));
            run.value(value, &value.key, Some(Before { byte: before, then: after }));
            is_known = !skips;
        }
    }
    let lead = first_skips.then(|| quote!(let mut __lead = __lead;));
    let writes = run.finish(lead, None);
    let next = if is_known { quote!(__fj::Lead::Comma) } else { quote!(__lead) };
    quote!(#writes __fj::Ok(#next))
}

/// What stands before a member whose punctuation depends on the members before it.
struct Before {
    /// Writes at most one byte.
    byte: Option<TokenStream>,
    /// Notes what is to be written before the next member.
    then: Option<TokenStream>,
}

/// Collects the parts whose sums are the budgets, and the writes, which must agree with them.
#[derive(Default)]
struct RunWriter {
    parts: Vec<TokenStream>,
    writes: TokenStream,
}

impl RunWriter {
    fn opening(&mut self, literal: &str) {
        let len = Literal::usize_unsuffixed(literal.len());
        self.parts.push(quote!(__fj::Part::end(#len)));
        self.writes.extend(quote!(__run.literal(#literal);));
    }

    /// A literal and a value.
    fn value(&mut self, value: &Value<'_>, literal: &str, before: Option<Before>) {
        let ty = value.field.ty;
        let Before { byte, then } = before.unwrap_or(Before { byte: None, then: None });
        let len = literal.len() + usize::from(byte.is_some());
        let len = Literal::usize_unsuffixed(len);
        let skips = value.field.skip_if.as_ref();
        let part = if skips.is_some() { quote!(part_if) } else { quote!(part) };
        self.parts.push(quote!(__fj::#part(#len, <#ty as __fj::Encode>::MAX_LEN)));
        let next = Literal::usize_unsuffixed(self.parts.len());
        let place = (value.place)(Span::call_site());
        let literal = (!literal.is_empty()).then(|| quote!(__run.literal(#literal);));
        let write = quote! {
            #byte
            #then
            #literal
            __run = __fj::value::<#ty>(__run, #place, __runs[#next])?;
        };
        self.writes.extend(match skips {
            None => write,
            Some(path) => {
                let span = Span::call_site().located_at(path.span());
                let place = (value.place)(span);
                let is_written = quote_spanned!(span=> !#path(#place));
                quote!(if #is_written { #write })
            }
        });
    }

    fn finish(self, before: Option<TokenStream>, close: Option<&str>) -> TokenStream {
        let RunWriter { parts, writes } = self;
        let len = Literal::usize_unsuffixed(close.map_or(0, str::len));
        let close = close.map(|close| quote!(__run.literal(#close);));
        quote! {
            let __runs = const { __fj::runs([#(#parts,)* __fj::Part::end(#len)]) };
            let mut __run = __w.run(__runs[0]);
            #before
            #writes
            #close
            __run.end();
        }
    }
}
