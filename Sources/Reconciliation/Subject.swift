import DeliberationModel

/// A number of an act that rules compare, and its place in the output.
enum Subject: Hashable {
  case grantAmount(Int)
  case grantQuantity(Int)
  case totalAmount(Int)
  case totalQuantity(Int)
  case articleAmount(article: Int, place: Int)
  case budget(Int, BudgetColumn)
  case reportAmount(Int)
  case reportBudget(Int, BudgetColumn)
  case vote(decision: Int, VoteOption)

  /// The numbers of a budget line of the act.
  static func line(_ index: Int) -> [Subject] {
    [.budget(index, .commitment), .budget(index, .expenditure)]
  }

  /// The numbers of a budget line of the report.
  static func reportLine(_ index: Int) -> [Subject] {
    [BudgetColumn.commitment, .available, .proposed, .balance].map { .reportBudget(index, $0) }
  }

  /// The JSON pointer into the act.
  var pointer: String {
    switch self {
    case .grantAmount(let index): "/grants/\(index)/amount"
    case .grantQuantity(let index): "/grants/\(index)/quantity"
    case .totalAmount(let index): "/totals/\(index)/amount"
    case .totalQuantity(let index): "/totals/\(index)/quantity"
    case .articleAmount(let article, let place): "/articles/\(article)/amounts/\(place)/value"
    case .budget(let index, let column): "/budget_lines/\(index)/\(column.rawValue)"
    case .reportAmount(let place): "/report/amounts/\(place)/value"
    case .reportBudget(let index, let column): "/report/budget_lines/\(index)/\(column.rawValue)"
    case .vote(let decision, let option):
      "/decisions/\(decision)/vote/\(option.rawValue)/count"
    }
  }

  /// Whether the number is cents; others are counts.
  var isMoney: Bool {
    switch self {
    case .grantQuantity, .totalQuantity, .vote: false
    default: true
    }
  }

  /// The number as a checked value.
  func checked(_ number: Int) -> CheckedValue {
    isMoney ? .amount(Amount(cents: number)) : .count(number)
  }

  /// The cents or the count; nothing where none was read.
  func value(in act: Deliberation) -> Int? {
    switch self {
    case .grantQuantity(let index): act.grants[index].quantity
    case .totalQuantity(let index): act.totals[index].quantity
    case .vote(let decision, let option): act.decisions[decision].vote[option]?.count
    default: printed(in: act)?.value.cents
    }
  }

  /// The print of the number, as far as it is kept.
  func raw(in act: Deliberation) -> String? {
    switch self {
    case .grantQuantity(let index):
      act.grants[index].description.map { text in
        // The figures alone: "17 600" of "17 600 places", "a2" of "a2".
        let words = text.split(separator: " ")
        let figures = words.prefix { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        return figures.isEmpty ? String(words.first ?? "") : figures.joined(separator: " ")
      }
    case .budget(let index, let column):
      printed(in: act)?.raw ?? act.budgetLines[index].unreadable[column]
    case .reportBudget(let index, let column):
      printed(in: act)?.raw ?? act.report?.budgetLines[index].unreadable[column]
    case .totalAmount(let index): printed(in: act)?.raw ?? act.totals[index].unreadable
    case .totalQuantity(let index):
      value(in: act).map(String.init) ?? act.totals[index].unreadableQuantity
    case .vote(let decision, let option):
      value(in: act).map(String.init) ?? act.decisions[decision].vote[option]?.unreadable
    default: printed(in: act)?.raw
    }
  }

  private func printed(in act: Deliberation) -> Printed<Amount>? {
    switch self {
    case .grantAmount(let index): act.grants[index].amount
    case .totalAmount(let index): act.totals[index].amount
    case .articleAmount(let article, let place): act.articles[article].amounts[place]
    case .budget(let index, let column): act.budgetLines[index][column]
    case .reportAmount(let place): act.report?.amounts[place]
    case .reportBudget(let index, let column): act.report?.budgetLines[index][column]
    case .grantQuantity, .totalQuantity, .vote: nil
    }
  }

  /// Gives the number another value; the print stays.
  func set(_ number: Int, in act: inout Deliberation) {
    let raw = raw(in: act)
    if value(in: act) == nil { forgetUnreadable(in: &act) }
    func amount(_ old: Printed<Amount>?) -> Printed<Amount> {
      var new = old ?? Printed(Amount(cents: 0))
      new.value = Amount(cents: number)
      new.raw = raw?.isEmpty == false ? raw : nil
      return new
    }
    switch self {
    case .grantAmount(let index): act.grants[index].amount = amount(act.grants[index].amount)
    case .grantQuantity(let index): act.grants[index].quantity = number
    case .totalAmount(let index): act.totals[index].amount = amount(act.totals[index].amount)
    case .totalQuantity(let index): act.totals[index].quantity = number
    case .articleAmount(let article, let place):
      act.articles[article].amounts[place] = amount(act.articles[article].amounts[place])
    case .budget(let index, let column):
      act.budgetLines[index][column] = amount(act.budgetLines[index][column])
    case .reportAmount(let place):
      let old = act.report?.amounts[place]
      act.report?.amounts[place] = amount(old)
    case .reportBudget(let index, let column):
      let old = act.report?.budgetLines[index][column]
      act.report?.budgetLines[index][column] = amount(old)
    case .vote(let decision, let option):
      act.decisions[decision].vote[option]?.count = number
      act.decisions[decision].vote[option]?.needsReview = false
    }
  }

  /// Takes away the print that could not be read; it becomes that of the number.
  private func forgetUnreadable(in act: inout Deliberation) {
    switch self {
    case .budget(let index, let column): act.budgetLines[index].unreadable[column] = nil
    case .reportBudget(let index, let column):
      act.report?.budgetLines[index].unreadable[column] = nil
    case .totalAmount(let index): act.totals[index].unreadable = nil
    case .totalQuantity(let index): act.totals[index].unreadableQuantity = nil
    case .vote(let decision, let option): act.decisions[decision].vote[option]?.unreadable = nil
    default: break
    }
  }

  /// Says that a program must not trust the number.
  func flag(in act: inout Deliberation) {
    switch self {
    case .grantAmount(let index), .grantQuantity(let index):
      act.grants[index].doubts.insert(.contradicted)
    case .totalAmount(let index), .totalQuantity(let index): act.totals[index].needsReview = true
    case .articleAmount(let article, let place):
      act.articles[article].amountsInDoubt.insert(place)
    case .reportAmount(let place): act.report?.amountsInDoubt.insert(place)
    case .budget(let index, _): act.budgetLines[index].needsReview = true
    case .reportBudget(let index, _): act.report?.budgetLines[index].needsReview = true
    case .vote(let decision, let option):
      act.decisions[decision].vote[option]?.needsReview = true
    }
  }
}
