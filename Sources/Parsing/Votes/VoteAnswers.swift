import DeliberationModel
import PageModel

/// Reads who is named below the words that ask or count for an option: "Qui est contre ?" above "Mme ROUX",
/// "Abstentions : 2" above two lines of names.
struct VoteAnswers {
  private let document: Document
  private let roll: VoteRoll

  init(_ document: Document, roll: VoteRoll) {
    self.document = document
    self.roll = roll
  }

  /// The option for which a short sentence asks: "Qui s'abstient ?", "Des votes contre ?".
  static func asked(_ sentence: ActSentence) -> VoteOption? {
    guard sentence.folded.bytes.last == UInt8(ascii: "?"), sentence.passage.bytes.count <= 50,
      let option = lastOption(sentence), option != .yes
    else { return nil }
    return option
  }

  private static func lastOption(_ sentence: ActSentence) -> VoteOption? {
    for token in VoteTokens.tokens(sentence.folded).reversed() {
      if case .option(let option) = token.kind { return option }
    }
    return nil
  }

  /// What the sentence behind a question says: people, or their number.
  func answer(_ sentence: ActSentence, to option: VoteOption) -> VoteStatement? {
    let people = people(alone: sentence)
    let numbers = VoteTokens.tokens(sentence.folded).map(\.kind).filter { $0 != .mark }
    var count = VoteCount(count: nil, source: sentence.passage.location(in: document))
    if !people.isEmpty {
      count.count = people.count
    } else if numbers.count == 1, case .number(let value) = numbers[0], value > 0 {
      count.count = value
    } else {
      return nil
    }
    return VoteStatement(
      counts: [option: count],
      positions: people.map { Position(person: $0, option: option) }
    )
  }

  /// Adds those who are named in the sentences below a statement to the last option that it counts, where
  /// they are as many as it counts; below "Contre : Mme ROUX" further names count too.
  func complete(_ statement: inout VoteStatement, at place: Int, of sentences: [ActSentence]) {
    guard sentences[place].opensOption, let option = Self.lastOption(sentences[place]),
      let counted = statement.counts[option]?.count, counted > 0
    else { return }
    let named = statement.positions.count { $0.option == option }
    var below: [Person] = []
    for sentence in sentences[(place + 1)...] {
      let people = people(alone: sentence)
      if people.isEmpty { break }
      below += people
    }
    guard !below.isEmpty else { return }
    let isPrinted = VoteCounts.hasCounts(sentences[place].folded)
    if named == 0, below.count == counted {
      statement.take(below, for: option, counted: false)
    } else if named > 0, !isPrinted, option != .yes {
      statement.take(below, for: option, counted: true)
    }
  }

  /// The people of a sentence that holds nothing else.
  private func people(alone sentence: ActSentence) -> [Person] {
    guard sentence.passage.bytes.count <= 200, !sentence.folded.bytes.contains(0x3A),
      Self.lastOption(sentence) == nil
    else { return [] }
    return VoteNames(sentence.passage, sentence.folded, roll, document).alone()
  }
}
