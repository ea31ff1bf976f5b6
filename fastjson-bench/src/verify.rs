//! What must hold before a figure is worth printing. A mismatch ends the run.
//!
//! serde_json without its `float_roundtrip` feature, which is how everybody builds it,
//! rounds some decimal numbers to the neighbour of the nearest float. So the reference a
//! decoded value is compared with has correctly rounded floats: the standard library's for
//! canada, those a document was generated from, and serde_json's own for the few and short
//! ones of the other corpora, which one exact operation reads. fastjson must meet them exactly. For the
//! others each float may be one unit in the last place off, which is counted and
//! reported, and all the rest must be equal.

use anyhow::{Context, Result, bail, ensure};
use serde::Serialize;

use crate::{
    borrowed::Borrowing,
    candidates::{Candidate, SerdeJson},
    documents::{Borrowable, Document},
    in_place::InPlace,
    layout::Layout,
    workload::Workload,
};

/// Decodes every text and compares the values; returns how many floats were off.
pub(crate) fn decoding<C: Candidate, T: Document>(work: &mut Workload<T>) -> Result<usize> {
    let (name, layout) = (work.name, work.layout);
    let mut candidate = C::default();
    let mut inexact = 0;
    let references = work.values.chunks_mut(layout.per_text());
    for (index, (text, references)) in work.texts.iter().zip(references).enumerate() {
        let context = || format!("{} decodes {name}, text {index}", C::NAME);
        let values = decode_all(&mut candidate, layout, text).with_context(context)?;
        let off = all_same(values, references).with_context(context)?;
        ensure!(off == 0 || !C::EXACT, "{}: {off} floats are not the nearest", context());
        inexact += off;

        // The second use of one candidate also shows that it leaves its buffers in order.
        let values = decode_all(&mut candidate, layout, text).with_context(context)?;
        let mut peer: Vec<T> = decode_all(&mut SerdeJson, layout, text).with_context(context)?;
        all_same(values, &mut peer).with_context(context).context("beside serde_json's value")?;
    }
    Ok(inexact)
}

/// Encodes every value both ways and has serde_json read the text back. A candidate that
/// promises serde_json's bytes must keep that.
pub(crate) fn encoding<C: Candidate, T: Document>(work: &mut Workload<T>) -> Result<()> {
    let (name, layout) = (work.name, work.layout);
    let candidate = C::default();
    let mut reused = Vec::new();
    for (index, references) in work.values.chunks_mut(layout.per_text()).enumerate() {
        let context = || format!("{} encodes {name}, text {index}", C::NAME);
        let fresh = layout.encode(&candidate, references).with_context(context)?;
        reused.clear();
        layout.encode_into(&candidate, references, &mut reused).with_context(context)?;
        ensure!(fresh == reused, "{}: a reused buffer gets another text", context());
        if C::SERDE_JSON_BYTES {
            let expected = layout.encode(&SerdeJson, references).with_context(context)?;
            same_text(&fresh, &expected).with_context(context)?;
        }
        let values = decode_all(&mut SerdeJson, layout, &fresh).with_context(context)?;
        all_same(values, references).with_context(context)?;
    }
    Ok(())
}

/// Decodes every text into the type that borrows, has serde_json write the values and read them into
/// the type that owns, and compares those.
pub(crate) fn borrowing<C: Borrowing, T: Borrowable>(work: &mut Workload<T>) -> Result<()> {
    let mut candidate = C::default();
    for (index, (text, reference)) in work.texts.iter().zip(&mut work.values).enumerate() {
        let context = || format!("{} decodes {}, borrowed, text {index}", C::NAME, work.name);
        let value: T::Borrowed<'_> = candidate.decode_borrowed(text).with_context(context)?;
        same_written::<C, T>(&value, reference).with_context(context)?;
    }
    Ok(())
}

