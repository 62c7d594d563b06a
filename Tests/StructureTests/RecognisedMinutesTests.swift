import DeliberationModel
import PageModel
import Structure
import TestSupport
import Testing

/// Minutes on a page without white space between its parts, as recognition gives them.
struct `Recognised minutes` {
  /// The titles of what stands in lines 12 points high; "*" opens a bold one, and "^" one with white
  /// space above.
  private func titles(_ text: String) throws -> [String] {
    var words = PageWords()
    var y: Float = 40
    for line in text.split(separator: "\n") {
      var x: Float = 50
      y += line.hasPrefix("^") ? 30 : 14
      let isBold = line.hasPrefix("*")
      for word in line.drop(while: { "*^".contains($0) }).split(separator: " ") {
        let start = words.bytes.count
        words.bytes += Array(word.utf8)
        let width = 5.5 * Float(word.count)
        var placed = PageWords.Word(
          bytes: start..<words.bytes.count,
          box: BoundingBox(x0: x, y0: y, x1: x + width, y1: y + 12)
        )
        placed.isBold = isBold
        words.words.append(placed)
        x += width + 4
      }
    }
    var document = Document()
    document.hasLayout = true
    document.append(
      Page(number: 1, width: 595, height: 842, origin: .ocr, lines: 0..<0),
      of: words
    )
    return try StructureReader(labels: .standard()).read(document).acts.map { act in
      (act.item?.title ?? []).map { String(decoding: document.bytes[$0.bounds], as: UTF8.self) }
        .joined(separator: " ")
    }
  }

  private static let head = """
    *COMMUNE DE VALBRUNE
    Compte rendu de la réunion du conseil municipal du 14 mars 2031
    Présents : Mmes et MM. Odile Lavigne - Paul Bardet - Julie Coste - Éric Dumas - Luc Ferrand,
    formant la majorité des membres en exercice.
    Procuration : Anne Girard à Paul Bardet.
    Secrétaire de séance : Julie Coste.
    """

  private static let items = """
    *Cession du four banal
    Le maire rappelle l'état du four banal et la demande de l'association du village.
    Le conseil municipal, à l'unanimité, accepte de céder le four pour un euro.
    *Acceptation d'un don
    Le conseil municipal, à l'unanimité, accepte le don de cent euros de la famille Imbert.
    *Rapport du service des eaux
    Le maire présente le rapport du service pour cette année, que chacun a reçu par courrier.
    Le conseil municipal approuve ce rapport à l'unanimité.
    """

  @Test func `begin with their first title where nothing parts it from the roll`() throws {
    #expect(
      try titles(Self.head + "\n" + Self.items) == [
        "Cession du four banal", "Acceptation d'un don", "Rapport du service des eaux",
      ]
    )
  }

  @Test func `have titles that go on behind a word that another must follow`() throws {
    let items = Self.items.replacing(
      "*Cession du four banal",
      with: "*Cession du four banal à l'association du village pour\nl'organisation de ses fêtes"
    )
    #expect(
      try titles(Self.head + "\n" + items).first
        == "Cession du four banal à l'association du village pour l'organisation de ses fêtes"
    )
  }

  @Test func `close a second item with a second vote, whose head the scan left without its weight`()
    throws
  {
    let titles = ["CONVENTION DE DÉNEIGEMENT", "TARIFS DE LA SALLE", "CESSION DU FOUR BANAL"]
    let items = titles.map { title in
      """
      ^*\(title)
      Le maire présente le projet et en lit les articles aux membres du conseil municipal.
      ^LES PLANS SONT JOINTS AU REGISTRE
      Chacun les a reçus par courrier avec la convocation, et aucune question n'est posée.
      Vote : unanimité
      """
    }
    let second = """
      ^BAIL DU PRESBYTÈRE
      Le maire rappelle que le bail prend fin cette année et que le locataire souhaite rester.
      Vote : unanimité
      """
    let text = [Self.head] + [items[0], second] + items[1...]
    #expect(
      try self.titles(text.joined(separator: "\n"))
        == [titles[0], "BAIL DU PRESBYTÈRE", titles[1], titles[2]]
    )
  }
}
