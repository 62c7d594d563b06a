import DeliberationModel
import Lexing
import PageModel

/// Finds the one known name that a printed name stands for.
///
/// The forms are compared as letters alone, with a distance in half letters: a pair that OCR
/// confuses ("LERQY", "Frangois") costs one half, any other difference two. A name is found only
/// when it is near enough and no other known name is as near.
struct NameIndex {
  private struct Entry {
    var name: String
    var key: [UInt8]
    /// The name without its articles, where names that differ by them are one.
    var body: String?
  }

  private var entries: [Entry] = []
  private var byKey: [String: Int] = [:]
  private let areAll: Bool

  /// The known spellings, the first of equal ones kept.
  ///
  /// Names that are all the names there can be, as those of territories, are found from afar: one
  /// whole difference from five letters, two from nine. Bodies are known by names with and without
  /// articles: "CCAS Arras" and "CCAS d'Arras" are one, so neither makes a print near to both of them
  /// ambiguous.
  init(_ names: [String], areAll: Bool = false, areBodies: Bool = false) {
    self.areAll = areAll
    for name in names {
      let key = FoldedText(name).key
      guard !key.isEmpty, byKey[key] == nil else { continue }
      byKey[key] = entries.count
      let body = areBodies ? Self.withoutArticles(name) : nil
      entries.append(Entry(name: name, key: Array(key.utf8), body: body))
    }
  }

  /// Whether no name is known.
  var isEmpty: Bool { entries.isEmpty }

  /// The known spelling of a printed name.
  func name(for printed: String) -> String? {
    let key = FoldedText(printed).key
    if let exact = byKey[key] { return entries[exact].name }
    let bytes = Array(key.utf8)
    let bound = bound(length: bytes.count)
    guard bound > 0 else { return nil }
    var best: (distance: Int, entry: Int)?
    var isUnique = true
    for (index, entry) in entries.enumerated() where abs(entry.key.count - bytes.count) * 2 <= bound
    {
      let distance = EditDistance.between(
        bytes,
        entry.key,
        atMost: bound,
        whole: 2,
        cost: Confusions.halfLetters
      )
      guard distance <= bound else { continue }
      if let known = best, distance >= known.distance {
        let isSame = entry.body != nil && entry.body == entries[known.entry].body
        if distance == known.distance, !isSame { isUnique = false }
      } else {
        best = (distance, index)
        isUnique = true
      }
    }
    guard let best, isUnique else { return nil }
    return entries[best.entry].name
  }

  private static let articles: Set<String> = ["de", "du", "des", "d", "le", "la", "les", "l"]

  private static func withoutArticles(_ name: String) -> String {
    ASCII.words(of: FoldedText(name).bytes)
      .map { String(decoding: $0, as: UTF8.self) }
      .filter { !articles.contains($0) }
      .joined(separator: " ")
  }

  /// The known spelling of a person's name, in another order of its words too.
  ///
  /// "LEBAILLY Gérard" is `Gérard LEBAILLY`; a family name alone needs an honorific before it.
  func name(ofPerson printed: String, isAddressed: Bool) -> String? {
    if let name = name(for: printed) { return name }
    if let entry = entry(reordered: printed) { return entries[entry].name }
    if isNamedByFamily(printed) { return printed }
    return isAddressed && !printed.contains(" ") ? name(ofFamily: printed) : nil
  }

  /// The known name of the one person who has a family name (`Viguié` → `Francis VIGUIE`).
  private func name(ofFamily printed: String) -> String? {
    let family = FoldedText(printed).key
    let named = entries.filter { entry in
      entry.name.split(separator: " ").contains { FoldedText(String($0)).key == family }
    }
    return named.count == 1 ? named[0].name : nil
  }

  /// The entry of the same words in another order: "LEBAILLY Gérard".
  private func entry(reordered printed: String) -> Int? {
    let words = printed.split(separator: " ")
    for count in 1..<max(2, words.count) where words.count > 1 {
      let turned = words[count...] + words[..<count]
      if let entry = byKey[FoldedText(turned.joined()).key] { return entry }
    }
    return nil
  }

  /// Whether one entry is the family name alone of a printed name: "Mme SCHMITT" in the list, "Claire
  /// SCHMITT" below the act, where the longer form says more.
  private func isNamedByFamily(_ printed: String) -> Bool {
    let words = printed.split(separator: " ")
    guard words.count > 1 else { return false }
    return words.count { byKey[FoldedText(String($0)).key] != nil } == 1
  }

  /// The greatest distance, in half letters, for a name of a length: one whole difference from
  /// eight letters, two from fourteen.
  private func bound(length: Int) -> Int {
    if areAll { return length < 5 ? 0 : length < 9 ? 2 : 4 }
    return switch length {
    case ..<5: 0
    case ..<8: 1
    case ..<14: 2
    default: 4
    }
  }

}
