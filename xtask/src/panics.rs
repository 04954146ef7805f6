//! What a panic would say, taken out of a wasm file.
//!
//! A panic ends the wasm in any case, and where no hook tells the console nobody hears it: the
//! standard library writes to an error stream that no page has. So what only ever panics becomes a
//! bare trap, which lets wasm-opt take away what was made ready for its message, and the places in
//! the sources that it would name become zeros, which compress to nothing. Nightly compilers have
//! `panic=immediate-abort` for this. Invariant: what did not panic runs as before, and what did
//! still ends the wasm.

use std::{collections::HashMap, fs, ops::Range, path::Path};

use anyhow::{Context, Result, ensure};

/// Every function of this module only ever panics.
const MODULE: &str = "core::panicking::";

/// Functions elsewhere that only ever panic, in the compiler's names.
const PANICS: [&str; 13] = [
    "<alloc::vec::Vec<_, _>>::remove::assert_failed",
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::raw_vec::handle_error",
    "core::cell::panic_already_borrowed",
    "core::cell::panic_already_mutably_borrowed",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::result::unwrap_failed",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "core::slice::index::slice_index_fail",
    "core::str::slice_error_fail",
    "std::thread::local::panic_access_error",
];

/// Takes out of a wasm file, whose functions still have their names, what its panics would say.
///
/// # Errors
/// When the file cannot be read or written, or is not as the compiler writes it.
pub fn silence(wasm: &Path) -> Result<()> {
    let mut bytes = fs::read(wasm)?;
    silence_bytes(&mut bytes).with_context(|| format!("in {}", wasm.display()))?;
    fs::write(wasm, bytes)?;
    Ok(())
}

/// Writes over bodies and data where they are, so that every length stays true.
fn silence_bytes(bytes: &mut [u8]) -> Result<()> {
    let parts = Parts::read(bytes)?;
    let panics = parts.bodies.iter().enumerate().filter(|(place, _)| {
        let name = parts.names.get(&(parts.imported + place));
        name.is_some_and(|name| name.starts_with(MODULE) || PANICS.contains(&name.as_str()))
    });
    let bodies: Vec<_> = panics.map(|(_, body)| body.clone()).collect();
    ensure!(!bodies.is_empty(), "nothing panics: the compiler has other names for it");
    let places = places(bytes, &parts.data);
    for body in bodies {
        // No variables, `unreachable`, and `nop` up to the `end` that is there.
        let end = body.end - 1;
        bytes[body.clone()].fill(0x01);
        bytes[body.start..body.start + 2].fill(0x00);
        bytes[end] = 0x0b;
    }
    for place in places {
        bytes[place].fill(0);
    }
    Ok(())
}

/// Data at an address of the memory.
struct Data {
    address: usize,
    bytes: Range<usize>,
}

/// Where the parts of a wasm file are.
#[derive(Default)]
struct Parts {
    /// How many functions come before those with a body.
    imported: usize,
    bodies: Vec<Range<usize>>,
    data: Vec<Data>,
    /// Names of functions, without the hashes of their crates.
    names: HashMap<usize, String>,
}

impl Parts {
    fn read(bytes: &[u8]) -> Result<Self> {
        let mut parts = Self::default();
        let mut file = Reader { bytes, at: 8 };
        while file.at < bytes.len() {
            let kind = file.byte()?;
            let section = file.range()?;
            let mut read = Reader { bytes: &bytes[..section.end], at: section.start };
            match kind {
                0 if read.text()? == "name" => parts.read_names(&mut read)?,
                2 => {
                    parts.imported = read.number()?;
                    for _ in 0..parts.imported {
                        read.text()?;
                        read.text()?;
                        ensure!(read.byte()? == 0, "something else than a function is imported");
                        read.number()?;
                    }
                }
                10 => {
                    for _ in 0..read.number()? {
                        parts.bodies.push(read.range()?);
                    }
                }
                11 => {
                    for _ in 0..read.number()? {
                        // `i32.const`, the address, `end`.
                        ensure!((read.number()?, read.byte()?) == (0, 0x41), "data to be placed");
                        let address = read.number()?;
                        ensure!(read.byte()? == 0x0b, "data without a fixed address");
                        parts.data.push(Data { address, bytes: read.range()? });
                    }
                }
                _ => {}
            }
        }
        Ok(parts)
    }

    fn read_names(&mut self, read: &mut Reader) -> Result<()> {
        while read.at < read.bytes.len() {
            let kind = read.byte()?;
            let part = read.range()?;
            if kind != 1 {
                continue;
            }
            let mut read = Reader { bytes: &read.bytes[..part.end], at: part.start };
            for _ in 0..read.number()? {
                let function = read.number()?;
                self.names.insert(function, without_hashes(read.text()?));
            }
        }
        Ok(())
    }
}

/// A name as people write it: `core[8f0…]::option` is `core::option`.
fn without_hashes(name: &str) -> String {
    let is_hash = |text: &str| text.len() > 9 && text.bytes().all(|b| b.is_ascii_hexdigit());
    let mut pieces = name.split('[');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match piece.split_once(']') {
            Some((hash, rest)) if is_hash(hash) => out += rest,
            _ => out = out + "[" + piece,
        }
    }
    out
}

