public import DeliberationModel

/// What a correct act says of its numbers twice, as sums, so that a test can tell which damages the act
/// itself leaves one reading of.
///
/// It is made from the values of the correct act and the catalogue of damages alone and shares nothing
/// with the rules that it judges: a sum counts where it holds to the cent.
public struct PrintedSums: Sendable {
  private struct Term {
    var number: String
    var factor = 1
  }

  private struct Number {
    var value: Int
    var print: String
    var isMoney: Bool
    /// Whether it is the length of a list of names, which may have lost some.
    var isList = false
  }

  private var numbers: [String: Number] = [:]
  private var sums: [(terms: [Term], constant: Int)] = []
  private var places: [String: [Int]] = [:]

  /// Takes the numbers of a correct act and the sums among them.
  public init(_ act: Deliberation) {
    take(act)
    addTables(of: act)
    addBudget(of: act)
    addStatements(of: act)
    addVotes(of: act)
  }

  /// Whether any sum holds a number, by its JSON pointer into the act.
  public func holds(_ number: String) -> Bool { places[number] != nil }

  /// Whether the sums and the catalogue of damages leave only the number's own value, where it is
  /// printed so and all other numbers are as in the correct act.
  ///
  /// The sums that the damage breaks name the suspects: those that stand in all of these and in no
  /// other sum. A suspect is cleared where no damage turns the value that it should have into its print.
  public func determine(_ number: String, printed: String) -> Bool {
    guard let broken = places[number], let own = numbers[number] else { return false }
    let read = Self.read(printed, isMoney: own.isMoney)
    guard let read, read != own.value else { return read == nil }
    let suspects =
      broken.map { Set(sums[$0].terms.map(\.number)) }
      .reduce(nil as Set<String>?) { $0?.intersection($1) ?? $1 } ?? []
    return !suspects.contains { other in
      other != number && places[other] == broken
        && isExplained(other, broken, damaged: number, readAs: read)
    }
  }

  /// Whether a number that is right might be the damaged one.
  private func isExplained(
    _ other: String,
    _ broken: [Int],
    damaged: String,
    readAs read: Int
  ) -> Bool {
    guard let number = numbers[other] else { return false }
    var values: Set<Int> = []
    for sum in broken {
      var rest = sums[sum].constant
      var factor = 0
      for term in sums[sum].terms {
        if term.number == other {
          factor += term.factor
        } else {
          let value = term.number == damaged ? read : numbers[term.number]?.value ?? 0
          rest += term.factor * value
        }
      }
      guard factor != 0, rest.isMultiple(of: factor) else { return false }
      values.insert(-rest / factor)
    }
    guard values.count == 1, let value = values.first, value >= 0 else { return false }
    if number.isList { return value > number.value }
    let print = Self.figures(number.print)
    return Self.prints(of: value, isMoney: number.isMoney).contains { correct in
      OCRDamage.ofNumber(correct).contains { Self.figures($0.text) == print }
    }
  }

  // MARK: - Prints

  /// A print without its spaces and its sign.
  private static func figures(_ print: String) -> String {
    print.filter { !$0.isWhitespace && $0 != "€" && $0 != "." && $0 != "/" }
  }

