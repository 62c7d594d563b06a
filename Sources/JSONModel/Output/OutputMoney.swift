/// A line of a budget table, of an act or of the report of the President.
package struct OutputBudgetLine: Decodable {
  package var operationCode: String?
  package var operationCodeRaw: String?
  package var budgetCode: String?
  package var label: String?
  package var commitmentAuthority: Cents?
  package var commitmentAuthorityRaw: String?
  package var expenditure: Cents?
  package var expenditureRaw: String?
  package var available: Cents?
  package var availableRaw: String?
  package var proposed: Cents?
  package var proposedRaw: String?
  package var balance: Cents?
  package var balanceRaw: String?
  package var needsReview: Bool?
  package var source: OutputPage?
  package var line: Int?
}

package struct OutputGrant: Decodable {
  package var theme: String?
  package var themeTitle: String?
  package var operation: String?
  package var operationTitle: String?
  package var territory: String?
  package var territoryRaw: String?
  package var beneficiary: String?
  package var beneficiaryRaw: String?
  package var quantity: Quantity?
  package var description: String?
  package var amount: Cents?
  package var raw: String?
  package var agreement: String?
  package var statedIn: String
  package var confidence: Double?
  package var doubts: [String]?
  package var needsReview: Bool?
  package var source: OutputPage?
  package var line: Int?
}

package struct OutputTotal: Decodable {
  package var theme: String?
  package var operation: String?
  package var quantity: Quantity?
  package var amount: Cents?
  package var raw: String?
  package var needsReview: Bool?
  package var source: OutputPage?
  package var line: Int?
}
