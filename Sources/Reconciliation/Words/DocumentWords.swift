import PageModel
import Synchronization

/// The words that a document prints, and which follow each other; read when they are first asked for,
/// as few documents need.
final class DocumentWords: Sendable {
  private let document: Document
  private let found = Mutex<Found?>(nil)

  private struct Found {
    var words: [String: Int] = [:]
    var pairs: Set<String> = []
  }

  /// Makes the words of all lines of a document.
  init(_ document: Document) { self.document = document }

  /// How often a word is printed, in small letters or not.
  func count(_ word: String) -> Int { ask { $0.words[word] ?? 0 } }

  /// Whether a word is printed right after another; both in small letters.
  func prints(_ word: String, after previous: String?) -> Bool {
    guard let previous else { return false }
    return ask { $0.pairs.contains("\(previous) \(word)") }
  }

  private func ask<Answer: Sendable>(_ question: (borrowing Found) -> Answer) -> Answer {
    found.withLock { found in
      if let found { return question(found) }
      let read = read()
      found = read
      return question(read)
    }
  }

  private func read() -> Found {
    var found = Found()
    for line in document.lines {
      for word in ProseWord.words(of: Array(document.text(line).unicodeScalars)) {
        let small = word.text.lowercased()
        found.words[small, default: 0] += 1
        if let previous = word.previous { found.pairs.insert("\(previous) \(small)") }
      }
    }
    return found
  }
}