  /// What a careful reader takes a print for; nothing where it is no number.
  private static func read(_ print: String, isMoney: Bool) -> Int? {
    let parts = figures(print).split(separator: ",", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = Int(parts[0]) else { return nil }
    guard isMoney else { return parts.count == 1 ? whole : nil }
    guard parts.count == 2 else { return whole * 100 }
    guard parts[1].count == 2, let rest = Int(parts[1]) else { return nil }
    return whole * 100 + rest
  }

  private static func prints(of value: Int, isMoney: Bool) -> [String] {
    guard isMoney else { return [String(value)] }
    let rest = String(value % 100)
    let whole = String(value / 100)
    let full = whole + "," + (rest.count < 2 ? "0" : "") + rest
    return value.isMultiple(of: 100) ? [full, whole] : [full]
  }

  // MARK: - Numbers

  private mutating func take(_ pointer: String, _ amount: Printed<Amount>?) {
    guard let amount else { return }
    let print = amount.raw ?? Self.prints(of: amount.value.cents, isMoney: true)[0]
    numbers[pointer] = Number(value: amount.value.cents, print: print, isMoney: true)
  }

  private mutating func take(_ pointer: String, _ count: Int?) {
    guard let count else { return }
    numbers[pointer] = Number(value: count, print: String(count), isMoney: false)
  }

  private mutating func take(_ act: Deliberation) {
    for (index, grant) in act.grants.enumerated() where grant.statedIn == .table {
      take("/grants/\(index)/amount", grant.amount)
      take("/grants/\(index)/quantity", grant.quantity)
    }
    for (index, total) in act.totals.enumerated() {
      take("/totals/\(index)/amount", total.amount)
      take("/totals/\(index)/quantity", total.quantity)
    }
    for (index, article) in act.articles.enumerated() {
      for (place, amount) in article.amounts.enumerated() {
        take("/articles/\(index)/amounts/\(place)/value", amount)
      }
    }
    for (index, line) in act.budgetLines.enumerated() {
      take("/budget_lines/\(index)/commitment_authority", line[.commitment])
      take("/budget_lines/\(index)/expenditure", line[.expenditure])
    }
    for (place, amount) in (act.report?.amounts ?? []).enumerated() {
      take("/report/amounts/\(place)/value", amount)
    }
    for (index, line) in (act.report?.budgetLines ?? []).enumerated() {
      take("/report/budget_lines/\(index)/commitment_authority", line[.commitment])
      take("/report/budget_lines/\(index)/available", line[.available])
      take("/report/budget_lines/\(index)/proposed", line[.proposed])
      take("/report/budget_lines/\(index)/balance", line[.balance])
    }
    for (index, decision) in act.decisions.enumerated() {
      for option in VoteOption.allCases {
        take("/decisions/\(index)/vote/\(option.rawValue)/count", decision.vote[option]?.count)
      }
    }
  }

  // MARK: - Sums

  /// Adds a sum of known numbers that is nought, with a constant.
  private mutating func add(_ terms: [Term], constant: Int = 0) {
    let known = terms.filter { numbers[$0.number] != nil }
    let sum = known.reduce(constant) { $0 + $1.factor * (numbers[$1.number]?.value ?? 0) }
    guard sum == 0, known.count == terms.count, !terms.isEmpty else { return }
    for number in Set(terms.map(\.number)) { places[number, default: []].append(sums.count) }
    sums.append((terms, constant))
  }

  private mutating func addEqual(_ left: String, _ right: String) {
    add([Term(number: left), Term(number: right, factor: -1)])
  }

  private mutating func addTables(of act: Deliberation) {
    struct Key: Hashable {
      var theme: String?
      var operation: String?
    }
    var rows: [Key: [Int]] = [:]
    var keys: [Key] = []
    for (index, grant) in act.grants.enumerated() where grant.statedIn == .table {
      let key = Key(theme: grant.theme, operation: grant.operation)
      if rows[key] == nil { keys.append(key) }
      rows[key, default: []].append(index)
    }
    let totals = Dictionary(
      grouping: act.totals.indices,
      by: { Key(theme: act.totals[$0].theme, operation: act.totals[$0].operation) }
    )
    for key in keys {
      let own = rows[key] ?? []
      addPrice(own)
      guard totals[key]?.count == 1, let total = totals[key]?.first else { continue }
      for what in ["amount", "quantity"] {
        let terms = own.map { Term(number: "/grants/\($0)/\(what)") }
          .filter { numbers[$0.number] != nil }
        if !terms.isEmpty { add(terms + [Term(number: "/totals/\(total)/\(what)", factor: -1)]) }
      }
    }
    for theme in Set(keys.compactMap(\.theme)).sorted() {
      guard let total = totals[Key(theme: theme)]?.first else { continue }
      let terms = keys.filter { $0.theme == theme && $0.operation != nil }
        .flatMap { key -> [Term] in
          if let own = totals[key]?.first { return [Term(number: "/totals/\(own)/amount")] }
          return (rows[key] ?? []).map { Term(number: "/grants/\($0)/amount") }
        }
      if !terms.isEmpty { add(terms + [Term(number: "/totals/\(total)/amount", factor: -1)]) }
    }
  }

  /// Adds quantity × price = sum for rows of which nine in ten pay one price.
  private mutating func addPrice(_ rows: [Int]) {
    let pairs = rows.compactMap { row -> (row: Int, cents: Int, places: Int)? in
      guard let cents = numbers["/grants/\(row)/amount"]?.value,
        let places = numbers["/grants/\(row)/quantity"]?.value, places > 0
      else { return nil }
      return (row, cents, places)
    }
    for first in pairs.prefix(2) where pairs.count >= 5 {
      let agreeing = pairs.filter { $0.cents * first.places == first.cents * $0.places }
      guard agreeing.count * 10 >= pairs.count * 9 else { continue }
      for pair in agreeing {
        add([
          Term(number: "/grants/\(pair.row)/amount", factor: first.places),
          Term(number: "/grants/\(pair.row)/quantity", factor: -first.cents),
        ])
      }
      return
    }
  }

  private mutating func addBudget(of act: Deliberation) {
    let lines = act.report?.budgetLines ?? []
    for index in lines.indices {
      let path = "/report/budget_lines/\(index)"
      add([
        Term(number: path + "/available"), Term(number: path + "/proposed", factor: -1),
        Term(number: path + "/balance", factor: -1),
      ])
      let code = lines[index].operationCode.value
      let own = act.budgetLines.indices.filter {
        act.budgetLines[$0].operationCode.value == code
      }
      guard own.count == 1, lines.count(where: { $0.operationCode.value == code }) == 1 else {
        continue
      }
      addEqual("/budget_lines/\(own[0])/expenditure", path + "/proposed")
      addEqual("/budget_lines/\(own[0])/commitment_authority", path + "/commitment_authority")
    }
    let paid = act.budgetLines.indices.map { Term(number: "/budget_lines/\($0)/expenditure") }
    let stated = act.articles.indices.flatMap { article in
      act.articles[article].amounts.indices.map { place in
        Term(number: "/articles/\(article)/amounts/\(place)/value", factor: -1)
      }
    }
    if !paid.isEmpty, !stated.isEmpty { add(paid + stated) }
  }

  /// Adds the totals that an article or the report states to the cent.
  private mutating func addStatements(of act: Deliberation) {
    func total(of value: Amount) -> String? {
      let totals = act.totals.indices.filter { act.totals[$0].amount?.value == value }
      return totals.count == 1 ? "/totals/\(totals[0])/amount" : nil
    }
    for (index, article) in act.articles.enumerated() where article.amounts.count == 1 {
      guard let total = total(of: article.amounts[0].value) else { continue }
      addEqual("/articles/\(index)/amounts/0/value", total)
    }
    for (place, amount) in (act.report?.amounts ?? []).enumerated() {
      guard let total = total(of: amount.value) else { continue }
      addEqual("/report/amounts/\(place)/value", total)
    }
  }

  private mutating func addVotes(of act: Deliberation) {
    let voters = [AttendanceStatus.present, .excused].reduce(0) { count, status in
      count + (act.attendance.people[status]?.count ?? 0)
    }
    let absent = act.attendance.people[.absent]?.count ?? 0
    for (list, count) in [("/attendance/voters", voters), ("/attendance/absent", absent)] {
      numbers[list] = Number(value: count, print: "", isMoney: false, isList: true)
    }
    for index in act.decisions.indices {
      let path = "/decisions/\(index)"
      func count(_ option: VoteOption) -> Term {
        Term(number: "\(path)/vote/\(option.rawValue)/count")
      }
      let options = [VoteOption.yes, .no, .abstain].map(count)
      add(
        options.filter { numbers[$0.number] != nil }
          + [Term(number: "/attendance/voters", factor: -1)]
      )
      add([count(.absent), Term(number: "/attendance/absent", factor: -1)])
      let recused = Set(
        act.decisions[index].recusals.filter { $0.status == .present }.map(\.person.name)
      )
      guard !recused.isEmpty else { continue }
      let list = path + "/recusals"
      numbers[list] = Number(value: recused.count, print: "", isMoney: false, isList: true)
      add([count(.abstain), Term(number: list, factor: -1)])
    }
  }
}
