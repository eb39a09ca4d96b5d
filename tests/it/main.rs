//! Everything that more than one package takes part in.

mod delete_call;
mod official;
mod outside;
mod problems;
mod regeneration;
