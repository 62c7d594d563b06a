import DeliberationModel
import PageModel

/// Reads the counts that acts print beside their lists, one or several on a line: "Nombre de
/// délégués en exercice : 24   Présents : 18   Votants : 20", or in a table, the numbers below.
enum RollCounts {
  /// The counts that some lines print.
  static func counts(_ lines: [Int], of document: Document) -> [AttendanceCount: Int] {
    var counts: [AttendanceCount: Int] = [:]
    var waiting: [AttendanceCount] = []
    for line in lines {
      let folded = FoldedText(document.bytes[document.lines[line].range.bounds])
      guard folded.bytes.count <= 240 else { continue }
      let numbers = numbers(in: folded)
      if !numbers.isEmpty, !waiting.isEmpty {
        for number in numbers where !waiting.isEmpty {
          let key = waiting.removeFirst()
          counts[key] = counts[key] ?? number
        }
        continue
      }
      let printed = self.counts(in: folded)
      if !printed.isEmpty {
        waiting = []
        for (key, count) in printed { counts[key] = counts[key] ?? count }
        continue
      }
      if let members = members(in: folded) {
        counts[.members] = counts[.members] ?? members
        continue
      }
      let heads = heads(in: folded)
      // A list follows a heading that is its label.
      if !heads.isEmpty {
        waiting += heads
      } else if folded.bytes.contains(where: ASCII.isLetter), !isFiller(folded) {
        waiting = []
      }
    }
    return counts
  }

  /// "Nombre de Conseillers : 11".
  private static func members(in folded: FoldedText) -> Int? {
    guard folded.starts(with: "nombre d"), folded.bytes.count <= 60, isFiller(folded),
      let colon = folded.bytes.firstIndex(of: 0x3A)
    else { return nil }
    return number(in: folded.bytes, after: colon)
  }

  private static func isFiller(_ folded: FoldedText) -> Bool {
    folded.bytes.split { !isOfWord($0) }.allSatisfy { fillers.value(of: $0) != nil }
  }

  private static let stems: [(stem: StaticString, key: AttendanceCount)] = [
    ("en exercice", .members), ("present", .present), ("en seance", .present),
    ("pouvoir", .represented),
    ("procuration", .represented), ("represente", .represented), ("absent", .absent),
    ("excuse", .absent), ("votant", .voters), ("pris part a la deliberation", .voters),
    ("pris part au vote", .voters),
  ]

  /// The counts of a line, each right behind its word.
  static func counts(in folded: FoldedText) -> [(key: AttendanceCount, count: Int)] {
    words(in: folded).compactMap { word in
      number(in: folded.bytes, after: word.end).map { (word.key, $0) }
    }
  }

  /// What the columns of a line count, where it is nothing but the head of a table of counts.
  static func heads(in folded: FoldedText) -> [AttendanceCount] {
    guard !folded.bytes.contains(where: ASCII.isDigit) else { return [] }
    guard isFiller(folded), folded.bytes.split(whereSeparator: { !isOfWord($0) }).count <= 24
    else { return [] }
    return words(in: folded).map(\.key)
  }

  /// The numbers of a line that holds nothing else: "27", "15<tab>11<tab>13".
  static func numbers(in folded: FoldedText) -> [Int] {
    var numbers: [Int] = []
    for word in folded.bytes.split(whereSeparator: ASCII.isSpace) {
      guard word.count <= 4, word.allSatisfy(ASCII.isDigit) else { return [] }
      numbers.append(ASCII.number(word))
    }
    return numbers
  }

  private static func isOfWord(_ byte: UInt8) -> Bool { ASCII.isLetter(byte) || byte == 0x27 }

  private static let fillers = WordTable<Void>([(value: (), words: fillerWords)])
  private static let fillerWords = [
    "nombre", "de", "des", "du", "membres", "conseillers", "conseilleres", "delegues", "elus",
    "municipaux", "communautaires", "syndicaux", "titulaires", "en", "exercice", "present",
    "presents", "presentes", "pouvoir", "pouvoirs", "procuration", "procurations", "represente",
    "representes", "absent", "absents", "excuse", "excuses", "votant", "votants", "et", "ont",
    "qui", "pris", "seance", "part", "a", "la", "deliberation", "au", "vote", "s", "e",
  ]

  /// The words of a line that say what is counted, each once, in order.
  private static func words(in folded: FoldedText) -> [(key: AttendanceCount, end: Int)] {
    var found: [(place: Int, key: AttendanceCount, end: Int)] = []
    for (stem, key) in stems {
      guard let place = folded.firstIndex(of: stem) else { continue }
      guard place == 0 || !ASCII.isLetter(folded.bytes[place - 1]) else { continue }
      // "Nombre de conseillers présents à l'appel n'ayant pas pris part au vote : 0".
      guard !folded.bytes[..<place].suffix(4).elementsEqual("pas ".utf8) else { continue }
      var end = place + stem.utf8CodeUnitCount
      // "présents", "absent(s)", "excusé(e)s".
      while end < folded.bytes.count, [0x65, 0x73, 0x28, 0x29].contains(folded.bytes[end]) {
        end += 1
      }
      guard end == folded.bytes.count || !ASCII.isLetter(folded.bytes[end]) else { continue }
      if found.contains(where: { $0.key == key }) { continue }
      found.append((place, key, end))
    }
    return found.sorted { $0.place < $1.place }.map { ($0.key, $0.end) }
  }

  private static func number(in bytes: [UInt8], after start: Int) -> Int? {
    var at = start
    // "Présents à la séance : 21".
    if bytes[at...].starts(with: " a la seance".utf8) { at += 12 }
    let marks: Set<UInt8> = [0x20, 0x09, 0x3A, 0x2E, 0x3D, 0x2D]
    while at < bytes.count, marks.contains(bytes[at]) { at += 1 }
    guard let value = ASCII.number(bytes, &at, digits: 1...4) else { return nil }
    return at == bytes.count || !ASCII.isLetter(bytes[at]) ? value : nil
  }
}
