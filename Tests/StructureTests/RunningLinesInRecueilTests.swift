import PageModel
import TestSupport
import Testing

import Structure

struct `A line that stands at the head of several pages` {
  /// The running lines of pages with these heads, every other line of which is unlike all others.
  private func found(_ heads: [(head: String, opensAct: Bool)]) throws -> [String] {
    let pages = zip(heads, words).map { page, word in
      let opening = """
        DELIBERATION DE LA COMMISSION PERMANENTE
        REUNION DU 14 AVRIL 2025
        Présidence de : M. Bernard LOUVIGNY
        Etaient présents : M. Luc BARTHOLIN.
        """
      return """
        \(page.head)
        Ici commence \(word)
        \(page.opensAct ? opening : "Encore \(word)")
        Puis \(word)
        Ensuite \(word)
        Toujours \(word)
        Bientôt finit \(word)
        Ici finit \(word)
        """
    }
    let document = Document(printing: pages.joined(separator: "\n\u{C}"))
    let lines = StructureReader(labels: try .standard()).read(document).running
    return lines.sorted().map { document.text(document.lines[$0]) }
  }

  /// Words that keep lines apart, for digits do not.
  private let words = [
    "alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliette",
    "kilo", "lima",
  ]

  @Test func `is a running head within one act`() throws {
    let heads = ["a", "Titre", "b", "Titre", "c", "d", "Titre", "e", "f", "g"]
    let found = try found(heads.enumerated().map { ($1, $0 == 0) })
    #expect(found == ["Titre", "Titre", "Titre"])
  }

  @Test func `is print where it stands once in each of several acts`() throws {
    let heads = ["a", "Titre", "b", "c", "Titre", "d", "e", "Titre", "f", "g", "Titre", "h"]
    let found = try found(heads.enumerated().map { ($1, $0 % 3 == 0) })
    #expect(found == [])
  }

  @Test func `is a running head where it stands on most pages of a recueil`() throws {
    let heads = ["Recueil", "Recueil", "a", "Recueil", "Recueil", "b"]
    let found = try found(heads.enumerated().map { ($1, $0 % 2 == 0) })
    #expect(found == Array(repeating: "Recueil", count: 4))
  }
}
