#![doc = include_str!("transports.md")]
