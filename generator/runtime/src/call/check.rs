//! Arguments against the constraints of the document, where the client asks for it.

use super::Call;
use crate::check::{Findings, Root, check_argument};
use crate::describe::{Location, Parameter};
use crate::error::Fault;
use crate::model::Slot;

/// How many broken constraints a message tells; the error's source has all of them.
const TOLD: usize = 8;

impl Call {
    /// What was found in the arguments that are set so far, where the client
    /// [checks them](crate::ClientBuilder::check_requests); else nothing.
    ///
    /// Paths begin as `OpenAPI`'s runtime expressions do: `$request.body`,
    /// `$request.query.limit`.
    pub fn findings(&self) -> Findings {
        let mut all = Findings::default();
        if !self.client.checks() {
            return all;
        }
        // What the client itself gives is of one value for all operations, each of which has its own rules.
        for (index, parameter) in self.operation.parameters.iter().enumerate() {
            let of_client = parameter.client && self.argument(index).is_none();
            if let Some(value) = self.client.parameter(parameter.name).filter(|_| of_client) {
                all.append(&check_argument(value, parameter.rules, root(parameter)));
            }
        }
        self.findings.iter().for_each(|(_, found)| all.append(found));
        all
    }

    pub(super) fn check_parameter(&mut self, index: usize, value: &dyn Slot) {
        if !self.client.checks() {
            return;
        }
        self.findings.retain(|(known, _)| *known != Some(index));
        let Some(parameter) = self.operation.parameters.get(index) else { return };
        if value.is_absent() {
            return;
        }
        self.findings.push((Some(index), check_argument(value, parameter.rules, root(parameter))));
    }

    /// `None` stands for a body of bytes, of which the document says nothing that is checked.
    pub(super) fn check_body(&mut self, media: usize, value: Option<&dyn Slot>) {
        if !self.client.checks() {
            return;
        }
        self.findings.retain(|(known, _)| known.is_some());
        let Some(value) = value else { return };
        let declared = self.operation.body.as_ref().and_then(|body| body.media.get(media));
        let rules = declared.map_or(&[][..], |media| media.rules);
        self.findings.push((None, check_argument(value, rules, Root::Body)));
    }

    /// An error where an argument breaks a constraint.
    pub(super) fn checked(&self) -> Result<(), Fault> {
        let findings = self.findings();
        if findings.is_valid() {
            return Ok(());
        }
        let violations = findings.violations();
        let mut told: Vec<String> = violations.iter().take(TOLD).map(ToString::to_string).collect();
        if let Some(more) = violations.len().checked_sub(TOLD).filter(|more| *more > 0) {
            told.push(format!("and {more} more"));
        }
        Err(Fault::argument(told.join("; ")).source(findings))
    }
}

fn root(parameter: &Parameter) -> Root<'_> {
    let location = match parameter.location {
        Location::Path => "$request.path",
        Location::Query | Location::QueryString => "$request.query",
        Location::Header => "$request.header",
        Location::Cookie => "$request.cookie",
    };
    Root::Parameter(location, parameter.name)
}
