import PageModel

/// What a column of a grant table holds, as its title says.
enum GrantColumn: Hashable, Sendable {
  case territory
  case theme
  case operation
  case beneficiary
  case quantity
  case description
  case amount
  case note
  case agreement

  /// The words of titles; the first that occurs decides ("Complément d'information" is a
  /// description, "Montant de la subvention" an amount).
  private static let words: [(StaticString, GrantColumn)] = [
    ("territoire", .territory), ("thematique", .theme), ("structure", .beneficiary),
    ("beneficiaire", .beneficiary), ("organisme", .beneficiary), ("porteur", .beneficiary),
    ("montant", .amount), ("association", .beneficiary), ("description", .description),
    ("complement", .description), ("places", .quantity), ("nombre", .quantity),
    ("quantite", .quantity), ("objectif", .quantity), ("precision", .note),
    ("projet", .description), ("objet", .description), ("subvention", .amount),
    ("participation", .amount), ("avenant", .agreement), ("convention", .agreement),
    ("financement", .note), ("operation", .operation), ("action", .description),
  ]

  /// The column that a title names.
  init?(_ title: FoldedText) {
    guard title.bytes.count <= 60, !title.contains("code"), !title.contains("libelle") else {
      return nil
    }
    guard let found = Self.words.first(where: { title.contains($0.0) }) else { return nil }
    self = found.1
  }

  /// The columns that the cells of a line name, where the line is the head of a grant table.
  static func head(_ cells: [FoldedText]) -> [GrantColumn]? {
    let columns = cells.compactMap { cell in cell.bytes.isEmpty ? nil : GrantColumn(cell) }
    guard columns.count >= 3, columns.contains(.amount), columns.contains(.beneficiary) else {
      return nil
    }
    return columns
  }
}
