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
    }
    reconciler.flagVariants(in: &act)
    reconciler.flagNearForms(in: &act, reporting: &diagnostics)
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
    act.grants[index].beneficiary = Printed(
      name,
      raw: printed.raw ?? printed.value,
      source: printed.source
    )
    act.repairs.append(
      Repair(
        path: "/grants/\(index)/beneficiary",
        raw: printed.raw ?? printed.value,
        value: .text(name),
        rule: rule,
        confidence: 95
      )
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
      let proved = acronyms[shape]?.words ?? []
      for (row, word) in rows[shape] ?? [] where !proved.contains(String(word)) {
        act.grants[row].doubts.insert(.name)
      }
    }
  }

  /// The fewest letters and figures of names that are compared: below, names of one letter's
  /// difference are many.
  private static let fewest = 3

  /// Flags the names that differ by one letter from another form, where that one is proved or is
  /// printed as often.
  private func flagNearForms(
    in act: inout Deliberation,
    reporting diagnostics: inout DiagnosticList
  ) {
    var rows: [String: [Int]] = [:]
    for index in act.grants.indices {
      guard let name = act.grants[index].beneficiary?.value else { continue }
      let key = FoldedText(name).key
      if key.utf8.count >= Self.fewest { rows[key, default: []].append(index) }
    }
    let forms = NearForms(Set(rows.keys).union(lexiconKeys).map { Array($0.utf8) })
    for key in rows.keys.sorted() where !lexiconKeys.contains(key) {
      guard let own = rows[key], let first = own.first,
        let name = act.grants[first].beneficiary, !isProvedAcronym(name.value),
        let other = forms.near(Array(key.utf8)).first(where: { near in
          let near = String(decoding: near, as: UTF8.self)
          return lexiconKeys.contains(near) || (rows[near]?.count ?? 0) >= own.count
        })
      else { continue }
      let print = rows[String(decoding: other, as: UTF8.self)]?.first
        .flatMap { act.grants[$0].beneficiary?.value }
      diagnostics.report(
        Diagnostic(
          .warning,
          "grants.near-names",
          "'\(name.value)' is one letter from "
            + (print.map { "'\($0)'" } ?? "a name that is known")
            + ", and nothing proves either",
          at: name.source
        )
      )
      for index in own { act.grants[index].doubts.insert(.name) }
    }
  }

  private func isProvedAcronym(_ name: String) -> Bool {
    AcronymShape(name[...]).flatMap { acronyms[$0] }?.words.contains(name) ?? false
  }
}
