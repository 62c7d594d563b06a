import DeliberationModel
import PageModel

/// Numbers the operation whose own number recognition misread, where one alone is missing.
///
/// "Opération & : Crèche" after the rows of operation 5 and before those of operation 7, all of one
/// theme, is operation 6; so is the total that adds up its rows. Its rows are in doubt until the total
/// proves them.
struct SkippedOperations {
  /// Mends the rows and totals of an act whose text was recognised.
  func mend(_ act: inout Deliberation) {
    let rows = act.grants.indices.filter { act.grants[$0].statedIn == .table }
    var place = 0
    while place < rows.count {
      let end = rows[place...].firstIndex { act.grants[$0].operation != nil } ?? rows.count
      if end > place, place > 0, end < rows.count,
        let number = number(
          of: rows[place..<end],
          after: rows[place - 1],
          before: rows[end],
          in: act
        )
      {
        give(number, to: rows[place..<end], in: &act)
      }
      place = end + 1
    }
  }

  /// The number between those of two rows, where it is the only one and the rows say nothing else.
  private func number(
    of rows: ArraySlice<Int>,
    after first: Int,
    before last: Int,
    in act: Deliberation
  ) -> Int? {
    guard let low = act.grants[first].operation.flatMap({ Int($0) }),
      let high = act.grants[last].operation.flatMap({ Int($0) }), high == low + 2
    else { return nil }
    let theme = act.grants[first].theme
    let hasOneTheme =
      act.grants[last].theme == theme
      && rows.allSatisfy { act.grants[$0].theme == theme && act.grants[$0].operationTitle != nil }
    let isTaken = act.grants.contains { $0.theme == theme && $0.operation == String(low + 1) }
    return hasOneTheme && !isTaken ? low + 1 : nil
  }

  private func give(_ number: Int, to rows: ArraySlice<Int>, in act: inout Deliberation) {
    var sum = 0
    for row in rows {
      act.grants[row].operation = String(number)
      act.grants[row].operationTitle = act.grants[row].operationTitle.map(Self.withoutLabel)
      sum &+= act.grants[row].amount?.value.cents ?? 0
      act.noteOrder(ofRow: row, "operation", raw: nil, String(number))
    }
    guard let theme = rows.first.map({ act.grants[$0].theme }) else { return }
    let totals = act.totals.indices.filter { index in
      act.totals[index].theme == theme && act.totals[index].operation == nil
        && act.totals[index].amount?.value.cents == sum
    }
    guard let total = totals.first, totals.count == 1 else { return }
    act.totals[total].operation = String(number)
    let source = act.totals[total].source
    act.noteOrder("/totals/\(total)/operation", raw: nil, String(number), at: source)
  }

  /// What a cell says after its label and the number that cannot be read.
  private static func withoutLabel(_ title: String) -> String {
    guard FoldedText(title).starts(with: "operation"), let colon = title.firstIndex(of: ":") else {
      return title
    }
    return String(title[title.index(after: colon)...].drop { $0 == " " })
  }
}
