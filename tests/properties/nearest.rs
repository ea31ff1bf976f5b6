//! Floats against the standard library, many of them: random bit patterns printed and read, the middles between two floats, and numbers
//! of 800 digits. `FASTJSON_TIMES=100` makes ten million patterns of each type of it.

use crate::floats::{write_double, write_single};
use crate::{budget, seed};

/// Random bits: S. Vigna's splitmix64, which is fast and walks through all of them.
fn random() -> impl FnMut() -> u64 {
    let mut state = seed().unwrap_or(0x5eed);
    move || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = state;
        bits = (bits ^ bits >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ bits >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ bits >> 31
    }
}

/// A number is read to the nearest float of both types.
#[track_caller]
fn number(text: &str) {
    let ours = fastjson::from_str::<f64>(text).ok().map(f64::to_bits);
    let nearest = text.parse().ok().filter(|float: &f64| float.is_finite());
    assert_eq!(ours, nearest.map(f64::to_bits), "`{text}` as f64");
    let ours = fastjson::from_str::<f32>(text).ok().map(f32::to_bits);
    let nearest = text.parse().ok().filter(|float: &f32| float.is_finite());
    assert_eq!(ours, nearest.map(f32::to_bits), "`{text}` as f32");
}

#[test]
fn random_bit_patterns() {
    let mut next = random();
    for round in 0..budget(100_000) {
        let double = f64::from_bits(next());
        write_double(double);
        let single = f32::from_bits(next() as u32);
        write_single(single);
        // Where no exponent is written: one pattern in thirty is, by chance.
        write_double(f64::from_bits((next() >> 12) | (1_003 + next() % 74) << 52));
        write_single(f32::from_bits((next() >> 41) as u32 | (105 + next() as u32 % 64) << 23));
        // More digits than the shortest form has, and fewer.
        match round % 4 {
            0 if double.is_finite() => number(&format!("{double:.16e}")),
            1 if double.is_finite() => number(&format!("{double:.18e}")),
            2 if single.is_finite() => number(&format!("{single:.8e}")),
            _ => number(&format!("{}.{}e{}", next() >> 44, next(), next() as i64 % 340)),
        }
    }
}

/// Powers of ten, and what is one unit of many digits away from them.
#[test]
fn powers_of_ten() {
    for exponent in -400..=400 {
        for digits in 0..25 {
            let (nines, zeros) = ("9".repeat(digits), "0".repeat(digits));
            number(&format!("1.{zeros}0e{exponent}"));
            number(&format!("9.{nines}9E{exponent}"));
            number(&format!("-1.{zeros}1e{exponent}"));
        }
    }
    for zeros in 0..=400 {
        let zeros = "0".repeat(zeros);
        number(&format!("1{zeros}"));
        number(&format!("0.{zeros}1"));
        number(&format!("-1{zeros}.{zeros}0e-{}", zeros.len()));
    }
}

/// The exact decimal text of the middle between a float of so many bits and the next one: the hardest number to round, in up to 770 digits.
fn middle(mantissa: u64, exponent: i32) -> String {
    let (odd, exponent) = (2 * mantissa + 1, exponent - 1);
    // Nine digits a limb, the lowest first.
    const LIMB: u64 = 1_000_000_000;
    let mut limbs = vec![odd % LIMB, odd / LIMB % LIMB, odd / LIMB / LIMB];
    let factor = if exponent < 0 { 5 } else { 2 };
    for _ in 0..exponent.unsigned_abs() {
        let mut carry = 0;
        for limb in &mut limbs {
            let product = *limb * factor + carry;
            (*limb, carry) = (product % LIMB, product / LIMB);
        }
        if carry > 0 {
            limbs.push(carry);
        }
    }
    let digits: String = limbs.iter().rev().map(|limb| format!("{limb:09}")).collect();
    format!("{}e{}", digits.trim_start_matches('0'), exponent.min(0))
}

