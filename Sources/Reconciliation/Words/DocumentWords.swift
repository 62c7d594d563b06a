import PageModel

/// The words that a document prints, and which follow each other.
struct DocumentWords {
  private var words: [String: Int] = [:]
  private var pairs: Set<String> = []

  /// Reads the words of all lines.
  init(_ document: Document) {
    for line in document.lines {
      let scalars = Array(document.text(line).unicodeScalars)
      for word in ProseWord.words(of: scalars) {
        let small = word.text.lowercased()
        words[small, default: 0] += 1
        if let previous = word.previous { pairs.insert("\(previous) \(small)") }
      }
    }
  }

  /// How often a word is printed, in small letters or not.
  func count(_ word: String) -> Int { words[word] ?? 0 }

  /// Whether a word is printed right after another; both in small letters.
  func prints(_ word: String, after previous: String?) -> Bool {
    previous.map { pairs.contains("\($0) \(word)") } ?? false
  }
}
