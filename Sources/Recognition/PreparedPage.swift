import CLoadedLibraries
import PageModel

/// A page made straight, with its rulings found and erased.
struct PreparedPage: ~Copyable {
  /// The page in shades of grey, without rulings.
  let grey: Pixels
  /// The page in black and white, without rulings.
  let ink: Pixels
  /// The lines alone, at a resolution of about 75 dpi.
  let lines: PageBitmap
  /// What is printed beside the lines, at the same resolution.
  let text: PageBitmap

  /// A page turned by less than this, in degrees, is straight.
  static let leastSkew: Float = 0.03
  /// How sure leptonica must be of the angle of the text.
  static let leastConfidence: Float = 2.5

  /// Prepares a page, turned as told and larger by a factor; nothing where leptonica has no memory.
  init?(_ shown: borrowing ShownPage, turn: PageTurn, enlarged factor: Float = 1) {
    let scale = shown.pixelsPerPoint * factor
    guard let upright = shown.grey.turned(turn) else { return nil }
    let raw: Pixels
    let first: Pixels
    // Made larger before it is made straight, a scan in black and white keeps its edges.
    if factor > 1 {
      guard let large = upright.scaled(by: factor), let ink = large.blackAndWhite() else {
        return nil
      }
      raw = large
      first = ink
    } else {
      guard let ink = shown.ink.turned(turn) else { return nil }
      raw = upright
      first = ink
    }
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
    // The edges of a black and white scan that was made larger are grey, and no hairlines.
    let faintest = factor > 1 && !shown.isGrey ? LineMasks.middle : LineMasks.faintest
    // A hairline is fainter than letters, and nothing else is as long.
    guard
      let faint = unsafe Pixels(adopting: pixThresholdToBinary(grey.pix, faintest)),
      let masks = LineMasks(faint, scale: scale)
    else { return nil }
    Self.erase(masks.erased, of: grey, ink)
    lines = masks.bitmap
    if let blots = Dirt.blots(of: ink, scale: scale) { Self.erase(blots, of: grey, ink) }
    if let specks = Dirt.specks(of: ink, scale: scale),
      let frayed = unsafe Pixels(adopting: pixDilateBrick(nil, specks.pix, 3, 3))
    {
      unsafe pixSetMasked(grey.pix, frayed.pix, 255)
      unsafe pixSubtract(ink.pix, ink.pix, specks.pix)
    }
    text =
      ink.coarseBitmap(pixelsPerPoint: scale)
      ?? PageBitmap(width: 0, height: 0, pixelsPerPoint: scale)
    self.grey = grey
    self.ink = ink
  }

  private static func erase(
    _ mask: borrowing Pixels,
    of grey: borrowing Pixels,
    _ ink: borrowing Pixels
  ) {
    unsafe pixSetMasked(grey.pix, mask.pix, 255)
    unsafe pixSubtract(ink.pix, ink.pix, mask.pix)
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
