//! Network addresses: each form that `FromStr` reads, and the one that `Display` prints.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use crate::compare::{Both, accepts, read, refuses, round_trips, write};

const V4: [Ipv4Addr; 4] = [
    Ipv4Addr::UNSPECIFIED,
    Ipv4Addr::LOCALHOST,
    Ipv4Addr::BROADCAST,
    Ipv4Addr::new(101, 2, 30, 104),
];

const V6: [Ipv6Addr; 6] = [
    Ipv6Addr::UNSPECIFIED,
    Ipv6Addr::LOCALHOST,
    Ipv6Addr::new(0, 0, 0, 0, 0, 0xffff, 0x0a00, 1),
    Ipv6Addr::new(0x1001, 0x1002, 0x1003, 0x1004, 0x1005, 0x1006, 0x1007, 0x1008),
    Ipv6Addr::new(0xfe80, 0, 0, 0, 1, 0, 0, 2),
    Ipv6Addr::new(0xffff, 0xffff, 0xffff, 0xffff, 0xffff, 0xffff, 0xffff, 0xffff),
];

/// What may stand between the quotes.
const TEXTS: [&str; 34] = [
    "",
    "127.0.0.1",
    "\\u0031.2.3.4",
    "127.0.0.01",
    "127.0.0",
    "127.0.0.1.1",
    "127.0.0.256",
    " 127.0.0.1",
    "127.0.0.1 ",
    "127.0.0.1:80",
    "127.0.0.1:65535",
    "127.0.0.1:65536",
    "127.0.0.1:080",
    "127.0.0.1:",
    "::",
    "::1",
    "1::",
    "::ffff:10.0.0.1",
    "FE80::A",
    "fe80::1%1",
    ":::",
    "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8",
    "1:2:3:4:5:6:7:8:9",
    "12345::",
    "[::1]",
    "[::1]:80",
    "[::1%1]:80",
    "[fe80::1%4294967295]:65535",
    "[fe80::1%4294967296]:1",
    "::1:80",
    "localhost",
    "localhost:80",
    "é",
];

fn address<T: Both + Clone>(values: &[T]) {
    round_trips(values.iter().cloned());
    round_trips([values.to_vec()]);
    round_trips(values.iter().map(|value| (1_u8, value.clone(), Some(value.clone()), true)));
    for text in TEXTS {
        read::<T>(&format!("\"{text}\""));
        read::<Vec<T>>(&format!("[\"{text}\"]"));
        read::<T>(text);
        read::<T>(&format!("\"{text}"));
    }
    refuses::<T>(&["null", "1", "[127,0,0,1]", "{\"V4\":[127,0,0,1]}", "\"\"", ""]);
}

#[test]
fn ip_addresses() {
    address(&V4);
    address(&V6);
    let all = V4.map(IpAddr::V4).into_iter().chain(V6.map(IpAddr::V6));
    address(&all.collect::<Vec<_>>());
    accepts::<Ipv6Addr>(&["\"FE80::A\"", "\"::ffff:10.0.0.1\"", "\"\\u003a:1\""]);
}

#[test]
fn every_byte_of_an_address() {
    for byte in 0..=255 {
        let text = write(&Ipv4Addr::new(byte, 0, 255 - byte, 7));
        assert!(text.is_some_and(|text| text.ends_with(".7\"")));
    }
}

#[test]
fn socket_addresses() {
    let v4: Vec<_> = V4.iter().flat_map(|&ip| [0, 80, 65535].map(|port| (ip, port))).collect();
    let v6: Vec<_> = V6
        .iter()
        .flat_map(|&ip| [(0, 0), (80, 1), (65535, u32::MAX)].map(|rest| (ip, rest)))
        .collect();
    let v4: Vec<_> = v4.into_iter().map(|(ip, port)| SocketAddrV4::new(ip, port)).collect();
    let v6: Vec<_> =
        v6.into_iter().map(|(ip, (port, scope))| SocketAddrV6::new(ip, port, 0, scope)).collect();
    address(&v4);
    address(&v6);
    let all = v4.into_iter().map(SocketAddr::V4).chain(v6.into_iter().map(SocketAddr::V6));
    address(&all.collect::<Vec<_>>());
    // The flow is not part of the text.
    let flow = SocketAddrV6::new(Ipv6Addr::LOCALHOST, 1, 7, 2);
    assert_eq!(write(&flow).as_deref(), Some("\"[::1%2]:1\""));
}

#[test]
fn addresses_as_fields() {
    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    struct Hosts {
        own: IpAddr,
        peers: Vec<SocketAddr>,
        proxy: Option<SocketAddrV6>,
        fallback: [Ipv4Addr; 3],
    }

    round_trips([Hosts {
        own: V6[3].into(),
        peers: vec![(V4[3], 65535).into(), (V6[3], 65535).into()],
        proxy: Some(SocketAddrV6::new(V6[3], 65535, 0, u32::MAX)),
        fallback: [Ipv4Addr::BROADCAST; 3],
    }]);
}

#[test]
fn errors_say_what_and_where() {
    let message = |text| fastjson::from_str::<Vec<IpAddr>>(text).unwrap_err().to_string();
    assert_eq!(
        message(r#"["::1", "::g"]"#),
        "expected an IP address, found string `\"::g\"` at line 1 column 9, $[1]"
    );
    assert_eq!(message("[1]"), "expected an IP address, found number `1` at line 1 column 2, $[0]");
}
