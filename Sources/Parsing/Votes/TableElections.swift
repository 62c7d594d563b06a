import DeliberationModel
import PageModel

/// Reads who is named in a table with columns of members and of alternates.
///
/// Only names that the roll knows are taken: the other cells are bodies.
struct TableElections {
  private let document: Document
  private let finder: PeopleFinder

  init(_ document: Document, _ finder: PeopleFinder) {
    self.document = document
    self.finder = finder
  }

  /// The elections of the tables among some lines.
  func elections(_ lines: [Int]) -> [Election] {
    var found: [Election] = []
    var head: (line: Int, alternates: Float?)?
    var idle = 0
    for line in lines {
      if let place = Self.head(line, of: document) {
        head = (line, place)
        idle = 0
        found.append(Election(source: document.location(of: document.lines[line])))
        continue
      }
      guard let open = head, let last = found.indices.last else { continue }
      let named = names(line, alternatesFrom: open.alternates)
      idle = named.isEmpty ? idle + 1 : 0
      if idle > 4 { head = nil }
      found[last].elected += named
    }
    return found
  }

  /// Where the column of the alternates begins, where a line is the head of such a table.
  private static func head(_ line: Int, of document: Document) -> Float?? {
    let bounds = document.lines[line].range.bounds
    let folded = FoldedText(document.bytes[bounds])
    guard folded.bytes.count <= 120, folded.bytes.contains(0x09),
      folded.contains("titulaire"), let place = folded.firstIndex(of: "suppleant")
    else { return nil }
    let offset = folded.offsets[place]
    let word = document.words[range(document.lines[line].words)].first { word in
      word.range.bounds.upperBound > offset
    }
    return .some(word?.box.x0)
  }

  private static func range(_ words: Range<Int32>) -> Range<Int> {
    Int(words.lowerBound)..<Int(words.upperBound)
  }

  private func names(_ line: Int, alternatesFrom place: Float?) -> [Elected] {
    var named: [Elected] = []
    let bounds = document.lines[line].range.bounds
    let cells = document.bytes[bounds].split(separator: 0x09)
    for cell in cells {
      let text = String(decoding: cell, as: UTF8.self).trimmingSpaces()
      guard let person = finder.known(text) else { continue }
      let x = document.words[Self.range(document.lines[line].words)].first { word in
        word.range.bounds.lowerBound >= cell.startIndex
      }?.box.x0
      var isAlternate = cells.count > 1 && !named.isEmpty
      if let x, let place { isAlternate = x >= place - 40 }
      named.append(Elected(person: person, capacity: isAlternate ? .alternate : .member))
    }
    return named
  }
}
