/// What OCR does to a print, one damage at a time, as was counted in a real act that was recognised
/// without French data.
public enum OCRDamage {
  /// A damaged print and what was done to it.
  public struct Print: Hashable, Sendable {
    /// What was done: `comma lost`.
    public var kind: String
    /// The text that stands there now.
    public var text: String
  }

  /// A damage of a print; kinds are equally likely, and so are the places of one kind.
  public static func drawn(
    from prints: [Print],
    using random: inout some RandomNumberGenerator
  ) -> Print? {
    let kinds = Set(prints.map(\.kind)).sorted()
    guard let kind = kinds.randomElement(using: &random) else { return nil }
    return prints.filter { $0.kind == kind }.randomElement(using: &random)
  }

  // MARK: - Numbers

  private static let misreadFigures: [Character: [Character]] = [
    "0": ["8", "6", "9"], "1": ["4", "7"], "2": ["7", "4"], "3": ["8", "5"],
    "4": ["1", "2", "9", "8"], "5": ["3", "6"], "6": ["5", "8", "0"], "7": ["1", "2"],
    "8": ["3", "6", "0", "4"], "9": ["4", "5"],
  ]
  private static let lettersForFigures: [Character: Character] = [
    "0": "O", "1": "l", "4": "a", "5": "S", "8": "B", "9": "g",
  ]

  /// All damages of a printed number: "333 874,93 €", "42".
  public static func ofNumber(_ print: String) -> [Print] {
    let text = Array(print)
    var found: [Print] = []
    func add(_ kind: String, _ place: Int, _ new: [Character]) {
      let damaged = String(text[..<place] + new + text[(place + 1)...])
      if !damaged.isEmpty { found.append(Print(kind: kind, text: damaged)) }
    }
    for (place, character) in text.enumerated() {
      let isBeforeFigure = text[(place + 1)...].first?.isNumber ?? false
      switch character {
      case ",": add("comma lost", place, [])
      case " " where isBeforeFigure:
        add("thousands space lost", place, [])
        add("dot for a space", place, ["."])
        add("slash for a space", place, ["/"])
      case " ": add("space before the sign lost", place, [])
      default: break
      }
      for other in misreadFigures[character] ?? [] { add("figure misread", place, [other]) }
      if let letter = lettersForFigures[character] { add("letter for a figure", place, [letter]) }
      if character == "1" || character == "4", text.count > 1 { add("figure dropped", place, []) }
    }
    if let past = pastReading(text) { found.append(Print(kind: "past reading", text: past)) }
    return found
  }

  /// A sum whose second group is no figures any more: "5 ggs 095 00".
  private static func pastReading(_ text: [Character]) -> String? {
    let groups = String(text).split(separator: " ")
    guard groups.count > 2, groups[1].count == 3 else { return nil }
    let rest = groups[2...].joined(separator: " ").replacing(",", with: " ")
    return "\(groups[0]) ggs \(rest)"
  }

  // MARK: - Words

  private static let misreadLetters: [Character: [Character]] = [
    "e": ["c"], "é": ["e", "c"], "è": ["é"], "ê": ["é"], "ô": ["é"], "à": ["a"], "ç": ["g", "c"],
    "o": ["c"], "n": ["r"], "u": ["v"], "a": ["o"], "i": ["l", "1"], "l": ["I", "i"], "t": ["f"],
    "I": ["1", "l", "|"], "J": ["I", ")"], "O": ["Q", "0"], "D": ["O"], "E": ["F"], "C": ["G"],
    "S": ["5"], "B": ["8"], "N": ["M"], "L": ["I"], "U": ["V"], "A": ["4"], "r": ["n"], "s": ["5"],
    "T": ["F"], "R": ["P"], "É": ["E"], "È": ["E"],
  ]

  /// All damages of printed words: a name, a label.
  public static func ofWords(_ print: String) -> [Print] {
    let text = Array(print)
    var found = [
      Print(kind: "stray bracket", text: "(" + print),
      Print(kind: "stray full stop", text: print + "."),
    ]
    func add(_ kind: String, _ place: Int, _ new: [Character]) {
      let damaged = String(text[..<place] + new + text[(place + 1)...])
      if !damaged.isEmpty { found.append(Print(kind: kind, text: damaged)) }
    }
    for (place, character) in text.enumerated() {
      if character.isLetter {
        add("letter lost", place, [])
        add("letter twice", place, [character, character])
      }
      if character == " " { add("words glued", place, []) }
      for other in misreadLetters[character] ?? [] { add("letter misread", place, [other]) }
    }
    if let space = text.firstIndex(of: " "), space > 0 {
      found.append(Print(kind: "word lost", text: String(text[(space + 1)...])))
    }
    return found
  }
}
