import DeliberationModel
import PageModel

/// The rows of a list of délibérations: number, object and, where it is printed, the result.
///
/// Since 2022 every commune posts one (article L. 2121-25 of the CGCT): "Délibération n° 2024-12 - Vente
/// du lot 3 - APPROUVÉE". Its rows need not say who decides.
struct ActList {
  /// A row, from its number to the next.
  let rows: [Range<Int>]
  /// What the heading says of all rows: "Liste des délibérations adoptées".
  let stated: ActOutline.StatedResult?

  /// Whether its rows have numbers of their own, each once, and hardly a line beside the title.
  let isBare: Bool

  /// How far below the top the heading of a list stands.
  private static let reach = 40

  /// Finds the rows below the heading of a list; nothing where no heading says that it is one, or no two
  /// rows count up, unless one alone is printed with its result.
  init?(_ lines: [SeenLine], _ speech: Speech, in session: Range<Int>, _ document: Document) {
    let headings = (speech.cues[.list] ?? []).map(\.place)
    guard let heading = headings.first(where: { session.prefix(Self.reach).contains($0) }) else {
      return nil
    }
    // A decision that one person took by delegation is numbered as acts are.
    let numbered = (heading + 1..<session.upperBound).filter {
      lines[$0].isNumbered && lines[$0].number?.label != "decision"
    }
    let own = numbered.filter { lines[$0].number?.isOwn == true }
    let kinds = Dictionary(grouping: own.isEmpty ? numbered : own) { place in
      lines[place].number.map { "\($0.form) \($0.label)" } ?? ""
    }
    let most = kinds.values.max { ($0.count, -$0[0]) < ($1.count, -$1[0]) } ?? []
    let isAlone = most.count == 1 && Self.isRow(most[0], lines, speech, document)
    guard isAlone || Series.share(most.map { lines[$0].number }) >= 0.6 else { return nil }
    // What is numbered in another way below the last row is no row: "Décision n° 2024-60".
    let others = (heading + 1..<session.upperBound).filter { place in
      place > most[most.count - 1] && !lines[place].isBarred
        && lines[place].number?.label.isEmpty == false
    }
    let below =
      isAlone
      ? (most[0] + 1..<session.upperBound).first {
        document.lines[lines[$0].line].opensParagraph
      } : others.first
    let end = below ?? session.upperBound
    rows = zip(most, most.dropFirst() + [end]).map { $0..<$1 }
    let numbers = Set(own.compactMap { lines[$0].number?.path })
    isBare = numbers.count * 10 >= most.count * 9 && end - most[0] <= 4 * most.count
    let bounds = document.lines[lines[heading].line].range.bounds
    stated = speech.result(at: heading).map { result in
      .init(result: result, words: .init(line: lines[heading].line, bounds: bounds))
    }
  }

  /// Whether the one numbered line is the row of an act: its own number, its object and its result.
  private static func isRow(
    _ place: Int,
    _ lines: [SeenLine],
    _ speech: Speech,
    _ document: Document
  ) -> Bool {
    lines[place].number?.isOwn == true && document.hasCells(lines[place].line)
      && speech.result(at: place) != nil
  }
}
