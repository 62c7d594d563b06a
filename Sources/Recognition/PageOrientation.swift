import CLoadedLibraries
import PageModel

/// Finds out how a page must be turned for its text to stand upright.
///
/// French text has more strokes above its small letters (b, d, l, accents) than below them (g, p, q):
/// leptonica counts both along each side. A page of figures or capitals has neither, so it tells
/// nothing and stays as it is.
enum PageOrientation {
  /// By how much the strokes of one side must outweigh those of the other, in standard deviations.
  ///
  /// To turn a page that is upright loses all its text.
  static let leastConfidence: Float = 6
  /// By how much one direction must be clearer than the other.
  static let leastRatio: Float = 2.5
  /// The count is made on an image of about 150 dpi.
  static let finest: Float = 200 / 72

  /// The turn that makes a page upright, by its image in black and white.
  static func turn(of ink: borrowing Pixels, pixelsPerPoint: Float) -> PageTurn {
    let turn: PageTurn
    if pixelsPerPoint > finest,
      let half = unsafe Pixels(adopting: pixReduceRankBinary2(ink.pix, 1, nil))
    {
      turn = Self.turn(of: half)
    } else {
      turn = Self.turn(of: ink)
    }
    // The strokes of a table of figures may tell anything; its lines do not.
    guard turn.swapsSides, !LetterPieces(of: ink, pixelsPerPoint: pixelsPerPoint).runsDown else {
      return turn
    }
    return .none
  }

  private static func turn(of ink: borrowing Pixels) -> PageTurn {
    var up: Float = 0
    var left: Float = 0
    guard unsafe pixOrientDetect(ink.pix, &up, &left, 0, 0) == 0 else { return .none }
    let (surer, other) = (max(abs(up), abs(left)), min(abs(up), abs(left)))
    guard surer > leastConfidence, surer > leastRatio * other else { return .none }
    if abs(up) == surer { return up > 0 ? .none : .half }
    // Text that runs from the bottom to the top has its heads on the left.
    return left > 0 ? .clockwise : .counterclockwise
  }
}

extension Pixels {
  /// The image after some quarter turns.
  borrowing func turned(_ turn: PageTurn) -> Pixels? {
    unsafe Pixels(adopting: pixRotateOrth(pix, Int32(turn.rawValue)))
  }
}
