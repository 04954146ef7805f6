//! The geometry of the funnel picture: bars as high as the contacts that entered, flows to the
//! next level, and what leaves at the side.
//!
//! Refuses to know words and colours. Units are those of the picture, [`WIDTH`] wide. Invariant:
//! whatever the counts, nothing that is there vanishes, every stretch stays inside its bar, and
//! words never lie on a bar.

use super::Line;
use crate::domain::funnel::Fate;
use crate::domain::position::Level;

/// Width of the picture.
pub const WIDTH: f64 = 1_000.0;
/// Width of a bar.
pub const BAR: f64 = 150.0;
/// Room between two bars.
const GAP: f64 = 120.0;
/// Room left of the first bar, for its focus ring.
const EDGE: f64 = 4.0;
/// Where the highest bar begins; words stand above.
const TOP: f64 = 96.0;
/// Height of the highest bar.
const HIGHEST: f64 = 160.0;
/// Height of the lowest bar that is not empty.
const LOWEST: f64 = 3.0;
/// Height of the thinnest stretch of a bar that is not empty.
const THINNEST: f64 = 1.5;
/// Where exits end.
const FLOOR: f64 = TOP + HIGHEST + 32.0;
/// From one line of exits to the next: a finger's width where the picture is smallest.
pub const LINE: f64 = 36.0;

/// What can leave a level, in the order it is listed.
pub const EXITS: [Fate; 3] = [Fate::Disqualified, Fate::Lost, Fate::Nurturing];

/// The picture of four levels.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Its height.
    pub height: f64,
    /// One bar a level.
    pub bars: [Bar; 4],
    /// One connection between each two levels.
    pub flows: [Flow; 3],
}

/// The bar of a level.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// Left end.
    pub x: f64,
    /// Upper end.
    pub y: f64,
    /// Height; 0 where nobody entered.
    pub height: f64,
    /// Upper end and height of the stretch still in progress.
    pub stay: Option<(f64, f64)>,
}

/// What connects a level to the next.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// The band to the next level, where somebody moved on.
    pub onward: Option<String>,
    /// The band out of the funnel, where somebody left.
    pub exit: Option<String>,
    /// The middle between the two bars.
    pub x: f64,
    /// Where the conversion is written.
    pub y: f64,
    /// Left end of the words about exits.
    pub exit_x: f64,
    /// Where each line of words about exits is written: the fate and its count.
    pub exits: Vec<(f64, Fate, usize)>,
}

impl Picture {
    /// Lays out four levels, lowest first.
    pub fn of(levels: &[Line; 4]) -> Self {
        let most = levels.iter().map(|line| line.row.entered).max().unwrap_or(0);
        let bars = std::array::from_fn(|place| bar(place, &levels[place], most));
        let flows: [Flow; 3] = std::array::from_fn(|place| {
            flow(&levels[place], &bars[place], &levels[place + 1], &bars[place + 1])
        });
        let lines = flows.iter().map(|flow| flow.exits.len()).max().unwrap_or(0);
        #[allow(clippy::cast_precision_loss)]
        let height = FLOOR + LINE * lines as f64;
        Self { height, bars, flows }
    }
}

#[allow(clippy::cast_precision_loss)]
fn share(count: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { count as f64 / of as f64 }
}

fn bar(place: usize, line: &Line, most: usize) -> Bar {
    #[allow(clippy::cast_precision_loss)]
    let x = EDGE + place as f64 * (BAR + GAP);
    let entered = line.row.entered;
    let height = if entered == 0 { 0.0 } else { (share(entered, most) * HIGHEST).max(LOWEST) };
    let y = TOP + (HIGHEST - height) / 2.0;
    let [onward, stay, _] = stretches(line, height);
    // A customer is there to stay: that is no stretch of the bar.
    let stay = (stay > 0.0 && line.level != Level::Customer).then_some((y + onward, stay));
    Bar { x, y, height, stay }
}

/// The heights of those who moved on, are in progress and left: the stretches of the bar.
fn stretches(line: &Line, height: f64) -> [f64; 3] {
    let counts = [line.row.moved_on, line.row.in_progress, line.left()];
    let thinnest = THINNEST.min(height / 3.0);
    let wanted = counts
        .map(|n| if n == 0 { 0.0 } else { (share(n, line.row.entered) * height).max(thinnest) });
    let sum: f64 = wanted.iter().sum();
    // What the thin ones are given, the thick ones give.
    let spare = |stretch: f64| (stretch - thinnest).max(0.0);
    let give: f64 = wanted.into_iter().map(spare).sum();
    let excess = (sum - height).max(0.0);
    wanted
        .map(|stretch| if give > 0.0 { stretch - excess * spare(stretch) / give } else { stretch })
}

