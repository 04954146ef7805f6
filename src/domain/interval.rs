//! How sure a share is: the Wilson score interval.
//!
//! Source: E. B. Wilson, 1927. Unlike the textbook interval it stays inside 0–1 and holds for
//! small numbers.

/// A share with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// How many did.
    pub count: usize,
    /// Of how many; at least 1.
    pub of: usize,
}

/// Below this many a share is "too few to say".
pub const TOO_FEW: usize = 10;

impl Share {
    /// A share of at least one; `None` of none.
    pub fn new(count: usize, of: usize) -> Option<Self> {
        (of > 0 && count <= of).then_some(Self { count, of })
    }

    /// Between 0 and 1.
    #[allow(clippy::cast_precision_loss)]
    pub fn ratio(&self) -> f64 {
        self.count as f64 / self.of as f64
    }

    /// Whether there are enough to say anything.
    pub fn is_telling(&self) -> bool {
        self.of >= TOO_FEW
    }

    /// The 95 % interval, both ends between 0 and 1.
    ///
    /// ```
    /// use ripen::domain::interval::Share;
    /// let (low, high) = Share::new(8, 40).unwrap().interval();
    /// assert_eq!((low * 1000.0).round(), 105.0);
    /// assert_eq!((high * 1000.0).round(), 348.0);
    /// ```
    #[allow(clippy::cast_precision_loss)]
    pub fn interval(&self) -> (f64, f64) {
        const Z: f64 = 1.959_963_984_540_054;
        let (n, p, zz) = (self.of as f64, self.ratio(), Z * Z);
        let centre = p + zz / (2.0 * n);
        let spread = Z * (p * (1.0 - p) / n + zz / (4.0 * n * n)).sqrt();
        let scale = 1.0 + zz / n;
        (((centre - spread) / scale).max(0.0), ((centre + spread) / scale).min(1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_vectors() {
        for (count, of, low, high) in
            [(2, 10, 5.7, 51.0), (8, 40, 10.5, 34.8), (20, 100, 13.3, 28.9)]
        {
            let (l, h) = Share::new(count, of).unwrap().interval();
            assert!(
                (100.0 * l - low).abs() < 0.05 && (100.0 * h - high).abs() < 0.05,
                "{count}/{of}"
            );
        }
        assert_eq!(Share::new(0, 0), None);
        assert_eq!(Share::new(0, 5).unwrap().interval().0, 0.0);
        assert_eq!(Share::new(5, 5).unwrap().interval().1, 1.0);
    }
}
