import Foundation
import GRDB
import JSONModel

/// Writes the rows of an act that hold money: budget lines, grants, totals.
struct MoneyWriter {
  private let db: Database
  private let deliberation: Int64

  init(_ db: Database, deliberation: Int64) {
    self.db = db
    self.deliberation = deliberation
  }

  func write(_ lines: [OutputBudgetLine], statedIn: String) throws {
    for (ordinal, line) in lines.enumerated() {
      try db.insert(
        "budget_lines",
        [
          "deliberation_id": deliberation, "stated_in": statedIn, "ordinal": ordinal,
          "operation_code": line.operationCode, "operation_code_raw": line.operationCodeRaw,
          "budget_code": line.budgetCode, "label": line.label,
          "commitment_authority_cents": line.commitmentAuthority?.value,
          "commitment_authority_raw": line.commitmentAuthorityRaw,
          "expenditure_cents": line.expenditure?.value, "expenditure_raw": line.expenditureRaw,
          "available_cents": line.available?.value, "available_raw": line.availableRaw,
          "proposed_cents": line.proposed?.value, "proposed_raw": line.proposedRaw,
          "balance_cents": line.balance?.value, "balance_raw": line.balanceRaw,
          "needs_review": line.needsReview ?? false, "page": line.source?.page,
          "line": line.line,
        ]
      )
    }
  }

  func write(_ grants: [OutputGrant]) throws {
    for (ordinal, grant) in grants.enumerated() {
      if let name = grant.beneficiary { try OrganisationName(name).write(to: db) }
      let id = try db.insert(
        "grants",
        [
          "deliberation_id": deliberation, "ordinal": ordinal, "theme": grant.theme,
          "theme_title": grant.themeTitle, "operation": grant.operation,
          "operation_title": grant.operationTitle, "territory": grant.territory,
          "territory_raw": grant.territoryRaw, "beneficiary": grant.beneficiary,
          "beneficiary_raw": grant.beneficiaryRaw, "quantity": grant.quantity?.databaseValue,
          "description": grant.description, "amount_cents": grant.amount?.value,
          "raw": grant.raw, "agreement": grant.agreement, "stated_in": grant.statedIn,
          "confidence": grant.confidence, "needs_review": grant.needsReview ?? false,
          "page": grant.source?.page, "line": grant.line,
        ]
      )
      for part in grant.doubts ?? [] {
        try db.insert("grant_doubts", ["grant_id": id, "part": part])
      }
    }
  }

  func write(_ totals: [OutputTotal]) throws {
    for (ordinal, total) in totals.enumerated() {
      try db.insert(
        "totals",
        [
          "deliberation_id": deliberation, "ordinal": ordinal, "theme": total.theme,
          "operation": total.operation, "quantity": total.quantity?.databaseValue,
          "amount_cents": total.amount?.value, "raw": total.raw,
          "needs_review": total.needsReview ?? false, "page": total.source?.page,
          "line": total.line,
        ]
      )
    }
  }
}

extension Quantity {
  /// A whole number as an integer, any other as a real.
  fileprivate var databaseValue: DatabaseValue {
    Int("\(value)").map(\.databaseValue)
      ?? NSDecimalNumber(decimal: value).doubleValue.databaseValue
  }
}
