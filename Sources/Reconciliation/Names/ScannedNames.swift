import DeliberationModel
import Lexing
import PageModel

/// The names of a scanned table that are printed clearly in several rows, against which those are held
/// that recognition was not sure of.
///
/// "CCAS d'Arias" is read as "CCAS d'Arras", which stands clearly in other rows; the print stays beside
/// it. A name that stands clearly elsewhere letter for letter is in no doubt.
struct ScannedNames {
  /// Recognition that is less sure of a word of a name, in percent, may have misread it.
  static let sureOfName: UInt8 = 70
  /// The same for a word of a number.
  static let sureOfNumber: UInt8 = 50
  /// A name printed clearly in fewer rows proves nothing about another.
  static let fewestRows = 2
  /// A shorter name has too many neighbours.
  static let shortest = 7

  private var spellings: [String: String] = [:]

  /// Takes the names of the rows that recognition was sure of.
  init(_ printed: [String]) {
    var counts: [String: Int] = [:]
    for name in printed {
      let key = FoldedText(name).key
      counts[key, default: 0] += 1
      if spellings[key] == nil { spellings[key] = name }
    }
    spellings = spellings.filter { counts[$0.key] ?? 0 >= Self.fewestRows }
  }

  /// Whether a name stands clearly elsewhere.
  func contains(_ name: String) -> Bool { spellings[FoldedText(name).key] != nil }

  /// The one name that differs from a printed one in a letter.
  func name(near printed: String) -> String? {
    let key = Array(FoldedText(printed).key.utf8)
    guard key.count >= Self.shortest else { return nil }
    let near = spellings.filter { other, _ in
      EditDistance.between(other.utf8, key, atMost: 1) == 1
    }
    return near.count == 1 ? near.first?.value : nil
  }
}

extension GrantTableAssembly {
  /// Lifts the doubts of names that stand clearly in other rows, and mends beneficiaries that are one
  /// letter away from such a name.
  ///
  /// Where the territories of the authority are known, each is held against them later.
  mutating func settleScannedNames(
    knowingTerritories: Bool,
    reporting diagnostics: inout DiagnosticList
  ) {
    let clearTerritories = clearNames(.territory, \.territory)
    for index in grants.indices where grants[index].doubts.contains(.territory) {
      guard let territory = grants[index].territory else { continue }
      if knowingTerritories || clearTerritories.contains(territory) {
        grants[index].doubts.remove(.territory)
      }
    }
    let clear = clearNames(.name) { $0.beneficiary?.value }
    for index in grants.indices where grants[index].doubts.contains(.name) {
      guard let printed = grants[index].beneficiary else { continue }
      if clear.contains(printed.value) {
        grants[index].doubts.remove(.name)
      } else if let name = clear.name(near: printed.value) {
        grants[index].beneficiary = Printed(
          name,
          raw: printed.raw ?? printed.value,
          source: printed.source
        )
        grants[index].doubts.remove(.name)
        diagnostics.report(
          Diagnostic(
            .note,
            "grants.name-repaired",
            "'\(printed.value)' was read as '\(name)', which other rows print clearly",
            at: printed.source
          )
        )
      }
    }
  }

  private func clearNames(_ doubt: GrantDoubt, _ name: (Grant) -> String?) -> ScannedNames {
    ScannedNames(grants.filter { !$0.doubts.contains(doubt) }.compactMap(name))
  }
}
