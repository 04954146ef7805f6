//! The memory the browser gives this page.

/// Asks for so many bytes at once, for what is about to be read.
///
/// The allocator asks for 64 KB at a time, and each time the browser stops the page for it; what
/// it got it keeps. Where there is not so much, nothing happens.
pub fn reserve(bytes: usize) {
    let mut room = Vec::<u8>::new();
    let _ = room.try_reserve_exact(bytes);
    std::hint::black_box(&room);
}
