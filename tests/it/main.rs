//! Everything that more than one package takes part in.

mod official;
mod outside;
mod problems;
mod regeneration;
