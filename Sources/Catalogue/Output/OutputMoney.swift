/// A line of a budget table, of an act or of the report of the President.
struct OutputBudgetLine: Decodable {
  var operationCode: String?
  var operationCodeRaw: String?
  var budgetCode: String?
  var label: String?
  var commitmentAuthority: Cents?
  var commitmentAuthorityRaw: String?
  var expenditure: Cents?
  var expenditureRaw: String?
  var available: Cents?
  var availableRaw: String?
  var proposed: Cents?
  var proposedRaw: String?
  var balance: Cents?
  var balanceRaw: String?
  var needsReview: Bool?
  var source: OutputPage?
  var line: Int?
}

struct OutputGrant: Decodable {
  var theme: String?
  var themeTitle: String?
  var operation: String?
  var operationTitle: String?
  var territory: String?
  var territoryRaw: String?
  var beneficiary: String?
  var beneficiaryRaw: String?
  var quantity: Quantity?
  var description: String?
  var amount: Cents?
  var raw: String?
  var agreement: String?
  var statedIn: String
  var confidence: Double?
  var doubts: [String]?
  var needsReview: Bool?
  var source: OutputPage?
  var line: Int?
}

struct OutputTotal: Decodable {
  var theme: String?
  var operation: String?
  var quantity: Quantity?
  var amount: Cents?
  var raw: String?
  var needsReview: Bool?
  var source: OutputPage?
  var line: Int?
}
