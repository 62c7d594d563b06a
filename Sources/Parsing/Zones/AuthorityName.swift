import DeliberationModel
import PageModel

/// Recognises the line that names a local authority.
///
/// "DEPARTEMENT DU PAS-DE-CALAIS" → `Département du Pas-de-Calais`: a name printed in capitals is
/// written with those of a proper name.
enum AuthorityName {
  private static let links = ["de ", "du ", "des ", "d'", "de l'", "de la "]

  /// The authority that the lines of a preface name.
  ///
  /// A commune prints its département above its own name: the assembly's kind of authority comes
  /// first, then that of the SIREN, then the narrower one.
  static func authority(
    in lines: [String],
    types: [AuthorityType],
    siren: String?
  ) -> Authority? {
    var found: [Authority] = []
    let names = lines.map { mayName(FoldedText($0)) }
    for (index, line) in lines.enumerated()
    where names[index] || (index + 1 < lines.count && names[index + 1]) {
      let cells = cells(of: line)
      let below = lines[(index + 1)...].prefix(2).map { self.cells(of: $0).first ?? "" }
      if let head = cells.first, let joined = joined(head, below) { found.append(joined) }
      found += cells.compactMap { cell in authority(in: cell) }
    }
    let known = siren.flatMap(TransmissionID.type)
    let own =
      found.first { types.contains($0.type) }
      ?? found.first { $0.type == known }
      ?? (types.isEmpty ? found.first { ![.department, .region].contains($0.type) } : nil)
    // "DÉPARTEMENT DU GARD" above the act of a commune, by its SIREN, says where it lies.
    let isOpen = types.isEmpty && known == nil
    guard var authority = own ?? (isOpen ? found.first : nil) else { return nil }
    authority.siren = siren
    if let printed = mixedCase(authority.name, in: lines) { authority.name = printed }
    return authority
  }

  /// The authority whose name runs over two or three lines.
  ///
  /// "Communauté d'agglomération" above "du Val d'Yerre"; "Syndicat mixte d'aménagement" above "du Parc des Monts
  /// d'Orval"; "SIAEP", "du Plateau de", "Valbrun".
  private static func joined(_ head: String, _ below: [String]) -> Authority? {
    guard head.utf8.count <= 70, let next = below.first, !next.isEmpty, next.utf8.count <= 60,
      !next.contains(where: \.isNumber), !namesAssembly(next)
    else { return nil }
    let alone = authority(in: head)
    let isLinked = links.contains { FoldedText(next).string.hasPrefix($0) }
    // The kind of authority alone stands above its name: "PETR" above "PAYS DE VALBRUN".
    let isKind = AuthorityHead.all.contains { $0.takesName && FoldedText(head).string == $0.folded }
    guard isOpen(head) || isKind || isLinked && (alone.map { $0.type != .commune } ?? true) else {
      return nil
    }
    let text = head + " " + next
    if isOpen(next), below.count > 1, !namesAssembly(below[1]),
      let whole = authority(in: text + " " + below[1])
    {
      return whole
    }
    return authority(in: text)
  }

  /// Whether a name ends in a word that another must follow: "SIAEP du Plateau de".
  private static func isOpen(_ name: String) -> Bool {
    guard let last = FoldedText(name).string.split(separator: " ").last else { return false }
    return small.contains(String(last))
  }

  /// Whether a line speaks of an assembly or a sitting.
  private static func namesAssembly(_ line: String) -> Bool {
    let folded = FoldedText(line)
    let words: [StaticString] = [
      "conseil", "comite", "bureau", "seance", "reunion", "assemblee", "deliberation", "mairie",
      "extrait", "registre", "proces",
    ]
    return words.contains { folded.contains($0) }
  }

  /// A cheap test: whether a text holds a word that begins or ends the name of an authority.
  private static func mayName(_ folded: FoldedText) -> Bool {
    folded.bytes.split { !ASCII.isLetter($0) }.contains { telling.value(of: $0) != nil }
  }

