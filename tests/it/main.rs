//! Everything that more than one package takes part in.

mod outside;
mod problems;
mod regeneration;
