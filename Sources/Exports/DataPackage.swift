import Foundation

/// The descriptor of a Data Package (Frictionless standards).
package struct DataPackage: Encodable {
  /// A CSV file of the package.
  package struct Resource: Encodable {
    var name: String
    var path: String
    var schema: Schema
    var title: String?
    /// The published schema in its version.
    var homepage: String?
    var profile = "tabular-data-resource"
    var format = "csv"
    var mediatype = "text/csv"
    var encoding = "utf-8"
  }

  /// A Table Schema: the file that holds it, or its columns.
  enum Schema: Encodable {
    case file(String)
    case columns([Column])

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .file(let name):
        var container = encoder.singleValueContainer()
        try container.encode(name)
      case .columns(let columns): try ["fields": columns].encode(to: encoder)
      }
    }
  }

  /// A column of a table.
  package struct Column: Encodable {
    var name: String
    var type: String

    /// Makes a column of a type of Table Schema.
    package init(name: String, type: String) {
      self.name = name
      self.type = type
    }
  }

  var profile = "tabular-data-package"
  var name: String
  var resources: [Resource]

  init(name: String, resources: [Resource]) {
    self.name = name
    self.resources = resources
  }

  /// A package of tables whose columns are known, a file `NAME.csv` each.
  package init(name: String, tables: [(name: String, columns: [Column])]) {
    self.name = name
    resources = tables.map { table in
      Resource(
        name: table.name.replacingOccurrences(of: "_", with: "-"),
        path: table.name + ".csv",
        schema: .columns(table.columns)
      )
    }
  }

  /// `datapackage.json`.
  package var file: ExportFile {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let bytes = (try? encoder.encode(self)).map { [UInt8]($0) } ?? []
    return ExportFile(name: "datapackage.json", bytes: bytes + [0x0A])
  }
}
