import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

struct `A list of people` {
  private func people(_ printed: String) -> [Person] {
    PersonList(Document(printing: printed).passage, of: Document(printing: printed)).people
  }

  @Test(arguments: [
    ("M. Luc BARTHOLIN, Mme Odile VANDAMME.", ["Luc BARTHOLIN", "Odile VANDAMME"]),
    ("Luc BARTHOLIN et Odile VANDAMME", ["Luc BARTHOLIN", "Odile VANDAMME"]),
    (
      "Mme Odile PARMENTIER-LAURAGUAIS, M. Paul LE DOUARON",
      ["Odile PARMENTIER-LAURAGUAIS", "Paul LE DOUARON"]
    ),
    ("Mme Sabah AIT-\nCHIKHEBBIH, M. Paul MOREL", ["Sabah AIT-CHIKHEBBIH", "Paul MOREL"]),
    ("Mme Odile PARMENTIER\nLAURAGUAIS", ["Odile PARMENTIER LAURAGUAIS"]),
    ("M. Marc KUCHCINSKI Ludovic LOQUET", ["Marc KUCHCINSKI", "Ludovic LOQUET"]),
    (
      "M. Jean-Marc DE LA ROCHETTE, Mme Lise D'HALLOY",
      ["Jean-Marc DE LA ROCHETTE", "Lise D'HALLOY"]
    ),
    ("M. Jean de la ROCHETTE, M. Paul MOREL", ["Jean de la ROCHETTE", "Paul MOREL"]),
    ("Mme Anne-Lise du BOIS et M. Ali BEN SALAH", ["Anne-Lise du BOIS", "Ali BEN SALAH"]),
    ("M. MOREL, Mme VANDAMME", ["MOREL", "VANDAMME"]),
    ("M. Jean P. MOREL", ["Jean P. MOREL"]),
    ("C. Montel, E. Favier, M. Tessier", ["C. Montel", "E. Favier", "M. Tessier"]),
    ("M. Didier QUESNEVILLE (Maire), Mme Élise ÉVRARD", ["Didier QUESNEVILLE", "Élise ÉVRARD"]),
    ("M. Jean-Pierre O'BRIEN; M. Paul MOREL", ["Jean-Pierre O'BRIEN", "Paul MOREL"]),
    ("néant", []),
    ("", []),
  ])
  func `gives their names as printed`(printed: String, names: [String]) {
    #expect(people(printed).map(\.name) == names)
  }

  @Test(arguments: [
    ("M. Luc BARTHOLIN, Mme Odile MOREL, Paul ROUX", [Honorific.monsieur, .madame, nil]),
    ("Mesdames Odile MOREL et Lise ROUX", [.madame, .madame]),
    ("Mesdames Mme Fatima MOREL et Mme Lise ROUX", [.madame, .madame]),
    ("Mesdames Mme Fatima MOREL, Lise ROUX", [.madame, .madame]),
    ("MM. Paul MOREL, M. Luc ROUX, Anne PETIT", [.monsieur, .monsieur, nil]),
    ("Messieurs Paul MOREL, Luc ROUX", [.monsieur, .monsieur]),
    ("Mmes Lise MOREL, Anne ROUX ainsi que monsieur Luc PETIT", [.madame, .madame, .monsieur]),
    ("Mmes et MM. Lise MOREL, Luc ROUX", [nil, nil]),
    ("Mesdames et Messieurs Lise MOREL, Luc ROUX", [nil, nil]),
    ("MM. Paul MOREL et Luc ROUX et Madame Anne PETIT", [.monsieur, .monsieur, .madame]),
  ])
  func `gives how each is addressed`(printed: String, honorifics: [Honorific?]) {
    #expect(people(printed).map(\.honorific) == honorifics)
  }

  @Test func `ends where a sentence goes on`() {
    let printed = "Mesdames Odile MOREL et Lise ROUX, intéressées à l'affaire, M. Paul PETIT"
    let document = Document(printing: printed)
    let list = PersonList(document.passage, of: document)
    #expect(list.people.map(\.name) == ["Odile MOREL", "Lise ROUX"])
    #expect(document.passage.text(list.end..<document.passage.bytes.count).hasPrefix("intéressées"))
  }

  @Test(arguments: [
    ("Mesdames OdileMOREL, Lise ROUX, intéressées", ["OdileMOREL"]),
    ("Madame Lise ROUX et Monsieur rançois PETIT, intéressés", ["rançois PETIT"]),
    ("Mme Odile MOREL, maire, M. Paul ROUX", []),
    ("Madame Lise ROUX, intéressée à la SPL", []),
  ])
  func `says what stands among the names and is none`(printed: String, unread: [String]) {
    let document = Document(printing: printed)
    #expect(PersonList(document.passage, of: document).unread == unread)
  }

  @Test func `places each person on the line of the name`() throws {
    let marked = MarkedText("1️⃣M. Luc BARTHOLIN, Mme\n2️⃣Odile MOREL")
    let people = PersonList(marked.document.passage, of: marked.document).people
    #expect(people.map(\.source.line) == [marked.line(of: "1️⃣"), marked.line(of: "2️⃣")])
  }
}
