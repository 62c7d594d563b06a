/// Cuts the letters of a word out of a page.
struct LetterCutter {
  /// The letters, from left to right.
  let boxes: [PixelBox]

  /// Takes pieces of ink as the letters.
  init(_ boxes: [PixelBox]) { self.boxes = boxes }

  /// Finds the letters: pieces of ink side by side, those above one another as one.
  init?(_ word: RecognisedWord, on ink: borrowing Pixels) {
    let height = word.bottom - word.top
    // The box of a word may cut its letters a little.
    let margin = max(2, height / 5)
    let left = max(0, word.left - 2)
    let top = max(0, word.top - margin)
    let right = min(Int32(ink.width), word.right + 2)
    let bottom = min(Int32(ink.height), word.bottom + margin)
    guard height >= Self.lowest, right > left, bottom > top else { return nil }
    let area = PixelBox(x: left, y: top, width: right - left, height: bottom - top)
    var pieces = ink.pieces(in: area).filter { $0.width >= 2 && $0.height >= 2 }
    guard let highest = pieces.map(\.height).max() else { return nil }
    pieces.removeAll { $0.height * 4 < highest && $0.width * 4 < highest }
    boxes = Self.merged(pieces.sorted { ($0.x, $0.y) < ($1.x, $1.y) })
  }

  /// Letters lower than this, in pixels, have no shape.
  static let lowest: Int32 = 9

  /// Pieces from left to right, those above one another as one.
  static func merged(_ pieces: [PixelBox]) -> [PixelBox] {
    var merged: [PixelBox] = []
    for piece in pieces {
      if let last = merged.last {
        let shared = min(last.x + last.width, piece.x + piece.width) - max(last.x, piece.x)
        if shared * 2 > min(last.width, piece.width) {
          merged[merged.count - 1] = last.union(piece)
          continue
        }
      }
      merged.append(piece)
    }
    return merged
  }

  /// How many letters there are.
  var count: Int { boxes.count }

  /// The shapes of the letters, measured by where most of them begin and end.
  func shapes(on grey: borrowing Pixels) -> [LetterShape] {
    let tops = boxes.map(\.y).sorted()
    let bottoms = boxes.map { $0.y + $0.height }.sorted()
    guard !boxes.isEmpty else { return [] }
    let top = tops[tops.count / 2]
    let bottom = bottoms[bottoms.count / 2]
    guard bottom - top >= Self.lowest else { return [] }
    let step = Float(bottom - top) / Float(LetterShape.bottom - LetterShape.top)
    return boxes.map { box in
      var darkness = [UInt8](repeating: 0, count: LetterShape.width * LetterShape.height)
      let middle = Float(box.x) + Float(box.width) / 2
      for row in 0..<LetterShape.height {
        let y = Float(top) + (Float(row - LetterShape.top) + 0.5) * step
        for column in 0..<LetterShape.width {
          let x = middle + (Float(column - LetterShape.width / 2) + 0.5) * step
          guard Int32(x) >= box.x, Int32(x) < box.x + box.width else { continue }
          darkness[row * LetterShape.width + column] = 255 - grey.shade(x: Int(x), y: Int(y))
        }
      }
      return LetterShape(darkness: darkness)
    }
  }
}
