//! Share links, made and read with the browser's compression.
//!
//! Refuses to know what is shared: [`exchange::share`](crate::exchange::share) owns kinds, form and
//! limits.

use super::compress::{self, CompressError};
use crate::app::route::Shared;
use crate::exchange::limits::INFLATED_BYTES;
use crate::exchange::share::{self, Payload, ShareError};

/// Why a link was not made or read.
#[derive(Debug, Clone, PartialEq)]
pub enum LinkError {
    /// This browser cannot compress.
    Unsupported,
    /// The payload is the reason.
    Share(ShareError),
}

impl From<ShareError> for LinkError {
    fn from(error: ShareError) -> Self {
        Self::Share(error)
    }
}

impl From<CompressError> for LinkError {
    fn from(error: CompressError) -> Self {
        match error {
            CompressError::Unsupported => Self::Unsupported,
            CompressError::Broken => Self::Share(ShareError::Damaged),
            CompressError::TooLarge => Self::Share(share::TOO_LARGE),
        }
    }
}

/// Puts a payload into the form an address carries.
///
/// # Errors
/// [`LinkError`]: too large, or not with this browser.
pub async fn pack(payload: &Payload) -> Result<Shared, LinkError> {
    let text = share::text(payload)?;
    let deflated = compress::deflate(text.as_bytes()).await?;
    Ok(share::seal(payload, &deflated)?)
}

/// Reads what an address carries.
///
/// # Errors
/// [`LinkError`]: unknown, damaged, too large, not to be used, or not with this browser.
pub async fn unpack(shared: &Shared) -> Result<Payload, LinkError> {
    let inflated = compress::inflate(&share::open(shared)?, INFLATED_BYTES).await?;
    Ok(share::read(shared, inflated)?)
}
