#![doc = include_str!("streaming.md")]
