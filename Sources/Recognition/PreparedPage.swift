import CTesseract
import PageModel

/// A page made straight, with its rulings found and erased.
struct PreparedPage: ~Copyable {
  /// The page in shades of grey, without rulings.
  let grey: Pixels
  /// The page in black and white, without rulings.
  let ink: Pixels
  /// The lines alone, at a resolution of about 75 dpi.
  let lines: PageBitmap

  /// The shortest horizontal line in points: longer than a dash or the bar of a "T".
  static let shortestHorizontal: Float = 24
  /// The shortest vertical line in points: higher than a letter of a heading.
  static let shortestVertical: Float = 13
  /// A page turned by less than this, in degrees, is straight.
  static let leastSkew: Float = 0.03
  /// How sure leptonica must be of the angle of the text.
  static let leastConfidence: Float = 2.5

  /// Prepares a page; nothing where leptonica has no memory.
  init?(_ image: consuming PageImage) {
    let scale = image.pixelsPerPoint
    guard let raw = Pixels(image), let first = raw.blackAndWhite() else { return nil }
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
    guard let masks = LineMasks(ink, scale: scale) else { return nil }
    unsafe pixSetMasked(grey.pix, masks.erased.pix, 255)
    unsafe pixSubtract(ink.pix, ink.pix, masks.erased.pix)
    lines = masks.bitmap
    self.grey = grey
    self.ink = ink
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
    let across = Int32(PreparedPage.shortestHorizontal * scale)
    let down = Int32(PreparedPage.shortestVertical * scale)
    guard
      // Small gaps of faint lines are closed first.
      let closedAcross = unsafe Pixels(adopting: pixCloseSafeBrick(nil, ink.pix, 5, 1)),
      let horizontal = unsafe Pixels(adopting: pixOpenBrick(nil, closedAcross.pix, across, 1)),
      let closedDown = unsafe Pixels(adopting: pixCloseSafeBrick(nil, ink.pix, 1, 5)),
      let tall = unsafe Pixels(adopting: pixOpenBrick(nil, closedDown.pix, 1, down)),
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
}
