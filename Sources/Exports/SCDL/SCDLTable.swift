/// A table of the Socle commun des données locales.
package enum SCDLTable: String, CaseIterable, Sendable {
  case deliberations = "scdl-deliberations"
  case grants = "scdl-subventions"

  /// Its schema, as it is published.
  var schema: TableSchema {
    get throws { try TableSchema(ExportFile.embedded("\(rawValue).schema.json")) }
  }

  /// The columns that name the authority.
  var authorityColumns: (name: String, siret: String) {
    switch self {
    case .deliberations: ("COLL_NOM", "COLL_SIRET")
    case .grants: ("nomAttribuant", "idAttribuant")
    }
  }
}
