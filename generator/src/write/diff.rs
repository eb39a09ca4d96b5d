//! Changes as a unified diff, which `patch -p1` applies in the output folder.

use similar::TextDiff;
use std::time::Duration;

use super::change::Change;

/// The time limit for the shortest diff of a file; after it, any correct diff is taken.
const PATIENCE: Duration = Duration::from_secs(2);

impl Change {
    /// The difference between the file and what is generated; empty where something else than a file is in the way.
    pub(crate) fn diff(&self) -> String {
        let path: Vec<_> = self.path.iter().map(|part| part.to_string_lossy()).collect();
        let path = path.join("/");
        let name = |side: &str, text: &Option<String>| match text {
            Some(_) => format!("{side}/{path}"),
            None => "/dev/null".to_owned(),
        };
        let (from, to) = (name("a", &self.before), name("b", &self.after));
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let (before, after) = (text(&self.before), text(&self.after));
        let diff = TextDiff::configure().timeout(PATIENCE).diff_lines(&before, &after);
        diff.unified_diff().header(&from, &to).to_string()
    }
}
