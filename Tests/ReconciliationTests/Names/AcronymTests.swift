import Testing

@testable import Reconciliation

struct `An acronym` {
  @Test(arguments: [
    ("3ID", ["31D", "310", "3JD", "3lD", "3I0"]),
    ("4AJ", ["4A)", "AA)", "4A]", "44I"]),
    ("AFP2I", ["AFP21", "AFP2l", "AFPZI", "AFP2|"]),
    ("MJEP", ["MIEP", "MIJEP", "M1EP", "M)EP"]),
    ("62B", ["628", "6ZB", "C2B"]),
  ])
  func `has the shape of its misread prints`(acronym: String, prints: [String]) {
    for print in prints {
      #expect(AcronymShape(print[...]) == AcronymShape(acronym[...]), "\(print)")
    }
  }

  @Test(arguments: [("FJEP", "MJEP"), ("APSA", "ASA"), ("AIFE", "AIFOR"), ("CCAS", "CIAS")])
  func `has not the shape of another`(one: String, other: String) {
    #expect(AcronymShape(one[...]) != AcronymShape(other[...]))
  }

  @Test(arguments: ["de", "Ligue", "J", "II", "LOGEMENTS", "A.B.C", ""])
  func `is no word of small letters, one letter, strokes or many letters`(word: String) {
    #expect(AcronymShape(word[...]) == nil)
  }

  @Test(arguments: [
    ("Foyer des Jeunes et d'Education Populaire (FIEP", "FIEP", "FJEP"),
    ("Maison de l'Emploi et des Métiers en Pays d'Artois (MEMPA)", "MEMPA", "MEMPA"),
    ("Espaces Verts et Eau (FVE)", nil, nil),
    ("Aide aux Jeunes (AJ)", nil, nil),
    ("Les Amis du Verger", nil, nil),
  ])
  func `is spelled out by the name before it`(name: String, printed: String?, initials: String?) {
    let found = Acronyms.spelledOut(in: name)
    #expect(found.map { String(name[$0.place]) } == printed)
    #expect(found?.initials == initials)
  }

  @Test(arguments: [
    ("Association 4A)", ["4A)"]), ("Foyer Jeune (FJ)", ["FJ"]), ("(FIEP", ["FIEP"]),
    ("ADIL 59 62", ["ADIL", "59", "62"]), ("La Ligue", []),
  ])
  func `stands in a name without its brackets`(name: String, words: [String]) {
    #expect(Acronyms.places(in: name).map { String(name[$0]) } == words)
  }
}
