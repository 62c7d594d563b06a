/// The cues of `Pipelines/structure/cues.tsv`, made ready to be looked for.
public struct CueGrammar: Sendable {
  /// One part of a pattern.
  enum Element: Sendable {
    /// A word of a set, by its number among the sets; it may be missing where `isOptional`.
    case word(set: Int, isOptional: Bool)
    case number
    /// Up to so many words of one sentence.
    case gap(Int)
    case colon(isOptional: Bool)
    case lineEnd
  }

  struct Pattern: Sendable {
    var kind: CueKind
    var strength: Int
    var opensLine: Bool
    /// The places of its parts among the elements of all patterns.
    var elements: Range<Int>
  }

  /// The most words that `*` stands for.
  static let widestGap = 12
  /// The most words that `~` stands for.
  static let narrowGap = 4

  /// The ids of the words that patterns know; other words have none.
  private(set) var words = WordIndex()
  private(set) var patterns: [Pattern] = []
  /// The parts of all patterns, one after the other.
  private(set) var elements: [Element] = []
  private var sets: [[UInt16]] = []
  /// For each set and each id, whether the set holds the word.
  private var holds: [Bool] = []
  /// For each id of a word, the patterns that begin with it.
  private(set) var patternsByWord: [[Int]] = [[]]
  /// The patterns that begin with a number.
  private(set) var patternsOfNumbers: [Int] = []
  /// The ids of words that stand for numbers.
  private(set) var numerals: Set<UInt16> = []

  /// Reads the rows of a table; a row that says nothing is left out and given to `complain`.
  public init(_ table: String, complain: (_ row: Int, _ reason: String) -> Void = { _, _ in }) {
    var classes: [Text: [Text]] = [:]
    let rows = Array(table.utf8).split(
      separator: UInt8(ascii: "\n"),
      omittingEmptySubsequences: false
    )
    for (index, row) in rows.enumerated() {
      guard let first = row.first, first != UInt8(ascii: "#") else { continue }
      let cells = row.split(separator: UInt8(ascii: "\t"))
      if first == UInt8(ascii: "@"), cells.count == 2 {
        classes[cells[0].dropFirst()] = cells[1].split(separator: UInt8(ascii: " "))
      } else if cells.count == 3,
        let kind = CueKind(rawValue: String(decoding: cells[0], as: UTF8.self)),
        let strength = Int(String(decoding: cells[1], as: UTF8.self))
      {
        add(cells[2], kind, strength, classes)
      } else {
        complain(index + 1, "is neither a class nor a cue")
      }
    }
    numerals = Set((classes[Array("numeral".utf8)[...]] ?? []).map { words.add($0) })
    index()
  }

  private typealias Text = ArraySlice<UInt8>

  /// Whether a set holds a word, by its id.
  func holds(_ word: UInt16, in set: Int) -> Bool { holds[set * (words.count + 1) + Int(word)] }

  private mutating func add(
    _ text: Text,
    _ kind: CueKind,
    _ strength: Int,
    _ classes: [Text: [Text]]
  ) {
    let first = elements.count
    var opensLine = false
    for part in text.split(separator: UInt8(ascii: " ")) {
      let isOptional = part.count > 1 && part.last == UInt8(ascii: "?")
      switch part.count == 1 || part.elementsEqual(":?".utf8) ? part.first : nil {
      case UInt8(ascii: "^"): opensLine = true
      case UInt8(ascii: "*"): elements.append(.gap(Self.widestGap))
      case UInt8(ascii: "~"): elements.append(.gap(Self.narrowGap))
      case UInt8(ascii: "#"): elements.append(.number)
      case UInt8(ascii: "$"): elements.append(.lineEnd)
      case UInt8(ascii: ":"): elements.append(.colon(isOptional: isOptional))
      default:
        let forms = (isOptional ? part.dropLast() : part).split(separator: UInt8(ascii: "|"))
          .flatMap { form in
            form.first == UInt8(ascii: "@") ? classes[form.dropFirst()] ?? [] : [form]
          }
        elements.append(.word(set: sets.count, isOptional: isOptional))
        var ids: [UInt16] = []
        for form in forms {
          let id = words.add(form)
          if !ids.contains(id) { ids.append(id) }
        }
        sets.append(ids)
      }
    }
    patterns.append(
      Pattern(
        kind: kind,
        strength: strength,
        opensLine: opensLine,
        elements: first..<elements.count
      )
    )
  }

  private mutating func index() {
    holds = [Bool](repeating: false, count: sets.count * (words.count + 1))
    for (set, ids) in sets.enumerated() {
      for id in ids { holds[set * (words.count + 1) + Int(id)] = true }
    }
    patternsByWord = [[Int]](repeating: [], count: words.count + 1)
    for (place, pattern) in patterns.enumerated() {
      elements: for element in elements[pattern.elements] {
        switch element {
        case .word(let set, let isOptional):
          for id in sets[set] { patternsByWord[Int(id)].append(place) }
          if !isOptional { break elements }
        case .number:
          patternsOfNumbers.append(place)
          for id in numerals.sorted() { patternsByWord[Int(id)].append(place) }
          break elements
        case .gap, .colon, .lineEnd: break elements
        }
      }
    }
  }
}
