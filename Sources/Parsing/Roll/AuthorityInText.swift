import DeliberationModel
import PageModel

/// Finds the authority that a heading or the sentence about the sitting names within its words:
/// "COMPTE RENDU DU CONSEIL MUNICIPAL DE VALBRUN", "s'est réuni le Conseil municipal de la Commune de
/// Valbrun", "les délégués du conseil de la Communauté de communes Bief – Lande se sont réunis".
enum AuthorityInText {
  /// The longest first.
  private static let links = [
    "de la commune de ", "de la commune d'", "de la commune du ", "de la commune des ",
    "de la ville de ", "de la ville d'", "de l'", "de la ", "des ", "du ", "de ", "d'",
  ]
  /// Words of a line that speaks of the session and its assembly, and of no other authority.
  private static let sessions: [StaticString] = [
    "conseil municipal", "seance", "reuni", "assemble", "convoque", "presidence", "conseil com",
    "conseil d", "comite syndical", "conseil syndical", "conseil territorial", "conseil regional",
    "conseil metropolitain", "commission permanente",
  ]
  /// What an assembly says of its authority: a community meets in the town hall of a commune.
  private static let assemblies: [(words: StaticString, type: AuthorityType)] = [
    ("conseil municipal", .commune), ("conseil communautaire", .epci),
    ("conseil de la communaute", .epci), ("conseil de communaute", .epci),
    ("conseil de l'ept", .epci), ("conseil territorial", .epci), ("conseil metropolitain", .epci),
    ("comite syndical", .syndicate), ("conseil syndical", .syndicate),
    ("conseil departemental", .department), ("conseil regional", .region),
  ]
  private static let heads =
    (AuthorityHead.all + AuthorityHead.inSentences)
    .sorted { $0.folded.utf8.count > $1.folded.utf8.count }
    .map { (head: $0, form: FoldedText($0.folded)) }

  /// The first authority that lines of a head name so.
  static func authority(in lines: [String]) -> Authority? {
    let folded = lines.map { FoldedText($0) }
    let type = folded.lazy.compactMap { line in
      assemblies.first { line.contains($0.words) }?.type
    }.first
    for place in lines.indices {
      let next = place + 1 < lines.count ? lines[place + 1] : ""
      // "sous la présidence de Mme" above "ROUX, maire de Valbrun"
      let isBelow = place > 0 && folded[place - 1].contains("presidence d")
      if let authority = authority(in: lines[place], next, type, isBelow) { return authority }
    }
    return type == .commune ? letterhead(lines, folded) : nil
  }

  private static func authority(
    in line: String,
    _ next: String,
    _ type: AuthorityType?,
    _ isBelowSession: Bool
  ) -> Authority? {
    let alone = FoldedText(line)
    guard alone.bytes.count <= 400 else { return nil }
    let text = line + " " + next
    let bytes = Array(text.utf8)
    let folded = FoldedText(bytes[...])
    // "le conseil" at the end of a line, "municipal de Valbrun" below it.
    let isOfSession =
      isBelowSession
      || sessions.contains { words in
        folded.firstIndex(of: words).map { $0 < alone.bytes.count } ?? false
      }
    for (head, form) in heads where type.map({ $0 == head.type }) ?? head.isNarrow {
      var from = 0
      while let place = folded.firstIndex(of: form, from: from), place < alone.bytes.count {
        from = place + 1
        guard place == 0 || !ASCII.isLetter(folded.bytes[place - 1]) else { continue }
        let opens = String(decoding: folded.bytes[..<place], as: UTF8.self)
        guard
          isOfSession && !head.isPlace(in: opens) || ["", "de la ", "la ", "de "].contains(opens)
        else { continue }
        let start = place + form.bytes.count
        guard start < folded.bytes.count, folded.bytes[start] == 0x20,
          let name = name(bytes, folded, after: start + 1, head, lineEnd: line.utf8.count)
        else { continue }
        return Authority(name: name, type: head.type)
      }
    }
    return nil
  }

