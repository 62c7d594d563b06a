package import JSONModel
import PageModel
import Subjects

/// One table of SCDL made of outputs: rows that follow the schema, and rejects with their reasons.
package struct SCDLExport {
  private let table: SCDLTable
  private let schema: TableSchema
  private let register = AuthorityRegister()
  private let defaults: [AuthorityDefaults]
  /// A SIRET that holds for the acts of one authority, the first that is seen.
  private let siret: String?
  private var ownerOfSIRET: String?
  /// Whether values that need a look at the page are given as rows.
  private let keepsDoubts: Bool
  /// The reason of a reject in the language of the user.
  private let local: (String) -> String
  private var rows: [UInt8]
  private var rejects: [UInt8]
  private var counts = (rows: 0, rejects: 0)
  private var reasons: [RowProblem: Int] = [:]
  /// Names that the table of beneficiaries spelled.
  private var mended = 0

  private static let origin = ["reason", "file", "page", "line"]

  /// Makes an export; the defaults that come first win.
  package init(
    _ table: SCDLTable,
    defaults: [AuthorityDefaults],
    siret: String? = nil,
    keepsDoubts: Bool = false,
    local: @escaping (String) -> String = { $0 }
  ) throws {
    self.table = table
    schema = try table.schema
    self.defaults = defaults
    self.siret = siret
    self.keepsDoubts = keepsDoubts
    self.local = local
    let columns = schema.fields.map(\.name)
    rows = CSVRecord.bytes(columns)
    rejects = CSVRecord.bytes(Self.origin + columns)
  }

  /// Adds the rows of an output.
  package mutating func add(_ output: OutputDocument) {
    for (index, act) in output.deliberations.enumerated() {
      let facts = ActFacts(output: output, act: act, ordinal: index + 1)
      let doubts =
        act.needsReview == true ? [RowProblem(column: "needs_review", reason: "the act")] : []
      switch table {
      case .deliberations:
        let rows = DeliberationRows(facts, act)
        for row in rows.rows(members: members(of: facts)) {
          add(row, of: facts, line: act.line, doubts + [rows.refusal].compactMap(\.self))
        }
      case .grants:
        for grant in act.grants ?? [] { add(grant, of: facts, doubts) }
      }
    }
    guard table == .grants else { return }
    for annex in output.annexes ?? [] {
      let facts = ActFacts(output: output, act: nil, ordinal: 1)
      for grant in annex.grants ?? [] { add(grant, of: facts, []) }
    }
  }

  /// The number of members that defaults give, where the act does not print it.
  private func members(of facts: ActFacts) -> Int? {
    var row: [String: String] = [:]
    for defaults in defaults where defaults.apply(to: facts.act?.authority) {
      defaults.fill(&row, of: table, with: facts.named)
    }
    return row["VOTE_EFFECTIF"].flatMap { Int($0) }
  }

  private mutating func add(_ grant: OutputGrant, of facts: ActFacts, _ doubts: [RowProblem]) {
    var row = GrantRows(facts.act).row(of: grant)
    // Doubts of what has no column.
    var settled: Set = ["territory", "quantity"]
    if let known = beneficiary(of: grant, facts) {
      if FoldedText(known.name).key != grant.beneficiary.map({ FoldedText($0).key }) {
        mended += 1
        row["nomBeneficiaire"] = known.name
      }
      row["idBeneficiaire"] = known.siret
      row["rnaBeneficiaire"] = known.rna
      settled.insert("name")
    }
    let own = (grant.doubts ?? ["the grant"]).filter { !settled.contains($0) }
    let problem = RowProblem(column: "needs_review", reason: own.map(local).joined(separator: ", "))
    let isDoubtful = grant.needsReview == true && !own.isEmpty
    add(
      row,
      of: facts,
      page: grant.source?.page,
      line: grant.line,
      doubts + (isDoubtful ? [problem] : [])
    )
  }

  /// Whom the defaults know that a grant is paid to.
  private func beneficiary(of grant: OutputGrant, _ facts: ActFacts) -> BeneficiaryTable.Entry? {
    guard let printed = grant.beneficiary else { return nil }
    let page = facts.output.source.pages?.first { $0.number == grant.source?.page }
    let isExact = page?.textOrigin == "embedded"
    return defaults.lazy.filter { $0.apply(to: facts.act?.authority) }
      .compactMap { $0.beneficiary(printed, isExact: isExact) }.first
  }

  private mutating func add(
    _ values: [String: String],
    of facts: ActFacts,
    page: Int? = nil,
    line: Int? = nil,
    _ doubts: [RowProblem]
  ) {
    var row = values
    let authority = facts.act?.authority
    let columns = table.authorityColumns
    row[columns.name] = authority?.name
    row[columns.siret] = register.siret(of: authority) ?? givenSIRET(for: authority)
    for defaults in defaults where defaults.apply(to: authority) {
      defaults.fill(&row, of: table, with: facts.named)
    }
    if table == .deliberations {
      if let code = row["DELIB_MATIERE_CODE"], row["DELIB_MATIERE_NOM"] == nil {
        row["DELIB_MATIERE_NOM"] = ActsNomenclature.name(of: code)
      }
      // Defaults give the number of members alone, which goes with counts.
      if row["VOTE_REEL"] == nil { row["VOTE_EFFECTIF"] = nil }
    }
    let found =
      schema.problems(of: row)
      + doubts.filter { !keepsDoubts || $0.column != "needs_review" }
    let problems = found.map { RowProblem(column: local($0.column), reason: local($0.reason)) }
    let cells = schema.fields.map { row[$0.name] ?? "" }
    guard !problems.isEmpty else {
      rows += CSVRecord.bytes(cells)
      counts.rows += 1
      return
    }
    counts.rejects += 1
    for problem in Set(problems) { reasons[problem, default: 0] += 1 }
    let reason = problems.map { "\($0.column): \($0.reason)" }.joined(separator: "; ")
    let place = [
      reason, facts.output.source.fileName, (page ?? facts.page).map(String.init) ?? "",
      (line ?? facts.act?.line).map(String.init) ?? "",
    ]
    rejects += CSVRecord.bytes(place + cells)
  }

  /// The SIRET of the command line: never for the acts of a second authority, nor against a SIREN.
  private mutating func givenSIRET(for authority: OutputAct.Authority?) -> String? {
    guard let siret else { return nil }
    if let siren = authority?.siren { return siret.hasPrefix(siren) ? siret : nil }
    guard let name = authority.map({ FoldedText($0.name).key }) else { return siret }
    ownerOfSIRET = ownerOfSIRET ?? name
    return ownerOfSIRET == name ? siret : nil
  }

  // MARK: - Result

  /// The table, its rejects, the schema and the descriptor.
  package func files() -> [ExportFile] {
    let schemaName = "\(table.rawValue).schema.json"
    let package = DataPackage(
      name: table.rawValue,
      resources: [
        DataPackage.Resource(
          name: table.rawValue,
          path: "\(table.rawValue).csv",
          schema: .file(schemaName),
          title: "SCDL \(schema.name) \(schema.version)",
          homepage: schema.address
        )
      ]
    )
    return [
      ExportFile(name: "\(table.rawValue).csv", bytes: rows),
      ExportFile(name: "rejects.csv", bytes: rejects),
      ExportFile(name: schemaName, bytes: Array(schema.text.utf8)),
      package.file,
    ]
  }

  /// What became of the rows, a line each.
  package var summary: [String] {
    let ordered = reasons.sorted { one, other in
      (other.value, one.key.column, one.key.reason) < (
        one.value, other.key.column, other.key.reason
      )
    }
    return ["\(table.rawValue): \(counts.rows) rows, \(counts.rejects) rejects"]
      + ordered.map { "  \($0.key.column): \($0.key.reason): \($0.value)" }
      + (mended > 0 ? ["  names mended by the table of beneficiaries: \(mended)"] : [])
  }
}
