//! Checks arguments against the document's constraints, if the client asks for it.

use super::Call;
use crate::check::{Findings, Root, check_argument};
use crate::describe::{Location, Parameter};
use crate::error::Fault;
use crate::model::Slot;

/// The maximum number of violations in a message; the error's source has all of them.
const TOLD: usize = 8;

impl Call {
    /// The findings for the arguments set so far, if the client [checks
    /// them](crate::ClientBuilder::check_requests); otherwise empty.
    ///
    /// Paths begin like `OpenAPI`'s runtime expressions: `$request.body`, `$request.query.limit`.
    pub fn findings(&self) -> Findings {
        let mut all = Findings::default();
        if !self.client.checks() {
            return all;
        }
        // A client parameter has one value for all operations, but each operation has its own rules
        // for it.
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

    /// `None` is a body of bytes, which has no constraints.
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

    /// Returns an error if an argument violates a constraint.
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
