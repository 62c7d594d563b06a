import PageModel

/// By what kind of agreement a sentence says that an assembly decided: "à l'unanimité", "à la
/// majorité".
///
/// The law's own sentences are none ("peut décider, à l'unanimité", "à la majorité absolue"), and
/// neither is a form that was not filled in ("à l'unanimité / à la majorité").
struct VoteManner {
  private(set) var isUnanimous = false
  private(set) var isMajority = false

  init(_ folded: FoldedText, in passage: Passage) {
    guard !Self.isRule(folded) else { return }
    var unanimity =
      Self.place(of: Self.unanimity, in: folded) ?? folded.firstIndex(of: "unanimement")
      ?? Self.agreed.lazy.compactMap { folded.firstIndex(of: $0) }.first
    var majority = Self.place(of: Self.majority, in: folded).flatMap { place in
      Self.isManner(place, in: folded) ? place : nil
    }
    let box = unanimity.flatMap { Self.isTicked(before: $0, folded, passage) }
    let other = majority.flatMap { Self.isTicked(before: $0, folded, passage) }
    if box != nil || other != nil {
      // "☒ à l'unanimité ☐ à la majorité".
      if box != true { unanimity = nil }
      if other != true { majority = nil }
    } else if let unanimity, let majority, Self.isForm(folded, unanimity, majority) {
      return
    }
    if let place = unanimity {
      guard !Self.isOfOthers(folded, before: place) else { return }
      let rest = String(decoding: folded.bytes[place...].dropFirst(9).prefix(60), as: UTF8.self)
      let words = rest.split { $0 == " " || $0 == "(" || $0 == "," }.map(String.init)
        .drop { Self.voters.contains($0) }
      // "à l'unanimité des membres présents, sauf Mme ROUX".
      let isLess =
        words.first.map { ["moins", "sauf", "excepte", "exceptee"].contains($0) } ?? false
        || words.prefix(2).elementsEqual(["a", "l'exception"])
      isUnanimous = !isLess
      isMajority = isLess
    }
    if majority != nil { isMajority = true }
  }

  private static let agreed: [StaticString] = [
    "accord unanime", "vote unanime", "avis unanime", "avis favorable unanime",
    "accord de tous", "accord general", "le conseil, unanime", "conseil municipal, unanime",
    "assemblee, unanime", "de facon unanime", "de maniere unanime", "est unanime", "sont unanimes",
  ]

  /// The words behind "à l'unanimité" that say whose.
  private static let voters: Set<String> = [
    "des", "membres", "presents", "votants", "suffrages", "exprimes", "et", "representes", "elus",
    "conseillers", "voix", "de", "ses", "les",
  ]

  /// Whether the box before a manner is ticked; nothing where none stands there.
  private static func isTicked(
    before place: Int,
    _ folded: FoldedText,
    _ passage: Passage
  ) -> Bool? {
    let before = folded.bytes[..<place].suffix(24)
    guard let box = before.lastIndex(of: FoldedText.other),
      !before[box...].contains(where: { [0x2C, 0x2E, 0x3A, 0x3B].contains($0) })
    else { return nil }
    let offset = folded.offsets[box]
    let end = box + 1 < folded.offsets.count ? folded.offsets[box + 1] : passage.bytes.count
    return boxes[String(decoding: passage.bytes[offset..<end], as: UTF8.self).trimmingSpaces()]
  }

  private static let boxes: [String: Bool] = [
    "\u{2610}": false, "\u{25A1}": false, "\u{25FB}": false, "\u{F06F}": false,
    "\u{F0A8}": false, "\u{2611}": true, "\u{2612}": true, "\u{25A0}": true,
    "\u{2713}": true, "\u{2714}": true, "\u{2717}": true, "\u{2718}": true, "\u{F0FE}": true,
    "\u{F078}": true,
  ]

