import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

struct `The sections of an act` {
  private func kinds(_ text: String) throws -> [Section.Kind] {
    let document = Document(printing: text)
    return SectionSplitter.sections(
      of: Array(document.lines.indices),
      in: document,
      labels: try .standard()
    ).map(\.kind)
  }

  @Test func `open with the labels of the act in their order`() throws {
    let kinds = try kinds(
      """
      DELIBERATION DE LA COMMISSION PERMANENTE
      REUNION DU 15 MAI 2023
      Secrétaire : M. Luc BARTHOLIN
      Etaient présents : M. Luc BARTHOLIN.
      AIDES A L'EMPLOI
      (N°2023-041)
      La Commission permanente,
      Vu le code du travail ;
      Apres en avoir délibére,
      DEC1DE :
      Article 1 :
      De signer.
      Pour : 20 voix
      (Adopté)
      """
    )
    let labels: [Label] = [
      .actHeading, .sessionDate, .secretary, .present, .number, .enacting, .citation,
      .deliberated, .decides, .article, .yes, .adopted,
    ]
    #expect(kinds.filter { $0 != .unlabelled } == labels.map { .labelled($0) })
  }

  @Test(arguments: [
    "Pour le Président, le vice-président signera", "Pour 3 associations",
    "Contre toute attente, le projet", "Adopté par le conseil d'administration de l'office",
    "articles 18, 20 et 29 ;", "DU CONSEIL DEPARTEMENTAL", "Vu de l'extérieur, le bâtiment",
    "Décide de la suite à donner chaque année au mois de mai", "Considérant l'urgence",
  ])
  func `do not open inside an article with words that only resemble labels`(line: String) throws {
    let kinds = try kinds("La Commission permanente,\nDECIDE :\nArticle 1 :\nDe retenir\n" + line)
    #expect(kinds == [.labelled(.enacting), .labelled(.decides), .labelled(.article)])
  }

  @Test(arguments: [
    ("Étaient présents :", Label.present), ("Étaient représentés :", .proxies),
    ("Etaient présents : M. Luc BARTHOLIN.", .present), ("Présents : 24", .present),
    ("Absent(s) : M. Paul MOREL.", .absent),
    ("Excusé(s) sans voix délibérative : M. Paul MOREL.", .excusedWithoutVote),
    ("Sous la présidence de M. Paul MOREL", .presidency),
    ("Objet : Aides à l'emploi", .title), ("N° 2023/41", .number),
    ("Délibération n° 2023-41", .actHeading),
  ])
  func `open in the preface by what a label announces`(line: String, label: Label) throws {
    #expect(try kinds(line) == [.labelled(label)])
  }

  @Test func `part people who step aside from the text around them`() throws {
    let kinds = try kinds(
      """
      La Commission permanente,
      Vu le code ;
      Mesdames Odile MOREL et Lise ROUX, intéressées, n'ont pris part
      ni au débat ni au vote.
      kkkkkkkhkkkkkkkkhkkhk
      DECIDE :
      """
    )
    #expect(kinds.suffix(3) == [.recusal, .rule, .labelled(.decides)])
  }
}