/// The middle above the float of these bits, and numbers a little below and above it, seen only in the last of very many digits.
fn around_the_middle(bits: u64, mantissa_bits: u32) {
    let (exponent, mantissa) = (bits >> mantissa_bits, bits & ((1 << mantissa_bits) - 1));
    // The smallest exponent of a unit in the last place: -1074 and -149.
    let smallest = if mantissa_bits == 52 { -1074 } else { -149 };
    let text = match exponent {
        0 => middle(mantissa, smallest),
        _ => middle(mantissa | 1 << mantissa_bits, smallest + exponent as i32 - 1),
    };
    number(&text);
    let (digits, exponent) = text.split_once('e').expect("an exponent");
    let exponent: i32 = exponent.parse().expect("a number");
    number(&format!("{digits}001e{}", exponent - 3));
    let (head, last) = digits.split_at(digits.len() - 1);
    if let Some(less) = last.parse::<u8>().expect("a digit").checked_sub(1) {
        number(&format!("{head}{less}999e{}", exponent - 3));
    }
    // The same with the point in it: by so many places to the left, the exponent larger.
    let (whole, fraction) = digits.split_at(digits.len() / 2 + 1);
    if !fraction.is_empty() {
        number(&format!("-{whole}.{fraction}e{}", exponent + fraction.len() as i32));
    }
}

#[test]
fn halfway_between_two_floats() {
    assert_eq!(middle(1 << 52, -52), "100000000000000011102230246251565404236316680908203125e-53");
    let mut next = random();
    let edges = [0, 1, 1 << 52, (1 << 52) - 1, f64::MAX.to_bits(), 1.0_f64.to_bits()];
    let random = std::iter::repeat_with(|| next() >> 1).take(budget(1000) as usize);
    for bits in edges.into_iter().chain(random).filter(|bits| f64::from_bits(*bits).is_finite()) {
        around_the_middle(bits, 52);
    }
    let edges = [0, 1, 1 << 23, (1 << 23) - 1, f32::MAX.to_bits(), 1.0_f32.to_bits()];
    let random = std::iter::repeat_with(|| (next() >> 33) as u32).take(budget(1000) as usize);
    for bits in edges.into_iter().chain(random).filter(|bits| f32::from_bits(*bits).is_finite()) {
        around_the_middle(bits.into(), 23);
    }
}

/// Middles of so few digits that their mantissa is an integer of 64 bits: odd numbers of one bit more than a float has, as multiples of
/// powers of ten; and their neighbours.
#[test]
fn halfway_in_few_digits() {
    fn around(digits: u128, exponent: i32) {
        if let Ok(digits) = u64::try_from(digits) {
            for digits in [digits - 1, digits, digits + 1] {
                number(&format!("{digits}e{exponent}"));
                let (whole, fraction) = (digits / 1000, digits % 1000);
                number(&format!("-{whole}.{fraction:03}e{}", exponent + 3));
            }
        }
    }
    let mut next = random();
    for _ in 0..budget(200) {
        for bits in [24, 53] {
            let lowest = 1_u128 << bits;
            for power in 0..24 {
                let five = 5_u128.pow(power);
                let odd = (lowest + u128::from(next() % (1 << bits))) | 1;
                around(odd * five, -(power as i32));
                // The same as a multiple of the power, if there is one of so many bits.
                let multiple = (odd / five) | 1;
                if multiple * five >= lowest && multiple * five < 2 * lowest {
                    for shift in 0..4 {
                        around(multiple << shift, power as i32);
                    }
                }
            }
        }
    }
}

#[test]
fn numbers_of_800_digits() {
    let mut next = random();
    for _ in 0..budget(1000) {
        let digits: String = std::iter::repeat_with(|| format!("{:018}", next() % 10_u64.pow(18)))
            .take(45)
            .collect();
        let digits = &digits[..800 + next() as usize % 10];
        let point = 1 + next() as usize % 799;
        let (whole, fraction) = digits.split_at(point);
        let whole = format!("1{whole}");
        // Mostly such that the number is finite.
        let exponent = (next() % 700) as i64 - 350 - point as i64;
        number(&format!("{whole}.{fraction}e{exponent}"));
        number(&format!("-0.{}{digits}", "0".repeat(next() as usize % 330)));
        number(&format!("{whole}{fraction}e{}", exponent - fraction.len() as i64));
        number(&whole);
    }
}
