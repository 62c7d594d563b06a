/// Values by words of small ASCII letters, found without making a string of the word.
public struct WordTable<Value: Sendable>: Sendable {
  /// The words by their first letter.
  @usableFromInline let buckets: [[(word: [UInt8], value: Value)]]

  /// Makes a table of values and the words of each.
  public init(_ entries: [(value: Value, words: [String])]) {
    var buckets = [[(word: [UInt8], value: Value)]](repeating: [], count: 26)
    for entry in entries {
      for word in entry.words {
        let bytes = Array(word.utf8)
        guard let first = bytes.first, ASCII.isLetter(first) else { continue }
        buckets[Int(first - 0x61)].append((bytes, entry.value))
      }
    }
    self.buckets = buckets
  }

  /// The value of a word; nothing where the table does not hold it.
  @inlinable
  public func value(of word: ArraySlice<UInt8>) -> Value? {
    guard let first = word.first, ASCII.isLetter(first) else { return nil }
    for entry in buckets[Int(first - 0x61)] where entry.word.elementsEqual(word) {
      return entry.value
    }
    return nil
  }
}
