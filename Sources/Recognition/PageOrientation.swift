import CLoadedLibraries
import PageModel

/// Finds out how a page must be turned for its text to stand upright.
///
/// Letters stand in lines, which run across an upright page and down a page that lies on its side.
/// French text has more strokes above its small letters (b, d, l, accents) than below them (g, p, q):
/// leptonica counts both along each side, which tells the head of a line from its foot. Figures and
/// capitals have neither.
enum PageOrientation {
  /// By how much the strokes of one side must outweigh those of the other, in standard deviations.
  static let leastConfidence: Float = 6
  /// Strokes are counted on an image of 150 to 300 dpi: on a coarser one they tell anything.
  static let finest: Float = 310 / 72

  /// The turns of which one makes a page upright, by its image in black and white: one where the page
  /// tells which, more where it must be read to know.
  static func turns(of ink: borrowing Pixels, pixelsPerPoint: Float) -> [PageTurn] {
    if pixelsPerPoint > finest,
      let half = unsafe Pixels(adopting: pixReduceRankBinary2(ink.pix, 1, nil))
    {
      return turns(of: half, pixelsPerPoint: pixelsPerPoint / 2)
    }
    let letters = LetterPieces(of: ink, pixelsPerPoint: pixelsPerPoint)
    guard letters.boxes.count >= LetterPieces.fewestOfText, !letters.isPicture else {
      return [.none]
    }
    var up: Float = 0
    var left: Float = 0
    guard unsafe pixOrientDetect(ink.pix, &up, &left, 0, 0) == 0 else { return [.none] }
    switch letters.lines {
    case .horizontal:
      return abs(up) > leastConfidence ? [up > 0 ? .none : .half] : [.none, .half]
    case .vertical:
      // Text that runs from the bottom to the top has its heads on the left.
      let turns: [PageTurn] = [.clockwise, .counterclockwise]
      return abs(left) > leastConfidence ? [left > 0 ? turns[0] : turns[1]] : turns
    case nil: return PageTurn.allCases
    }
  }
}

extension Pixels {
  /// The image after some quarter turns.
  borrowing func turned(_ turn: PageTurn) -> Pixels? {
    unsafe Pixels(adopting: pixRotateOrth(pix, Int32(turn.rawValue)))
  }
}
