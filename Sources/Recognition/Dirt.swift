import CLoadedLibraries

/// What lies on a page and was not printed: specks of dust, and the holes of a binder.
enum Dirt {
  /// A spot of less than this many points is dirt, unless it is a point or an accent near a letter.
  private static let speck: Float = 1.7
  /// How far beside a letter a point may stand, in points: French puts a space before a colon.
  private static let reachBeside: Float = 9
  /// How far above or below a letter a point or an accent may stand, in points.
  private static let reachAbove: Float = 5
  /// How far one point of a colon may stand above the other, in points.
  private static let reachInColon: Float = 7

  /// The specks of a page in black and white.
  ///
  /// The smallest ones are dirt wherever they are. Two, one above the other, are a colon, which a
  /// justified line may push away from its word.
  static func specks(of ink: borrowing Pixels, scale: Float) -> Pixels? {
    let tiny = Int32(0.4 * scale)
    let small = Int32((speck * scale).rounded())
    let beside = Int32((2 * reachBeside * scale).rounded()) | 1
    let above = Int32((2 * reachAbove * scale).rounded()) | 1
    let inColon = Int32((reachInColon * scale).rounded()) | 1
    let either = Int32(L_SELECT_IF_EITHER)
    let larger = Int32(L_SELECT_IF_GT)
    guard
      let visible = unsafe Pixels(
        adopting: pixSelectBySize(ink.pix, tiny, tiny, 8, either, larger, nil)
      ),
      let large = unsafe Pixels(
        adopting: pixSelectBySize(visible.pix, small, small, 8, either, larger, nil)
      ),
      let points = unsafe Pixels(adopting: pixSubtract(nil, visible.pix, large.pix)),
      let stacked = unsafe Pixels(adopting: pixCloseSafeBrick(nil, points.pix, 1, inColon)),
      let colons = unsafe Pixels(
        adopting: pixSelectBySize(
          stacked.pix,
          0,
          small,
          8,
          Int32(L_SELECT_HEIGHT),
          larger,
          nil
        )
      ),
      let around = unsafe Pixels(adopting: pixDilateCompBrick(nil, large.pix, beside, above)),
      let places = unsafe Pixels(adopting: pixOr(nil, around.pix, colons.pix)),
      let seed = unsafe Pixels(adopting: pixAnd(nil, visible.pix, places.pix)),
      let kept = unsafe Pixels(adopting: pixSeedfillBinary(nil, seed.pix, visible.pix, 8))
    else { return nil }
    return unsafe Pixels(adopting: pixSubtract(nil, ink.pix, kept.pix))
  }

  /// A blot is at least this thick in every direction, in points: thicker than the stroke of a letter.
  private static let thickness: Float = 7
  /// A blot is at most this wide and high, in points; larger ones are pictures.
  private static let widestBlot: Float = 32
  /// How far the rim of a blot reaches beyond its square core, in points.
  private static let rim: Float = 2

  /// The blots of a page in black and white, with their rims: punched holes, spots of toner.
  static func blots(of ink: borrowing Pixels, scale: Float) -> Pixels? {
    let core = Int32((thickness * scale).rounded())
    let widest = Int32((widestBlot * scale).rounded())
    let rim = Int32((2 * Self.rim * scale).rounded()) | 1
    guard let thick = unsafe Pixels(adopting: pixOpenBrick(nil, ink.pix, core, core)),
      let blots = unsafe Pixels(
        adopting: pixSelectBySize(
          thick.pix,
          widest,
          widest,
          8,
          Int32(L_SELECT_IF_BOTH),
          Int32(L_SELECT_IF_LTE),
          nil
        )
      )
    else { return nil }
    return unsafe Pixels(adopting: pixDilateBrick(nil, blots.pix, rim, rim))
  }
}
