import DeliberationModel
import PageModel

/// A statement that decides or counts votes.
struct Statement: Hashable, Sendable {
  var kind: CueKind
  var strength: Int
  /// The places of its lines, first to last.
  var places: ClosedRange<Int>
  /// Where it begins in the folded bytes of its first line.
  var offset: Int
}

/// What the words of a document say: its statements and the lines of every other kind of cue.
struct Speech {
  /// In order; visas, proposals and what is said of earlier sessions are not among them.
  private(set) var statements: [Statement] = []
  /// The lines on which each other kind of cue begins, with its strength.
  private(set) var cues: [CueKind: [(place: Int, strength: Int)]] = [:]
  /// For each place, whether its words are those of a visa or a reason.
  private(set) var isVisa: [Bool]
  /// For each place, the strength of its strongest statement.
  private(set) var strength: [Int]
  /// The kinds of the statements that end on each line.
  private var kinds: [Int: [CueKind]] = [:]
  /// The places of statements whose decision other words take out.
  private(set) var voided: Set<Int> = []

  /// The most words between those that void a statement and the statement.
  static let reach = 14

  init(_ lines: [FoldedLine], _ document: Document, _ grammar: CueGrammar) {
    let stream = WordStream(lines, grammar)
    let matches = CueFinder(stream: stream, grammar: grammar).matches()
    isVisa = Self.visas(matches, stream, lines, document)
    strength = [Int](repeating: 0, count: lines.count)
    let voids = matches.filter { $0.kind == .void }
    var next = 0
    for match in matches {
      let first = Int(stream.tokens[match.tokens.lowerBound].place)
      let last = Int(stream.tokens[match.tokens.upperBound].place)
      guard match.kind.decides else {
        if match.kind != .void { cues[match.kind, default: []].append((first, match.strength)) }
        continue
      }
      guard !isVisa[last], !isVisa[first] else { continue }
      while next < voids.count, voids[next].tokens.lowerBound < match.tokens.lowerBound - 40 {
        next += 1
      }
      let isVoid = voids[next...].prefix { $0.tokens.lowerBound <= match.tokens.upperBound }
        .contains { void in
          guard Self.voids(void, match, stream) else { return false }
          // "Considérant …," ends with its paragraph: "Le conseil prend acte" below it decides.
          let isVisa = void.tokens.count == 1 && void.strength > 1
          let start = Int(stream.tokens[void.tokens.lowerBound].place)
          let between = min(start, first)..<first
          return !isVisa
            || !between.contains { document.lines[lines[$0 + 1].line].opensParagraph }
        }
      if isVoid {
        voided.insert(last)
        continue
      }
      statements.append(
        Statement(
          kind: match.kind,
          strength: match.strength,
          places: first...last,
          offset: Int(stream.tokens[match.tokens.lowerBound].offset)
        )
      )
      kinds[last, default: []].append(match.kind)
      strength[last] = max(strength[last], match.strength)
    }
  }

  /// The result that the statements ending on a line tell: of several the one that refuses, puts off or
  /// takes note.
  func result(at place: Int) -> VoteResult? {
    let kinds = kinds[place] ?? []
    if kinds.contains(.reject) { return .rejected }
    if kinds.contains(.adjourn) { return .adjourned }
    if kinds.contains(.withdraw) { return .withdrawn }
    if kinds.contains(.note) { return .noted }
    return kinds.contains(.adopt) || kinds.contains(.vote) ? .adopted : nil
  }

  /// Adds a vote that a line counts without a word.
  mutating func addVote(at place: Int) {
    kinds[place, default: []].append(.vote)
    strength[place] = max(strength[place], 3)
    statements.append(Statement(kind: .vote, strength: 3, places: place...place, offset: Int.max))
  }

  /// Whether a line counts votes and says no more.
  func isVote(at place: Int) -> Bool { kinds[place]?.allSatisfy { $0 == .vote } ?? false }

  /// Takes out the statements that end on a line.
  mutating func drop(at place: Int) {
    kinds[place] = nil
    strength[place] = 0
    statements.removeAll { $0.places.upperBound == place }
  }

  /// Whether words take the decision out of a match: they stand before it, or within it, in its sentence.
  private static func voids(_ void: CueMatch, _ match: CueMatch, _ stream: WordStream) -> Bool {
    if void.tokens.lowerBound <= match.tokens.lowerBound,
      void.tokens.upperBound >= match.tokens.upperBound, void.tokens.count > match.tokens.count
    {
      return true
    }
    // "Avis favorable de la commission" takes out what it holds, and nothing behind it.
    if void.strength == 1 { return false }
    let end = void.tokens.upperBound
    guard end < match.tokens.upperBound, match.tokens.upperBound - end <= reach,
      void.tokens.lowerBound < match.tokens.upperBound
    else { return false }
    // A formula and a count stand for themselves, whatever was proposed before them.
    if match.kind == .formula { return false }
    return !stream.tokens[end..<match.tokens.upperBound].contains { $0.endsSentence }
  }

  /// The lines of visas and reasons: from their first words to the end of the sentence or paragraph.
  private static func visas(
    _ matches: [CueMatch],
    _ stream: WordStream,
    _ lines: [FoldedLine],
    _ document: Document
  ) -> [Bool] {
    var visas = [Bool](repeating: false, count: lines.count)
    // Reasons end where the assembly decides, in the middle of a sentence too.
    let decided = Set(
      matches.filter { $0.kind == .formula }.map { Int(stream.tokens[$0.tokens.lowerBound].place) }
    )
    for match in matches where match.kind == .visa {
      var place = Int(stream.tokens[match.tokens.lowerBound].place)
      let end = min(lines.count, place + 12)
      while place < end {
        if decided.contains(place) { break }
        visas[place] = true
        let tokens = stream.tokens(at: place)
        if let last = tokens.last, stream.tokens[last].endsSentence { break }
        let printed = document.bytes[document.lines[lines[place].line].range.bounds]
        if printed.last == UInt8(ascii: ",") || printed.last == UInt8(ascii: ":") { break }
        place += 1
        if place < end, document.lines[lines[place].line].opensParagraph { break }
      }
    }
    return visas
  }
}
