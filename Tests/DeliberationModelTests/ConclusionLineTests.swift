import DeliberationModel
import PageModel
import Testing

struct `A line at the end of an act` {
  @Test(arguments: [
    ("ARRAS, le 15 mai 2023", true),
    ("Fait à CASTELVERT, le 14 avril 2025", true),
    ("Fait et délibéré à Brisecourt, le 12/03/2024.", true),
    ("Fait à Brisecourt, 1e 12 mars 2024", true),
    ("Fait à Brisecourt, le", false),
    ("De fixer au 15 septembre 2025, le 3 juin 2024 au plus tard la remise", false),
    ("Fait à Brisecourt, le mardi 12 mars 2024", true),
    ("Le 12 mars 2024", false),
    ("modifiant la convention, le décret du 12 mars 2024", false),
  ])
  func `gives a place and a date`(printed: String, isPlace: Bool) {
    #expect(ConclusionLine.isPlaceAndDate(FoldedText(printed)) == isPlace)
  }

  @Test(arguments: [
    ("……………", true), ("*****", true), ("* * * * *", true), ("------------", true),
    ("kkkkkkkhkkkkkhkkkkhkk", true), ("kkk", false), ("Signé", false), ("...", false),
  ])
  func `is a rule of marks`(printed: String, isRule: Bool) {
    #expect(ConclusionLine.isRule(FoldedText(printed)) == isRule)
  }

  @Test(arguments: [
    ("Christian DERUY", true), ("Mme Mathilde ROQUEFEUIL-DARNAL", true),
    ("Jean-Marc DE LA ROCHETTE", true), ("Le Directeur", false), ("LE PRESIDENT", false),
    ("Christian", false), ("signé Christian DERUY", false), ("Paul DURAND, maire", false),
  ])
  func `is a name and nothing else`(printed: String, isName: Bool) {
    #expect(ConclusionLine.isName(Array(printed.utf8)[...]) == isName)
  }
}
