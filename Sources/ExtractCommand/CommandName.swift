import ArgumentParser

/// Words on the command line that look like a command and are none.
enum CommandName {
  /// The command that a word is near to: one letter changed, lost or added, or two changed places;
  /// two of these in a word of six letters or more.
  static func near(_ word: String, among names: [String]) -> String? {
    let most = word.count < 6 ? 1 : 2
    return names.map { ($0, edits(Array(word.lowercased()), Array($0))) }
      .filter { $0.1 > 0 && $0.1 <= most }
      .min { $0.1 < $1.1 }?.0
  }

  /// The edits between two words (optimal string alignment).
  private static func edits(_ one: [Character], _ other: [Character]) -> Int {
    var before: [Int] = []
    var row = Array(0...other.count)
    for (i, letter) in one.enumerated() {
      var next = [i + 1]
      for (j, rival) in other.enumerated() {
        var least = min(row[j] + (letter == rival ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, letter == other[j - 1], one[i - 1] == rival {
          least = min(least, before[j - 1] + 1)
        }
        next.append(least)
      }
      before = row
      row = next
    }
    return row[other.count]
  }
}
