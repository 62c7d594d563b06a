/// The national nomenclature of acts (ACTES) at its second level.
package enum ActsNomenclature {
  /// The codes in their order with their names, "finances locales/subventions": in small letters
  /// without comma or parenthesis, the first level before the slash, as SCDL has them.
  package static let subjects: [(code: String, name: String)] = embedded("nomenclature.tsv")
    .split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: "\t")
      return cells.count == 2 ? (String(cells[0]), String(cells[1])) : nil
    }

  /// The name of a code such as "7.5".
  package static func name(of code: String) -> String? {
    subjects.first { $0.code == code }?.name
  }

  /// Whether a name has a first level of the nomenclature before its slash.
  package static func isName(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 1, parts.allSatisfy({ !$0.hasPrefix(" ") && !$0.hasSuffix(" ") }) else {
      return false
    }
    return subjects.contains { $0.name.hasPrefix(parts[0] + "/") }
  }

  /// A text that is built into the program.
  static func embedded(_ name: String) -> String {
    embeddedTexts.first { $0.path == name }?.text ?? ""
  }
}
