/// Numbers for words, from 1, found without making an array of the word.
struct WordIndex: Sendable {
  /// The numbers of words by the hash of each, or 0; a power of two, at most half full.
  private var slots: [UInt16] = [UInt16](repeating: 0, count: 64)
  private var bytes: [UInt8] = []
  /// Where each word begins in `bytes`, and where the last one ends.
  private var starts: [Int] = [0]

  /// How many words have a number.
  var count: Int { starts.count - 1 }

  /// The number of a word, 0 where it has none.
  func id(of word: ArraySlice<UInt8>) -> UInt16 { slots[slot(of: word)] }

  /// Gives a word a number, or finds the one that it has; past 65,535 words they share one.
  mutating func add(_ word: ArraySlice<UInt8>) -> UInt16 {
    let known = id(of: word)
    guard known == 0, count < Int(UInt16.max) else { return known == 0 ? UInt16.max : known }
    bytes += word
    starts.append(bytes.count)
    if 2 * count > slots.count {
      slots = [UInt16](repeating: 0, count: 2 * slots.count)
      for index in 0..<count { slots[slot(of: self.word(index))] = UInt16(index + 1) }
    } else {
      slots[slot(of: word)] = UInt16(count)
    }
    return UInt16(count)
  }

  private func word(_ index: Int) -> ArraySlice<UInt8> { bytes[starts[index]..<starts[index + 1]] }

  /// The slot that holds a word, or the free one where it would stand.
  private func slot(of word: ArraySlice<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in word { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] > 0, !self.word(Int(slots[slot]) - 1).elementsEqual(word) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }
}
