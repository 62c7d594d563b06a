public import DeliberationModel
public import PageModel

/// Spells the territories of grant rows as the authority's lexicon does, and flags those that are no
/// territory of it.
///
/// The territories of an authority are few and all known, so a print that is near to one of them
/// alone is that one: "Boulonnats", "Lens-Liévin à", "Artois Artois". Without a lexicon, and where a
/// print is near to none, nothing is changed.
public struct TerritoryReconciler {
  private static let rule = "names.territory"

  private let names: NameIndex
  private let keys: Set<String>
  private let words: NameIndex
  private let wordsOfNames: [Set<String>]

  /// Makes a reconciler with all the territories of an authority.
  public init(territories: [String]) {
    names = NameIndex(territories, areAll: true)
    keys = Set(territories.map { FoldedText($0).key })
    words = NameIndex(
      territories.flatMap { $0.split { !$0.isLetter }.map(String.init) },
      areAll: true
    )
    wordsOfNames = territories.map { Set(Self.words(of: $0)) }
  }

  /// Spells the territories of an act.
  public func reconcile(_ act: inout Deliberation, reporting diagnostics: inout DiagnosticList) {
    guard !names.isEmpty else { return }
    var readings: [String: Reading] = [:]
    for index in act.grants.indices {
      guard let printed = act.grants[index].territory else { continue }
      let reading = readings[printed] ?? read(printed)
      readings[printed] = reading
      switch reading {
      case .known: break
      case .unknown:
        act.grants[index].doubts.insert(.territory)
        diagnostics.report(
          .warning,
          "grants.unknown-territory",
          "'\(printed)' is near to no territory that is known, or to more than one",
          at: act.grants[index].source
        )
      case .near(let name):
        act.grants[index].territory = name
        act.grants[index].territoryRaw = printed
        let path = "/grants/\(index)/territory"
        act.repairs.append(
          Repair(path, raw: printed, name, rule: Self.rule, at: act.grants[index].source)
        )
      }
    }
  }

  // MARK: - Reading a cell

  private enum Reading {
    /// The cell names territories of the lexicon and nothing else.
    case known
    /// The cell is a misread print of one name or of several.
    case near(String)
    case unknown
  }

  /// Words that join the names of a cell: "Totalité du Département hors Calaisis".
  private static let joints: Set<String> = ["et", "hors", "totalite", "du", "de", "la", "l"]

  private func read(_ cell: String) -> Reading {
    let outer = Self.withoutBrackets(cell)
    if keys.contains(FoldedText(outer).key) { return .known }
    let found = Self.words(of: outer)
    // "Lens" is no territory, though it is a word of one.
    let whole = wordsOfNames.filter { $0.isSubset(of: found) }.reduce(Self.joints) { $0.union($1) }
    let unknown = found.filter { !whole.contains($0) }
    guard let first = found.first else { return .unknown }
    if unknown.isEmpty {
      // "Boulonnais Boulonnais Boulonnais": the cells of some rows read as one.
      guard found.count > 1, found.allSatisfy({ $0 == first }), keys.contains(first),
        let name = names.name(for: first)
      else { return .known }
      return .near(name)
    }
    if let name = names.name(for: outer) { return .near(name) }
    if let name = ending(with: FoldedText(outer).key) { return .near(name) }
    if let names = partByPart(outer) { return .near(names) }
    return wordByWord(found)
  }

  /// The territories of a list, each known or near to its own: "Arragéais - Lens Liévin".
  ///
  /// The hyphens of a list have a space beside them, those of a name have none.
  private func partByPart(_ cell: String) -> String? {
    let parts = cell.replacing(" -", with: "- ").split(separator: "- ")
      .map { $0.split(separator: " ").joined(separator: " ") }
    guard parts.count > 1 else { return nil }
    var read: [String] = []
    for part in parts {
      if keys.contains(FoldedText(part).key) {
        read.append(part)
      } else if let name = names.name(for: part) {
        read.append(name)
      } else {
        return nil
      }
    }
    return read.joined(separator: " - ")
  }

  /// The one territory of which a cell prints all but the first letters, which the wall of the table
  /// has hidden: "rageois" for Arrageois.
  private func ending(with key: String) -> String? {
    guard key.utf8.count >= Self.fewestLetters else { return nil }
    let ends = keys.filter { $0.hasSuffix(key) }
    guard ends.count == 1, let whole = ends.first,
      whole.utf8.count - key.utf8.count <= Self.mostHidden
    else { return nil }
    return names.name(for: whole)
  }

  /// A shorter end of a name says nothing.
  private static let fewestLetters = 6
  /// More letters than these, the wall does not hide.
  private static let mostHidden = 4

  private static func words(of cell: String) -> [String] {
    cell.split { !$0.isLetter && !$0.isNumber }.map { FoldedText(String($0)).string }
  }

  /// The one territory whose words a cell prints, each near to its own, with no other word of more
  /// than two letters.
  private func wordByWord(_ found: [String]) -> Reading {
    var known: [String] = []
    for word in found {
      if let name = words.name(for: word) {
        if !known.contains(name) { known.append(name) }
      } else if word.utf8.count > 2 {
        return .unknown
      }
    }
    guard let name = names.name(for: known.joined()) else { return .unknown }
    return .near(name)
  }

  /// A cell without what brackets add to a name: "Audomarois (CC de Lumbres)".
  private static func withoutBrackets(_ cell: String) -> String {
    var depth = 0
    return String(
      cell.filter { character in
        if character == "(" { depth += 1 }
        defer { if character == ")" { depth = max(0, depth - 1) } }
        return depth == 0
      }
    )
  }
}
