public import PageModel

/// Finds the lines of tables in a rendering or a scan of a page.
///
/// A line is a run of dark pixels, long in one direction and thin in the other. A thick run is the
/// fill of a cell, and its edges count as lines.
public struct RulingFinder: Sendable {
  /// The shortest horizontal line in points: longer than a dash or the bar of a "T".
  static let shortestHorizontal: Float = 18
  /// The shortest vertical line in points: higher than a letter.
  static let shortestVertical: Float = 11
  /// A run thicker than this in points is a fill.
  static let thickest: Float = 3.5

  /// Makes a finder.
  public init() {}

  /// The lines of a page, horizontal ones first, from the top left.
  public func rulings(in bitmap: PageBitmap) -> [Ruling] {
    let scale = bitmap.pixelsPerPoint
    let runs = DarkRuns(
      bitmap,
      leastHorizontal: Int(Self.shortestHorizontal * scale),
      leastVertical: Int(Self.shortestVertical * scale)
    )
    return lines(runs.horizontal, .horizontal, scale) + lines(runs.vertical, .vertical, scale)
  }

  /// Runs of neighbouring lanes that lie side by side, as one line, or two where they are a fill.
  private func lines(_ runs: [DarkRuns.Run], _ direction: Ruling.Direction, _ scale: Float)
    -> [Ruling]
  {
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
