/// The beginning of a body, and its full length.
pub(super) struct Prefix {
    pub(super) bytes: Vec<u8>,
    pub(super) total: u64,
    limit: usize,
}

impl Prefix {
    pub(super) fn new(limit: usize) -> Self {
        Self { bytes: Vec::new(), total: 0, limit }
    }

    pub(super) fn push(&mut self, piece: &[u8]) {
        let room = self.limit.saturating_sub(self.bytes.len());
        self.bytes.extend(piece.iter().take(room));
        let length = u64::try_from(piece.len()).unwrap_or(u64::MAX);
        self.total = self.total.saturating_add(length);
    }

    pub(super) fn is_truncated(&self) -> bool {
        u64::try_from(self.bytes.len()).is_ok_and(|kept| kept < self.total)
    }
}
