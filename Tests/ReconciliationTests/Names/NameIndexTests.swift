import Testing

@testable import Reconciliation

struct `A printed name` {
  private static let roster = NameIndex([
    "Bernard LEROY", "Odile LAPOUILLE", "François MOREL", "Jean-Jacques ROUMIGUIER",
    "Mireille HINGREZ-CÉRÉDA", "Paul MARTIN", "Paule MARTIN", "Luc PETIT", "Lise PETIT",
  ])

  @Test(arguments: [
    ("Bernard LERQY", "Bernard LEROY"),
    ("Odile LAPOQUILLE", "Odile LAPOUILLE"),
    ("Frangois MOREL", "François MOREL"),
    ("Jean-Jdacques ROUMIGUIER", "Jean-Jacques ROUMIGUIER"),
    ("Mireille HINGREZ CEREDA", "Mireille HINGREZ-CÉRÉDA"),
    ("MIREILLE HINGREZ-CÉRÉDA", "Mireille HINGREZ-CÉRÉDA"),
    ("Paul MARTIN", "Paul MARTIN"),
    ("Paule MARTIN", "Paule MARTIN"),
    ("Luc PET1T", "Luc PETIT"),
  ])
  func `stands for the one known name near to it`(printed: String, name: String) {
    #expect(Self.roster.name(for: printed) == name)
  }

  @Test(arguments: [
    "Pauls MARTIN", "Lue PETIT et autres", "Bernard LEBLANC", "Odile MOREL", "LEROY", "", "X",
    "Jacques ROUMIGUIER",
  ])
  func `stands for nobody where no known name is near`(printed: String) {
    #expect(Self.roster.name(for: printed) == nil)
  }

  @Test func `stands for nobody where two known names are equally near`() {
    let index = NameIndex(["Claude DURANT", "Claude DURAND"])
    #expect(index.name(for: "Claude DURANX") == nil)
    #expect(index.name(for: "Claude DURANT") == "Claude DURANT")
  }

  @Test func `stands for the first of two spellings with the same letters`() {
    #expect(NameIndex(["Zoé ÉVRARD", "Zoe EVRARD"]).name(for: "ZOÉ EVRARD") == "Zoé ÉVRARD")
  }

  @Test func `stands for nobody where nobody is known`() {
    #expect(NameIndex([]).isEmpty)
    #expect(NameIndex(["", "- -"]).isEmpty)
  }

  @Test func `finds a body that is known with its article and without`() {
    let names = ["Centre social d'Orge", "Centre social l'Orge"]
    #expect(NameIndex(names).name(for: "Centre social rOrge") == nil)
    #expect(
      NameIndex(names, areBodies: true).name(for: "Centre social rOrge") == "Centre social d'Orge"
    )
    #expect(
      NameIndex(names, areBodies: true).name(for: "Centre social l'Orge") == "Centre social l'Orge"
    )
  }
}
