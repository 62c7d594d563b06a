public import PageModel

/// Finds the lines of tables in a rendering or a scan of a page.
///
/// A line is a run of dark pixels, long in one direction and thin in the other. A thick run is the
/// fill of a cell, and its edges count as lines.
public struct RulingFinder: Sendable {
  /// A pixel darker than this belongs to a line; one of half a pixel's width is still as dark.
  static let darkness: UInt8 = 190
  /// The shortest horizontal line in points: longer than a dash or the bar of a "T".
  static let shortestHorizontal: Float = 18
  /// The shortest vertical line in points: higher than a letter.
  static let shortestVertical: Float = 11
  /// A run thicker than this in points is a fill.
  static let thickest: Float = 3.5

  /// Makes a finder.
  public init() {}

  /// The lines of a page, horizontal ones first, from the top left.
  public func rulings(in image: PageImage) -> [Ruling] {
    let scale = image.pixelsPerPoint
    let horizontal = runs(
      count: image.height,
      length: image.width,
      stride: (image.width, 1),
      least: Int(Self.shortestHorizontal * scale),
      of: image
    )
    let vertical = runs(
      count: image.width,
      length: image.height,
      stride: (1, image.width),
      least: Int(Self.shortestVertical * scale),
      of: image
    )
    return lines(horizontal, .horizontal, scale) + lines(vertical, .vertical, scale)
  }

  /// A run of dark pixels along a row or a column of the image.
  private struct Run {
    var lane: Int
    var start: Int
    var end: Int
  }

  private func runs(
    count: Int,
    length: Int,
    stride: (lane: Int, step: Int),
    least: Int,
    of image: PageImage
  ) -> [Run] {
    var found: [Run] = []
    for lane in 0..<count {
      var at = lane * stride.lane
      var start = -1
      for place in 0..<length {
        if image.pixels[at] < Self.darkness {
          if start < 0 { start = place }
        } else if start >= 0 {
          if place - start >= least { found.append(Run(lane: lane, start: start, end: place)) }
          start = -1
        }
        at += stride.step
      }
      if start >= 0, length - start >= least {
        found.append(Run(lane: lane, start: start, end: length))
      }
    }
    return found
  }

  /// Runs of neighbouring lanes that lie side by side, as one line, or two where they are a fill.
  private func lines(_ runs: [Run], _ direction: Ruling.Direction, _ scale: Float) -> [Ruling] {
    struct Band {
      var first: Int
      var last: Int
      var start: Int
      var end: Int
    }
    var open: [Band] = []
    var done: [Band] = []
    for run in runs {
      done += open.filter { $0.last < run.lane - 1 }
      open.removeAll { $0.last < run.lane - 1 }
      let near = open.firstIndex { band in
        band.last >= run.lane - 1 && band.start < run.end && run.start < band.end
          && min(band.end, run.end) - max(band.start, run.start)
            > (max(band.end - band.start, run.end - run.start)) / 2
      }
      if let near {
        open[near].last = run.lane
        open[near].start = min(open[near].start, run.start)
        open[near].end = max(open[near].end, run.end)
      } else {
        open.append(Band(first: run.lane, last: run.lane, start: run.start, end: run.end))
      }
    }
    done += open
    return done.flatMap { band -> [Ruling] in
      let thickness = Float(band.last - band.first + 1) / scale
      let positions =
        thickness <= Self.thickest
        ? [Float(band.first + band.last + 1) / 2 / scale]
        : [Float(band.first) / scale, Float(band.last + 1) / scale]
      return positions.map { position in
        Ruling(
          direction,
          position: position,
          start: Float(band.start) / scale,
          end: Float(band.end) / scale
        )
      }
    }
    .sorted { ($0.position, $0.start) < ($1.position, $1.start) }
  }
}
