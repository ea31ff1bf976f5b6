//! Powers of five to 128 bits, computed from their definition at compile time.

/// The smallest power of ten in the table.
pub(super) const SMALLEST: i32 = -342;
/// The largest power of ten in the table.
pub(super) const LARGEST: i32 = 308;

const LEN: usize = (LARGEST - SMALLEST + 1) as usize;

/// The 128 leading bits of 5^q for q from [`SMALLEST`] to [`LARGEST`], high word first.
///
/// Rounded as D. Lemire, "Number parsing at a gigabyte per second" (2021) has it: truncated, but for the negative powers that
/// are exact reciprocals within the precision (from -27 up), which are rounded up.
pub(super) static FIVES: [(u64, u64); LEN] = fives();

/// 64-bit limbs of a number of 1,024 bits, the lowest first.
type Big = [u64; 16];

const fn fives() -> [(u64, u64); LEN] {
    let mut table = [(0, 0); LEN];
    // 5^q by repeated multiplication: 5^308 has 716 bits.
    let mut power: Big = [0; 16];
    power[0] = 1;
    let mut q = 0;
    while q <= LARGEST {
        table[(q - SMALLEST) as usize] = split(leading(&power));
        times_five(&mut power);
        q += 1;
    }
    // 2^1023 / 5^-q by repeated division, for floor(floor(x / 5) / 5) = floor(x / 25): 5^342 has 795 bits, so that
    // at least 229 are left.
    let mut reciprocal: Big = [0; 16];
    reciprocal[15] = 1 << 63;
    let mut q = -1;
    while q >= SMALLEST {
        over_five(&mut reciprocal);
        let round_up = if q >= -27 { 1 } else { 0 };
        table[(q - SMALLEST) as usize] = split(leading(&reciprocal) + round_up);
        q -= 1;
    }
    table
}

const fn split(bits: u128) -> (u64, u64) {
    ((bits >> 64) as u64, bits as u64)
}

/// The 128 bits from the highest set one down.
const fn leading(big: &Big) -> u128 {
    let mut top = 15;
    while big[top] == 0 {
        top -= 1;
    }
    let high = big[top];
    let middle = if top >= 1 { big[top - 1] } else { 0 };
    let low = if top >= 2 { big[top - 2] } else { 0 };
    let shift = high.leading_zeros();
    let bits = ((high as u128) << 64) | middle as u128;
    if shift == 0 { bits } else { bits << shift | (low >> (64 - shift)) as u128 }
}

const fn times_five(big: &mut Big) {
    let mut carry = 0_u128;
    let mut i = 0;
    while i < big.len() {
        let product = big[i] as u128 * 5 + carry;
        big[i] = product as u64;
        carry = product >> 64;
        i += 1;
    }
}

const fn over_five(big: &mut Big) {
    let mut rest = 0_u128;
    let mut i = big.len();
    while i > 0 {
        i -= 1;
        let part = rest << 64 | big[i] as u128;
        big[i] = (part / 5) as u64;
        rest = part % 5;
    }
}
