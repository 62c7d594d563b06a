import DeliberationModel
import PageModel

/// Reads votes that are not told in a sentence: a table with the options as its columns, or one line
/// for each voice.
struct VoteTable {
  private let document: Document
  private let roll: VoteRoll

  init(_ document: Document, roll: VoteRoll) {
    self.document = document
    self.roll = roll
  }

  /// The vote of the table or of the list of voices that begins in a sentence; and its last line.
  func vote(in sentence: ActSentence, upTo last: Int) -> (statement: VoteStatement, line: Int)? {
    for line in sentence.line...max(sentence.line, sentence.lastLine) {
      if let table = vote(headedBy: line) { return table }
    }
    return vote(from: sentence.line, upTo: last)
  }

  /// The vote of the table whose head is a line, which the next line fills in; and that line.
  ///
  /// "Pour<tab>Contre<tab>Abstention" above "24<tab>0<tab>Mme ROUX – M. PETIT".
  private func vote(headedBy line: Int) -> (statement: VoteStatement, line: Int)? {
    let heads = VoteCounts.heads(FoldedText(document.bytes[bounds(line)]))
    guard !heads.isEmpty, line + 1 < document.lines.count else { return nil }
    // "VOTE" names the row whose numbers stand below it.
    let isNamed = FoldedText(document.bytes[bounds(line + 1)]).string == "vote"
    guard !isNamed || line + 2 < document.lines.count else { return nil }
    let below = isNamed ? line + 2 : line + 1
    let titles = LineCells.ranges(bounds(line), in: document.bytes)
    var cells = LineCells.ranges(bounds(below), in: document.bytes)
    let tabs = document.bytes[bounds(below)].split(
      separator: 0x09,
      omittingEmptySubsequences: false
    )
    if tabs.count == heads.count {
      // "24<tab><tab>Mme MOREL".
      cells = tabs.map { $0.startIndex..<$0.endIndex }
    } else if cells.count == 1 {
      // "7 1 1" in a text that has lost its columns, "| 7 | 1 | 1 |" in one that draws them.
      let words = document.bytes[cells[0]].split { $0 == 0x20 || $0 == UInt8(ascii: "|") }
      if words.count == heads.count { cells = words.map { $0.startIndex..<$0.endIndex } }
    }
    let places =
      cells.count == heads.count
      ? Array(heads.indices) : self.places(of: cells, on: below, under: titles, line, heads.count)
    guard let places else { return nil }
    var counts: [VoteOption: VoteCount] = [:]
    var positions: [Position] = []
    for (cell, place) in zip(cells, places) {
      guard let option = heads[place] else { continue }
      let text = FoldedText(document.bytes[cell])
      let people = people(in: cell, below)
      var count = VoteCount(count: nil, source: document.location(of: document.lines[below]))
      if let number = RollCounts.numbers(in: FoldedText(text.bytes.prefix { $0 != 0x28 })).first {
        count.count = number
        // "3 (ROUX, PETIT, MOREL)"
        var passage = Passage()
        passage.append(cell, line: below, of: document)
        let named = VoteNames(passage, FoldedText(passage.bytes[...]), roll, document).inBrackets()
        if !named.isEmpty, named.count != number { count.needsReview = true }
        positions += named.map { Position(person: $0, option: option) }
      } else if !people.isEmpty {
        count.count = people.count
        positions += people.map { Position(person: $0, option: option) }
      } else if text.contains("neant") || text.contains("aucun") {
        count.count = 0
      } else if text.bytes.contains(where: ASCII.isLetter) {
        return nil
      } else {
        continue
      }
      counts[option] = count
    }
    return counts.isEmpty ? nil : (VoteStatement(counts: counts, positions: positions), below)
  }

  private func bounds(_ line: Int) -> Range<Int> { document.lines[line].range.bounds }

  /// Under which head each cell stands, where the page says so.
  private func places(
    of cells: [Range<Int>],
    on line: Int,
    under titles: [Range<Int>],
    _ head: Int,
    _ count: Int
  ) -> [Int]? {
    guard titles.count == count, document.hasLayout else { return nil }
    let starts = titles.map { RollColumns.position(of: $0.lowerBound, on: head, in: document) }
    let places = cells.map { cell -> Int in
      let at = RollColumns.position(of: cell.lowerBound, on: line, in: document)
      return starts.indices.min { abs(starts[$0] - at) < abs(starts[$1] - at) } ?? 0
    }
    return Set(places).count == places.count ? places : nil
  }

  private func people(in cell: Range<Int>, _ line: Int) -> [Person] {
    var passage = Passage()
    passage.append(cell, line: line, of: document)
    let list = PersonList(passage, of: document)
    guard list.end >= passage.bytes.count, Electors.arePeople(list.people) else { return [] }
    return list.people.map(roll.resolve)
  }

  // MARK: - One line for each voice

  /// The vote of lines of which each names a member and an option, "Mme Paul ROUX : pour"; and the
  /// last of them.
  private func vote(from line: Int, upTo last: Int) -> (statement: VoteStatement, line: Int)? {
    var positions: [Position] = []
    var at = line
    while at <= last, let position = voice(at) {
      guard !positions.contains(where: { $0.person.name == position.person.name }) else {
        return nil
      }
      positions.append(position)
      at += 1
    }
    guard positions.count > 2 else { return nil }
    var counts: [VoteOption: VoteCount] = [:]
    for option in VoteOption.allCases {
      let number = positions.count { $0.option == option }
      guard number > 0 else { continue }
      var count = VoteCount(count: number, source: document.location(of: document.lines[line]))
      count.stated = .derived
      counts[option] = count
    }
    return (VoteStatement(counts: counts, positions: positions), at - 1)
  }

  private func voice(_ line: Int) -> Position? {
    let bounds = bounds(line)
    guard bounds.count <= 90 else { return nil }
    let folded = FoldedText(document.bytes[bounds])
    let tokens = VoteTokens.tokens(folded)
    guard let last = tokens.last(where: { $0.kind != .mark }), case .option(let option) = last.kind,
      tokens.count(where: { if case .option = $0.kind { true } else { false } }) == 1
    else { return nil }
    let words = document.bytes[bounds.lowerBound..<folded.offsets[last.range.lowerBound]]
    let name = String(decoding: words.drop { !NameLetters.opensWithCapital([$0]) }, as: UTF8.self)
      .trimmingEnd([" ", ":", "\t", "-", ".", "–"])
    let list = PersonList(Passage([line], of: document), of: document)
    if list.people.count == 1, list.people[0].honorific != nil {
      return Position(person: roll.resolve(list.people[0]), option: option)
    }
    return roll.person(named: name).map { Position(person: $0, option: option) }
  }
}
