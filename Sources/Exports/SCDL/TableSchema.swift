import Foundation
import JSONModel

/// A Table Schema (Frictionless standards) as the producers of SCDL publish it, with the custom checks
/// that Validata does beside it.
struct TableSchema {
  /// A column.
  struct Field {
    var name: String
    var isRequired = false
    var pattern: String?
    var maxLength: Int?
    var allowed: [String] = []
    var minimum: Decimal?
    var maximum: Decimal?
  }

  /// A check of Validata: its name, and what it says of which columns.
  struct CustomCheck {
    var name: String
    var column: String
    var others: [String]
    var comparison: String?
  }

  /// Its short name, such as "deliberations".
  let name: String
  /// The version that its producers give it, such as "2.1.5".
  let version: String
  /// The address of that version.
  let address: String
  /// The schema as it is published.
  let text: String
  let fields: [Field]
  let checks: [CustomCheck]

  /// Reads a schema.
  init(_ text: String) throws {
    self.text = text
    let json = try JSON(Array(text.utf8))
    name = json["name"]?.string ?? ""
    version = json["version"]?.string ?? ""
    address = json["path"]?.string ?? ""
    fields = (json["fields"]?.elements ?? []).compactMap { field in
      guard let name = field["name"]?.string else { return nil }
      let constraints = field["constraints"]
      return Field(
        name: name,
        isRequired: constraints?["required"] == .bool(true),
        pattern: constraints?["pattern"]?.string,
        maxLength: constraints?["maxLength"]?.integer,
        allowed: constraints?["enum"]?.elements.compactMap(\.string)
          ?? Self.words(field["trueValues"]) + Self.words(field["falseValues"]),
        minimum: Self.number(constraints?["minimum"]),
        maximum: Self.number(constraints?["maximum"])
      )
    }
    checks = (json["custom_checks"]?.elements ?? []).compactMap { check in
      guard let name = check["name"]?.string, let parameters = check["params"] else { return nil }
      guard let column = (parameters["column"] ?? parameters["column1"])?.string else { return nil }
      let others = parameters["othercolumns"] ?? parameters["columns"]
      return CustomCheck(
        name: name,
        column: column,
        others: Self.words(others) + [parameters["column2"]?.string].compactMap(\.self),
        comparison: parameters["op"]?.string
      )
    }
  }

  private static func words(_ list: JSON?) -> [String] {
    list?.elements.compactMap(\.string) ?? []
  }

  private static func number(_ value: JSON?) -> Decimal? {
    guard case .number(let number) = value else { return nil }
    return number
  }
}
