import DeliberationModel
import PageModel

/// The titles of themes and operations as the annexes before a table print them in full.
///
/// In the table the first words of a title run into the beneficiary's name; the title says where
/// they end.
struct OperationTitles {
  /// An operation of a theme.
  struct Key: Hashable {
    var theme: String
    var operation: String
  }

  /// A title in print, and its words as skeletons.
  struct Title {
    var text: String
    var words: [[UInt8]]
    /// All letters of the words in a row.
    var letters: [UInt8]
    /// The words in brackets: "(GLA)".
    var acronyms: [[UInt8]]
  }

  private var titles: [Key: Title] = [:]

  /// Collects the titles of headings among some lines.
  init(_ lines: [Int], of document: Document, _ words: GrantWords) {
    let schemes = words[.scheme].map(\.printed)
    var theme: String?
    for (place, line) in lines.enumerated() {
      let bounds = document.lines[line].range.bounds
      guard let first = document.bytes[bounds].first, first &- 0x41 < 26,
        (words[.theme] + words[.operation]).contains(where: { $0.begins(with: first) })
      else { continue }
      let folded = FoldedText(document.bytes[bounds])
      if let heading = words.theme(in: folded.bytes, at: 0) {
        theme = heading.number
      } else if let theme, let heading = words.operation(in: folded.bytes, at: 0) {
        let key = Key(theme: theme, operation: heading.number)
        guard titles[key] == nil, !folded.bytes.contains(FoldedText.euro) else { continue }
        var text = document.text(
          TextRange(
            start: folded.offsets[heading.range.upperBound],
            end: bounds.upperBound
          )
        )
        if !schemes.contains(where: { text.contains("(" + $0) }), place + 1 < lines.count,
          document.lines[lines[place + 1]].page == document.lines[line].page
        {
          text += " " + document.text(document.lines[lines[place + 1]])
        }
        titles[key] = Self.title(text, schemes)
      }
    }
  }

  /// The title of an operation.
  subscript(key: Key) -> Title? { titles[key] }

  private static func title(_ printed: String, _ schemes: [String]) -> Title {
    var text = Substring(printed)
    for scheme in schemes {
      if let end = text.range(of: "(" + scheme) { text = text[..<end.lowerBound] }
      if text.hasPrefix(scheme + " ") { text = text.dropFirst(scheme.count + 1) }
    }
    let trimmed = text.drop { " «\":-".contains($0) }
    let clean = String(trimmed).trimmingEnd(["»", "\"", ".", ";", ":"])
    let folded = FoldedText(clean)
    let tokens = MixedToken.tokens(folded.bytes, in: 0..<folded.bytes.count)
    let words = tokens.map { $0.skeleton(in: folded.bytes) }.filter { !$0.isEmpty }
    let acronyms = tokens.filter { token in
      folded.bytes[token.range.lowerBound] == 0x28 && folded.bytes[token.range].contains(0x29)
    }
    return Title(
      text: clean,
      words: words,
      letters: words.flatMap(\.self),
      acronyms: acronyms.map { $0.skeleton(in: folded.bytes) }
    )
  }
}

extension Substring {
  /// The first place of a text.
  fileprivate func range(of other: String) -> Range<Index>? { firstRange(of: other) }
}
