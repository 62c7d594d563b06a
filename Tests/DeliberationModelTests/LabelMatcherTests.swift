import DeliberationModel
import PageModel
import TestSupport
import Testing

struct `A label` {
  private static let all = LabelSet(Label.allCases)

  @Test(arguments: [
    ("Apres en avoir délibére,", Label.deliberated),
    ("Aprés en avoir delibéré", .deliberated),
    ("DEC1DE :", .decides),
    ("DÉCIDE", .decides),
    ("D E C I D E :", .decides),
    ("Etaient présents : M. Luc BARTHOLIN", .present),
    ("Étaient  présents  :", .present),
    ("Etaient représentés :", .proxies),
    ("Absents  sans  délégation  de  vote : 4", .votesAbsent),
    ("Absent(s) sans délégation de vote : 4", .votesAbsent),
    ("Excusé(s) : M. Hugues MALAVOY", .excused),
    ("Excusé(s) sans voix délibérative :", .excusedWithoutVote),
    ("Assistant également sans voix délibérative :", .attendingWithoutVote),
    ("LE CONSEIL MUNICIPAL,", .enacting),
    ("La Commission Perrnanente du Conseil départemental", .enacting),
    ("Réunion du 15 mai 2023", .sessionDate),
    ("(Adopté)", .adopted),
    ("ADOPTE A L'UNANIMITE", .adopted),
    ("Dans les conditions de vote ci-dessous :", .voteHeading),
    ("|ans les conditions de vote ci-dessous :", .voteHeading),
    ("Vu le code du travail", .citation),
    ("Pour : 24 voix", .yes),
    ("Abstention :  7", .abstain),
  ])
  func `is found however it was scanned`(printed: String, label: Label) throws {
    let match = try LabelMatcher.standard().match(FoldedText(printed), among: Self.all)
    #expect(try #require(match).label == label)
  }

  @Test(arguments: [
    ("DU CONSEIL DEPARTEMENTAL", [Label.enacting]),
    ("Vue sur la mer", [.citation]),
    ("Pourtant", [.yes]),
    ("délibération.", [.actHeading, .number]),
    ("Décidément", [.decides]),
    ("", Label.allCases),
    ("— * —", Label.allCases),
  ])
  func `is not found in what only resembles it`(printed: String, labels: [Label]) throws {
    let match = try LabelMatcher.standard().match(FoldedText(printed), among: LabelSet(labels))
    #expect(match == nil)
  }

  @Test(arguments: [
    ("Pour : 24 voix", 4), ("Absent(s) : 3", 9), ("Étaient présents :", 16), ("DÉC1DE", 6),
  ])
  func `ends where its word ends`(printed: String, end: Int) throws {
    let match = try LabelMatcher.standard().match(FoldedText(printed), among: Self.all)
    #expect(try #require(match).end == end)
  }

  @Test func `is judged by what follows it`() throws {
    let folded = FoldedText("Pour le Président")
    let labels = LabelSet([.yes, .signature])
    let match = try LabelMatcher.standard().match(folded, among: labels) { $0.label != .signature }
    #expect(try #require(match).label == .yes)
  }

  @Test func `belongs to the sets that name it`() {
    for label in Label.allCases {
      #expect(LabelSet([label]).contains(label))
      #expect(!LabelSet(Label.allCases.filter { $0 != label }).contains(label))
    }
  }
}

struct `A skeleton` {
  @Test(arguments: [
    ("DEC1DE", "DECIDE"), ("Article l", "Artic1e I"), ("Perrnanente", "Permanente"),
    ("A85tention", "ABStention"), ("N0n", "non"), ("P r é s e n t s", "Présents"),
  ])
  func `is the same for forms that scanning confuses`(printed: String, meant: String) {
    #expect(Skeleton(FoldedText(printed)).bytes == Skeleton(FoldedText(meant)).bytes)
  }
}
