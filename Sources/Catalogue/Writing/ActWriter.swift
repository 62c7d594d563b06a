import GRDB
import JSONModel

/// Writes the rows of an act.
struct ActWriter {
  private let db: Database
  private let document: Int64
  private let act: OutputAct
  private let authority: Int64?

  init(_ db: Database, document: Int64, _ act: OutputAct) throws {
    self.db = db
    self.document = document
    self.act = act
    if let name = act.authority?.name { try OrganisationName(name).write(to: db) }
    authority = try act.authority.flatMap { authority in
      try Int64.fetchOne(
        db,
        sql: """
          INSERT INTO authorities (name, type, siren, siret) VALUES (?, ?, ?, ?)
          ON CONFLICT (name) DO UPDATE SET
            type = coalesce(excluded.type, type),
            siren = coalesce(excluded.siren, siren),
            siret = coalesce(excluded.siret, siret)
          RETURNING id
          """,
        arguments: [authority.name, authority.type, authority.siren, authority.siret]
      )
    }
  }

  /// Writes the act, which stands at a position of its document.
  func write(_ ordinal: Int) throws {
    let counts = act.attendance?.counts
    let id = try db.insert(
      "deliberations",
      [
        "document_id": document, "ordinal": ordinal, "number": act.number, "title": act.title,
        "title_raw": act.titleRaw, "authority_id": authority, "organ": act.organ,
        "session_date": act.session?.date, "transmission_date": act.transmissionDate,
        "publication_date": act.publicationDate, "transmission_id": act.transmissionId,
        "signature_place": act.signature?.place, "signature_date": act.signature?.date,
        "signature_role": act.signature?.role,
        "signed_on_behalf_of": act.signature?.onBehalfOf, "report_number": act.report?.number,
        "report_date": act.report?.date, "members_in_office": counts?.members,
        "members_present": counts?.present, "members_represented": counts?.represented,
        "members_absent": counts?.absent, "voters": counts?.voters, "page": act.source?.page,
        "line": act.line, "item": act.item, "needs_review": act.needsReview ?? false,
        "subject_code": act.subject?.code, "subject_name": act.subject?.name,
        "subject_confidence": act.subject?.confidence,
      ]
    )
    var people = PeopleWriter(db, document: document, authority: authority)
    try writePeople(of: id, &people)
    try writeArticles(of: id)
    for (ordinal, decision) in (act.decisions ?? []).enumerated() {
      try DecisionWriter(db, deliberation: id).write(decision, ordinal, &people)
    }
    for (ordinal, election) in (act.elections ?? []).enumerated() {
      try ElectionWriter(db, deliberation: id).write(election, ordinal, &people)
    }
    let money = MoneyWriter(db, deliberation: id)
    try money.write(act.budgetLines ?? [], statedIn: "act")
    try money.write(act.report?.budgetLines ?? [], statedIn: "report")
    try money.write(act.grants ?? [])
    try money.write(act.totals ?? [])
    try writeChecks(of: id)
  }

  private func writePeople(of id: Int64, _ people: inout PeopleWriter) throws {
    let officers = [
      ("president", act.session?.president), ("secretary", act.session?.secretary),
      ("signatory", act.signature?.signatory),
    ]
    for (role, person) in officers {
      guard let person else { continue }
      try db.insert(
        "officers",
        [
          "deliberation_id": id, "role": role, "person_id": people.id(of: person),
          "printed": person.printed,
        ]
      )
    }
    for (status, list) in act.attendance?.lists ?? [] {
      for (ordinal, person) in list.enumerated() {
        try db.insert(
          "attendance",
          [
            "deliberation_id": id, "ordinal": ordinal, "person_id": people.id(of: person),
            "status": status, "printed": person.printed,
          ]
        )
      }
    }
    for (ordinal, proxy) in (act.attendance?.proxies ?? []).enumerated() {
      try db.insert(
        "proxies",
        [
          "deliberation_id": id, "ordinal": ordinal, "from_person_id": people.id(of: proxy.from),
          "to_person_id": proxy.to.map { try people.id(of: $0) },
        ]
      )
    }
  }

  private func writeArticles(of id: Int64) throws {
    for (ordinal, article) in (act.articles ?? []).enumerated() {
      let row = try db.insert(
        "articles",
        [
          "deliberation_id": id, "ordinal": ordinal, "number": article.number,
          "number_printed": article.numberPrinted, "title": article.title, "text": article.text,
          "raw": article.raw, "result": article.result, "page": article.source?.page,
          "line": article.line,
        ]
      )
      for (ordinal, amount) in (article.amounts ?? []).enumerated() {
        try db.insert(
          "article_amounts",
          [
            "article_id": row, "ordinal": ordinal, "cents": amount.value.value,
            "raw": amount.raw, "needs_review": amount.needsReview ?? false,
          ]
        )
      }
      for annex in article.annexes ?? [] {
        try db.insert("article_annexes", ["article_id": row, "number": annex])
      }
    }
  }

  private func writeChecks(of id: Int64) throws {
    for (ordinal, check) in (act.checks ?? []).enumerated() {
      let row = try db.insert(
        "checks",
        [
          "deliberation_id": id, "ordinal": ordinal, "rule": check.rule, "status": check.status,
          "expected": check.expected?.text, "found": check.found?.text, "message": check.message,
        ]
      )
      for (ordinal, path) in (check.subjects ?? []).enumerated() {
        try db.insert("check_subjects", ["check_id": row, "ordinal": ordinal, "path": path])
      }
    }
    for (ordinal, repair) in (act.repairs ?? []).enumerated() {
      try db.insert(
        "repairs",
        [
          "deliberation_id": id, "ordinal": ordinal, "path": repair.path, "raw": repair.raw,
          "value": repair.value.text, "rule": repair.rule, "confidence": repair.confidence,
        ]
      )
    }
  }
}
