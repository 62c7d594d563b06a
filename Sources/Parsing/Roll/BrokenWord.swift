import PageModel

/// Whether a hyphen at the end of a line is one of the word, or parts its letters.
///
/// "GRAND-" above "JOUAN" is GRANDJOUAN where the document prints that elsewhere, or breaks other
/// words so; "Jean-" above "Pierre" is a name with a hyphen.
enum BrokenWord {
  static func keepsHyphen(_ head: String, _ tail: String, in document: Document) -> Bool {
    guard let first = tail.first, let last = head.dropLast().last else { return true }
    if first.isLowercase { return false }
    // A given name begins anew.
    guard last.isUppercase else { return true }
    if document.prints(head + tail) { return true }
    if document.prints(head.dropLast() + tail) { return false }
    return !breaksWords(document)
  }

  /// Whether other words go on in small letters below a hyphen.
  private static func breaksWords(_ document: Document) -> Bool {
    let small: ClosedRange<UInt8> = 0x61...0x7A
    let broken = zip(document.lines, document.lines.dropFirst()).lazy.filter { line, next in
      let bytes = document.bytes[line.range.bounds]
      guard bytes.last == 0x2D, let before = bytes.dropLast().last,
        let first = document.bytes[next.range.bounds].first
      else { return false }
      return small.contains(before) && small.contains(first)
    }
    return Array(broken.prefix(2)).count == 2
  }
}
