import CLoadedLibraries
import PageModel

/// The long lines of a page in black and white.
struct LineMasks: ~Copyable {
  /// The shortest horizontal line in points: longer than a dash or the bar of a "T".
  static let shortestHorizontal: Float = 24
  /// The shortest vertical line in points: higher than a letter of a heading.
  static let shortestVertical: Float = 13
  /// What is darker than this may belong to a line.
  static let faintest: Int32 = 215
  /// What is darker than this is ink, where greys are nothing but edges.
  static let middle: Int32 = 128
  /// A line is thinner than this, in points; stems of letters are longer.
  static let thickest: Float = 2.2
  /// A break of this many points in a line is the scanner's.
  static let widestFray: Float = 1.1
  /// A break of this many points between two long runs is too.
  static let widestBreak: Float = 7
  /// A break of this many points between the pieces of a faint line is too.
  static let widestFade: Float = 12
  /// The same for an upright line: less than the height of a row, across which no line may run.
  static let highestFade: Float = 6
  /// The shortest piece of a faint upright line, in points: higher than a capital.
  static let shortestFaded: Float = 11
  /// How far from a long run a piece of its line may begin, in points.
  static let farthest: Float = 60

  /// The pixels to erase: those of the lines, and their frayed edges.
  let erased: Pixels
  /// The lines, coarser.
  let bitmap: PageBitmap

  init?(_ ink: borrowing Pixels, scale: Float) {
    guard
      let sharp = Self.runs(of: ink, along: .horizontal, scale: scale),
      let upright = Self.runs(of: ink, along: .vertical, scale: scale),
      let horizontal = Self.withFadedParts(
        sharp,
        of: ink,
        crossing: upright,
        along: .horizontal,
        scale: scale
      ),
      let tall = Self.withFadedParts(
        upright,
        of: ink,
        crossing: sharp,
        along: .vertical,
        scale: scale
      ),
      // A vertical line belongs to a table where it meets a horizontal one.
      let near = unsafe Pixels(adopting: pixDilateBrick(nil, horizontal.pix, 9, 9)),
      let seed = unsafe Pixels(adopting: pixAnd(nil, near.pix, tall.pix)),
      let vertical = unsafe Pixels(adopting: pixSeedfillBinary(nil, seed.pix, tall.pix, 8)),
      let both = unsafe Pixels(adopting: pixOr(nil, horizontal.pix, vertical.pix)),
      let erased = unsafe Pixels(adopting: pixDilateBrick(nil, both.pix, 3, 3))
    else { return nil }
    guard let bitmap = both.coarseBitmap(pixelsPerPoint: scale) else { return nil }
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

  /// The runs in one direction with the faded parts of the lines that they belong to.
  ///
  /// A hairline that falls between two rows of pixels leaves dots and dashes: flat pieces, which are
  /// joined where they lie in one line with a long run. The lines that cross them are cut off first.
  /// Letters are not flat, and points and accents do not lie in one line with a ruling.
  private static func withFadedParts(
    _ runs: borrowing Pixels,
    of ink: borrowing Pixels,
    crossing others: borrowing Pixels,
    along direction: Ruling.Direction,
    scale: Float
  ) -> Pixels? {
    let isAcross = direction == .horizontal
    func brick(_ length: Float) -> (Int32, Int32) {
      let pixels = Int32((length * scale).rounded()) | 1
      return isAcross ? (pixels, 1) : (1, pixels)
    }
    let flattest = Int32((thickest * scale).rounded())
    let fade = brick(isAcross ? widestFade : highestFade)
    let shortest = brick(isAcross ? shortestHorizontal : shortestFaded)
    let reach = Int32((2 * farthest * scale).rounded()) | 1
    guard
      let wide = unsafe Pixels(adopting: pixDilateBrick(nil, others.pix, 5, 5)),
      let rest = unsafe Pixels(adopting: pixSubtract(nil, ink.pix, wide.pix)),
      let flat = unsafe Pixels(
        adopting: pixSelectBySize(
          rest.pix,
          flattest,
          flattest,
          8,
          Int32(isAcross ? L_SELECT_HEIGHT : L_SELECT_WIDTH),
          Int32(L_SELECT_IF_LTE),
          nil
        )
      ),
      let pieces = unsafe Pixels(
        adopting: pixDilateBrick(nil, flat.pix, isAcross ? 1 : 3, isAcross ? 3 : 1)
      ),
      // The end of an upright line is not joined with a stem of a letter above or below it.
      let all = unsafe Pixels(adopting: pixOr(nil, pieces.pix, isAcross ? runs.pix : pieces.pix)),
      let joined = unsafe Pixels(
        adopting: pixCloseSafeCompBrick(nil, all.pix, fade.0, fade.1)
      ),
      let long = unsafe Pixels(
        adopting: pixOpenCompBrick(nil, joined.pix, shortest.0, shortest.1)
      ),
      let along = unsafe Pixels(
        adopting: pixDilateCompBrick(nil, runs.pix, isAcross ? reach : 5, isAcross ? 5 : reach)
      ),
      let seed = unsafe Pixels(adopting: pixAnd(nil, along.pix, long.pix)),
      let grown = unsafe Pixels(adopting: pixSeedfillBinary(nil, seed.pix, long.pix, 8))
    else { return nil }
    return unsafe Pixels(adopting: pixOr(nil, grown.pix, runs.pix))
  }
}