  private static let telling = WordTable<Void>([
    (
      (),
      AuthorityHead.all.map { String($0.folded.prefix { $0.isLetter }) }
        + suffixes.map(String.init)
    )
  ])

  /// The name as a sentence prints it, where a heading in capitals has no accents: "la commune de La
  /// Ferrière-aux-Étangs".
  private static func mixedCase(_ name: String, in lines: [String]) -> String? {
    let key = FoldedText(name)
    let text = lines.joined(separator: " ")
    let bytes = Array(text.utf8)
    let folded = FoldedText(bytes[...])
    guard let head = name.firstIndex(of: " ").map({ name[..<$0] }) else { return nil }
    var at = 0
    while at + key.bytes.count <= folded.bytes.count {
      defer { at += 1 }
      guard folded.bytes[at...].starts(with: key.bytes) else { continue }
      let end = at + key.bytes.count
      if end < folded.bytes.count, ASCII.isLetter(folded.bytes[end]) || folded.bytes[end] == 0x2D {
        continue
      }
      let printed = String(
        decoding: bytes[folded.offsets[at]..<folded.offsets[end]],
        as: UTF8.self
      )
      let hasSmall = printed.unicodeScalars.count(where: \.properties.isLowercase) > 12
      guard hasSmall, let space = printed.firstIndex(of: " "),
        !isInCapitals(String(printed.split(separator: " ").last ?? ""))
      else { continue }
      return String(head) + String(printed[space...])
    }
    return nil
  }

  /// The parts of a line between tabs or wide gaps.
  private static func cells(of line: String) -> [String] {
    var cells: [String] = [""]
    var spaces = 0
    for character in line {
      if character == "\t" || character == " " {
        spaces += character == "\t" ? 3 : 1
        continue
      }
      if spaces > 2, cells != [""] {
        cells.append("")
      } else if spaces > 0 {
        cells[cells.count - 1] += " "
      }
      spaces = 0
      cells[cells.count - 1].append(character)
    }
    return cells.map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
  }

  /// The authority that a line names, when the line is nothing else.
  static func authority(in printed: String) -> Authority? {
    // "COMMUNE DE VALBRUN (Haut-Bief)"
    let whole =
      printed.hasSuffix(")") ? String(printed.prefix { $0 != "(" }).trimmingSpaces() : printed
    let line = unlinked(whole)
    let folded = FoldedText(line)
    guard folded.bytes.count <= 80, !folded.bytes.contains(0x2C), mayName(folded) else {
      return nil
    }
    let text = folded.string
    for head in AuthorityHead.all where text.hasPrefix(head.folded + " ") {
      let rest = text.dropFirst(head.folded.count + 1)
      let isLinked = links.contains { link in rest.hasPrefix(link) }
      let start = folded.offsets[head.folded.utf8.count]
      let printed = String(decoding: Array(line.utf8)[start...], as: UTF8.self)
        .trimmingSpaces()
      guard isLinked || (head.takesName && isProperName(printed)) else { continue }
      if head.isAssembly, text.contains(where: \.isNumber) || rest.hasPrefix("de la commune") {
        continue
      }
      let isCapitals = isInCapitals(printed)
      let isWritten = folded.string.hasPrefix(FoldedText(head.written).string)
      let tail = isCapitals ? Self.own(properName(printed), of: head.type) : printed
      let isSmall = line.first?.isLowercase ?? false
      let name =
        isCapitals || isSmall || !isWritten ? head.written + " " + tail : line.trimmingSpaces()
      return Authority(name: name, type: head.type)
    }
    return suffixed(line, folded)
  }

  /// A line without the words that link it to the one above: "DU SYNDICAT MIXTE DU VAL D'YERRE" below
  /// "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU COMITÉ SYNDICAL".
  private static func unlinked(_ line: String) -> String {
    let folded = FoldedText(line)
    for link in ["de la ", "de l'", "du "] where folded.string.hasPrefix(link) {
      guard AuthorityHead.all.contains(where: { folded.string.hasPrefix(link + $0.folded + " ") })
      else { continue }
      let name = String(
        decoding: Array(line.utf8)[folded.offsets[link.utf8.count]...],
        as: UTF8.self
      )
      // "de la commune de Valbrun pour 1 500 €" goes on with a sentence.
      let isHead = name.first?.isUppercase ?? false
      return isHead && !name.contains(where: \.isNumber) ? name : line
    }
    return line
  }

