use super::Call;
use crate::body::ByteStream;
use crate::client::Client;
use crate::describe::{Media, Operation, Response};
use crate::response::{NoError, NoHeaders};

/// A `GET` of a URL that an answer gave, whose bytes are streamed.
static DOWNLOAD: Operation = Operation::new("download", "GET", "/")
    .success(&[Response::range(2, &[Media::stream("*/*")])])
    .any_credential();

/// A request for the bytes at a URL: [`Client::download`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited or sent"]
pub struct Download(Call);

crate::__operations! {
    Download: ByteStream, NoHeaders, NoError;
}

impl Client {
    /// Downloads from a URL that an answer gave: absolute, or a path on the client's server.
    ///
    /// The first credential that was set goes along to the origin of the client's server, and
    /// nothing that says who asks to any other, as [`Call::at_url`] describes.
    ///
    /// ```
    /// # mod pets { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/pets.rs.txt")); }
    /// # async fn save(client: &pets::Client, url: &str) -> Result<(), Box<dyn std::error::Error>> {
    /// let photo = client.as_runtime().download(url).await?.into_inner();
    /// photo.write_to(std::fs::File::create("photo.jpg")?).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn download(&self, url: &str) -> Download {
        Download(self.call(&DOWNLOAD).at_url(url))
    }
}
