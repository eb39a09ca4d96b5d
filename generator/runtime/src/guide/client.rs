#![doc = include_str!("client.md")]