/// Decodes every text over the value of the one before, and compares the values, twice.
pub(crate) fn in_place<C: InPlace, T: Document>(work: &mut Workload<T>) -> Result<()> {
    let layout = work.layout;
    let mut candidate = C::default();
    let mut place = first(&mut candidate, work)?;
    for _ in 0..2 {
        let references = work.values.chunks_mut(layout.per_text());
        for (index, (text, references)) in work.texts.iter().zip(references).enumerate() {
            let context = || format!("{} decodes {} in place, text {index}", C::NAME, work.name);
            let mut references = references.iter_mut();
            let mut result = Ok(());
            let compare = |value: &T| {
                if result.is_ok() {
                    let reference = references.next().context("there are too many documents");
                    result = reference.and_then(|it| same_written::<C, T>(value, it));
                }
            };
            candidate.decode_over(layout, text, &mut place, compare).with_context(context)?;
            result.with_context(context)?;
            ensure!(references.next().is_none(), "{}: documents are missing", context());
        }
    }
    Ok(())
}

/// The first document, for others to be decoded over.
pub(crate) fn first<C: Candidate, T: Document>(candidate: &mut C, work: &Workload<T>) -> Result<T> {
    let values = decode_all(candidate, work.layout, &work.texts[0])?;
    values.into_iter().next().context("there is no document")
}

/// Has serde_json write a value and read it into the type that owns, and compares that.
fn same_written<C: Candidate, T: Document>(
    value: &impl Serialize,
    reference: &mut T,
) -> Result<()> {
    let written = serde_json::to_vec(value)?;
    let off = same(SerdeJson.decode(&written)?, reference)?;
    ensure!(off == 0 || !C::EXACT, "{off} floats are not the nearest");
    Ok(())
}

fn decode_all<C: Candidate, T: Document>(
    candidate: &mut C,
    layout: Layout,
    text: &[u8],
) -> Result<Vec<T>, C::Error> {
    let mut values = Vec::new();
    layout.decode(candidate, text, |value| values.push(value))?;
    Ok(values)
}

/// Compares what was decoded from a text; returns how many floats were off.
fn all_same<T: Document>(values: Vec<T>, references: &mut [T]) -> Result<usize> {
    let (found, expected) = (values.len(), references.len());
    ensure!(found == expected, "{found} documents are decoded, {expected} are written");
    values.into_iter().zip(references).map(|(value, reference)| same(value, reference)).sum()
}

/// Compares two values, floats apart from the rest; returns how many floats were one unit
/// in the last place off. The reference is only looked at.
fn same<T: Document>(mut value: T, reference: &mut T) -> Result<usize> {
    let mut expected = Vec::new();
    reference.each_float(&mut |float| expected.push(*float));
    let mut expected = expected.into_iter();
    let (mut inexact, mut wrong) = (0, None);
    value.each_float(&mut |float| {
        // Floats too many or too few show in the comparison of the rest.
        let Some(nearest) = expected.next() else { return };
        match float.to_bits().abs_diff(nearest.to_bits()) {
            0 => {}
            1 => inexact += 1,
            _ => wrong = wrong.or(Some((*float, nearest))),
        }
        *float = nearest;
    });
    if let Some((found, nearest)) = wrong {
        bail!("a float is {found:?} where {nearest:?} is expected");
    }
    if value != *reference {
        same_text(format!("{value:?}").as_bytes(), format!("{reference:?}").as_bytes())?;
        bail!("the values differ but print alike");
    }
    Ok(inexact)
}

/// Tells two texts apart by the first difference, since corpora do not fit a message.
fn same_text(found: &[u8], expected: &[u8]) -> Result<()> {
    if found == expected {
        return Ok(());
    }
    let equal = found.iter().zip(expected).take_while(|(a, b)| a == b).count();
    let around = |text: &[u8]| {
        let range = equal.saturating_sub(60)..text.len().min(equal + 60);
        String::from_utf8_lossy(&text[range]).into_owned()
    };
    bail!(
        "differs at byte {equal}:\n  found    …{}…\n  expected …{}…",
        around(found),
        around(expected)
    )
}
