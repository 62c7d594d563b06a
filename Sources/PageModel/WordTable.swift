/// Values by words of small ASCII letters, found without making a string of the word.
public struct WordTable<Value: Sendable>: Sendable {
  /// For each remainder of a word's number the entry that begins there, or -1; a power of two.
  @usableFromInline let slots: [Int32]
  @usableFromInline let entries: [(word: [UInt8], value: Value)]

  /// Makes a table of values and the words of each; of a word that stands twice the first counts.
  public init(_ entries: [(value: Value, words: [String])]) {
    let all = entries.flatMap { entry in entry.words.map { (Array($0.utf8), entry.value) } }
      .filter { word, _ in word.first.map(ASCII.isLetter) ?? false }
    var size = 8
    while size < 3 * all.count { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    for (index, entry) in all.enumerated() {
      var slot = Self.number(of: entry.0[...]) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(index)
    }
    self.slots = slots
    self.entries = all
  }

  /// The value of a word; nothing where the table does not hold it.
  @inlinable
  public func value(of word: ArraySlice<UInt8>) -> Value? {
    var slot = Self.number(of: word) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = Int(slots[slot])
      if entries[entry].word.elementsEqual(word) { return entries[entry].value }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  @inlinable @inline(__always)
  static func number(of word: ArraySlice<UInt8>) -> Int {
    var number: UInt64 = 14_695_981_039_346_656_037
    for byte in word { number = (number ^ UInt64(byte)) &* 1_099_511_628_211 }
    return Int(truncatingIfNeeded: number ^ number >> 29)
  }
}