  /// The article of a commune is part of its name: "de la Lande" is "de La Lande".
  private static func own(_ name: String, of type: AuthorityType) -> String {
    for article in ["le ", "la ", "les "] where type == .commune && name.hasPrefix("de " + article)
    {
      return "de " + article.prefix(1).uppercased() + name.dropFirst(4)
    }
    return name
  }

  /// Whether a name is in capitals, small words aside: "de SAINT-BRICE-DU-VENT".
  private static func isInCapitals(_ name: String) -> Bool {
    let words = name.split { $0 == " " || $0 == "'" || $0 == "’" }
    let long = words.filter { $0.count > 2 }
    return !long.isEmpty
      && long.allSatisfy { !$0.unicodeScalars.contains(where: \.properties.isLowercase) }
  }

  /// Words that a name of a grouping ends in.
  private static let suffixes: Set<Substring> = [
    "metropole", "communaute", "agglomeration", "agglo",
  ]
  /// Words of a line that names an assembly or an office of it.
  private static let ofAssemblies: Set<Substring> = [
    "conseil", "conseiller", "bureau", "assemblee", "comite", "president", "presidente",
    "vice-president", "delegue", "la", "une", "cette",
  ]

  /// "Bordeaux Métropole", "RENNES METROPOLE", "VALLONS DU MEU COMMUNAUTÉ".
  private static func suffixed(_ line: String, _ folded: FoldedText) -> Authority? {
    let words = folded.string.split(separator: " ")
    guard (2...6).contains(words.count), let last = words.last, suffixes.contains(last),
      !ofAssemblies.contains(words[0]), words.count <= 4 || last != "metropole"
    else { return nil }
    guard isProperName(line) else { return nil }
    let isCapitals = !line.unicodeScalars.contains(where: \.properties.isLowercase)
    return Authority(name: isCapitals ? properName(line) : line.trimmingSpaces(), type: .epci)
  }

  /// Whether a text is a name of up to eight words: it begins with a capital, and no digit or mark
  /// of a sentence is in it.
  private static func isProperName(_ text: String) -> Bool {
    guard text.first?.isUppercase ?? false, text.split(separator: " ").count <= 8 else {
      return false
    }
    return !text.contains { $0.isNumber || ":;.()".contains($0) }
  }

  /// The authority that enacting words name: "Le conseil communautaire de la Communauté
  /// d'agglomération du Val d'Yerre,".
  static func authority(inEnacting text: String) -> Authority? {
    let clause = text.prefix { $0 != "," }
    let (bytes, folded) = (Array(clause.utf8), FoldedText(String(clause)))
    for head in AuthorityHead.all {
      for link in [" de la ", " du ", " de l'", " de "] {
        guard let place = folded.firstIndex(of: FoldedText(link + head.folded + " ")) else {
          continue
        }
        let printed = bytes[folded.offsets[place + link.utf8.count]...]
        if let authority = authority(in: String(decoding: printed, as: UTF8.self)) {
          return authority
        }
      }
    }
    return nil
  }

  private static let small: Set<String> = [
    "de", "du", "des", "la", "le", "les", "sur", "sous", "en", "et", "lès", "aux", "au",
  ]

  /// Capitals as those of a proper name: `DU PAS-DE-CALAIS` → `du Pas-de-Calais`, `ARRAS` → `Arras`.
  static func properName(_ text: String) -> String {
    var out = ""
    var word = ""
    func flush() {
      let lower = word.lowercased()
      if small.contains(lower) {
        out += lower
      } else if let mark = lower.firstIndex(where: { $0 == "'" || $0 == "’" }), lower.count > 2,
        // "L'ORVAL", "D'ORVAL"; "CRAC'H" is one word.
        lower.distance(from: lower.startIndex, to: mark) < 3
      {
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
