import PageModel

/// A page as it is shown, the shade of its paper taken off.
struct ShownPage: ~Copyable {
  /// The page in shades of grey.
  let grey: Pixels
  /// The page in black and white.
  let ink: Pixels
  /// Whether the scan has shades; one in black and white has none.
  let isGrey: Bool
  let pixelsPerPoint: Float

  /// Nothing where leptonica has no memory.
  init?(_ image: borrowing PageImage) {
    guard let copy = Pixels(image) else { return nil }
    let shown: Pixels
    let hasShades: Bool
    if let clean = copy.cleaned() {
      shown = clean
      hasShades = true
    } else {
      shown = copy
      hasShades = false
    }
    guard let ink = shown.blackAndWhite() else { return nil }
    pixelsPerPoint = image.pixelsPerPoint
    isGrey = hasShades
    grey = shown
    self.ink = ink
  }
}
