import PageModel
import Testing

@testable import Tables

struct `Columns by alignment` {
  private func tables(_ drawing: String) -> [[String]] {
    var diagnostics = DiagnosticList()
    return TableReader().tables(of: DrawnPages.document(drawing), reporting: &diagnostics)
      .map(\.printedRows)
  }

  @Test func `stand where the same gaps run through the lines`() {
    #expect(
      tables(
        """
        Commune          Projet      Montant
        Arras            Toiture     100 €
        Lens             École       200 €
        Le Touquet       Voirie      300 €
        """
      ) == [
        [
          "Commune|Projet|Montant", "Arras|Toiture|100 €", "Lens|École|200 €",
          "Le Touquet|Voirie|300 €",
        ]
      ]
    )
  }

  @Test func `keep an empty cell`() {
    #expect(
      tables(
        """
        Commune          Projet      Montant
        Arras                        100 €
        Lens             École       200 €
        Le Touquet       Voirie
        """
      ) == [
        ["Commune|Projet|Montant", "Arras||100 €", "Lens|École|200 €", "Le Touquet|Voirie|"]
      ]
    )
  }

  @Test func `take a wrapped line into its row`() {
    #expect(
      tables(
        """
        Commune          Projet              Montant
        Arras            Toiture             100 €
        Lens             Rénovation de       200 €
                         l'école
        Le Touquet       Voirie              300 €
        """
      ) == [
        [
          "Commune|Projet|Montant", "Arras|Toiture|100 €", "Lens|Rénovation de l'école|200 €",
          "Le Touquet|Voirie|300 €",
        ]
      ]
    )
  }

  @Test func `of two tables with prose between stay apart`() {
    let table = """
      Commune      Montant
      Arras        100 €
      Lens         200 €
      Liévin       300 €

      """
    let prose = "Le texte reprend\nici sur plus de\ndeux lignes pleines.\n"
    #expect(tables(table + prose + table).count == 2)
  }

  @Test func `are carried over by one line in ten that crosses them`() {
    let rows = (1...19).map { "Commune\($0)        \($0) €" }.joined(separator: "\n")
    let found = tables(rows + "\nTotal de toutes les communes        190 €")
    #expect(found.count == 1)
    #expect(found.first?.count == 20)
  }

  @Test(arguments: [
    "Le Conseil départemental décide\nd'attribuer une aide de cent euros\nà la commune d'Arras\n"
      + "et de dix euros à celle de Lens.",
    "Pour le Département,     Pour l'association,\nLe Président          La Présidente",
    "Vu    le code\nun texte     dont les gaps\nerrent   ici ou là    sans\n"
      + "colonne aucune       nulle part\nqui  soit       la même",
    "",
  ])
  func `are none in prose`(text: String) {
    #expect(tables(text).isEmpty)
  }
}
