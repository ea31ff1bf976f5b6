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

/// Four numbers, as [`Run`] counts them, and the dots; quotes come on top.
const V4: usize = 4 * 20 + 3;

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

fn print_v4(address: Ipv4Addr, run: &mut Run<'_, '_>) {
    let [a, b, c, d] = address.octets();
    run.unsigned(a.into());
    run.literal(".");
    run.unsigned(b.into());
    run.literal(".");
    run.unsigned(c.into());
    run.literal(".");
    run.unsigned(d.into());
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
    IpAddr, "an IP address", V4, |self, run| match self {
        IpAddr::V4(address) => print_v4(*address, run),
        IpAddr::V6(address) => print(address, run),
    };
    SocketAddrV4, "an IPv4 address with a port", V4 + 21, |self, run| print_socket_v4(*self, run);
    SocketAddrV6, "an IPv6 address with a port", LONGEST, |self, run| print(self, run);
    SocketAddr, "an IP address with a port", V4 + 21, |self, run| match self {
        SocketAddr::V4(address) => print_socket_v4(*address, run),
        SocketAddr::V6(address) => print(address, run),
    };
}
