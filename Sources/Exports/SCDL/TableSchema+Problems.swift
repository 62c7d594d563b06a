import Foundation
import PageModel
import Subjects

/// What keeps a row from being one of its schema.
struct RowProblem: Hashable {
  /// The column that is meant; of several, the first.
  var column: String
  /// Why, in a few words.
  var reason: String
}

extension TableSchema {
  /// What is wrong with a row, given as values by column; an empty cell is an absent value.
  func problems(of row: [String: String]) -> [RowProblem] {
    fields.flatMap { problems(of: row[$0.name] ?? "", in: $0) }
      + checks.compactMap { problem(of: row, in: $0) }
  }

  private func problems(of value: String, in field: Field) -> [RowProblem] {
    guard !value.isEmpty else {
      return field.isRequired ? [RowProblem(column: field.name, reason: "missing")] : []
    }
    var reasons: [String] = []
    if let pattern = field.pattern, !Self.matches(value, pattern) {
      reasons.append("not of its form")
    }
    if let most = field.maxLength, value.unicodeScalars.count > most { reasons.append("too long") }
    if !field.allowed.isEmpty, !field.allowed.contains(value) {
      reasons.append("not one of the list")
    }
    if field.minimum != nil || field.maximum != nil {
      let number = Decimal(string: value)
      let isInside =
        number.map { number in
          field.minimum.map { number >= $0 } ?? true && field.maximum.map { number <= $0 } ?? true
        } ?? false
      if !isInside { reasons.append("out of range") }
    }
    return reasons.map { RowProblem(column: field.name, reason: $0) }
  }

  private static func matches(_ value: String, _ pattern: String) -> Bool {
    guard let regex = try? Regex(pattern) else { return false }
    return (try? regex.wholeMatch(in: value)) != nil
  }

  /// Checks of one column pass over an empty cell, those of several over a row with one.
  private func problem(of row: [String: String], in check: CustomCheck) -> RowProblem? {
    let columns = [check.column] + check.others
    let values = columns.map { row[$0] ?? "" }
    let isFull = !values.contains("")
    let value = values[0]
    func unless(_ isRight: Bool, _ reason: String) -> RowProblem? {
      isRight ? nil : RowProblem(column: check.column, reason: reason)
    }
    switch check.name {
    case "french-siret-value":
      return unless(
        value.isEmpty || EstablishmentNumber.isValid(value),
        "no SIRET: its key is wrong"
      )
    case "year-interval-value":
      let years = value.split(separator: "/")
      return unless(years.count < 2 || years[0] < years[1], "the years do not follow each other")
    case "cohesive-columns-value":
      return unless(
        isFull || values.allSatisfy(\.isEmpty),
        "goes with " + check.others.joined(separator: ", ")
      )
    case "compare-columns-value":
      return unless(
        !isFull || Self.isAtLeast(value, values[1]) || check.comparison != ">=",
        "less than \(check.others[0])"
      )
    case "sum-columns-value":
      let numbers = values.compactMap { Int($0) }
      return unless(
        !isFull || numbers.count == values.count && numbers[0] == numbers.dropFirst().reduce(0, &+),
        "not the sum of " + check.others.joined(separator: ", ")
      )
    case "nomenclature-actes-value":
      return unless(
        value.isEmpty || ActsNomenclature.isName(value),
        "not a name of the nomenclature"
      )
    case "one-of-required":
      return unless(!values.allSatisfy(\.isEmpty), "missing, and so is " + check.others.joined())
    default: return nil
    }
  }

  /// Compares numbers as such, dates as their texts.
  private static func isAtLeast(_ value: String, _ other: String) -> Bool {
    if let value = Int(value), let other = Int(other) { return value >= other }
    return value >= other
  }
}
