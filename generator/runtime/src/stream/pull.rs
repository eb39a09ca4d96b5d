use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream as _;

use super::ITEM_LIMIT;
use crate::body::ByteStream;
use crate::error::{ErrorKind, Fault};
use crate::transport::TransportErrorKind;

/// An item exceeds the size limit.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TooLarge;

/// Finds item boundaries in bytes that arrive in pieces of any size.
pub(super) trait Split: Default {
    type Item;

    /// Takes the next piece; an item of more than `limit` bytes is an error.
    fn push(
        &mut self,
        piece: &[u8],
        limit: usize,
        items: &mut VecDeque<Self::Item>,
    ) -> Result<(), TooLarge>;

    /// Marks the end of the input.
    fn end(&mut self, items: &mut VecDeque<Self::Item>);
}

/// Numbered items, read from a body on demand.
pub(super) struct Pull<S: Split> {
    pub(super) body: ByteStream,
    pub(super) split: S,
    pub(super) limit: usize,
    /// Complete items of the last piece.
    items: VecDeque<S::Item>,
    /// The number of items returned so far.
    given: u64,
    /// The state after the complete items.
    failed: Option<Fault>,
    ended: bool,
    /// The reader stopped it, not the sender.
    pub(super) stopped: bool,
}

impl<S: Split> Pull<S> {
    pub(super) fn new(body: ByteStream) -> Self {
        Self {
            body,
            split: S::default(),
            limit: ITEM_LIMIT,
            items: VecDeque::new(),
            given: 0,
            failed: None,
            ended: false,
            stopped: false,
        }
    }

    /// Returns the next item and its number, from 0. After an error, the stream has ended.
    pub(super) fn poll(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<(u64, S::Item), Fault>>> {
        loop {
            if let Some(item) = self.items.pop_front() {
                let number = self.given;
                self.given += 1;
                return Poll::Ready(Some(Ok((number, item))));
            }
            if let Some(fault) = self.failed.take() {
                return Poll::Ready(Some(Err(fault)));
            }
            if self.ended {
                return Poll::Ready(None);
            }
            match Pin::new(&mut self.body).poll_next(context) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(None) => {
                    self.ended = true;
                    self.split.end(&mut self.items);
                }
                Poll::Ready(Some(Ok(piece))) => {
                    if self.split.push(&piece, self.limit, &mut self.items).is_err() {
                        self.fail(self.too_large());
                    }
                }
                Poll::Ready(Some(Err(error))) => {
                    let kind = match error.kind() {
                        TransportErrorKind::Timeout => ErrorKind::Timeout,
                        _ => ErrorKind::Transport,
                    };
                    let number = self.next_number();
                    let detail = format!("the stream broke off at item {number}, counted from 0");
                    self.fail(Fault::new(kind, detail).source(error));
                }
            }
        }
    }

    /// Stops reading and releases the connection.
    pub(super) fn stop(&mut self) {
        self.ended = true;
        self.stopped = true;
        self.items.clear();
        self.failed = None;
        self.body = ByteStream::default();
    }

    fn fail(&mut self, fault: Fault) {
        self.ended = true;
        self.failed = Some(fault);
        self.body = ByteStream::default();
    }

    /// The number of the incomplete item.
    fn next_number(&self) -> u64 {
        self.given.saturating_add(u64::try_from(self.items.len()).unwrap_or(u64::MAX))
    }

    fn too_large(&self) -> Fault {
        let (number, limit) = (self.next_number(), self.limit);
        Fault::new(
            ErrorKind::BodyTooLarge,
            format!(
                "item {number} of the stream, counted from 0, is larger than {limit} bytes; raise \
                 the stream's item limit"
            ),
        )
    }
}
