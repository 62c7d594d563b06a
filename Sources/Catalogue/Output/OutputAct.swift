/// An act as a catalogue takes it.
struct OutputAct: Decodable {
  struct Authority: Decodable {
    var name: String
    var type: String?
    var siren: String?
    var siret: String?
  }

  struct Session: Decodable {
    var date: String?
    var president: OutputPerson?
    var secretary: OutputPerson?
  }

  struct Signature: Decodable {
    var place: String?
    var date: String?
    var signatory: OutputPerson?
    var role: String?
    var onBehalfOf: String?
  }

  struct Report: Decodable {
    var number: Int?
    var date: String?
    var budgetLines: [OutputBudgetLine]?
  }

  struct Article: Decodable {
    var number: Int
    var numberPrinted: Bool
    var title: String?
    var text: String
    var raw: String?
    var amounts: [Amount]?
    var annexes: [Int]?
    var result: String?
    var source: OutputPage?
    var line: Int?
  }

  struct Amount: Decodable {
    var value: Cents
    var raw: String
    var needsReview: Bool?
  }

  var number: String?
  var title: String?
  var titleRaw: String?
  var authority: Authority?
  var organ: String?
  var session: Session?
  var transmissionDate: String?
  var publicationDate: String?
  var transmissionId: String?
  var attendance: OutputAttendance?
  var articles: [Article]?
  var decisions: [OutputDecision]?
  var elections: [OutputElection]?
  var budgetLines: [OutputBudgetLine]?
  var signature: Signature?
  var report: Report?
  var grants: [OutputGrant]?
  var totals: [OutputTotal]?
  var checks: [OutputCheck]?
  var repairs: [OutputRepair]?
  var source: OutputPage?
  var line: Int?
}

struct OutputCheck: Decodable {
  var rule: String
  var status: String
  var expected: TextOrNumber?
  var found: TextOrNumber?
  var message: String?
  var subjects: [String]?
}

struct OutputRepair: Decodable {
  var path: String
  var raw: String?
  var value: TextOrNumber
  var rule: String
  var confidence: Double?
}
