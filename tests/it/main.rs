//! Everything that more than one package takes part in.

mod delete_call;
mod family;
mod listener;
mod official;
mod outside;
mod problems;
mod program;
mod regeneration;
