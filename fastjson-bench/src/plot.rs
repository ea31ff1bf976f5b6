//! Pictures of what was measured: charts beside one another in one SVG file.
//!
//! Every chart has its legend in a strip above it, where no line can run through it.

use std::path::Path;

use anyhow::{Context, Result, anyhow};
use plotters::{
    coord::{Shift, ranged1d::AsRangedCoord, ranged1d::ValueFormatter},
    prelude::*,
};

/// A chart's room in pixels.
const CHART: (u32, u32) = (640, 440);
const HEAD: u32 = 56;
const LEGEND: (u32, u32) = (36, 17);
/// Names in a row of the legend, and their room.
const PLACES: (usize, usize) = (3, 204);
const FONT: &str = "sans-serif";

/// Colours that the colour-blind can tell apart as well.
const COLOURS: [RGBColor; 6] = [
    RGBColor(0, 114, 178),
    RGBColor(213, 94, 0),
    RGBColor(0, 158, 115),
    RGBColor(204, 121, 167),
    RGBColor(86, 180, 233),
    RGBColor(230, 159, 0),
];

/// One chart.
pub(crate) struct Chart {
    pub(crate) title: String,
    pub(crate) body: Body,
}

/// What a chart shows.
pub(crate) enum Body {
    /// Lines over a logarithmic axis.
    Lines { x: Axis, y: Axis, y_scale: Scale, lines: Vec<Line> },
    /// A bar for each name, with its figure in words.
    Bars { unit: String, bars: Vec<Bar> },
}

/// An axis: its label with the unit, and how its numbers are written.
pub(crate) struct Axis {
    pub(crate) label: String,
    pub(crate) format: fn(&f64) -> String,
}

/// How the vertical axis counts.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Scale {
    /// From zero.
    Linear,
    /// From the least value.
    Logarithmic,
}

/// A line through points.
pub(crate) struct Line {
    pub(crate) name: String,
    pub(crate) colour: usize,
    pub(crate) dashed: bool,
    pub(crate) points: Vec<(f64, f64)>,
}

/// A bar.
pub(crate) struct Bar {
    pub(crate) name: String,
    pub(crate) colour: usize,
    pub(crate) value: f64,
    pub(crate) text: String,
}

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;

/// Draws the charts, two in a row, into the file `path`.
pub(crate) fn write(path: &Path, title: &str, charts: &[Chart]) -> Result<()> {
    draw(path, title, charts)
        .map_err(|error| anyhow!("{error}"))
        .with_context(|| format!("drawing {}", path.display()))
}

fn draw(path: &Path, title: &str, charts: &[Chart]) -> Result<(), Box<dyn std::error::Error>> {
    let columns = charts.len().min(2);
    let rows = charts.len().div_ceil(2);
    let size = (CHART.0 * columns as u32, HEAD + CHART.1 * rows as u32);
    let picture = SVGBackend::new(path, size).into_drawing_area();
    picture.fill(&WHITE)?;
    let (head, below) = picture.split_vertically(HEAD);
    head.draw(&Text::new(title.to_owned(), (24, 20), (FONT, 22)))?;
    for (chart, area) in charts.iter().zip(below.split_evenly((rows, columns))) {
        let names = match &chart.body {
            Body::Lines { lines, .. } => lines.len(),
            Body::Bars { .. } => 0,
        };
        let strip_height = LEGEND.0 + LEGEND.1 * names.div_ceil(PLACES.0) as u32;
        let (strip, area) = area.split_vertically(strip_height);
        strip.draw(&Text::new(chart.title.clone(), (24, 4), (FONT, 17)))?;
        match &chart.body {
            Body::Bars { unit, bars } => draw_bars(&area, unit, bars)?,
            Body::Lines { x, y, y_scale, lines } => {
                legend(&strip, lines)?;
                let values = || lines.iter().flat_map(|line| &line.points).map(|point| point.1);
                let most = values().fold(f64::MIN, f64::max);
                let least = values().fold(f64::MAX, f64::min);
                match y_scale {
                    Scale::Linear => draw_lines(&area, (x, y), 0.0..most * 1.08, lines)?,
                    Scale::Logarithmic => {
                        let range = (least * 0.8..most * 1.25).log_scale();
                        draw_lines(&area, (x, y), range, lines)?;
                    }
                }
            }
        }
    }
    picture.present()?;
    Ok(())
}

