//! How bytes stand in a JSON string.

/// How long the longest escape is.
pub(super) const ESCAPE_LEN: usize = 6;

/// How much room an escape takes while it is written.
pub(super) const ESCAPE_ROOM: usize = 8;

/// How each byte stands in a string: quote, backslash and controls escaped, others as they are. In the last byte of each stands its length.
/// (A table, because which escape comes next is hard to predict.)
static ESCAPES: [[u8; ESCAPE_ROOM]; 256] = {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let mut escapes = [[0; 8]; 256];
    let mut byte = 0;
    while byte < 256 {
        escapes[byte] = if byte < 0x20 {
            [b'\\', b'u', b'0', b'0', HEX[byte >> 4], HEX[byte & 15], 0, ESCAPE_LEN as u8]
        } else {
            [byte as u8, 0, 0, 0, 0, 0, 0, 1]
        };
        byte += 1;
    }
    let letters = b"\"\"\\\\\x08b\tt\nn\x0cf\rr";
    let mut i = 0;
    while i < letters.len() {
        escapes[letters[i] as usize] = [b'\\', letters[i + 1], 0, 0, 0, 0, 0, 2];
        i += 2;
    }
    escapes
};

/// How a byte stands in a string, and how many of these bytes count.
#[inline(always)]
pub(super) fn escape(byte: u8) -> ([u8; ESCAPE_ROOM], usize) {
    let escape = ESCAPES[usize::from(byte)];
    (escape, usize::from(escape[7]))
}
