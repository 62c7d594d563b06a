import CTesseract
import PageModel

/// A page made straight, with its rulings found and erased.
struct PreparedPage: ~Copyable {
  /// The page in shades of grey, without rulings.
  let grey: Pixels
  /// The page in black and white, without rulings.
  let ink: Pixels
  /// How the page was turned.
  let turn: PageTurn
  /// The lines alone, at a resolution of about 75 dpi.
  let lines: PageBitmap

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
  /// A page turned by less than this, in degrees, is straight.
  static let leastSkew: Float = 0.03
  /// How sure leptonica must be of the angle of the text.
  static let leastConfidence: Float = 2.5

  /// Prepares a page, turned as told or else as its letters tell; nothing where leptonica has no
  /// memory.
  init?(_ image: consuming PageImage, turn known: PageTurn? = nil) {
    let scale = image.pixelsPerPoint
    guard let copy = Pixels(image) else { return nil }
    let shown: Pixels
    if let clean = copy.cleaned() { shown = clean } else { shown = copy }
    guard let shownInk = shown.blackAndWhite() else { return nil }
    let turn = known ?? PageOrientation.turn(of: shownInk, pixelsPerPoint: scale)
    guard let raw = shown.turned(turn), let first = shownInk.turned(turn) else { return nil }
    let angle = Self.skew(of: first)
    let grey: Pixels
    let ink: Pixels
    if let angle, let turned = Self.turned(raw, by: angle), let again = turned.blackAndWhite() {
      grey = turned
      ink = again
    } else {
      grey = raw
      ink = first
    }
    // A hairline is fainter than letters, and nothing else is as long.
    guard let faint = unsafe Pixels(adopting: pixThresholdToBinary(grey.pix, Self.faintest)),
      let masks = LineMasks(faint, scale: scale)
    else { return nil }
    unsafe pixSetMasked(grey.pix, masks.erased.pix, 255)
    unsafe pixSubtract(ink.pix, ink.pix, masks.erased.pix)
    lines = masks.bitmap
    if let specks = Self.specks(of: ink, scale: scale),
      let frayed = unsafe Pixels(adopting: pixDilateBrick(nil, specks.pix, 3, 3))
    {
      unsafe pixSetMasked(grey.pix, frayed.pix, 255)
      unsafe pixSubtract(ink.pix, ink.pix, specks.pix)
    }
    self.turn = turn
    self.grey = grey
    self.ink = ink
  }

  /// A spot of less than this many points is dirt, unless it is a point or an accent near a letter.
  static let speck: Float = 1.7
  /// How far beside a letter a point may stand, in points: French puts a space before a colon.
  static let reachBeside: Float = 9
  /// How far above or below a letter a point or an accent may stand, in points.
  static let reachAbove: Float = 5

  /// The spots of dirt.
  ///
  /// The smallest ones are dirt wherever they are.
  private static func specks(of ink: borrowing Pixels, scale: Float) -> Pixels? {
    let tiny = Int32(0.4 * scale)
    let small = Int32((speck * scale).rounded())
    let beside = Int32((2 * reachBeside * scale).rounded()) | 1
    let above = Int32((2 * reachAbove * scale).rounded()) | 1
    let either = Int32(L_SELECT_IF_EITHER)
    let larger = Int32(L_SELECT_IF_GT)
    guard
      let visible = unsafe Pixels(
        adopting: pixSelectBySize(ink.pix, tiny, tiny, 8, either, larger, nil)
      ),
      let large = unsafe Pixels(
        adopting: pixSelectBySize(visible.pix, small, small, 8, either, larger, nil)
      ),
      let around = unsafe Pixels(adopting: pixDilateCompBrick(nil, large.pix, beside, above)),
      let seed = unsafe Pixels(adopting: pixAnd(nil, visible.pix, around.pix)),
      let kept = unsafe Pixels(adopting: pixSeedfillBinary(nil, seed.pix, visible.pix, 8))
    else { return nil }
    return unsafe Pixels(adopting: pixSubtract(nil, ink.pix, kept.pix))
  }

  /// The angle by which the lines of a page lie askew, in degrees.
  private static func skew(of ink: borrowing Pixels) -> Float? {
    var angle: Float = 0
    var confidence: Float = 0
    guard unsafe pixFindSkew(ink.pix, &angle, &confidence) == 0, confidence > leastConfidence,
      abs(angle) > leastSkew
    else { return nil }
    return angle
  }

  private static func turned(_ page: borrowing Pixels, by degrees: Float) -> Pixels? {
    unsafe Pixels(
      adopting: pixRotate(
        page.pix,
        degrees * Float.pi / 180,
        Int32(L_ROTATE_AREA_MAP),
        Int32(L_BRING_IN_WHITE),
        0,
        0
      )
    )
  }
}

/// The long lines of a page in black and white.
private struct LineMasks: ~Copyable {
  /// The pixels to erase: those of the lines, and their frayed edges.
  let erased: Pixels
  /// The lines, coarser.
  let bitmap: PageBitmap

  init?(_ ink: borrowing Pixels, scale: Float) {
    guard
      let horizontal = Self.runs(of: ink, along: .horizontal, scale: scale),
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
      isAcross ? PreparedPage.shortestHorizontal : PreparedPage.shortestVertical
    )
    let gap = brick(PreparedPage.widestFray)
    let thickest = Int32((PreparedPage.thickest * scale).rounded())
    let wide = brick(PreparedPage.widestBreak)
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
}
