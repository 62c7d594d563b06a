import JSONModel

/// Two values side by side, cut down to where they begin to differ.
struct Excerpt {
  /// What the truth says.
  let expected: String
  /// What the output says.
  let got: String

  /// The most characters that are shown of a value.
  static let width = 72
  /// How many characters before the first that differs are shown.
  private static let lead = 20

  init(_ difference: Difference) {
    let (left, right) = (difference.expected, difference.got)
    let texts = [left, right].map { Array($0?.description ?? "nothing") }
    var start = 0
    if left != nil, right != nil {
      start = zip(texts[0], texts[1]).prefix { $0 == $1 }.count
    }
    let from = texts.contains { $0.count > Self.width } ? max(0, start - Self.lead) : 0
    expected = Self.cut(texts[0], from: from)
    got = Self.cut(texts[1], from: from)
  }

  private static func cut(_ text: [Character], from start: Int) -> String {
    let start = min(start, text.count)
    let end = min(text.count, start + width)
    return (start > 0 ? "…" : "") + String(text[start..<end]) + (end < text.count ? "…" : "")
  }
}
