import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

struct `A visa` {
  private func citation(_ printed: String) -> Citation {
    let document = Document(printing: printed)
    return CitationParser(document: document).citation(document.passage)
  }

  @Test(
    arguments: [
      (
        "Vu la délibération n°2021-094 du Conseil départemental en date du 02/07/2021 « Attributions »",
        ReferenceType.deliberation, "2021-094", "2021-07-02"
      ),
      ("Vu la loi n°2008-1249 du ler décembre 2008", .law, "2008-1249", "2008-12-01"),
      ("Vu le décret n° 2014-197 du 21 février\n2014", .decree, "2014-197", "2014-02-21"),
      ("Vu la loi du 7 août 2015", .law, nil, "2015-08-07"),
      ("Vu le rapport du Président, ci-annexé", .report, nil, nil),
      ("Vu I'avis de la 2°™ commission rendu le 03/04/2025", .opinion, nil, "2025-04-03"),
    ] as [(String, ReferenceType, String?, String?)]
  )
  func `refers to one text`(
    printed: String,
    type: ReferenceType,
    number: String?,
    date: String?
  ) throws {
    let references = citation(printed).references
    #expect(references.map(\.type) == [type])
    #expect(references.map(\.number) == [number])
    #expect(references.map { $0.date?.description } == [date])
  }

  @Test(arguments: [
    ("Vu le code du travail, et notamment ses articles L.5132-1", "code du travail"),
    (
      "Vu le Code Général des Collectivités\nTerritoriales et, notamment, ses articles",
      "Code Général des Collectivités Territoriales"
    ),
    (
      "Vu le code de I'action sociale et des familles ;", "code de l'action sociale et des familles"
    ),
  ])
  func `names a code`(printed: String, name: String) {
    #expect(citation(printed).references == [Reference(.code, name: name)])
  }

  @Test func `refers to each of several texts`() {
    let references = citation(
      "Vu la loi n°83-634 du 13 juillet 1983 et le décret n°88-145 du 15 février 1988 ;"
    ).references
    #expect(references.map(\.type) == [.law, .decree])
    #expect(references.map(\.number) == ["83-634", "88-145"])
    #expect(references.map { $0.date?.description } == ["1983-07-13", "1988-02-15"])
  }

  @Test func `keeps its print beside its mended text, without the mark that ends it`() {
    let text = citation("Vu I'avis de la 2°™ commission ;").text
    #expect(text.value == "Vu l'avis de la 2ème commission")
    #expect(text.raw == "Vu I'avis de la 2°™ commission")
  }

  @Test(arguments: [": Vu la loi", "Vv la loi", "Vu la loi"])
  func `opens with the word of a visa, whatever stands there`(printed: String) {
    let text = citation(printed).text
    #expect(text.value == "Vu la loi")
    #expect(text.raw == (printed == "Vu la loi" ? nil : printed))
  }

  @Test func `refers to nothing it does not name`() {
    #expect(citation("Vu la convention signée ;").references.isEmpty)
  }
}

struct `A signature` {
  private func signature(_ printed: String) throws -> Signature {
    try ParsedAct("La Commission permanente,\nDECIDE :", signature: printed).act.signature
  }

  @Test func `is that of the person who signs last`() throws {
    let signature = try signature(
      """
      LE PRESIDENT DU CONSEIL DEPARTEMENTAL,
      Bernard LOUVIGNY
      CASTELVERT, le 14 avril 2025
      Pour le Président du Conseil départemental,
      La Directrice générale adjointe,
      Signé
      Mathilde ROQUEFEUIL-DARNAL
      """
    )
    #expect(signature.signatory?.name == "Mathilde ROQUEFEUIL-DARNAL")
    #expect(signature.role == "La Directrice générale adjointe")
    #expect(signature.onBehalfOf == "le Président du Conseil départemental")
    #expect(signature.place?.value == "Castelvert")
    #expect(signature.place?.raw == "CASTELVERT")
    #expect(signature.date?.description == "2025-04-14")
  }

  @Test(arguments: [
    "La secrétaire de séance,      Le Maire,\nAnne ROUX      Luc PETIT",
    "Le/La secrétaire de séance,\nLe Maire,\nSigné\nAnne ROUX Luc PETIT",
    "Pour le Maire,\nPar délégation,\nSigné électroniquement par : Luc Petit",
  ])
  func `is the chair's where two sign`(printed: String) throws {
    #expect(try signature(printed).signatory?.name.lowercased() == "luc petit")
  }

  @Test func `has an office and no sentence for its role`() throws {
    let printed = "La présente délibération peut faire l'objet d'un recours\nLe Maire,\nLuc PETIT"
    #expect(try signature(printed).role == "Le Maire")
  }

  @Test(arguments: [
    ("Fait à Brisecourt, le 12/03/2024", "Brisecourt"),
    ("Fait et délibéré à SAINT-AUBIN-LES-FORGES, le 12 mars 2024", "Saint-Aubin-les-Forges"),
    ("À L'ISLE-SUR-SOURDRE, le 12 mars 2024", "L'Isle-sur-Sourdre"),
  ])
  func `gives the place as a proper name`(printed: String, place: String) throws {
    #expect(try signature(printed).place?.value == place)
  }

  @Test func `is missing where nothing is signed`() throws {
    #expect(try signature("").isEmpty)
  }

  @Test func `may have a notice below it with the days of transmission and publication`() throws {
    let act = try ParsedAct(
      "La Commission permanente,\nDECIDE :",
      signature: """
        Fait à Brisecourt, le 12/03/2024
        Acte rendu exécutoire après transmission en préfecture le 14/03/2024
        et publication le 15/03/2024
        """
    ).act
    #expect(act.transmissionDate?.description == "2024-03-14")
    #expect(act.publicationDate?.description == "2024-03-15")
  }
}
