//! Prints the import circles of a crate: the sets of files that can each be understood only with all the others.
//!
//! `cargo run -p callwright --example circles` prints those of the generator and its runtime, each with the arrows and
//! names that tie it. `--check FILE` compares them with the list of allowed circles; other arguments are the source
//! folders to read, each with a `lib.rs`. Tests are left out.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program that prints what it found"
)]

mod allowed;
mod arrows;
mod components;
mod resolve;
mod tokens;
mod tree;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use arrows::Arrows;

fn main() -> Result<ExitCode, Box<dyn std::error::Error>> {
    let mut folders = Vec::new();
    let mut list = None;
    let mut arguments = std::env::args_os().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--check" {
            list = Some(PathBuf::from(arguments.next().ok_or("--check needs a file")?));
        } else {
            folders.push(PathBuf::from(argument));
        }
    }
    let base = if folders.is_empty() {
        let generator = Path::new(env!("CARGO_MANIFEST_DIR"));
        folders = vec![generator.join("src"), generator.join("runtime/src")];
        generator.parent().map(Path::to_path_buf)
    } else {
        None
    };

    let mut circles = BTreeSet::new();
    for folder in &folders {
        let tree = tree::read(&folder.join("lib.rs"))?;
        let arrows = arrows::of(&tree, base.as_deref());
        for circle in components::circles(&arrows) {
            print(&circle, &arrows);
            circles.insert(circle);
        }
    }
    println!("{} circles", circles.len());

    let Some(list) = list else { return Ok(ExitCode::SUCCESS) };
    let allowed = allowed::parse(&std::fs::read_to_string(&list)?)?;
    let complaints = allowed::compare(&allowed, &circles);
    for complaint in &complaints {
        eprintln!("{}: {complaint}", list.display());
    }
    Ok(if complaints.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn print(circle: &BTreeSet<String>, arrows: &Arrows) {
    println!("circle of {} files", circle.len());
    for from in circle {
        for to in circle {
            if let Some(names) = arrows.get(from).and_then(|targets| targets.get(to)) {
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                println!("    {from} -> {to}: {}", names.join(", "));
            }
        }
    }
    println!();
}
