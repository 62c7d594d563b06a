import DeliberationModel
import PageModel

/// Finds the commune that a heading or the sentence about the sitting names within its words:
/// "COMPTE RENDU DU CONSEIL MUNICIPAL DE VALBRUN", "s'est réuni le Conseil municipal de la Commune de
/// Valbrun".
enum AuthorityInText {
  private static let heads: [StaticString] = [
    "conseil municipal d", "commune d", "ville d", "mairie d",
  ]
  /// The longest first.
  private static let links = [
    "de la commune de ", "de la commune d'", "de la commune du ", "de la commune des ",
    "de la ville de ", "de la ville d'", "de l'", "de la ", "des ", "du ", "de ", "d'",
  ]
  /// Words of a line that speaks of the session and its assembly, and of no other commune.
  private static let sessions: [StaticString] = [
    "conseil municipal", "seance", "reuni", "assemble", "convoque", "presidence",
  ]

  /// The first commune that lines of a head name so.
  static func commune(in lines: [String]) -> Authority? {
    for (place, line) in lines.enumerated() {
      let next = place + 1 < lines.count ? lines[place + 1] : ""
      if let name = name(in: line, next) {
        return Authority(name: "Commune " + name, type: .commune)
      }
    }
    return nil
  }

  private static func name(in line: String, _ next: String) -> String? {
    let alone = FoldedText(line)
    guard alone.bytes.count <= 200 else { return nil }
    let text = line + " " + next
    let bytes = Array(text.utf8)
    let folded = FoldedText(bytes[...])
    let isOfSession = sessions.contains { alone.contains($0) }
    for head in heads {
      guard let place = alone.firstIndex(of: head) else { continue }
      guard place == 0 || !ASCII.isLetter(alone.bytes[place - 1]) else { continue }
      let opens = String(decoding: alone.bytes[..<place], as: UTF8.self)
      guard isOfSession || ["", "de la ", "la ", "de "].contains(opens) else { continue }
      let start = place + head.utf8CodeUnitCount - 1
      guard let link = links.first(where: { folded.bytes[start...].starts(with: $0.utf8) }) else {
        continue
      }
      let first = folded.offsets[start + link.utf8.count]
      let end = nameEnd(bytes, from: first, lineEnd: line.utf8.count)
      guard end > first else { continue }
      let printed = String(decoding: bytes[first..<end], as: UTF8.self)
      let key = FoldedText(String(printed.split { $0 == " " }.first ?? "")).key
      guard printed.utf8.count > 1, !RollWords.neverNames.contains(key), key != "france" else {
        continue
      }
      let isCapitals = !printed.unicodeScalars.contains(where: \.properties.isLowercase)
      let last = link.split(separator: " ").last ?? "de"
      let article =
        link.hasSuffix("de la ") && !link.hasPrefix("de la commune") ? "de la" : String(last)
      let name = isCapitals ? AuthorityName.properName(printed) : printed
      return article.hasSuffix("'") ? article + name : article + " " + name
    }
    return nil
  }

  /// The offset behind the words of a name: with capitals, and the small ones between them.
  private static func nameEnd(_ bytes: [UInt8], from start: Int, lineEnd: Int) -> Int {
    var at = start
    var end = start
    while at < bytes.count {
      // A name goes on below the end of a line only where nothing of it stands above.
      if at > lineEnd, end > start, start < lineEnd { break }
      let word = bytes[at...].prefix { $0 != 0x20 && $0 != 0x09 && $0 != 0x2C && $0 != 0x28 }
      guard !word.isEmpty, !word.contains(where: ASCII.isDigit), word.count > 1 else { break }
      let key = FoldedText.key(of: word)
      let isSmall =
        RollWords.particles.contains(String(decoding: key, as: UTF8.self))
        || ["sur", "sous", "en", "aux", "au", "et"].contains(String(decoding: key, as: UTF8.self))
      if NameLetters.opensWithCapital(word) {
        guard end == start || !RollWords.neverNames.contains(String(decoding: key, as: UTF8.self))
        else { break }
        end = word.endIndex
      } else if !isSmall || end == start {
        break
      }
      at = word.endIndex
      if let last = word.last, [0x2E, 0x3A, 0x3B].contains(last) {
        end = min(end, word.endIndex - 1)
        break
      }
      guard at < bytes.count, bytes[at] == 0x20 else { break }
      at += 1
    }
    return end
  }
}
