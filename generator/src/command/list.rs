//! `callwright list`.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use crate::diagnostic::printable;
use crate::generator::Generator;
use crate::listing::Listing;
use crate::report::Outcome;

/// The arguments of `list`.
#[derive(Debug, Args)]
pub(super) struct List {
    /// The OpenAPI document: a YAML or JSON file.
    spec: PathBuf,
    /// Mark what is kept with these operations: `tag:NAME`, an operationId or `METHOD /path`. May be repeated.
    #[arg(long, value_name = "WHAT")]
    include: Vec<String>,
    /// Fetch files that references name on other hosts.
    #[arg(long)]
    allow_remote_refs: bool,
    /// Open files that references name outside the document's folder.
    #[arg(long)]
    allow_outside_refs: bool,
    /// Print one JSON object per line instead of tables.
    #[arg(long)]
    json: bool,
}

impl List {
    /// Prints the list, and returns the exit status.
    pub(super) fn run(&self) -> u8 {
        let generator = Generator::new(&self.spec)
            .allow_remote_refs(self.allow_remote_refs)
            .allow_outside_refs(self.allow_outside_refs);
        let generator = self.include.iter().fold(generator, Generator::include);
        match generator.list() {
            Ok(listing) => {
                // A closed pipe leaves nobody to tell.
                drop(if self.json {
                    print_json(&listing, &mut io::stdout().lock())
                } else {
                    self.print(&listing, &mut io::stdout().lock())
                });
                Outcome::Clean.exit_status()
            }
            Err(problems) => {
                for problem in problems {
                    drop(write!(io::stderr(), "{problem}"));
                }
                Outcome::Refused.exit_status()
            }
        }
    }

    /// Three tables; with `--include`, a `*` marks what is kept.
    fn print(&self, listing: &Listing, out: &mut impl Write) -> io::Result<()> {
        let Listing { operations, tags, schemas } = listing;
        let mark = |is_kept: bool| match (self.include.is_empty(), is_kept) {
            (true, _) => "",
            (false, true) => "* ",
            (false, false) => "  ",
        };
        let width = operations.iter().filter_map(|it| it.id.as_ref()).map(|id| id.chars().count());
        let width = width.max().unwrap_or_default();
        writeln!(out, "Operations: {}", operations.len())?;
        for operation in operations {
            let (mark, call) = (mark(operation.is_kept), printable(&operation.call));
            let id = printable(operation.id.as_deref().unwrap_or_default());
            writeln!(out, "  {mark}{id:width$}  {call}")?;
        }
        writeln!(out, "\nTags: {}", tags.len())?;
        for tag in tags {
            let (mark, count) = (mark(tag.is_kept), tag.operations);
            let noun = if count == 1 { "operation" } else { "operations" };
            writeln!(out, "  {mark}tag:{}  {count} {noun}", printable(&tag.name))?;
        }
        writeln!(out, "\nSchemas: {}", schemas.len())?;
        for schema in schemas {
            writeln!(out, "  {}{}", mark(schema.is_kept), printable(&schema.pointer))?;
        }
        Ok(())
    }
}

fn print_json(listing: &Listing, out: &mut impl Write) -> io::Result<()> {
    let Listing { operations, tags, schemas } = listing;
    for it in operations {
        let object =
            json!({ "operation": it.call, "id": it.id, "tags": it.tags, "kept": it.is_kept });
        writeln!(out, "{object}")?;
    }
    for it in tags {
        let object = json!({ "tag": it.name, "operations": it.operations, "kept": it.is_kept });
        writeln!(out, "{object}")?;
    }
    for it in schemas {
        writeln!(out, "{}", json!({ "schema": it.pointer, "kept": it.is_kept }))?;
    }
    Ok(())
}
