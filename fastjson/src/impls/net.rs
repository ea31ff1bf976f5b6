//! Network addresses, as strings in the form that `Display` prints and `FromStr` reads.

use core::fmt::{self, Write as _};
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
use core::str::FromStr;

use crate::cursor::Cursor;
use crate::decode::{Decode, DecodeKey, FirstBytes};
use crate::encode::{Encode, EncodeKey};
use crate::error::Result;
use crate::writer::{Run, Writer};

/// `[1001:1002:1003:1004:1005:1006:1007:1008%4294967295]:65000`, the longest of them.
const LONGEST: usize = 58;

/// Four numbers and the dots, one of which is not counted; quotes come on top.
const V4: usize = 4 * 4;

/// The same with a colon and a number as [`Run`] counts it.
const SOCKET_V4: usize = V4 + 1 + 20;

const _: () = assert!(V4 <= LONGEST && SOCKET_V4 <= LONGEST);

/// The numbers up to 255, each with a dot behind it, and the length of that. (Their lengths are hard to foretell.)
static OCTETS: [([u8; 4], u8); 256] = {
    let mut octets = [([0; 4], 0); 256];
    let mut octet = 0;
    while octet < 256 {
        let [a, b, c] = [octet / 100, octet / 10 % 10, octet % 10];
        let [a, b, c] = [b'0' + a as u8, b'0' + b as u8, b'0' + c as u8];
        octets[octet] = if octet < 10 {
            ([c, b'.', 0, 0], 2)
        } else if octet < 100 {
            ([b, c, b'.', 0], 3)
        } else {
            ([a, b, c, b'.'], 4)
        };
        octet += 1;
    }
    octets
};

/// A text that is printed before it is written.
struct Text {
    bytes: [u8; LONGEST],
    len: usize,
}

impl fmt::Write for Text {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let room = self.bytes[self.len..].get_mut(..text.len()).ok_or(fmt::Error)?;
        room.copy_from_slice(text.as_bytes());
        self.len += text.len();
        Ok(())
    }
}

/// Prints what takes more than a few numbers.
fn print(address: impl fmt::Display, run: &mut Run<'_, '_>) {
    let mut text = Text { bytes: [0; LONGEST], len: 0 };
    // There is room for the longest one.
    let _ = write!(text, "{address}");
    run.text(LONGEST, str::from_utf8(&text.bytes[..text.len]).unwrap_or_default());
}

#[cfg_attr(not(debug_assertions), inline(always))]
fn print_v4(address: Ipv4Addr, run: &mut Run<'_, '_>) {
    let octets = address.octets().map(|octet| OCTETS[usize::from(octet)]);
    for (i, (text, len)) in octets.into_iter().enumerate() {
        // Without the last dot.
        run.start_of(text, usize::from(len) - usize::from(i == 3));
    }
}

fn print_socket_v4(address: SocketAddrV4, run: &mut Run<'_, '_>) {
    print_v4(*address.ip(), run);
    run.literal(":");
    run.unsigned(address.port().into());
}

/// Reads a string that says a `T`.
fn parse<T: FromStr>(cur: &mut Cursor<'_>, expected: &'static str) -> Result<T> {
    let at = cur.offset();
    if cur.peek() != b'"' {
        return Err(cur.expected(expected));
    }
    if let Ok(address) = cur.string()?.parse() {
        return Ok(address);
    }
    cur.rewind(at);
    Err(cur.expected(expected))
}

macro_rules! address {
    ($($address:ident, $expected:literal, $max:expr, |$self:ident, $run:ident| $print:expr;)*) => {$(
        impl Encode for $address {
            const MAX_LEN: Option<usize> = Some(2 + $max);

            #[inline]
            fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
                let mut run = w.run(2 + $max);
                self.encode_fixed(&mut run);
                run.end();
                Ok(())
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn encode_fixed(&$self, $run: &mut Run<'_, '_>) {
                let after = $run.budget().saturating_sub(2 + $max);
                $run.literal("\"");
                $print;
                $run.literal("\"");
                $run.settle(after);
            }
        }

        impl EncodeKey for $address {
            #[inline]
            fn encode_key(&self, w: &mut Writer<'_>) -> Result<()> {
                self.encode(w)
            }
        }

        impl<'de> Decode<'de> for $address {
            const FIRST: FirstBytes = FirstBytes::STRING;
            const NEVER_ABSENT: bool = true;

            #[inline]
            fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
                parse(cur, $expected)
            }
        }

        impl<'de> DecodeKey<'de> for $address {
            #[inline]
            fn decode_key(cur: &mut Cursor<'de>) -> Result<Self> {
                Self::decode(cur)
            }
        }
    )*};
}

address! {
    Ipv4Addr, "an IPv4 address", V4, |self, run| print_v4(*self, run);
    Ipv6Addr, "an IPv6 address", LONGEST, |self, run| print(self, run);
    IpAddr, "an IP address", LONGEST, |self, run| match self {
        IpAddr::V4(address) => print_v4(*address, run),
        IpAddr::V6(address) => print(address, run),
    };
    SocketAddrV4, "an IPv4 address with a port", SOCKET_V4, |self, run| print_socket_v4(*self, run);
    SocketAddrV6, "an IPv6 address with a port", LONGEST, |self, run| print(self, run);
    SocketAddr, "an IP address with a port", LONGEST, |self, run| match self {
        SocketAddr::V4(address) => print_socket_v4(*address, run),
        SocketAddr::V6(address) => print(address, run),
    };
}
