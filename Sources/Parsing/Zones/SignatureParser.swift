import DeliberationModel
import PageModel

/// Reads the end of an act: place, date, office and the person who signs last.
struct SignatureParser {
  let document: Document

  /// Reads the lines that sign the act.
  func signature(_ lines: [Int]) -> Signature {
    var signature = Signature()
    var offices: [String] = []
    for index in lines {
      let line = ownCell(of: document.lines[index])
      let text = document.text(line).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let folded = FoldedText(text)
      if ConclusionLine.isRule(folded) || folded.key == "signe" || isFormula(folded) { continue }
      if ConclusionLine.isPlaceAndDate(folded) {
        readPlaceAndDate(folded, text, at: line, into: &signature)
      } else if ConclusionLine.isName(document.bytes[line.range.bounds]) {
        var passage = Passage()
        passage.append(line.range.bounds, line: index, of: document)
        guard let person = PersonList(passage, of: document).people.first else { continue }
        signature.signatory = person
        if !offices.isEmpty { signature.role = offices.joined(separator: " ") }
        offices = []
      } else if let (person, office) = officeAndName(line, index) {
        signature.signatory = person
        signature.role = (offices + [office]).joined(separator: " ")
        offices = []
      } else if folded.starts(with: "pour ") {
        let certifies: [StaticString] = ["pour extrait", "pour copie", "pour expedition"]
        if certifies.contains(where: { folded.starts(with: $0) }) { continue }
        signature.onBehalfOf = String(text.dropFirst(5)).trimmingEnd([",", "."])
        offices = []
      } else {
        offices.append(text.trimmingEnd([",", "."]))
      }
    }
    if signature.signatory == nil, !offices.isEmpty {
      signature.role = offices.joined(separator: " ")
    }
    if let first = lines.first, !signature.isEmpty {
      signature.source = Passage(lines, of: document).location(in: document)
      if document.lines[first].number > 0 {
        signature.source = document.location(of: document.lines[first])
      }
    }
    return signature
  }

  /// The first cell of a line on which two sign side by side: "Le président,<gap>Le secrétaire".
  private func ownCell(of line: TextLine) -> TextLine {
    let cells = LineCells.ranges(line.range.bounds, in: document.bytes)
    guard cells.count == 2, cells[1].count <= 60 else { return line }
    var own = line
    own.range = TextRange(
      start: cells[0].lowerBound,
      end: cells[0].upperBound
    )
    return own
  }

  /// An office and a name on one line: "Le Maire, Guy LESUEUR", "Pour copie conforme, le Président,
  /// Alain GIRAUD".
  private func officeAndName(_ line: TextLine, _ index: Int) -> (Person, String)? {
    let bytes = document.bytes[line.range.bounds]
    guard let comma = bytes.lastIndex(of: 0x2C), comma + 1 < bytes.endIndex else { return nil }
    let name = bytes[(comma + 1)...].drop(while: ASCII.isSpace)
    guard ConclusionLine.isName(name) else { return nil }
    var passage = Passage()
    passage.append(name.startIndex..<name.endIndex, line: index, of: document)
    guard let person = PersonList(passage, of: document).people.first else { return nil }
    let words = String(decoding: bytes[..<comma], as: UTF8.self).split(separator: ",")
    let offices = words.map { String($0).trimmingSpaces() }.filter { words in
      !["pour copie", "pour extrait", "pour expedition"].contains {
        FoldedText(words).string.hasPrefix($0)
      }
    }
    return offices.isEmpty ? nil : (person, offices.joined(separator: ", "))
  }

  /// Words that certify and name no office: "Fait et délibéré les jour, mois et an que dessus".
  private func isFormula(_ folded: FoldedText) -> Bool {
    if ConclusionLine.isPlaceAndDate(folded) { return false }
    let openings: [StaticString] = [
      "fait et delibere", "ainsi fait", "ainsi delibere", "et ont signe", "suivent les signatures",
      "au registre", "acte rendu executoire", "certifie executoire", "publie", "affiche",
    ]
    return openings.contains { folded.starts(with: $0) } || folded.contains("caractere executoire")
  }

  private func readPlaceAndDate(
    _ folded: FoldedText,
    _ text: String,
    at line: TextLine,
    into signature: inout Signature
  ) {
    signature.date = DateScanner.first(in: folded)?.date
    guard let comma = text.firstIndex(of: ",") else { return }
    var place = String(text[..<comma]).trimmingSpaces()
    for opening in ["Fait et délibéré à ", "Fait à ", "A ", "À "] where place.hasPrefix(opening) {
      place = String(place.dropFirst(opening.count))
    }
    let isCapitals = !place.unicodeScalars.contains(where: \.properties.isLowercase)
    let proper = AuthorityName.properName(place)
    let name = isCapitals ? proper.prefix(1).uppercased() + proper.dropFirst() : place
    signature.place = Printed(
      name,
      raw: name == place ? nil : place,
      source: document.location(of: line)
    )
  }
}
