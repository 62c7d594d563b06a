import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

/// A small act, and the ways in which scans damage one.
private struct Damage {
  static let act = """
    DELIBERATION DE LA COMMISSION PERMANENTE
    REUNION DU 14 AVRIL 2025
    Etaient présents : M. Luc BARTHOLIN, Mme Sabah AIT-
    CHIKHEBBIH.
    Pouvoirs : M. Paul ROUX à Mme Odile MOREL

    (N°2025-032)
    La Commission permanente,
    Vu la loi n°2008-1249 du 1er décembre 2008 ;

    Madame Odile MOREL, intéressée, n'a pris part ni au débat
    ni au vote de l'article 1.
    kkkkkkkhkkkkkkkkhkkhk
    DECIDE :
    Article 1 :
    D'accorder 59 500,00 € selon les annexes 1, 2 et 4.
    Pour : 24 voix (Groupe Centre et
    Ruralités ; Non-inscrit)
    Abstention : 1
    (Adopté)
    Article 2 :
    Les dépenses sont imputées comme suit :
    C04-441A03 | 65742/93441 Entreprises 80 000,00 | 44160,00
    (Adopté à l'unanimité)
    CASTELVERT, le 14 avril 2025
    Bernard LOUVIGNY
    """

  static let confusions: [(Character, Character)] = [
    ("I", "1"), ("l", "I"), ("1", "l"), ("O", "0"), ("0", "O"), ("5", "S"), ("8", "B"), ("é", "c"),
    ("è", "é"), ("e", "c"), ("a", "&"), (" ", "\u{A0}"), (":", ";"), (",", "."), ("(", "["),
    (")", "}"), ("|", "["), ("€", "e"), ("'", "’"), ("°", "*"), ("-", "—"), ("i", "ï"), ("E", "€"),
    (".", " "), (" ", "\n"), ("\n", " "), ("A", "4"), ("2", "\u{1F600}"), ("n", "\u{301}"),
  ]

  /// The act with three damages after each other, by a seed.
  static func text(seed: Int) -> String {
    var random = SeededGenerator(seed: UInt64(seed))
    var text = act
    for _ in 0..<3 {
      switch Int.random(in: 0..<3, using: &random) {
      case 0: swap(&text, &random)
      default: changeLine(&text, &random)
      }
    }
    return text
  }

  /// Each line deleted, then each line twice.
  static func lineByLine() -> [String] {
    let lines = act.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.flatMap { index -> [String] in
      var without = lines
      without.remove(at: index)
      var twice = lines
      twice.insert(lines[index], at: index)
      return [without, twice].map { $0.joined(separator: "\n") }
    }
  }

  private static func swap(_ text: inout String, _ random: inout SeededGenerator) {
    let (printed, read) = confusions[Int.random(in: confusions.indices, using: &random)]
    text = String(text.map { $0 == printed && Bool.random(using: &random) ? read : $0 })
  }

  private static func changeLine(_ text: inout String, _ random: inout SeededGenerator) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let index = Int.random(in: lines.indices, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: lines.remove(at: index)
    case 1: lines.insert(lines[index], at: index)
    case 2: lines[index] = lines[index].prefix(Int.random(in: 0...20, using: &random))
    default: lines.swapAt(index, Int.random(in: lines.indices, using: &random))
    }
    text = lines.joined(separator: "\n")
  }
}

struct `A damaged act` {
  private func expectCovered(_ text: String, labels: LabelMatcher, _ what: String) {
    let document = Document(printing: text)
    let lines = Array(document.lines.indices)
    let sections = SectionSplitter.sections(of: lines, in: document, labels: labels)
    let parts = sections.flatMap(\.parts)
    var covered: [Int] = []
    for part in parts where covered.last != part.line { covered.append(part.line) }
    #expect(covered == lines, "\(what)")
    for (index, part) in parts.enumerated() {
      let range = document.lines[part.line].range
      #expect(
        range.bounds.contains(part.bounds.lowerBound) || part.bounds.isEmpty,
        "\(what), line \(part.line)"
      )
      // A verb parts a sentence from its clause; what stands behind "DÉCIDE" is the clause's.
      let isParted = index + 1 < parts.count && parts[index + 1].line == part.line
      #expect(
        isParted
          ? part.bounds.upperBound <= parts[index + 1].bounds.lowerBound
          : part.bounds.upperBound == range.bounds.upperBound,
        "\(what), line \(part.line)"
      )
    }
  }

  @Test func `that lacks or repeats a line is still in sections and still decides`() throws {
    let labels = try LabelMatcher.standard()
    let definition = try Definition.standard()
    for (index, text) in Damage.lineByLine().enumerated() {
      expectCovered(text, labels: labels, "variant \(index)")
      let act = parse(text, definition, labels)
      #expect(!act.articles.isEmpty, "variant \(index)")
      #expect(!act.decisions.isEmpty, "variant \(index)")
    }
  }

  @Test(arguments: 0..<10)
  func `is read without a trap, and no line of it is lost`(block: Int) throws {
    let labels = try LabelMatcher.standard()
    let definition = try Definition.standard()
    for seed in (block * 52)..<(block * 52 + 52) {
      let text = Damage.text(seed: seed)
      expectCovered(text, labels: labels, "seed \(seed)")
      _ = parse(text, definition, labels)
    }
  }

  private func parse(
    _ text: String,
    _ definition: Definition,
    _ labels: LabelMatcher
  ) -> Deliberation {
    let document = Document(printing: text)
    let lines = Array(document.lines.indices)
    let outline = ActOutline(act: lines, conclusions: Array(lines.suffix(3)), attached: lines)
    return ParsedAct(document, outline, definition, labels).act
  }
}
