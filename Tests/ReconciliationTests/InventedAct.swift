import DeliberationModel
import PageModel

/// Acts that no council ever voted, for the tests of rules.
enum InventedAct {
  /// A row of a grant table.
  struct Row {
    var theme = "1"
    var operation = "1"
    var quantity: Int?
    var cents: Int
    var raw: String?
    var name = "Les Amis du Verger"
  }

  /// A printed total.
  struct Printed {
    var theme = "1"
    var operation: String? = "1"
    var quantity: Int?
    var cents: Int
    var raw: String?
  }

  /// An act with grant tables.
  static func table(_ rows: [Row], _ totals: [Printed]) -> Deliberation {
    var act = Deliberation()
    for row in rows {
      var grant = Grant(statedIn: .table, source: SourceLocation())
      grant.theme = row.theme
      grant.operation = row.operation
      grant.quantity = row.quantity
      grant.description = row.quantity.map(String.init)
      grant.beneficiary = DeliberationModel.Printed(row.name)
      grant.amount = DeliberationModel.Printed(
        Amount(cents: row.cents),
        raw: row.raw ?? text(row.cents)
      )
      act.grants.append(grant)
    }
    for printed in totals {
      var total = Total(source: SourceLocation())
      total.theme = printed.theme
      total.operation = printed.operation
      total.quantity = printed.quantity
      total.amount = DeliberationModel.Printed(
        Amount(cents: printed.cents),
        raw: printed.raw ?? text(printed.cents)
      )
      act.totals.append(total)
    }
    return act
  }

  /// An operation of rows that pay a number of places at one price.
  static func places(_ quantities: [Int], cents: Int, total: Int? = nil) -> Deliberation {
    let sum = quantities.reduce(0, +)
    return table(
      quantities.map { Row(quantity: $0, cents: $0 * cents) },
      [Printed(quantity: total ?? sum, cents: sum * cents)]
    )
  }

  /// The print of some cents.
  static func text(_ cents: Int) -> String {
    let rest = String(cents % 100)
    return "\(cents / 100),\(rest.count < 2 ? "0" : "")\(rest) €"
  }

  /// An article that states sums.
  static func article(_ number: Int, _ text: String, cents: [Int] = []) -> Article {
    var article = Article(number: number, text: DeliberationModel.Printed(text))
    article.amounts = cents.map { DeliberationModel.Printed(Amount(cents: $0)) }
    return article
  }

  /// A line of a budget table.
  static func budget(_ code: String, commitment: Int?, expenditure: Int?) -> BudgetLine {
    var line = BudgetLine(
      operationCode: DeliberationModel.Printed(code),
      source: SourceLocation()
    )
    line[.commitment] = commitment.map { DeliberationModel.Printed(Amount(cents: $0)) }
    line[.expenditure] = expenditure.map { DeliberationModel.Printed(Amount(cents: $0)) }
    return line
  }

  /// A report whose prose states sums.
  static func report(amounts cents: [Int]) -> Report {
    var report = Report(source: SourceLocation())
    report.amounts = cents.map { DeliberationModel.Printed(Amount(cents: $0), raw: text($0)) }
    return report
  }

  /// A line of the budget table of a report: AE, available, proposed, balance.
  static func report(_ code: String, _ cents: [Int?]) -> BudgetLine {
    var line = BudgetLine(
      operationCode: DeliberationModel.Printed(code),
      source: SourceLocation()
    )
    let amounts = cents.map { $0.map { DeliberationModel.Printed(Amount(cents: $0)) } }
    line[.commitment] = amounts[0]
    line[.available] = amounts[1]
    line[.proposed] = amounts[2]
    line[.balance] = amounts[3]
    return line
  }

  /// An act with members A, B, C … of a status, and one vote block.
  static func vote(
    present: Int,
    excused: Int = 0,
    absent: Int = 0,
    recused: Int = 0,
    _ counts: [VoteOption: Int]
  ) -> Deliberation {
    var act = Deliberation()
    act.attendance.people[.present] = people("P", present)
    act.attendance.people[.excused] = people("E", excused)
    act.attendance.people[.absent] = people("A", absent)
    act.decisions = [decision(recused: recused, counts)]
    return act
  }

  /// A vote block in which the first members present are recused.
  static func decision(recused: Int = 0, _ counts: [VoteOption: Int]) -> Decision {
    var decision = Decision()
    decision.vote = counts.mapValues { VoteCount(count: $0) }
    decision.recusals = people("P", recused).map { Recusal(person: $0, status: .present) }
    return decision
  }

  private static func people(_ letter: String, _ count: Int) -> [Person] {
    (0..<count).map { Person(name: "\(letter)\($0)") }
  }
}
