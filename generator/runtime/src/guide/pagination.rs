#![doc = include_str!("pagination.md")]
