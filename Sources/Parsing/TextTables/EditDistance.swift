/// How many letters must be put in, left out or changed to make one word of another.
enum EditDistance {
  /// The distance of a word to each head of another: entry `n` is for its first `n` letters.
  static func toHeads(of other: [UInt8], from word: [UInt8]) -> [Int] {
    var row = Array(0...other.count)
    for (index, letter) in word.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in other.indices {
        let above = row[column + 1]
        let cost = other[column] == letter ? 0 : 1
        row[column + 1] = min(diagonal + cost, above + 1, row[column] + 1)
        diagonal = above
      }
    }
    return row
  }
}