  /// The name behind the words for a kind of authority, with these.
  private static func name(
    _ bytes: [UInt8],
    _ folded: FoldedText,
    after start: Int,
    _ head: AuthorityHead,
    lineEnd: Int
  ) -> String? {
    let link = links.first { folded.bytes[start...].starts(with: $0.utf8) }
    // "Conseil communautaire Val de Bief du 4 mai"
    let isAssembly = link == nil && head.written.isEmpty
    guard link != nil || isAssembly || head.takesName && !head.isAssembly else { return nil }
    let first = folded.offsets[start + (link?.utf8.count ?? 0)]
    let end = nameEnd(bytes, from: first, lineEnd: lineEnd)
    guard end > first else { return nil }
    let printed = String(decoding: bytes[first..<end], as: UTF8.self)
    let key = FoldedText(String(printed.split { $0 == " " }.first ?? "")).key
    // "DU CONSEIL MUNICIPAL DU MARDl 26 JUIN"
    let isDay = folded.bytes[start...].starts(with: "du ".utf8) && Self.number(bytes, at: end)
    if isAssembly {
      let rest = FoldedText(bytes[end...].prefix(6))
      guard rest.starts(with: " du "), rest.bytes.dropFirst(4).first.map(ASCII.isDigit) ?? false,
        printed.contains(" ")
      else { return nil }
    }
    guard printed.utf8.count > 1, !isDay, !printed.contains(where: { "()[]{}".contains($0) }),
      key != "france", key != "son", key != "cette",
      !RollWords.neverNames.contains(key), !meetingPlaces.contains(key)
    else { return nil }
    let isCapitals = !printed.unicodeScalars.contains(where: \.properties.isLowercase)
    let name = isCapitals ? AuthorityName.properName(printed) : printed
    if head.written.isEmpty { return name }
    guard let link else { return head.written + " " + name }
    let last = link.split(separator: " ").last ?? "de"
    let isOwn = link.hasPrefix("de la commune") || link.hasPrefix("de la ville")
    let article = link.hasSuffix("de la ") && !isOwn ? "de la" : String(last)
    return head.written + " " + (article.hasSuffix("'") ? article + name : article + " " + name)
  }

  /// Whether a number stands at an offset.
  private static func number(_ bytes: [UInt8], at offset: Int) -> Bool {
    bytes[offset...].first { $0 != 0x20 }.map(ASCII.isDigit) ?? false
  }

  private static let meetingPlaces: Set<String> = [
    "salle", "siege", "espace", "mairie", "hotel", "maison", "foyer", "centre",
  ]

  /// The offset behind the words of a name: with capitals, and the small ones between them.
  private static func nameEnd(_ bytes: [UInt8], from start: Int, lineEnd: Int) -> Int {
    var at = start
    var end = start
    while at < bytes.count {
      // A name goes on below the end of a line where nothing of it stands above, or in prose.
      if at > lineEnd, end > start, start < lineEnd,
        lineEnd < 60 || !bytes[..<lineEnd].contains(0x2C)
      {
        break
      }
      let word = bytes[at...].prefix { $0 != 0x20 && $0 != 0x09 && $0 != 0x2C && $0 != 0x28 }
      let key = FoldedText.key(of: word)
      guard !word.isEmpty, !word.contains(where: ASCII.isDigit) else { break }
      // "Bief – Lande"
      let isDash = FoldedText(word).bytes.elementsEqual([0x2D])
      guard word.count > 1 || isDash else { break }
      let isSmall =
        RollWords.particles.contains(String(decoding: key, as: UTF8.self))
        || RollWords.joiners.contains(String(decoding: key, as: UTF8.self)) || isDash
      // "Pays d'Orval"
      let letters = word.drop { $0 != 0x27 && $0 != 0x99 }.dropFirst()
      let isElided = end > start && letters.count > 1 && NameLetters.opensWithCapital(letters)
      // "VILLIERS SUR ORVAL"
      let joins = isSmall && end > start
      if NameLetters.opensWithCapital(word) && !joins || isElided {
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

  /// The commune of a letterhead: "Mairie" above "37999 Valbrun".
  private static func letterhead(_ lines: [String], _ folded: [FoldedText]) -> Authority? {
    guard
      let hall = folded.firstIndex(where: {
        ["mairie", "hotel de ville"].contains($0.string)
      })
    else { return nil }
    for line in lines[(hall + 1)...].prefix(3) {
      let words = line.split(separator: " ")
      guard words.count > 1, words[0].count == 5, words[0].allSatisfy(\.isNumber),
        !line.dropFirst(5).contains(where: \.isNumber), words[1].first?.isUppercase ?? false
      else { continue }
      let printed = words.dropFirst().joined(separator: " ")
      let isCapitals = !printed.unicodeScalars.contains(where: \.properties.isLowercase)
      let name = isCapitals ? AuthorityName.properName(printed) : printed
      return Authority(name: AuthorityHead.commune(name), type: .commune)
    }
    return nil
  }
}
