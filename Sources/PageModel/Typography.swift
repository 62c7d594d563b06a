/// How a line or a word looks.
///
/// What the reader cannot know is absent: a plain text has no sizes, a scan no slant.
public struct Typography: Hashable, Sendable {
  /// The size of most letters, in points.
  public var size: Float?
  /// The size as a share of the median of the page's lines.
  public var relativeSize: Float?
  /// Whether most letters are bold, by the name of the font, because each glyph is drawn twice, or by the
  /// strokes of a scan.
  public var isBold: Bool?
  /// Whether most letters are slanted.
  public var isSlanted: Bool?
  /// Whether a thin line runs just below the words.
  public var isUnderlined: Bool?
  /// Whether lines are drawn around the text, a box of its own.
  public var isBoxed: Bool?
  /// The colour of most letters as 0xRRGGBB.
  public var colour: UInt32?
  /// White space above the line, in heights of the line; absent for the first line of a page.
  public var gapAbove: Float?
  /// How far the line begins to the right of the text of its column, in points.
  public var indent: Float?
  /// Whether the line stands in the middle of its column and fills less than it.
  public var isCentred: Bool?
  /// The column of the page, from the left, 0 where the page has one.
  public var column: UInt8 = 0

  /// Makes a look of which nothing is known.
  public init() {}
}

extension Typography {
  /// The look in a few signs: "12.5 ×1.2 bold underlined centred gap 1.3 indent 20".
  public var summary: String {
    var parts: [String] = []
    func short(_ value: Float) -> String { String((value * 10).rounded() / 10) }
    if let size { parts.append(short(size)) }
    if let relativeSize, relativeSize != 1 { parts.append("×" + short(relativeSize)) }
    for (isSo, name) in [
      (isBold, "bold"), (isSlanted, "slanted"), (isUnderlined, "underlined"), (isBoxed, "boxed"),
      (isCentred, "centred"),
    ] where isSo == true {
      parts.append(name)
    }
    if let colour, colour != 0 { parts.append("#" + String(colour, radix: 16)) }
    if let gapAbove { parts.append("gap " + short(gapAbove)) }
    if let indent, abs(indent) >= 1 { parts.append("indent " + short(indent)) }
    if column > 0 { parts.append("column \(column)") }
    return parts.joined(separator: " ")
  }
}
