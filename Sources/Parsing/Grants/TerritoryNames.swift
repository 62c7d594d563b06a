import Lexing
import PageModel

/// The territories of an authority, as its tables name them in their cells.
///
/// A cell may list several ("Arrageois - Artois", "Lens-Liévin Hénin-Carvin") and say more of one
/// ("Audomarois (CC de Lumbres)").
struct TerritoryNames {
  private var names: Set<String> = []
  private var words: Set<String> = []

  /// Makes the names of a lexicon.
  init(_ lexicon: [String]) {
    for name in lexicon {
      names.insert(FoldedText(name).key)
      for word in name.split(whereSeparator: { !$0.isLetter }) {
        words.insert(FoldedText(String(word)).string)
      }
    }
  }

  /// Adds a cell that stands where territories stand.
  mutating func learn(_ cell: FoldedText) { names.insert(cell.key) }

  /// Whether a cell names territories and nothing else.
  func contains(_ cell: FoldedText) -> Bool {
    guard cell.bytes.count < 160 else { return false }
    if names.contains(cell.key) { return true }
    var depth = 0
    let outer = cell.bytes.filter { byte in
      if byte == 0x28 { depth += 1 }
      defer { if byte == 0x29 { depth -= 1 } }
      return depth == 0
    }
    let found = Self.words(of: outer)
    return !found.isEmpty && found.contains { isWord($0) }
      && found.allSatisfy { isWord($0) || Self.joints.contains($0) }
  }

  /// Whether a word is one of the lexicon's, or a long one of which one letter is lost or misread.
  private func isWord(_ word: String) -> Bool {
    words.contains(word) || (word.utf8.count >= 7 && words.contains { Self.isNear($0, word) })
  }

  private static func isNear(_ name: String, _ word: String) -> Bool {
    EditDistance.between(name.utf8, word.utf8, atMost: 1) == 1
  }

  private static let joints: Set<String> = ["et", "hors", "totalite", "du", "de", "la", "l"]

  private static func words(of bytes: [UInt8]) -> [String] {
    ASCII.words(of: bytes).map { String(decoding: $0, as: UTF8.self) }
  }
}
