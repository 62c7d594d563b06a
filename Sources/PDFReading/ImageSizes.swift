import PageModel

/// The sizes in pixels of the images of a PDF, read from the dictionaries in its bytes.
///
/// Poppler tells them only by decoding each image whole. The dictionary of an image is never inside
/// of a compressed stream, so a look for "/Width" and "/Height" finds them all.
struct ImageSizes {
  /// The width and the height of each image, each pair once.
  private(set) var sizes: [(width: Int, height: Int)] = []

  /// Finds the images in the bytes of a file.
  init(_ bytes: [UInt8]) {
    let span = bytes.span
    var at = 0
    while let width = Self.number(after: "/Width", in: span, from: &at, to: span.count) {
      // The two stand in one dictionary, in either order.
      var start = max(0, at - 400)
      let end = min(span.count, at + 400)
      var nearest: (distance: Int, height: Int)?
      while let height = Self.number(after: "/Height", in: span, from: &start, to: end) {
        let distance = abs(start - at)
        if distance < nearest?.distance ?? .max { nearest = (distance, height) }
      }
      guard let height = nearest?.height, width > 0, height > 0 else { continue }
      if !sizes.contains(where: { $0 == (width, height) }) { sizes.append((width, height)) }
      if sizes.count > 1000 { return }
    }
  }

  /// Whether the images are large enough for one page of a scan; a scan may be cut into strips.
  var mayHoldScan: Bool {
    sizes.reduce(0) { $0 + $1.width * $1.height } >= Self.fewestPixels
  }

  /// The pixels of a page at 60 dpi.
  static let fewestPixels = 350_000

  /// The number behind the next occurrence of a key, and the place after it.
  private static func number(
    after key: StaticString,
    in bytes: Span<UInt8>,
    from at: inout Int,
    to end: Int
  ) -> Int? {
    let length = key.utf8CodeUnitCount
    let name = key.description.utf8.map(\.self)
    while at + length < end {
      guard bytes[at] == 0x2F, (1..<length).allSatisfy({ bytes[at + $0] == name[$0] }) else {
        at += 1
        continue
      }
      at += length
      while at < end, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D { at += 1 }
      var value = 0
      let first = at
      while at < end, (0x30...0x39).contains(bytes[at]), value < 1_000_000 {
        value = value * 10 + Int(bytes[at] - 0x30)
        at += 1
      }
      if at > first { return value }
    }
    return nil
  }

  /// How many pixels of its image a point of a box shows: the most that an image of that shape has.
  func pixelsPerPoint(of box: BoundingBox) -> Float? {
    fitting(box).map { size in
      // A page shown sideways swaps the sides.
      let isTurned = (size.width > size.height) != (box.width > box.height)
      return Float(isTurned ? size.height : size.width) / box.width
    }.max()
  }

  /// The pixels of the largest image that has the shape of a box; of the largest of all where none
  /// has, because an image may be drawn out of shape.
  func pixelCount(of box: BoundingBox) -> Int {
    let fitting = fitting(box)
    return (fitting.isEmpty ? sizes : fitting).map { $0.width * $0.height }.max() ?? 0
  }

  /// The images that have the shape of a box, upright or sideways.
  private func fitting(_ box: BoundingBox) -> [(width: Int, height: Int)] {
    guard box.width > 0, box.height > 0 else { return [] }
    return sizes.filter { size in
      Self.areNear(Float(size.width) / box.width, Float(size.height) / box.height)
        || Self.areNear(Float(size.height) / box.width, Float(size.width) / box.height)
    }
  }

  private static func areNear(_ one: Float, _ other: Float) -> Bool {
    abs(one - other) < 0.02 * max(one, other)
  }
}
