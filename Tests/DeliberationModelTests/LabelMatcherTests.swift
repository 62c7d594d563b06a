@testable import DeliberationModel
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

struct `The index of labels` {
  private static let all = LabelSet(Label.allCases)

  /// Damages a text as OCR does, and in worse ways: letters are lost, doubled, changed.
  private func damaged(_ text: String, with generator: inout SeededGenerator) -> String {
    var letters = Array(text)
    for _ in 0..<Int.random(in: 0...3, using: &generator) where !letters.isEmpty {
      // The first letters are what an index goes by.
      let reach = Bool.random(using: &generator) ? min(5, letters.count) : letters.count
      let place = Int.random(in: 0..<reach, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: letters.remove(at: place)
      case 1: letters.insert(letters[place], at: place)
      case 2: letters[place] = "eainrtulo1 ".randomElement(using: &generator) ?? "e"
      default: letters.swapAt(place, min(place + 1, letters.count - 1))
      }
    }
    return String(letters)
  }

  @Test func `finds what comparing a line with every form finds`() throws {
    let definition = try Definition.standard()
    let matcher = LabelMatcher(definition.labels)
    let forms = Label.allCases.flatMap { definition.labels[$0] ?? [] }
    var generator = SeededGenerator(seed: 20_240_312)
    var found = 0
    for _ in 0..<12 {
      for form in forms {
        let rest = [" : 12", ", le", "", "s de"].randomElement(using: &generator) ?? ""
        let line = damaged(form, with: &generator) + rest
        let folded = FoldedText(line)
        let label = Label.allCases.randomElement(using: &generator) ?? .yes
        for labels in [Self.all, LabelSet([label, .citation])] {
          let match = matcher.match(folded, among: labels)
          #expect(match == matcher.match(folded, among: labels, comparingAll: true), "\(line)")
          if match != nil { found += 1 }
        }
      }
    }
    #expect(found > 3000)
  }

  @Test(arguments: ["", "é", "n", "°", "1", "vu", "vu le", "no", "— —"])
  func `answers as the plain search for the shortest lines`(line: String) throws {
    let matcher = try LabelMatcher.standard()
    let folded = FoldedText(line)
    let plain = matcher.match(folded, among: Self.all, comparingAll: true)
    #expect(matcher.match(folded, among: Self.all) == plain)
  }
}
