import JSONModel

/// The row of scdl-subventions of a grant.
struct GrantRows {
  private let act: OutputAct?

  init(_ act: OutputAct?) {
    self.act = act
  }

  /// The most characters of an object, as the schema has it.
  private static let mostCharacters = 256

  func row(of grant: OutputGrant) -> [String: String] {
    let object = grant.operationTitle ?? grant.themeTitle ?? act?.title ?? grant.description
    return [
      "referenceDecision": act?.number, "nomBeneficiaire": grant.beneficiary,
      "objet": object.map(Self.shortened), "montant": grant.amount?.euros,
    ].compactMapValues(\.self)
  }

  /// Ends a text that is too long after a word.
  private static func shortened(_ text: String) -> String {
    guard text.unicodeScalars.count > mostCharacters else { return text }
    var kept = String(text.unicodeScalars.prefix(mostCharacters - 1))
    if let space = kept.lastIndex(of: " ") { kept = String(kept[..<space]) }
    return kept + "…"
  }
}
