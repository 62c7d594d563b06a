/// An act as an output gives it.
package struct OutputAct: Decodable {
  package struct Authority: Decodable {
    package var name: String
    package var type: String?
    package var siren: String?
    package var siret: String?

    /// An authority that no act names.
    package init(name: String, siren: String?) {
      self.name = name
      self.siren = siren
    }
  }

  package struct Session: Decodable {
    package var date: String?
    package var president: OutputPerson?
    package var secretary: OutputPerson?
  }

  package struct Signature: Decodable {
    package var place: String?
    package var date: String?
    package var signatory: OutputPerson?
    package var role: String?
    package var onBehalfOf: String?
  }

  package struct Report: Decodable {
    package var number: Int?
    package var date: String?
    package var budgetLines: [OutputBudgetLine]?
  }

  package struct Article: Decodable {
    package var number: Int
    package var numberPrinted: Bool
    package var title: String?
    package var text: String
    package var raw: String?
    package var amounts: [Amount]?
    package var annexes: [Int]?
    package var result: String?
    package var source: OutputPage?
    package var line: Int?
  }

  package struct Amount: Decodable {
    package var value: Cents
    package var raw: String
    package var needsReview: Bool?
  }

  package struct Citation: Decodable {
    package struct Reference: Decodable {
      package var type: String?
      package var number: String?
      package var date: String?
      package var name: String?
    }

    package var text: String
    package var references: [Reference]?
  }

  package struct Recital: Decodable {
    package var text: String
  }

  /// What the act is about, in the national nomenclature of acts.
  package struct Subject: Decodable {
    package var code: String
    package var name: String?
    package var stated: String?
    package var confidence: Double?
  }

  package var number: String?
  package var item: String?
  package var confidence: Double?
  package var needsReview: Bool?
  package var subject: Subject?
  package var title: String?
  package var titleRaw: String?
  package var authority: Authority?
  package var organ: String?
  package var session: Session?
  package var transmissionDate: String?
  package var publicationDate: String?
  package var transmissionId: String?
  package var attendance: OutputAttendance?
  package var citations: [Citation]?
  package var recitals: [Recital]?
  package var articles: [Article]?
  package var decisions: [OutputDecision]?
  package var elections: [OutputElection]?
  package var budgetLines: [OutputBudgetLine]?
  package var signature: Signature?
  package var attachments: [OutputAttachment]?
  package var report: Report?
  package var grants: [OutputGrant]?
  package var totals: [OutputTotal]?
  package var checks: [OutputCheck]?
  package var repairs: [OutputRepair]?
  package var source: OutputPage?
  package var line: Int?
}

package struct OutputCheck: Decodable {
  package var rule: String
  package var status: String
  package var expected: TextOrNumber?
  package var found: TextOrNumber?
  package var message: String?
  package var subjects: [String]?
}

package struct OutputRepair: Decodable {
  package var path: String
  package var raw: String?
  package var value: TextOrNumber
  package var rule: String
  package var confidence: Double?
}

/// What is attached to an act; what an annex alone holds stands in it.
package struct OutputAttachment: Decodable {
  package var kind: String?
  package var number: Int?
  package var title: String?
  package var pages: [Int]?
  package var grants: [OutputGrant]?
  package var source: OutputPage?
  package var line: Int?
}
