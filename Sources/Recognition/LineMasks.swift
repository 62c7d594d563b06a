import CTesseract
import PageModel

/// The long lines of a page in black and white.
struct LineMasks: ~Copyable {
  /// The shortest horizontal line in points: longer than a dash or the bar of a "T".
  static let shortestHorizontal: Float = 24
  /// The shortest vertical line in points: higher than a letter of a heading.
  static let shortestVertical: Float = 13
  /// What is darker than this may belong to a line.
  static let faintest: Int32 = 215
  /// A line is thinner than this, in points; stems of letters are longer.
  static let thickest: Float = 2.2
  /// A break of this many points in a line is the scanner's.
  static let widestFray: Float = 1.1
  /// A break of this many points between two long runs is too.
  static let widestBreak: Float = 7
  /// A break of this many points between the pieces of a faint line is too.
  static let widestFade: Float = 12

  /// The pixels to erase: those of the lines, and their frayed edges.
  let erased: Pixels
  /// The lines, coarser.
  let bitmap: PageBitmap

  init?(_ ink: borrowing Pixels, scale: Float) {
    guard
      let sharp = Self.runs(of: ink, along: .horizontal, scale: scale),
      let horizontal = Self.withFadedParts(sharp, of: ink, scale: scale),
      let tall = Self.runs(of: ink, along: .vertical, scale: scale),
      // A vertical line belongs to a table where it meets a horizontal one.
      let near = unsafe Pixels(adopting: pixDilateBrick(nil, horizontal.pix, 9, 9)),
      let seed = unsafe Pixels(adopting: pixAnd(nil, near.pix, tall.pix)),
      let vertical = unsafe Pixels(adopting: pixSeedfillBinary(nil, seed.pix, tall.pix, 8)),
      let both = unsafe Pixels(adopting: pixOr(nil, horizontal.pix, vertical.pix)),
      let erased = unsafe Pixels(adopting: pixDilateBrick(nil, both.pix, 3, 3))
    else { return nil }
    let halvings = scale > 3 ? 2 : 1
    var bitmap: PageBitmap?
    if let half = unsafe Pixels(adopting: pixReduceRankBinary2(both.pix, 1, nil)) {
      if halvings == 2,
        let quarter = unsafe Pixels(adopting: pixReduceRankBinary2(half.pix, 1, nil))
      {
        bitmap = quarter.bitmap(pixelsPerPoint: scale / 4)
      } else {
        bitmap = half.bitmap(pixelsPerPoint: scale / 2)
      }
    }
    guard let bitmap else { return nil }
    self.bitmap = bitmap
    self.erased = erased
  }

  /// The long runs in one direction.
  ///
  /// A line that lies a little askew or is frayed by noise goes on in the next lane, so each lane is
  /// first joined with its neighbours; short breaks are bridged before a run is measured, longer
  /// ones between two long runs after.
  private static func runs(
    of ink: borrowing Pixels,
    along direction: Ruling.Direction,
    scale: Float
  ) -> Pixels? {
    func brick(_ length: Float) -> (Int32, Int32) {
      let pixels = Int32((length * scale).rounded()) | 1
      return direction == .horizontal ? (pixels, 1) : (1, pixels)
    }
    let isAcross = direction == .horizontal
    let shortest = brick(
      isAcross ? Self.shortestHorizontal : Self.shortestVertical
    )
    let gap = brick(Self.widestFray)
    let thickest = Int32((Self.thickest * scale).rounded())
    let wide = brick(Self.widestBreak)
    guard
      // The stems of letters stand across a line of text, so that no row of letters is a line.
      let stems = unsafe Pixels(
        adopting: pixOpenBrick(nil, ink.pix, isAcross ? 1 : thickest, isAcross ? thickest : 1)
      ),
      let thin = unsafe Pixels(adopting: pixSubtract(nil, ink.pix, stems.pix)),
      let thick = unsafe Pixels(
        adopting: pixDilateBrick(nil, thin.pix, isAcross ? 1 : 3, isAcross ? 3 : 1)
      ),
      let closed = unsafe Pixels(adopting: pixCloseSafeBrick(nil, thick.pix, gap.0, gap.1)),
      let long = unsafe Pixels(
        adopting: pixOpenCompBrick(nil, closed.pix, shortest.0, shortest.1)
      )
    else { return nil }
    return unsafe Pixels(adopting: pixCloseSafeCompBrick(nil, long.pix, wide.0, wide.1))
  }

  /// Horizontal runs with the faded parts of the lines that they belong to.
  ///
  /// A hairline that falls between two rows of pixels leaves dots and dashes: flat pieces, which are
  /// joined where a long run goes on to them. Letters are not flat, and points and accents have no
  /// long run beside them.
  private static func withFadedParts(
    _ runs: borrowing Pixels,
    of ink: borrowing Pixels,
    scale: Float
  ) -> Pixels? {
    func pixels(_ length: Float) -> Int32 { Int32((length * scale).rounded()) | 1 }
    let flattest = Int32((thickest * scale).rounded())
    guard
      let flat = unsafe Pixels(
        adopting: pixSelectBySize(
          ink.pix,
          flattest,
          flattest,
          8,
          Int32(L_SELECT_HEIGHT),
          Int32(L_SELECT_IF_LTE),
          nil
        )
      ),
      let pieces = unsafe Pixels(adopting: pixDilateBrick(nil, flat.pix, 1, 3)),
      let all = unsafe Pixels(adopting: pixOr(nil, pieces.pix, runs.pix)),
      let joined = unsafe Pixels(
        adopting: pixCloseSafeCompBrick(nil, all.pix, pixels(widestFade), 1)
      ),
      let long = unsafe Pixels(
        adopting: pixOpenCompBrick(nil, joined.pix, pixels(shortestHorizontal), 1)
      ),
      let grown = unsafe Pixels(adopting: pixSeedfillBinary(nil, runs.pix, long.pix, 8))
    else { return nil }
    return unsafe Pixels(adopting: pixOr(nil, grown.pix, runs.pix))
  }
}
