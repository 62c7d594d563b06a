import DeliberationModel
import PageModel

/// A name in a list: the tokens that make it, and how it is addressed.
struct RollName {
  var words: Range<Int>
  var honorific: Honorific?
  /// The text as printed.
  var text: String
  /// Whether a given name or an initial and a family name stand in it.
  var isWhole: Bool
  /// Whether it begins with a family name in capitals that a given name follows: "TARDIEU Yves".
  var isFamilyFirst: Bool
  /// The index behind it.
  var end: Int
}

/// Reads one name after another from tokens.
struct RollNames {
  let tokens: [RollToken]
  private static let mostWords = 8

  init(_ tokens: [RollToken]) {
    self.tokens = tokens
  }

  /// The honorifics at an index: "M.", "Mmes et MM.", "Mesdames et Messieurs", "Monsieur le".
  func honorific(at start: Int) -> (honorific: Honorific?, isPlural: Bool, end: Int)? {
    var at = start
    var found: Honorific?
    var isPlural = false
    var isMixed = false
    while at < tokens.count, tokens[at].kind == .word {
      let token = tokens[at]
      guard let title = RollWords.honorifics[token.key],
        token.letters != .small || at == start || found != nil,
        !isInitial(at)
      else {
        let joins = ["et", "ou"].contains(token.key) || token.key == "&"
        guard joins, found != nil, at + 1 < tokens.count,
          RollWords.honorifics[tokens[at + 1].key] != nil
        else { break }
        at += 1
        continue
      }
      if token.key == "m" || token.key == "ms" || token.key == "mr" {
        // "M" alone is an address before a name only.
        guard at + 1 < tokens.count, tokens[at + 1].kind == .word else { break }
      }
      if let found, found != title.honorific { isMixed = true }
      found = title.honorific
      isPlural = isPlural || title.isPlural
      at += 1
      // "Mesdames, Messieurs", "Mmes / MM."
      if at + 1 < tokens.count, title.isPlural || isPlural,
        [UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ".")]
          .contains(where: { tokens[at].kind == .mark($0) }),
        let next = RollWords.honorifics[tokens[at + 1].key], next.isPlural
      {
        at += 1
      }
    }
    guard let found else { return nil }
    if at < tokens.count, tokens[at].isMark(":") { at += 1 }
    return (isMixed ? nil : found, isPlural || isMixed, at)
  }

  /// Whether "M." is the initial of a given name.
  ///
  /// "C. Montel, E. Favier, M. Tessier".
  private func isInitial(_ at: Int) -> Bool {
    guard tokens[at].key == "m", tokens[at].text.count == 1 else { return false }
    if listsInitials { return true }
    // "BRUN M. (pouvoir à …)", "BRUN M.", "BRUN M, M PETIT"
    let isClosed = tokens[at].hasStop || at + 1 < tokens.count && tokens[at + 1].isMark(",")
    guard at > 0, tokens[at - 1].letters == .capitals, !tokens[at].opensLine, isClosed,
      !tokens[at - 1].hasStop
    else { return false }
    return at + 1 >= tokens.count || tokens[at + 1].kind != .word || tokens[at + 1].opensLine
  }
  /// Whether a paragraph gives initials for given names and addresses nobody, so that "M." is one.
  static func listsInitials(in tokens: ArraySlice<RollToken>) -> Bool {
    var initials = 0
    for (token, next) in zip(tokens, tokens.dropFirst()).prefix(160) {
      if token.opensParagraph, token.line != tokens.first?.line { break }
      let isTitle = RollWords.honorifics[token.key] != nil
      if isTitle, token.key != "m" { return false }
      if token.letters == .initial, !isTitle, next.isName { initials += 1 }
    }
    return initials > 2
  }

  /// Whether the list gives initials for given names and addresses nobody.
  var listsInitials = false
  /// Whether a small particle may open the next name: "PETIT, de LORME et MOREL".
  var opensWithParticles = false

  /// Whether the names are those of givers and holders, parted by "A" in capitals too.
  var areOfProxies = false

  /// "GUY GRAS A LUC PETIT", "Guy GRAS À Luc PETIT": no initial.
  private func isLink(_ at: Int) -> Bool {
    if tokens[at].text == "À" || opensLink(at) { return true }
    return areOfProxies && tokens[at].text == "A" && !tokens[at].hasStop && at + 1 < tokens.count
      && (tokens[at + 1].isName && tokens[at + 1].letters != .initial)
  }

  /// "GRAS GUY DONNE POUVOIR A PETIT LUC": the words of a proxy in capitals.
  private func opensLink(_ at: Int) -> Bool {
    guard tokens[at].letters == .capitals else { return false }
    let key = tokens[at].key
    let verbs: Set<String> = ["donne", "donnant", "ayant", "avait"]
    let next = verbs.contains(key) && at + 1 < tokens.count ? tokens[at + 1].key : key
    return [.proxy, .represented].contains(RollWords.head(next))
      || verbs.contains(key) && next == "donne"
  }

  /// Whether a token can be a word of a name.
  func isNameWord(_ at: Int) -> Bool {
    let token = tokens[at]
    guard token.kind == .word, token.letters != .small else { return false }
    if token.key.utf8.contains(where: ASCII.isDigit) { return false }
    if RollWords.neverNames.contains(token.key) {
      // "Anne MARCHÉ"
      let isBehindName =
        at > 0 && !token.opensParagraph
        && (tokens[at - 1].isName || tokens[at - 1].letters == .initial)
      guard token.letters == .capitals, isBehindName || token.key.count <= 3 || isCalendar(at)
      else { return false }
    }
    if token.key == "et" { return false }
    if RollWords.honorifics[token.key] != nil { return isInitial(at) }
    if RollWords.offices.contains(token.key), token.letters != .capitals { return false }
    return token.key.utf8.contains { ASCII.isLetter($0) }
  }

  /// Whether a month or a day of the week is the family name of whose given name a mark follows.
  ///
  /// "ROUX Anne, AVRIL Florence, PETIT Luc"
  private func isCalendar(_ at: Int) -> Bool {
    guard RollWords.calendar.contains(tokens[at].key), at + 1 < tokens.count,
      tokens[at + 1].letters == .name, !tokens[at + 1].opensLine
    else { return false }
    return at + 2 >= tokens.count || tokens[at + 2].opensLine || tokens[at + 2].isMark(",")
      || tokens[at + 2].isMark(";") || tokens[at + 2].isMark("-")
  }

  /// Reads the name at an index; nothing where none stands there.
  ///
  /// `isFamilyFirst` says that the list prints family names before given names.
  func name(at start: Int, isFamilyFirst: Bool? = nil) -> RollName? {
    var at = start
    var honorific: Honorific?
    var isAddressed = false
    if let title = self.honorific(at: at) {
      guard !title.isPlural else { return nil }
      honorific = title.honorific
      isAddressed = true
      at = title.end
      // "Monsieur le docteur"
      if at + 1 < tokens.count, ["le", "la"].contains(tokens[at].key),
        tokens[at].letters == .small
      {
        return nil
      }
    }
    let first = at
    var families = 0
    var givens = 0
    var startsFamily = false
    var ends = false
    while at < tokens.count, !ends, at - first < Self.mostWords {
      let token = tokens[at]
      if at > first, breaks(at, first: first, families: families, givens: givens) { break }
      if at > first, isLink(at) { break }
      // "Luc PETIT ORVAL : Anne ROUX"
      if families > 0, givens > 0, token.letters == .capitals, placeEnd(at: at) != nil { break }
      if token.kind == .word, token.letters == .small || isLowParticle(token) {
        // "DE" in capitals opens a family name.
        let leads =
          at + 1 < tokens.count && !token.hasStop
          && (isNameWord(at + 1) || RollWords.particles.contains(tokens[at + 1].key))
        let isParticle =
          RollWords.particles.contains(token.key)
          || ["d'", "d’"].contains { token.text.lowercased().hasPrefix($0) }
        // "M. de LORME", "PETIT, de LORME": a small one opens the name of who is addressed or listed.
        guard isParticle, leads || (at > first && token.letters != .small),
          at > first || token.letters != .small || isAddressed || opensWithParticles
        else { break }
        if !leads {
          // "Anne-Rose LE VAN"
          families += 1
          at += 1
          break
        }
        if token.letters != .small, at == first { startsFamily = true }
        at += 1
        continue
      }
      // "Mme Jeudi", "E. Février": who is addressed, or has an initial, may have any name.
      let mayBeAnyName =
        isAddressed && at == first && isSurname(at)
        || at > first && tokens[at - 1].letters == .initial && token.letters == .name
      guard isNameWord(at) || mayBeAnyName else { break }
      if RollHeading(tokens, at: at) != nil, at > first || token.opensLine { break }
      let isGiven = token.letters != .capitals
      // "Guillaume FAUVET Isabelle MAISTRE", "CHAUVET Jean-Paul PINON Fabien".
      if isGiven, token.letters == .name, families > 0, givens > 0,
        tokens[at - 1].letters == .capitals, !opensSaint(at)
      {
        if !startsFamily { break }
      }
      if !isGiven, startsFamily, givens > 0, isFamilyFirst ?? true,
        tokens[at - 1].letters != .capitals, families > 0
      {
        break
      }
      if isGiven {
        givens += 1
      } else {
        if families + givens == 0 { startsFamily = true }
        families += 1
      }
      at += 1
      let isOpenInitial =
        token.letters == .initial
        && (!(families > 0 && startsFamily) || at < tokens.count && tokens[at].isGlued)
      if token.hasStop, !isOpenInitial { ends = true }
    }
    while at > first, tokens[at - 1].letters == .small { at -= 1 }
    guard at > first, families + givens > 0,
      !tokens[first..<at].allSatisfy({ RollWords.particles.contains($0.key) })
    else { return nil }
    let words = first..<at
    let letters = tokens[words].reduce(0) { $0 + $1.key.count }
    guard letters >= 2, tokens[words].contains(where: { $0.letters != .initial }) || isAddressed
    else { return nil }
    return RollName(
      words: words,
      honorific: honorific,
      text: text(words),
      isWhole: (families > 0 && givens > 0) || givens > 1,
      isFamilyFirst: startsFamily && givens > 0 && families > 0,
      end: at
    )
  }

  /// Whether a word that is no name elsewhere is one behind an address.
  private func isSurname(_ at: Int) -> Bool {
    tokens[at].isName && RollWords.neverNames.contains(tokens[at].key)
      && RollWords.honorifics[tokens[at].key] == nil && at + 1 < tokens.count
      && (isNameWord(at + 1) || tokens[at + 1].kind != .word)
  }

  /// Whether a word goes on with a family name: "Luc de LORME St CYR".
  private func opensSaint(_ at: Int) -> Bool {
    ["st", "ste", "saint", "sainte"].contains(tokens[at].key) && at + 1 < tokens.count
      && tokens[at + 1].letters == .capitals && !tokens[at + 1].opensLine
  }

  private func isLowParticle(_ token: RollToken) -> Bool {
    token.letters != .name && token.letters != .initial && RollWords.particles.contains(token.key)
      && token.key.count <= 3
  }

  /// Whether a name ends before a token that begins a line or a cell.
  private func breaks(_ at: Int, first: Int, families: Int, givens: Int) -> Bool {
    let token = tokens[at]
    guard token.opensLine || token.opensCell else { return false }
    if token.opensLine, placeEnd(at: at) != nil { return true }
    let before = tokens[at - 1]
    // "Mme Lise" above "D'HALLOY", "LE" above "GOFF".
    if before.letters == .small || RollWords.particles.contains(before.key) { return false }
    if token.opensLine, opensPlace(at) { return true }
    if token.opensLine, isRunning(at) { return token.opensParagraph && families + givens > 1 }
    guard let next = complement(from: at) else { return true }
    if families + givens == 0 { return false }
    return
      !(next.families > 0 && families == 0 && next.givens == 0
      || next.givens > 0 && givens == 0 && next.families == 0)
  }

  /// Whether a line opens with the place that people stand for: "SAINT-YVES : Luc PETIT".
  private func opensPlace(_ start: Int) -> Bool {
    var at = start
    while at < tokens.count, at - start < 6, tokens[at].kind == .word,
      at == start || !tokens[at].opensLine
    {
      at += 1
    }
    return at > start && at + 1 < tokens.count && tokens[at].isMark(":") && !tokens[at].opensLine
      && !tokens[at + 1].opensLine
  }

  /// What stands in the line or cell at an index, where it is nothing but words of a name.
  private func complement(from start: Int) -> (families: Int, givens: Int)? {
    var families = 0
    var givens = 0
    var at = start
    while at < tokens.count, at == start || !(tokens[at].opensLine || tokens[at].opensCell) {
      guard isNameWord(at) || RollWords.particles.contains(tokens[at].key) else { break }
      if tokens[at].letters == .capitals { families += 1 } else { givens += 1 }
      at += 1
    }
    return at > start ? (families, givens) : nil
  }

  /// The index behind the place or the group that some people stand for: "LES HERBIERS :".
  func placeEnd(at start: Int) -> Int? {
    var at = start
    // "Pour la commune de Valbrun :"
    if tokens[at].key == "pour", at + 1 < tokens.count, !tokens[at + 1].opensLine { at += 1 }
    let first = at
    while at < tokens.count, at - start < 8, tokens[at].kind == .word, !tokens[at].hasStop,
      at == start || !tokens[at].opensLine,
      tokens[at].isName || RollWords.joiners.contains(tokens[at].key)
        || RollWords.particles.contains(tokens[at].key) || RollWords.places.contains(tokens[at].key)
        || tokens[at].text.hasPrefix("l'") || tokens[at].text.hasPrefix("l’")
    {
      at += 1
    }
    // "Mme ROUX : pouvoir à Mme PETIT" heads nobody.
    guard at > first, at < tokens.count, tokens[at].isMark(":"), !tokens[at].opensLine,
      RollWords.honorifics[tokens[first].key] == nil,
      RollLink(tokens, at: at + 1, isAmongProxies: false) == nil,
      tokens[first].isName || RollWords.places.contains(tokens[at - 1].key) || first > start,
      !tokens[first..<at].contains(where: { RollWords.head($0.key) != nil }),
      !RollWords.neverNames.contains(tokens[first].key)
        || RollWords.places.contains(tokens[first].key)
    else { return nil }
    return at + 1
  }

  /// Whether the lines above and below a line's beginning part people by marks, so that a line's end
  /// parts nobody.
  func isRunning(_ at: Int) -> Bool {
    separators(in: lineRange(at - 1)) + separators(in: lineRange(at)) > 0
  }

  private func lineRange(_ at: Int) -> Range<Int> {
    var start = at
    while start > 0, !tokens[start].opensLine { start -= 1 }
    var end = at + 1
    while end < tokens.count, !tokens[end].opensLine { end += 1 }
    return start..<end
  }

  /// How many marks within a line stand between words.
  private func separators(in line: Range<Int>) -> Int {
    var depth = 0
    var count = 0
    for at in line {
      if tokens[at].isMark("(") { depth += 1 }
      if tokens[at].isMark(")") { depth -= 1 }
      // "Luc ROUX à Anne MOREL. Paul PETIT à Jean"
      if depth <= 0, tokens[at].hasStop, tokens[at].letters != .initial, tokens[at].isName,
        RollWords.honorifics[tokens[at].key] == nil, at + 1 < line.upperBound, tokens[at + 1].isName
      {
        count += 1
      }
      guard depth <= 0, tokens[at].isMark(",") || tokens[at].isMark(";") || tokens[at].isMark("-"),
        at > line.lowerBound, at + 1 < line.upperBound,
        tokens[at + 1].isName || RollWords.honorifics[tokens[at + 1].key] != nil,
        !RollWords.offices.contains(tokens[at + 1].key)
      else { continue }
      count += 1
    }
    return count
  }

  /// The words as printed, one space between them.
  func text(_ words: Range<Int>) -> String {
    var text = ""
    for at in words {
      let token = tokens[at]
      let isBound = token.isGlued && (tokens[at - 1].hasStop || tokens[at - 1].isElided)
      if !text.isEmpty, !isBound { text += " " }
      text += token.text
      if token.letters == .initial, token.hasStop { text += "." }
    }
    return text
  }
}
