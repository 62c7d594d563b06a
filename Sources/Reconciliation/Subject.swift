import DeliberationModel

/// A number of an act that rules compare, and its place in the output.
enum Subject: Hashable {
  case grantAmount(Int)
  case grantQuantity(Int)
  case totalAmount(Int)
  case totalQuantity(Int)
  case articleAmount(article: Int, place: Int)
  case commitment(Int)
  case expenditure(Int)
  case reportAmount(Int)
  case reportCommitment(Int)
  case reportAvailable(Int)
  case reportProposed(Int)
  case reportBalance(Int)
  case vote(decision: Int, VoteOption)

  /// The JSON pointer into the act.
  var pointer: String {
    switch self {
    case .grantAmount(let index): "/grants/\(index)/amount"
    case .grantQuantity(let index): "/grants/\(index)/quantity"
    case .totalAmount(let index): "/totals/\(index)/amount"
    case .totalQuantity(let index): "/totals/\(index)/quantity"
    case .articleAmount(let article, let place): "/articles/\(article)/amounts/\(place)/value"
    case .commitment(let index): "/budget_lines/\(index)/commitment_authority"
    case .expenditure(let index): "/budget_lines/\(index)/expenditure"
    case .reportAmount(let place): "/report/amounts/\(place)/value"
    case .reportCommitment(let index): "/report/budget_lines/\(index)/commitment_authority"
    case .reportAvailable(let index): "/report/budget_lines/\(index)/available"
    case .reportProposed(let index): "/report/budget_lines/\(index)/proposed"
    case .reportBalance(let index): "/report/budget_lines/\(index)/balance"
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
    case .commitment(let index):
      act.budgetLines[index].commitmentAuthority?.raw ?? act.budgetLines[index].unreadableCommitment
    case .expenditure(let index):
      act.budgetLines[index].expenditure?.raw ?? act.budgetLines[index].unreadableExpenditure
    case .reportCommitment(let index), .reportAvailable(let index), .reportProposed(let index),
      .reportBalance(let index):
      printed(in: act).map(\.raw) ?? act.report?.budgetLines[index].unreadable
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
    case .commitment(let index): act.budgetLines[index].commitmentAuthority
    case .expenditure(let index): act.budgetLines[index].expenditure
    case .reportAmount(let place): act.report?.amounts[place]
    case .reportCommitment(let index): act.report?.budgetLines[index].commitmentAuthority
    case .reportAvailable(let index): act.report?.budgetLines[index].available
    case .reportProposed(let index): act.report?.budgetLines[index].proposed
    case .reportBalance(let index): act.report?.budgetLines[index].balance
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
    case .commitment(let index):
      let line = act.budgetLines[index]
      act.budgetLines[index].commitmentAuthority = amount(line.commitmentAuthority)
    case .expenditure(let index):
      let line = act.budgetLines[index]
      act.budgetLines[index].expenditure = amount(line.expenditure)
    case .reportAmount(let place):
      let old = act.report?.amounts[place]
      act.report?.amounts[place] = amount(old)
    case .reportCommitment(let index):
      let line = act.report?.budgetLines[index]
      act.report?.budgetLines[index].commitmentAuthority = amount(line?.commitmentAuthority)
    case .reportAvailable(let index):
      let line = act.report?.budgetLines[index]
      act.report?.budgetLines[index].available = amount(line?.available)
    case .reportProposed(let index):
      let line = act.report?.budgetLines[index]
      act.report?.budgetLines[index].proposed = amount(line?.proposed)
    case .reportBalance(let index):
      let line = act.report?.budgetLines[index]
      act.report?.budgetLines[index].balance = amount(line?.balance)
    case .vote(let decision, let option):
      act.decisions[decision].vote[option]?.count = number
      act.decisions[decision].vote[option]?.needsReview = false
    }
  }

  /// Takes away the print that could not be read; it becomes that of the number.
  private func forgetUnreadable(in act: inout Deliberation) {
    switch self {
    case .commitment(let index): act.budgetLines[index].unreadableCommitment = nil
    case .expenditure(let index): act.budgetLines[index].unreadableExpenditure = nil
    case .reportCommitment(let index), .reportAvailable(let index), .reportProposed(let index),
      .reportBalance(let index):
      act.report?.budgetLines[index].unreadable = nil
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
    case .commitment(let index), .expenditure(let index):
      act.budgetLines[index].needsReview = true
    case .reportCommitment(let index), .reportAvailable(let index), .reportProposed(let index),
      .reportBalance(let index):
      act.report?.budgetLines[index].needsReview = true
    case .vote(let decision, let option):
      act.decisions[decision].vote[option]?.needsReview = true
    }
  }
}
