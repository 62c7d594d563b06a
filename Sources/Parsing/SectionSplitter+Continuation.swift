import DeliberationModel
import PageModel

/// Which section a line without a label belongs to.
extension SectionSplitter {
  /// Whether a line holds names of people and nothing else.
  private func isNames(_ line: ReadLine) -> Bool {
    let passage = Passage([line.index], of: reader.document)
    let list = PersonList(passage, of: reader.document)
    guard !list.people.isEmpty, list.end == passage.bytes.count else { return false }
    // "Personnel municipal - Instances paritaires" and "AIDES A L'EMPLOI" are titles.
    return list.people.allSatisfy { person in
      person.honorific != nil
        || (Electors.arePeople([person]) && person.name != person.name.uppercased())
    }
  }

  /// Whether a line without a label belongs to the section before it.
  func continues(_ line: ReadLine) -> Bool {
    guard let last = sections.last else { return false }
    let opensParagraph = reader.document.lines[line.index].opensParagraph
    switch last.kind {
    case .unlabelled: return true
    case .rule: return false
    case .recusal: return !isFinished(last) || !opensParagraph
    case .labelled(let label):
      switch label {
      case .membersCount, .presentCount, .representedCount, .votersCount:
        return last.isEmpty || (last.parts.count == 1 && countsBelow(last))
      case .transmissionDate, .publicationDate, .sessionDate, .presidency, .convocationDate:
        return last.isEmpty
      case .number: return last.isEmpty || (!opensParagraph && LineReader.holdsObject(last, reader))
      case .present, .excused, .absent, .attendingWithoutVote, .excusedWithoutVote, .proxies,
        .secretary:
        if last.isEmpty { return !opensParagraph || isNames(line) }
        return !endsList(last, opensParagraph: opensParagraph)
      case .adopted, .rejected, .withdrawn, .noted, .adjourned, .actHeading: return false
      case .title: return !opensParagraph || last.isEmpty
      default: return true
      }
    }
  }

  /// Whether a section is the head of a table of counts, whose numbers stand on the next line.
  private func countsBelow(_ section: Section) -> Bool {
    let head = FoldedText(reader.document.bytes[reader.bounds(of: section.line)])
    return !RollCounts.heads(in: head).isEmpty
  }

  /// Whether a list of people is over: its last line ends in a full stop that is not that of "M.",
  /// or a new paragraph begins and nothing announces a further name.
  private func endsList(_ section: Section, opensParagraph: Bool) -> Bool {
    guard let last = section.parts.last else { return true }
    let text = FoldedText(reader.document.bytes[last.bounds])
    let words = text.string.split(whereSeparator: { $0 == " " || $0 == "\t" })
    let lastWord = words.last ?? ""
    if ["m.", "mme", "m", "et", "mm.", "mmes", "monsieur", "madame"].contains(lastWord) {
      return false
    }
    if lastWord.hasSuffix(".") { return true }
    return opensParagraph && !lastWord.hasSuffix(",") && !lastWord.hasSuffix("-")
  }

  /// Whether a line begins a paragraph about people who step aside.
  func opensRecusal(_ line: ReadLine) -> Bool {
    if phase == .preface, !sections.contains(where: { $0.kind == .labelled(.enacting) }) {
      // In minutes an item can begin with who leaves before it.
      guard isBelowAttendance, RecusalParser.leaves(line.folded) else { return false }
    }
    guard LineWords.opensWithPerson(line.folded) else { return false }
    guard let last = sections.last else { return true }
    switch last.kind {
    case .recusal: return isFinished(last)
    case .labelled(.article), .labelled(.operative), .labelled(.yes), .labelled(.no),
      .labelled(.abstain), .labelled(.votesAbsent):
      return RecusalParser.leaves(line.folded)
    default: return true
    }
  }

  /// Whether a paragraph of recusals has said what it has to say.
  private func isFinished(_ section: Section) -> Bool {
    let text = FoldedText(section.passage(of: reader.document).bytes[...])
    guard let last = text.bytes.last, last == 0x2E || last == 0x3B else { return false }
    return text.contains("part") || text.contains("delegation") || text.contains("interess")
  }
}