/// The paths of source files in the data, and the places in them: address and length of the path,
/// line and column.
fn places(bytes: &[u8], data: &[Data]) -> Vec<Range<usize>> {
    let number = |at: usize| {
        let number = bytes.get(at..at + 4).and_then(|four| four.try_into().ok());
        number.map_or(0, u32::from_le_bytes) as usize
    };
    let mut found = Vec::new();
    for Data { bytes: inside, .. } in data {
        for at in inside.clone().step_by(4).filter(|at| at + 16 <= inside.end) {
            let [address, length, line, column] = [0, 4, 8, 12].map(|more| number(at + more));
            let path = data.iter().find_map(|data| {
                let start = data.bytes.start + address.checked_sub(data.address)?;
                Some(start..start + length).filter(|path| path.end <= data.bytes.end)
            });
            let is_place = (1..1 << 16).contains(&line) && (1..1 << 10).contains(&column);
            if let Some(path) = path.filter(|path| is_place && is_source(&bytes[path.clone()])) {
                found.extend([at..at + 16, path]);
            }
        }
    }
    found
}

fn is_source(text: &[u8]) -> bool {
    let is_of_path = |byte: &u8| byte.is_ascii_alphanumeric() || b"/\\:.-_".contains(byte);
    text.ends_with(b".rs") && text.iter().all(is_of_path)
}

/// Reads numbers, texts and lengths of a wasm file.
struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Reader<'b> {
    fn byte(&mut self) -> Result<u8> {
        let byte = self.bytes.get(self.at).context("the file ends early")?;
        self.at += 1;
        Ok(*byte)
    }

    /// A number in as many bytes as it needs, seven bits in each.
    fn number(&mut self) -> Result<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                return Ok(number);
            }
            ensure!(shift < 35, "a number is too long");
        }
    }

    /// A length and so many bytes, which are skipped.
    fn range(&mut self) -> Result<Range<usize>> {
        let length = self.number()?;
        let range = self.at..self.at + length;
        ensure!(range.end <= self.bytes.len(), "the file ends early");
        self.at = range.end;
        Ok(range)
    }

    fn text(&mut self) -> Result<&'b str> {
        let range = self.range()?;
        Ok(std::str::from_utf8(&self.bytes[range])?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A section or another part with its length in front.
    fn part(kind: &[u8], content: &[u8]) -> Vec<u8> {
        let length = u8::try_from(content.len()).unwrap();
        assert!(length < 0x80);
        [kind, &[length], content].concat()
    }

    fn function(number: u8, name: &str) -> Vec<u8> {
        part(&[number], name.as_bytes())
    }

    fn file(imports: &[u8]) -> Vec<u8> {
        let place = [[4, 0, 0, 0], [8, 0, 0, 0], [7, 0, 0, 0], [9, 0, 0, 0]].concat();
        let data = [b"lib.".as_slice(), b"src/a.rs", &place, b"kept"].concat();
        let names = [
            vec![3],
            function(0, "env"),
            function(1, "core[0123456789]::panicking::panic_fmt"),
            function(2, "a::rest"),
        ];
        let names = [part(&[], b"name"), part(&[1], &names.concat())].concat();
        [
            b"\0asm\x01\0\0\0".to_vec(),
            part(&[2], imports),
            part(&[10], &[2, 6, 1, 1, 0x7f, 0x41, 5, 0x0b, 2, 0, 0x0b]),
            part(&[11], &[vec![1], part(&[0, 0x41, 0, 0x0b], &data)].concat()),
            part(&[0], &names),
        ]
        .concat()
    }

    const IMPORT: [u8; 6] = [1, 1, b'e', 0, 0, 0];

    #[test]
    fn a_panic_becomes_a_trap_and_its_place_zeros() {
        let before = file(&IMPORT);
        let mut after = before.clone();
        silence_bytes(&mut after).unwrap();
        let changed = (0..before.len()).filter(|at| before[*at] != after[*at]);
        let (first, rest): (Vec<_>, Vec<_>) = changed.partition(|at| *at < 30);
        let body = &after[first[0] - 1..];
        assert_eq!(body[..9], [6, 0, 0, 1, 1, 1, 0x0b, 2, 0]);
        let kept = after.windows(4).position(|four| four == b"kept").unwrap();
        assert!(rest.iter().all(|at| after[*at] == 0 && (kept - 24..kept).contains(at)));
        assert_eq!(after[kept - 28..kept - 24], *b"lib.");
        assert!(after[kept - 24..kept].iter().all(|byte| *byte == 0));
    }

    #[test]
    fn what_is_not_understood_is_left_as_it_is() {
        let check = |mut bytes: Vec<u8>, expected: &str| {
            let before = bytes.clone();
            let error = silence_bytes(&mut bytes).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
            assert_eq!(bytes, before);
        };
        check(file(&[1, 1, b'e', 0, 2, 0]), "is imported");
        let whole = file(&IMPORT);
        check(whole[..whole.len() - 3].to_vec(), "ends early");
        let name = whole.windows(9).position(|nine| nine == b"panicking").unwrap();
        let mut renamed = whole;
        renamed[name..name + 9].copy_from_slice(b"elsewhere");
        check(renamed, "other names");
    }

    #[test]
    fn hashes_of_crates_are_no_part_of_a_name() {
        for (written, read) in [
            ("core[8f0123abcd01]::option::unwrap_failed", "core::option::unwrap_failed"),
            ("<u8 as <[_]>::to_vec_in>", "<u8 as <[_]>::to_vec_in>"),
            ("[a[0123456789]::B]", "[a::B]"),
            ("plain", "plain"),
        ] {
            assert_eq!(without_hashes(written), read);
        }
    }
}