fn flow(from: &Line, bar: &Bar, to: &Line, next: &Bar) -> Flow {
    let (left, right) = (bar.x + BAR, next.x);
    let middle = f64::midpoint(left, right);
    let [onward, stay, out] = stretches(from, bar.height);
    let arriving = if next.height > 0.0 {
        (share(from.row.moved_on, to.row.entered).min(1.0) * next.height)
            .max(THINNEST.min(next.height))
    } else {
        THINNEST
    };
    let (y, there) = (bar.y, next.y);
    let band = || {
        let [left, middle, right] = [left, middle, right].map(tenths);
        let [y, there, arriving, onward] = [y, there, there + arriving, y + onward].map(tenths);
        format!(
            "M{left} {y}C{middle} {y} {middle} {there} {right} {there}V{arriving}\
             C{middle} {arriving} {middle} {onward} {left} {onward}Z",
        )
    };
    let lines = EXITS.into_iter().map(|fate| (fate, from.count(fate))).filter(|(_, n)| *n > 0);
    let mut below = FLOOR;
    let exits = lines.map(|(fate, n)| {
        below += LINE;
        (below - LINE * 0.4, fate, n)
    });
    Flow {
        onward: (onward > 0.0).then(band),
        exit: (out > 0.0).then(|| chute(left, y + onward + stay, out)),
        x: middle,
        // Above the band, and further where it is steep, so that words of this width stay clear.
        y: (f64::midpoint(y, there) - 12.0 - (there - y).abs() * 0.25).round(),
        exit_x: left + 40.0,
        exits: exits.collect(),
    }
}

/// The band from a bar's lower right corner down to the floor.
fn chute(x: f64, top: f64, height: f64) -> String {
    let (bottom, foot) = (top + height, x + 86.0);
    let half = (height * 0.35).max(10.0);
    let [out, down] = [f64::midpoint(top, FLOOR), f64::midpoint(bottom, FLOOR)].map(tenths);
    let [first, second, third] = [x + 60.0, x + 50.0, x + 30.0].map(tenths);
    let [right, left] = [foot + half, foot - half].map(tenths);
    let [x, foot, top, bottom, floor] = [x, foot, top, bottom, FLOOR].map(tenths);
    format!(
        "M{x} {top}C{first} {top} {foot} {out} {right} {floor}H{left}\
         C{second} {down} {third} {bottom} {x} {bottom}Z"
    )
}

/// A length as drawings and styles take it, to a tenth.
///
/// The standard library's way to write any float exactly brings tables that weigh more than all
/// drawings.
///
/// ```
/// use ripen::app::figures::picture::tenths;
/// assert_eq!([2.0, 0.04, -0.26, 1234.5].map(tenths), ["2", "0", "-0.3", "1234.5"]);
/// ```
#[allow(clippy::cast_possible_truncation)]
pub fn tenths(length: f64) -> String {
    let tenths = (length * 10.0).round() as i64;
    let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    let sign = if tenths < 0 { "-" } else { "" };
    if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::route::RowName;
    use crate::domain::funnel::Row;

    fn line(level: Level, moved_on: usize, in_progress: usize, lost: usize) -> Line {
        let entered = moved_on + in_progress + lost;
        let row = Row { entered, moved_on, in_progress, lost, ..Row::default() };
        Line { name: RowName::Level(level), title: None, level, row, observed: true }
    }

    #[test]
    fn nothing_that_is_there_vanishes_and_nothing_leaves_its_bar() {
        let counts = [0, 1, 2, 30, 4_238, 1_000_000];
        for moved_on in counts {
            for in_progress in counts {
                for lost in counts {
                    let [a, b, c, d] = Level::ALL;
                    let levels = [
                        line(a, 1_000_000, 0, 0),
                        line(b, moved_on, in_progress, lost),
                        line(c, 0, 0, 0),
                        line(d, 0, 1, 0),
                    ];
                    let picture = Picture::of(&levels);
                    let stretches = stretches(&levels[1], picture.bars[1].height);
                    for (stretch, n) in stretches.into_iter().zip([moved_on, in_progress, lost]) {
                        assert_eq!(stretch > 0.0, n > 0, "{stretches:?} of {n}");
                    }
                    let sum: f64 = stretches.iter().sum();
                    assert!((sum - picture.bars[1].height).abs() < 1e-9, "{stretches:?}");
                    for bar in picture.bars {
                        assert!(bar.y >= TOP && bar.y + bar.height <= TOP + HIGHEST);
                    }
                    assert_eq!(picture.flows[1].onward.is_some(), moved_on > 0);
                    assert_eq!(picture.flows[1].exit.is_some(), lost > 0);
                }
            }
        }
    }

    #[test]
    fn bars_are_as_high_as_their_counts() {
        let [a, b, c, d] = Level::ALL;
        let levels = [line(a, 100, 0, 300), line(b, 50, 50, 0), line(c, 0, 0, 0), line(d, 0, 1, 0)];
        let picture = Picture::of(&levels);
        assert_eq!(picture.bars.map(|bar| bar.height), [160.0, 40.0, 0.0, LOWEST]);
        assert_eq!(picture.height, FLOOR + LINE);
    }
}
