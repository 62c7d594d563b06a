import DeliberationModel
import PageModel

/// Reads the end of an act: place, date, office and the person who signs last.
struct SignatureParser {
  let document: Document

  /// Reads the lines that sign the act.
  func signature(_ lines: [Int]) -> Signature {
    var signature = Signature()
    var offices: [String] = []
    let column = chairColumn(lines)
    for index in lines {
      let line = cell(column, of: document.lines[index])
      let text = document.text(line).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let folded = FoldedText(text)
      if ConclusionLine.isRule(folded) || folded.key == "signe" || isFormula(folded) { continue }
      if ConclusionLine.isPlaceAndDate(folded) {
        readPlaceAndDate(folded, text, at: line, into: &signature)
      } else if ConclusionLine.isName(document.bytes[line.range.bounds]) {
        var passage = Passage()
        passage.append(line.range.bounds, line: index, of: document)
        let people = PersonList(passage, of: document).people
        // "Le secrétaire," and "Le maire," above two names side by side: the chair's is the last to sign.
        if people.count == offices.count, people.count > 1 {
          let place = offices.lastIndex { Self.isChair(FoldedText($0)) } ?? 0
          offices = [offices[place]]
          signature.signatory = people[place]
        } else if let person = people.first {
          signature.signatory = person
        } else {
          continue
        }
        if !offices.isEmpty { signature.role = offices.joined(separator: " ") }
        offices = []
      } else if let person = electronicSignatory(line) {
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
      } else if Self.isOffice(folded) {
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

  /// The cell of a line on which two sign side by side: "Le président,<gap>Le secrétaire".
  private func cell(_ column: Int, of line: TextLine) -> TextLine {
    let cells = LineCells.ranges(line.range.bounds, in: document.bytes)
    guard cells.count == 2, cells[1].count <= 60 else { return line }
    var own = line
    own.range = TextRange(start: cells[column].lowerBound, end: cells[column].upperBound)
    return own
  }

  /// In which of two columns the mayor or the president signs; the first where neither says it.
  private func chairColumn(_ lines: [Int]) -> Int {
    lines.lazy.compactMap { index -> Int? in
      let cells = LineCells.ranges(document.lines[index].range.bounds, in: document.bytes)
      guard cells.count == 2 else { return nil }
      return cells.firstIndex { Self.isChair(FoldedText(document.bytes[$0])) }
    }.first ?? 0
  }

  /// Whether words are the office of the mayor or the president: "Le Maire,", "Pour la Présidente".
  private static func isChair(_ folded: FoldedText) -> Bool {
    let words = folded.string.split { !$0.isLetter && $0 != "-" }.prefix(4).map(String.init)
    return RollWords.office(words) != nil && !words.contains { $0.hasPrefix("secretaire") }
  }

  /// Whether a line names an office, with an article or an address before it or none, and is no sentence.
  private static func isOffice(_ folded: FoldedText) -> Bool {
    let words = folded.string.split { !$0.isLetter }.map(String.init)
    guard folded.bytes.count <= 90, let first = words.first else { return false }
    let leads: Set<String> = [
      "le", "la", "l", "les", "monsieur", "madame", "m", "mme", "pour", "par", "et", "p",
    ]
    let offices = ["directeur", "directrice", "chef", "secretaire", "delegation", "responsable"]
    func isOffice(_ word: String) -> Bool {
      RollWords.offices.contains(word) || offices.contains { word.hasPrefix($0) }
    }
    return (leads.contains(first) || isOffice(first)) && words.prefix(8).contains(where: isOffice)
  }

  /// Who is behind "Signé électroniquement par :", in letters of any case.
  private func electronicSignatory(_ line: TextLine) -> Person? {
    let folded = FoldedText(document.bytes[line.range.bounds])
    guard folded.starts(with: "signe electroniquement par") || folded.starts(with: "signe par"),
      let place = folded.firstIndex(of: " par")
    else { return nil }
    let start = folded.offsets[place] + 4
    let text = String(decoding: document.bytes[start..<line.range.bounds.upperBound], as: UTF8.self)
    let words = text.split { " :\t".contains($0) }
    guard (2...4).contains(words.count), words.allSatisfy({ $0.first?.isUppercase ?? false }),
      !text.contains(where: \.isNumber)
    else { return nil }
    return Person(name: words.joined(separator: " "), source: document.location(of: line))
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