fn draw_lines<Y>(
    area: &Area<'_>,
    (x, y): (&Axis, &Axis),
    range: Y,
    lines: &[Line],
) -> Result<(), Box<dyn std::error::Error>>
where
    Y: AsRangedCoord<Value = f64>,
    Y::CoordDescType: ValueFormatter<f64>,
{
    let places = || lines.iter().flat_map(|line| &line.points).map(|point| point.0);
    let (first, last) = (places().fold(f64::MAX, f64::min), places().fold(f64::MIN, f64::max));
    let mut chart = ChartBuilder::on(area)
        .margin_right(28)
        .margin_left(8)
        .margin_top(8)
        .margin_bottom(18)
        .x_label_area_size(52)
        .y_label_area_size(82)
        .build_cartesian_2d((first * 0.85..last * 1.18).log_scale(), range)?;
    chart
        .configure_mesh()
        .light_line_style(TRANSPARENT)
        .bold_line_style(BLACK.mix(0.12))
        .x_labels(8)
        .y_labels(8)
        .label_style((FONT, 13))
        .axis_desc_style((FONT, 14))
        .x_desc(&x.label)
        .y_desc(&y.label)
        .x_label_formatter(&x.format)
        .y_label_formatter(&y.format)
        .draw()?;
    for line in lines {
        let colour = COLOURS[line.colour % COLOURS.len()];
        let points = line.points.iter().copied();
        let style = colour.stroke_width(2);
        if line.dashed {
            chart.draw_series(DashedLineSeries::new(points.clone(), 7, 5, style))?;
        } else {
            chart.draw_series(LineSeries::new(points.clone(), style))?;
        }
        // Many points are a curve of their own.
        if line.points.len() < 12 {
            chart.draw_series(points.map(|point| Circle::new(point, 3, colour.filled())))?;
        }
    }
    Ok(())
}

/// The names of the lines, in rows.
fn legend(strip: &Area<'_>, lines: &[Line]) -> Result<(), Box<dyn std::error::Error>> {
    for (index, line) in lines.iter().enumerate() {
        let x = 24 + (index % PLACES.0 * PLACES.1) as i32;
        let y = 36 + (index / PLACES.0) as i32 * LEGEND.1 as i32;
        let colour = COLOURS[line.colour % COLOURS.len()];
        let dashes: &[(i32, i32)] = if line.dashed { &[(0, 8), (13, 21)] } else { &[(0, 21)] };
        for (from, to) in dashes {
            let stroke = vec![(x + from, y), (x + to, y)];
            strip.draw(&PathElement::new(stroke, colour.stroke_width(3)))?;
        }
        strip.draw(&Text::new(line.name.clone(), (x + 27, y - 7), (FONT, 13)))?;
    }
    Ok(())
}

/// Bars from left to right, one below the other.
fn draw_bars(area: &Area<'_>, unit: &str, bars: &[Bar]) -> Result<(), Box<dyn std::error::Error>> {
    let (width, height) = area.dim_in_pixel();
    let (left, right, below) = (150, 150, 40);
    let room = f64::from(width) - f64::from(left + right);
    let step = (height as i32 - below) / bars.len().max(1) as i32;
    let most = bars.iter().map(|bar| bar.value).fold(f64::MIN_POSITIVE, f64::max);
    let axis = vec![(left, 0), (left, height as i32 - below)];
    area.draw(&PathElement::new(axis, BLACK.mix(0.5)))?;
    for (index, bar) in bars.iter().enumerate() {
        let top = index as i32 * step + step / 5;
        let bottom = (index as i32 + 1) * step - step / 5;
        let end = left + (room * bar.value / most) as i32;
        let colour = COLOURS[bar.colour % COLOURS.len()];
        area.draw(&Rectangle::new([(left, top), (end, bottom)], colour.filled()))?;
        let middle = (top + bottom) / 2 - 7;
        area.draw(&Text::new(bar.name.clone(), (24, middle), (FONT, 14)))?;
        area.draw(&Text::new(bar.text.clone(), (end + 8, middle), (FONT, 14)))?;
    }
    area.draw(&Text::new(unit.to_owned(), (left, height as i32 - below + 8), (FONT, 14)))?;
    Ok(())
}
