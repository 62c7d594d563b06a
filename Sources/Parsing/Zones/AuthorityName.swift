import DeliberationModel
import PageModel

/// Recognises the line that names a local authority.
///
/// "DEPARTEMENT DU PAS-DE-CALAIS" → `Département du Pas-de-Calais`: a name printed in capitals is
/// written with those of a proper name.
enum AuthorityName {
  private static let heads: [(folded: String, written: String, type: AuthorityType)] = [
    ("departement", "Département", .department),
    ("region", "Région", .region),
    ("commune", "Commune", .commune),
    ("ville", "Ville", .commune),
    ("mairie", "Commune", .commune),
    ("communaute d'agglomeration", "Communauté d'agglomération", .epci),
    ("communaute de communes", "Communauté de communes", .epci),
    ("communaute urbaine", "Communauté urbaine", .epci),
    ("metropole", "Métropole", .epci),
    ("syndicat mixte", "Syndicat mixte", .syndicate),
    ("syndicat intercommunal", "Syndicat intercommunal", .syndicate),
  ]
  private static let links = ["de ", "du ", "des ", "d'", "de l'", "de la "]

  /// The authority that a line names, when the line is nothing else.
  static func authority(in line: String) -> Authority? {
    let folded = FoldedText(line)
    let text = folded.string
    guard text.count <= 80, !text.contains(",") else { return nil }
    for head in heads where text.hasPrefix(head.folded + " ") {
      let rest = text.dropFirst(head.folded.count + 1)
      guard links.contains(where: { link in rest.hasPrefix(link) }) else { continue }
      let start = Int(folded.offsets[head.folded.utf8.count])
      let printed = String(decoding: Array(line.utf8)[start...], as: UTF8.self)
        .trimmingSpaces()
      let isCapitals = !printed.unicodeScalars.contains(where: \.properties.isLowercase)
      let name = isCapitals ? head.written + " " + properName(printed) : line.trimmingSpaces()
      return Authority(name: name, type: head.type)
    }
    return nil
  }

  /// The authority that enacting words name: "Le conseil communautaire de la Communauté
  /// d'agglomération du Val d'Yerre,".
  static func authority(inEnacting text: String) -> Authority? {
    let folded = FoldedText(text)
    let clause = folded.string.prefix { $0 != "," }
    for head in heads {
      for link in [" de la ", " du ", " de l'", " de "] {
        guard let range = clause.firstRange(of: link + head.folded + " ") else { continue }
        let offset = clause.utf8.distance(from: clause.startIndex, to: range.lowerBound)
        let start = Int(folded.offsets[offset + link.utf8.count])
        let end = Int(folded.offsets[clause.utf8.count])
        let name = String(decoding: Array(text.utf8)[start..<end], as: UTF8.self)
        if let authority = authority(in: name) { return authority }
      }
    }
    return nil
  }

  private static let small: Set<String> = [
    "de", "du", "des", "la", "le", "les", "sur", "sous", "en", "et", "lès", "les", "aux", "au",
  ]

  /// Capitals as those of a proper name: `DU PAS-DE-CALAIS` → `du Pas-de-Calais`, `ARRAS` → `Arras`.
  static func properName(_ text: String) -> String {
    var out = ""
    var word = ""
    func flush() {
      let lower = word.lowercased()
      if small.contains(lower) {
        out += lower
      } else if let mark = lower.firstIndex(where: { $0 == "'" || $0 == "’" }), lower.count > 2 {
        let rest = lower[lower.index(after: mark)...]
        out += lower[...mark] + rest.prefix(1).uppercased() + rest.dropFirst()
      } else {
        out += lower.prefix(1).uppercased() + lower.dropFirst()
      }
      word = ""
    }
    for character in text {
      if character == " " || character == "-" {
        flush()
        out.append(character)
      } else {
        word.append(character)
      }
    }
    flush()
    return out
  }
}

extension String {
  /// The text without outer spaces and tabs; readers leave no other white space in a line.
  func trimmingSpaces() -> String {
    let bytes = utf8
    guard let first = bytes.firstIndex(where: { !ASCII.isSpace($0) }),
      let last = bytes.lastIndex(where: { !ASCII.isSpace($0) })
    else { return "" }
    return String(self[first...last])
  }

  /// The text without white space and the given marks at its end.
  func trimmingEnd(_ marks: Set<Character>) -> String {
    var text = self
    while let last = text.last, last.isWhitespace || marks.contains(last) { text.removeLast() }
    return text
  }
}
