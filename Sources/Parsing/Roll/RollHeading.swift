import DeliberationModel

/// The heading of a list of people, in any wording of the law: "Étaient présents :", "27 puis 28
/// conseillers communautaires étaient présents :", "Absents excusés ayant donné pouvoir", "Ont donné
/// procuration : 09".
struct RollHeading {
  /// What the people below are.
  enum Kind: Hashable {
    case list(AttendanceStatus)
    /// Who gave a proxy.
    case proxies
    /// "Mandataires :": who votes for those above, in their order.
    case holders
    case secretary
    /// A count, which no list follows.
    case count
    /// "Titulaires :", "Mesdames et Messieurs les conseillers :" within a list, or above the first.
    case part
  }

  var kind: Kind
  /// The index of the first token behind it, its colon and its number.
  var end: Int
  /// The number that it prints beside its list.
  var count: Int?
  /// Whether it can be that of the members who are there: "Assistaient à la réunion :", and not
  /// "Assistaient également :".
  var mayBeOfMembers = false

  private static let reach = 16

  /// Reads the heading that begins at a token; nothing where none does.
  init?(_ tokens: [RollToken], at start: Int) {
    guard Self.mayOpen(tokens, start) else { return nil }
    if let sentence = Self.sentence(tokens, start) {
      (kind, end) = sentence
      return
    }
    var at = start
    if tokens[at].isBullet { at += 1 }
    var heads: Set<RollWords.Head> = []
    var words: Set<String> = []
    var lastWord = at
    var printed: Int?
    let first = at
    scan: while at < tokens.count, at - start < Self.reach {
      let token = tokens[at]
      if at > first, token.opensLine, !Self.goesOn(tokens, at, heads) { break }
      switch token.kind {
      case .word:
        if let head = RollWords.head(token.key) {
          let isRefused = words.contains("non") || words.contains("sans")
          // "Absents non excusés", "Excusés sans procuration".
          if !isRefused || ![.excused, .represented, .proxy].contains(head) {
            heads.insert(head)
          } else if head == .excused, heads.isEmpty {
            // "Sans excuse :", "Non excusés :"
            heads.insert(.absent)
          }
        } else if let colon = Self.citationEnd(tokens, at), !heads.isEmpty || at > first {
          at = colon
          lastWord = colon - 1
          continue
        } else if !Self.isBeside(token), !Self.addressesMembers(tokens, at) {
          break scan
        }
        words.insert(token.key)
        if !["et", "ou"].contains(token.key) { lastWord = at }
        if token.hasStop {
          at += 1
          break scan
        }
      case .number:
        guard let value = Int(token.key), value < 1000 else { break scan }
        guard heads.isEmpty else { break scan }
        printed = value
      case .mark(let mark):
        // "Titulaires/suppléants", "Absents - excusés", "Absents, excusés".
        let joins = [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ",")].contains(mark)
        // "Présents / Hor zirenak :" says the same in another language.
        if mark == UInt8(ascii: "/"), !heads.isEmpty, let colon = Self.otherLanguageEnd(tokens, at)
        {
          lastWord = colon - 1
          break scan
        }
        guard joins, at + 1 < tokens.count, tokens[at + 1].kind == .word,
          RollWords.head(tokens[at + 1].key) != nil
            || mark != UInt8(ascii: ",") && Self.isBeside(tokens[at + 1])
        else { break scan }
      }
      at += 1
    }
    at = lastWord + 1
    guard at <= tokens.count, at > first else { return nil }
    if heads.isEmpty, words.contains("mandataires"), words.count < 3, at < tokens.count,
      tokens[at].isMark(":")
    {
      (kind, end) = (.holders, at + 1)
      return
    }
    let isPart = heads.isEmpty && Self.names(part: words)
    guard !heads.isEmpty || isPart else { return nil }
    self.count = printed
    var end: Int?
    if let kind = isPart ? .part : Self.kind(heads, words) {
      end = Self.end(tokens, at, kind, &count, opensLine: tokens[start].opensLine)
    }
    if end == nil, !isPart, tokens[start].opensLine {
      end = Self.clauseEnd(tokens, at)
      heads.formUnion(tokens[at..<(end ?? at)].compactMap { RollWords.head($0.key) })
    }
    guard let end, var kind = isPart ? .part : Self.kind(heads, words) else { return nil }
    // "Présents tous les membres en exercice : Luc PETIT, …"
    if kind == .count, heads.contains(.present),
      Self.opensPeople(tokens, below: end) || Self.opensNames(tokens, at: end)
    {
      kind = .list(.present)
    }
    self.end = end
    // "Conseillers : 15" is a count.
    if isPart, end < tokens.count, tokens[end].kind == .number { return nil }
    self.kind = kind
    mayBeOfMembers =
      heads == [.guest]
      && words.isDisjoint(with: ["egalement", "personnes", "autres", "voix", "vote", "quorum"])
  }

  /// A heading that opens with the law it follows, above a person.
  ///
  /// "Conformément à l'article L. 2121-20 du code, ont donné pouvoir de voter en leur nom :"
  private static func sentence(_ tokens: [RollToken], _ start: Int) -> (Kind, Int)? {
    guard tokens[start].opensLine, let colon = citationEnd(tokens, start),
      opensPeople(tokens, below: colon + 1)
    else { return nil }
    let words = Set(tokens[start..<colon].map(\.key))
    return kind(Set(words.compactMap(RollWords.head)), words).map { ($0, colon + 1) }
  }

  /// The index behind a clause that a heading goes on with, where its colon is followed by a person:
  /// "avaient donné pouvoir de voter en leur nom :", "présents à l'ouverture de la séance :".
  private static func clauseEnd(_ tokens: [RollToken], _ start: Int) -> Int? {
    var at = start
    while at < tokens.count, at - start < reach, !tokens[at].opensParagraph {
      if tokens[at].isMark(":") { return opensPeople(tokens, below: at + 1) ? at + 1 : nil }
      guard tokens[at].kind == .number || tokens[at].kind == .word && tokens[at].letters == .small,
        !tokens[at].hasStop
      else { return nil }
      at += 1
    }
    return nil
  }

  /// The index of the colon behind words of another language, which no list knows.
  static func otherLanguageEnd(_ tokens: [RollToken], _ slash: Int) -> Int? {
    let words = tokens[(slash + 1)...].prefix(6).prefix { !$0.opensLine && !$0.isMark(":") }
    let colon = slash + 1 + words.count
    guard !words.isEmpty, colon < tokens.count, tokens[colon].isMark(":"),
      words.allSatisfy({ $0.kind == .word && !$0.hasStop && RollWords.head($0.key) == nil }),
      !words.contains(where: isBeside)
    else { return nil }
    return colon
  }

  /// Whether a person stands behind a colon.
  private static func opensPeople(_ tokens: [RollToken], below colon: Int) -> Bool {
    guard colon > 0, tokens[colon - 1].isMark(":") else { return false }
    let names = RollNames(tokens)
    let next = colon < tokens.count && tokens[colon].isBullet ? colon + 1 : colon
    guard next < tokens.count else { return false }
    return names.honorific(at: next) != nil || names.name(at: next)?.isWhole ?? false
  }

  /// Whether two whole names with a comma between them open a line.
  private static func opensNames(_ tokens: [RollToken], at start: Int) -> Bool {
    let names = RollNames(tokens)
    guard start < tokens.count, tokens[start].opensLine, let first = names.name(at: start),
      first.isWhole, first.end + 1 < tokens.count, tokens[first.end].isMark(",")
    else { return false }
    return names.name(at: first.end + 1)?.isWhole ?? false
  }

  /// Whether an address of the members begins at a token: "Mesdames et Messieurs les conseillers".
  private static func addressesMembers(_ tokens: [RollToken], _ start: Int) -> Bool {
    var at = start
    while at < tokens.count, at - start < 4 {
      if tokens[at].key == "les", at > start { return true }
      guard RollWords.honorifics[tokens[at].key]?.isPlural ?? (tokens[at].key == "et") else {
        return false
      }
      at += 1
    }
    return false
  }

  /// Whether a heading can begin at a token: at the head of a line or a cell, behind a full stop or
  /// a mark, or with a capital within a text whose line ends are lost.
  private static func mayOpen(_ tokens: [RollToken], _ start: Int) -> Bool {
    let token = tokens[start]
    if token.opensLine || token.opensCell { return true }
    guard token.kind == .word, token.letters != .small, start > 0 else { return false }
    return RollWords.head(token.key) != nil || isBeside(token)
      || addressesMembers(tokens, start)
  }

  private static func isBeside(_ token: RollToken) -> Bool {
    RollWords.besideHeads.contains(token.key)
      || ["l'", "d'", "n'", "l’", "d’", "n’"].contains { token.text.lowercased().hasPrefix($0) }
        && RollWords.besideHeads.contains(String(token.key.dropFirst()))
  }

  /// Whether a heading goes on below the end of its line: "Absents excusés" above "ayant donné
  /// pouvoir :".
  private static func goesOn(
    _ tokens: [RollToken],
    _ at: Int,
    _ heads: Set<RollWords.Head>
  ) -> Bool {
    guard !tokens[at].opensParagraph, tokens[at].kind == .word, tokens[at].letters == .small else {
      return false
    }
    return isBeside(tokens[at]) || RollWords.head(tokens[at].key) != nil
  }

  /// The index of the colon behind the law that a heading cites.
  ///
  /// "Absents ayant voté par procuration en application de l'article L. 2121-20 du code :".
  private static func citationEnd(_ tokens: [RollToken], _ start: Int) -> Int? {
    let openings: Set<String> = ["application", "vertu", "conformement", "titre"]
    guard
      openings.contains(tokens[start].key)
        || (start + 1 < tokens.count && tokens[start].key == "en"
          && openings.contains(tokens[start + 1].key))
    else { return nil }
    return tokens.indices[start...].prefix(36).first { tokens[$0].isMark(":") }
  }

  private static func names(part words: Set<String>) -> Bool {
    !words.isDisjoint(with: RollWords.ranks) && !words.contains("nombre") && words.count <= 8
  }

  private static func kind(
    _ heads: Set<RollWords.Head>,
    _ words: Set<String>
  ) -> Kind? {
    if heads.contains(.secretary) {
      return heads.count == 1 ? .secretary : nil
    }
    let isWithoutVote =
      !words.isDisjoint(with: ["deliberative", "deliberatives"]) && words.contains("sans")
      || !words.isDisjoint(with: ["consultative", "consultatives"])
    if heads.contains(.count) { return .count }
    // "Délégations au maire :" is no list.
    if words.contains(where: { $0.hasPrefix("delegation") }), !words.contains("vote") { return nil }
    if heads.contains(.proxy) || heads.contains(.represented) {
      // "Présents et représentés : 39".
      return heads.contains(.present) ? .count : .proxies
    }
    if isWithoutVote {
      return .list(heads.contains(.excused) ? .excusedWithoutVote : .attendingWithoutVote)
    }
    if heads.contains(.guest) { return .list(.attendingWithoutVote) }
    if heads.contains(.excused) { return .list(.excused) }
    if heads.contains(.absent) { return .list(.absent) }
    // "Étaient également présents : la secrétaire de mairie"
    if heads.contains(.present), words.contains("egalement") { return .list(.attendingWithoutVote) }
    return heads.contains(.present) ? .list(.present) : nil
  }

  /// The index behind what closes a heading; nothing where words follow that make it a sentence.
  private static func end(
    _ tokens: [RollToken],
    _ start: Int,
    _ kind: Kind,
    _ count: inout Int?,
    opensLine: Bool
  ) -> Int? {
    var at = start
    var isClosed = false
    func skipCount() {
      guard at < tokens.count else { return }
      let opens = tokens[at].isMark("(")
      let number = opens ? at + 1 : at
      guard number < tokens.count, tokens[number].kind == .number,
        let value = Int(tokens[number].key), value < 1000
      else { return }
      // "1. M. PETIT" opens a numbered list.
      if tokens[number].opensLine, number + 1 < tokens.count, !tokens[number + 1].opensLine {
        return
      }
      if opens, number + 1 < tokens.count, tokens[number + 1].isMark(")") {
        count = value
        at = number + 2
      } else if !opens, !isOrdinal(tokens, number) {
        count = value
        at = number + 1
      }
    }
    skipCount()
    // "Présents (par ordre du tableau) :"
    if at < tokens.count, tokens[at].isMark("("),
      let close = tokens[at...].prefix(12).firstIndex(where: { $0.isMark(")") }),
      close + 1 < tokens.count, tokens[close + 1].isMark(":")
    {
      at = close + 1
    }
    while at < tokens.count, tokens[at].isMark(":") || tokens[at].isMark("-") && !isClosed {
      isClosed = true
      at += 1
    }
    skipCount()
    if at < tokens.count, tokens[at].isMark(":") {
      isClosed = true
      at += 1
    }
    if count != nil { at = remarkEnd(tokens, at) }
    if kind == .count { return at }
    if kind == .part { return isClosed ? at : nil }
    if isClosed || at >= tokens.count || count != nil { return at }
    // "procuration à Mme ROUX" at the head of a broken line.
    if ["a", "par", "de", "du", "au", "la", "le", "d"].contains(tokens[start - 1].key) {
      return nil
    }
    if tokens[at].opensLine { return opensLine ? at : nil }
    // "Excusés ayant donné pouvoir. Mme ROUX à M. PETIT"
    if tokens[start - 1].hasStop {
      guard opensLine, RollWords.honorifics[tokens[at].key] != nil else { return nil }
      return RollNames(tokens).name(at: at)?.isWhole ?? false ? at : nil
    }
    // "Procurations Catherine VINAS donne procuration à …", "Présents Madame …"
    guard opensLine || tokens[at].opensCell || RollWords.honorifics[tokens[at].key] != nil else {
      return nil
    }
    if kind == .secretary { return tokens[at].isName ? at : nil }
    if RollWords.honorifics[tokens[at].key] != nil { return at }
    return tokens[at].isName && !RollWords.neverNames.contains(tokens[at].key)
      && !RollWords.offices.contains(tokens[at].key) ? at : nil
  }

  /// The index behind what a line says of its count to its end: "(dont 5 suppléants)", "à l'ouverture de la
  /// séance".
  private static func remarkEnd(_ tokens: [RollToken], _ start: Int) -> Int {
    var at = start
    while at < tokens.count, !tokens[at].opensLine {
      guard tokens[at].letters == .small || tokens[at].kind != .word, at - start < 10 else {
        return start
      }
      at += 1
    }
    return at
  }

  /// "Présents : 1er adjoint", "Présents à 20 h" are no counts.
  private static func isOrdinal(_ tokens: [RollToken], _ at: Int) -> Bool {
    at + 1 < tokens.count
      && (RollWords.offices.contains(tokens[at + 1].key)
        || ["h", "heures", "heure"].contains(tokens[at + 1].key))
  }
}

extension RollToken {
  var isBullet: Bool {
    isMark("*") || isMark("-") || isMark(">") || isMark("\"")
  }
}
