public import DeliberationModel
public import PageModel

/// Brings the forms of one beneficiary's name together where something proves which is right, and
/// flags those that are near to another and that nothing proves.
///
/// An acronym is proved by the lexicon of the authority, or by the name that it stands behind in
/// brackets; a name by the lexicon. That a form is the more frequent one proves nothing: an OCR
/// that reads "31D" for 3ID does so nearly every time.
public struct BeneficiaryReconciler {
  private static let lexiconRule = "names.lexicon"
  private static let initialsRule = "names.initials"

  private struct Proved {
    var rule: String
    var words: Set<String> = []
  }

  private let lexicon: NameIndex
  private let lexiconKeys: Set<String>
  private let beneficiaries: [String]
  private var acronyms: [AcronymShape: Proved] = [:]
  private var strokeless: [[UInt8]: Set<String>] = [:]

  /// Makes a reconciler with the names that an authority's beneficiaries have.
  public init(beneficiaries: [String]) {
    lexicon = NameIndex(beneficiaries, areBodies: true)
    self.beneficiaries = beneficiaries
    lexiconKeys = Set(beneficiaries.map { FoldedText($0).key })
    for name in beneficiaries {
      for place in Acronyms.places(in: name) { learn(name[place], Self.lexiconRule) }
    }
  }

  /// Spells the beneficiaries of an act and flags those in doubt.
  ///
  /// In an exact text, which no recognition has read, a name near to a known one is another name, and
  /// is kept.
  public func reconcile(
    _ act: inout Deliberation,
    isExact: Bool = false,
    reporting diagnostics: inout DiagnosticList
  ) {
    var reconciler = self
    for grant in act.grants {
      guard let name = grant.beneficiary?.value, let own = Acronyms.spelledOut(in: name) else {
        continue
      }
      reconciler.learn(own.initials[...], Self.initialsRule)
    }
    if !isExact {
      for index in act.grants.indices { reconciler.spell(index, in: &act) }
      reconciler.flagLeftOvers(in: &act)
      reconciler.flagVariants(in: &act)
    }
    reconciler.flagNearForms(in: &act, isExact: isExact, reporting: &diagnostics)
  }

  private mutating func learn(_ word: Substring, _ rule: String) {
    guard word.utf8.count >= 3, let shape = AcronymShape(word) else { return }
    acronyms[shape, default: Proved(rule: rule)].words.insert(String(word))
    strokeless[shape.withoutStrokes, default: []].insert(String(word))
  }

  // MARK: - Spelling

  private func spell(_ index: Int, in act: inout Deliberation) {
    guard let printed = act.grants[index].beneficiary else { return }
    var (name, rule) = (printed.value, "")
    // From the end, so that the places before stay where they are.
    for place in Acronyms.places(in: name).reversed() {
      guard let proof = proof(of: name[place], alone: name[place].count == name.count) else {
        continue
      }
      name.replaceSubrange(place, with: proof.word)
      rule = proof.rule
    }
    if name.utf8.contains(UInt8(ascii: "(")), !name.utf8.contains(UInt8(ascii: ")")), !rule.isEmpty
    {
      name += ")"
    }
    if let known = lexicon.name(for: name), FoldedText(known).key != FoldedText(name).key,
      ShortWords.agree(name, known)
    {
      name = known
      rule = Self.lexiconRule
    }
    if isProved(name) || (!rule.isEmpty && Acronyms.spelledOut(in: name) != nil) {
      act.grants[index].doubts.remove(.name)
    }
    guard name != printed.value else { return }
    let raw = printed.raw ?? printed.value
    act.grants[index].beneficiary = Printed(name, raw: raw, source: printed.source)
    act.repairs.append(
      Repair("/grants/\(index)/beneficiary", raw: raw, name, rule: rule, at: printed.source)
    )
  }

  /// The one proved acronym that a word is a print of; nothing where the word is proved itself.
  private func proof(of word: Substring, alone: Bool) -> (word: String, rule: String)? {
    guard let shape = AcronymShape(word) else { return nil }
    if let proved = acronyms[shape] {
      guard proved.words.count == 1, let known = proved.words.first, known != word else {
        return nil
      }
      return (known, proved.rule)
    }
    // A stroke is lost: only where the print is no name, as a figure among so few letters is none.
    guard alone, word.utf8.count == 2, word.utf8.contains(where: ASCII.isDigit),
      let words = strokeless[shape.withoutStrokes], words.count == 1, let known = words.first
    else { return nil }
    return (known, acronyms.values.first { $0.words.contains(known) }?.rule ?? Self.lexiconRule)
  }

  private func isProved(_ name: String) -> Bool { lexiconKeys.contains(FoldedText(name).key) }

