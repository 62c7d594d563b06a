import Testing

@testable import Subjects

/// What a title says of the subject of its act.
struct SubjectClassifierTests {
  @Test(arguments: [
    ("Attribution des subventions aux associations sportives", "7.5"),
    ("ÉLECTION DU MAIRE", "5.1"),
    ("Budget annexe de l’eau – Décision modificative n° 2", "7.1"),
    ("Garantie d’emprunt à la société des Hauts-Prés", "7.3"),
    ("Révision allégée du plan local d’urbanisme", "2.1"),
    ("Création d’un poste d’adjoint technique", "4.1"),
  ])
  func `names the subject of a plain title`(title: String, code: String) throws {
    let guess = try #require(SubjectClassifier.subject(of: title))
    #expect(guess.code == code)
    #expect((0.3...1).contains(guess.confidence))
  }

  @Test(arguments: ["", "1234", "Questions diverses", "Zzyzx"])
  func `says nothing of a title without a subject`(title: String) {
    #expect(SubjectClassifier.subject(of: title) == nil)
  }

  @Test func `cuts words to stems and pairs neighbours`() {
    #expect(
      SubjectClassifier.features(of: "Vœux et n° 3 : les Garanties d’emprunts")
        == ["voeu", "garanti", "emprunt", "voeu_garanti", "garanti_emprunt"]
    )
  }

  @Test func `has a name for every code that it gives`() {
    let codes = WeightTable(ActsNomenclature.embedded("weights.tsv")).codes
    #expect(codes.count > 30)
    #expect(codes.filter { ActsNomenclature.name(of: $0) == nil } == [])
  }

  @Test(arguments: [
    ("finances locales/subventions", true), ("finances locales / subventions", false),
    ("finances/subventions", false), ("finances locales", false),
  ])
  func `knows a name of the nomenclature by its first level`(name: String, isName: Bool) {
    #expect(ActsNomenclature.isName(name) == isName)
  }
}