  /// Whether a unanimous vote is against what is proposed.
  static func isAgainst(_ folded: FoldedText) -> Bool {
    let words: [StaticString] = [
      "contre a l'unanimite", "contre : unanimite", "contre : a l'unanimite", "unanimite contre",
      "l'unanimite, contre", "rejete a l'unanimite",
    ]
    return words.contains { folded.contains($0) }
  }

  private static let unanimity = Array("unanimite".utf8)
  private static let majority = Array("majorite".utf8)

  /// Whether a sentence tells what the law asks for.
  private static func isRule(_ folded: FoldedText) -> Bool {
    let words: [StaticString] = [
      "peut decider", "peuvent decider", "peut, a l'unanimite", "peut a l'unanimite",
      "majorite absolue des suffrages", "majorite absolue est", "obtenu la majorite absolue",
      "majorite relative",
      "majorite qualifiee", "majorite requise", "majorite des deux tiers", "unanimite requise",
      "quasi-unanimite", "majorite absolue :", "secretaire de seance", "doit etre prise a",
      "sont elus a la majorite", "formant la majorite",
      "de la majorite et", "la majorite municipale", "la majorite des membres en exercice",
    ]
    return words.contains { folded.contains($0) }
  }

  /// "tels qu'approuvés par le comité syndical à l'unanimité".
  private static func isOfOthers(_ folded: FoldedText, before place: Int) -> Bool {
    let others: [StaticString] = [
      "par le comite", "par le conseil communautaire", "par la commission", "par le syndicat",
      "par le conseil d'administration", "par le bureau", "par les membres de la commission",
    ]
    return others.contains { words in
      folded.firstIndex(of: words, from: max(0, place - 90))
        .map { $0 + words.utf8CodeUnitCount <= place } ?? false
    }
  }

  /// "à la majorité", or "Majorité" in a short line: "la majorité des habitants" is prose.
  private static func isManner(_ place: Int, in folded: FoldedText) -> Bool {
    if folded.bytes.count <= 40 { return true }
    let before = String(decoding: folded.bytes[..<place].suffix(5), as: UTF8.self)
    let behind = String(decoding: folded.bytes[place...].dropFirst(8).prefix(12), as: UTF8.self)
    // "Majorité pour 3 votes contre"
    if behind.hasPrefix(" pour ") { return true }
    return before == "a la "
      && ![" des person", " des habit", " municip", " des 2/3", " des deux"]
        .contains { behind.hasPrefix($0) }
  }

  /// Whether a form names both manners and neither was chosen.
  static func isUnfilled(_ folded: FoldedText) -> Bool {
    guard !folded.bytes.contains(FoldedText.other),
      let one = place(of: unanimity, in: folded), let other = place(of: majority, in: folded)
    else { return false }
    return isForm(folded, one, other)
  }

  /// Whether both manners stand side by side, with nothing but a mark or "ou" between.
  private static func isForm(_ folded: FoldedText, _ one: Int, _ other: Int) -> Bool {
    let first = min(one, other)
    let between = String(decoding: folded.bytes[first..<max(one, other)], as: UTF8.self)
    guard between.utf8.count <= 24 else { return false }
    return ["/", " ou ", "(ou ", "(1)", " - "].contains { between.contains($0) }
  }

  /// Where a long word stands, one letter of which a scan may have misread.
  private static func place(of word: [UInt8], in folded: FoldedText) -> Int? {
    let bytes = folded.bytes
    var at = 0
    while at < bytes.count {
      guard ASCII.isLetter(bytes[at]) else {
        at += 1
        continue
      }
      var end = at
      while end < bytes.count, ASCII.isLetter(bytes[end]) { end += 1 }
      if end - at == word.count {
        let differing = zip(bytes[at..<end], word).count { $0 != $1 }
        if differing <= 1, bytes[at] == word[0] { return at }
      } else if end - at == word.count + 1, bytes[(at + 1)..<end].elementsEqual(word) {
        // "Punanimité" for "l'unanimité".
        return at + 1
      }
      at = end
    }
    return nil
  }
}