  // MARK: - Doubt

  /// Flags the names that are what is left of a name.
  private func flagLeftOvers(in act: inout Deliberation) {
    let names = act.grants.compactMap(\.beneficiary?.value)
    let lostWords = LostWords(lexicon: beneficiaries, act: names)
    for index in act.grants.indices where act.grants[index].statedIn == .table {
      guard let name = act.grants[index].beneficiary?.value, lostWords.isLeftOver(name),
        !isProved(name), !isProvedAcronym(name)
      else { continue }
      act.grants[index].doubts.insert(.name)
    }
  }

  /// Flags the acronyms that are printed in two ways which OCR confuses, and that nothing proves.
  ///
  /// One that alone has no sign among its capitals and figures ("AFP2|" beside "AFP2I") is trusted, and
  /// so is one that recognition was sure of alone, in several rows.
  private func flagVariants(in act: inout Deliberation) {
    var prints: [AcronymShape: Set<Substring>] = [:]
    var rows: [AcronymShape: [(row: Int, word: Substring)]] = [:]
    for index in act.grants.indices {
      guard let name = act.grants[index].beneficiary?.value else { continue }
      for place in Acronyms.places(in: name) where name[place].utf8.count >= 3 {
        guard let shape = AcronymShape(name[place]) else { continue }
        prints[shape, default: []].insert(name[place])
        rows[shape, default: []].append((index, name[place]))
      }
    }
    for (shape, words) in prints where words.count > 1 {
      var proved = acronyms[shape]?.words ?? []
      let plain = words.filter { $0.utf8.allSatisfy(Self.isCapitalOrDigit) }
      let clear = (rows[shape] ?? []).filter { !act.grants[$0.row].doubts.contains(.name) }
      if proved.isEmpty, let word = plain.count == 1 ? plain.first : clear.first?.word,
        plain.count == 1 || (clear.count > 1 && clear.allSatisfy { $0.word == word })
      {
        proved = [String(word)]
      }
      for (row, word) in rows[shape] ?? [] where !proved.contains(String(word)) {
        act.grants[row].doubts.insert(.name)
      }
    }
  }

  private static func isCapitalOrDigit(_ byte: UInt8) -> Bool {
    byte &- 0x41 < 26 || ASCII.isDigit(byte)
  }

  /// The fewest letters and figures of names that are compared: below, names of one letter's
  /// difference are many.
  private static let fewest = 3

  /// Flags the names that differ by one letter from another form, where that one is proved or is
  /// printed as often, and recognition can have made one of the other.
  ///
  /// A form that recognition was sure of is not endangered by one that it doubted throughout. In an
  /// exact text both are what the act prints, and only told.
  private func flagNearForms(
    in act: inout Deliberation,
    isExact: Bool,
    reporting diagnostics: inout DiagnosticList
  ) {
    var rows: [String: [Int]] = [:]
    for index in act.grants.indices {
      guard let name = act.grants[index].beneficiary?.value else { continue }
      let key = FoldedText(name).key
      if key.utf8.count >= Self.fewest { rows[key, default: []].append(index) }
    }
    let clear = rows.filter { _, own in
      own.contains { index in
        !act.grants[index].doubts.contains(.name)
          && !NameDamage.shows(in: act.grants[index].beneficiary?.value ?? "")
      }
    }
    let forms = NearForms(Set(rows.keys).union(lexiconKeys).map { Array($0.utf8) })
    for key in rows.keys.sorted() where !lexiconKeys.contains(key) {
      guard let own = rows[key], let first = own.first,
        let name = act.grants[first].beneficiary, !isProvedAcronym(name.value),
        let other = forms.near(Array(key.utf8)).first(where: { near in
          let near = String(decoding: near, as: UTF8.self)
          if lexiconKeys.contains(near) { return true }
          guard let others = rows[near], others.count >= own.count,
            clear[near] != nil || clear[key] == nil
          else { return false }
          let print = act.grants[others[0]].beneficiary?.value ?? ""
          return NameDamage.isPlausible(name.value, print)
        })
      else { continue }
      let print = rows[String(decoding: other, as: UTF8.self)]?.first
        .flatMap { act.grants[$0].beneficiary?.value }
      diagnostics.report(
        isExact ? .note : .warning,
        "grants.near-names",
        "'\(name.value)' is one letter from "
          + (print.map { "'\($0)'" } ?? "a name that is known")
          + ", and nothing proves either",
        at: name.source
      )
      guard !isExact else { continue }
      for index in own { act.grants[index].doubts.insert(.name) }
    }
  }

  private func isProvedAcronym(_ name: String) -> Bool {
    AcronymShape(name[...]).flatMap { acronyms[$0] }?.words.contains(name) ?? false
  }
}
