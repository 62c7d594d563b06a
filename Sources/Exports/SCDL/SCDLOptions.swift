import Subjects

/// What the command line may give for SCDL.
package enum SCDLOptions {
  /// Whether a text is a SIRET with a right key.
  package static func isSIRET(_ text: String) -> Bool { EstablishmentNumber.isValid(text) }

  /// Whether a text is a code of the nomenclature at its second level.
  package static func isSubject(_ text: String) -> Bool { ActsNomenclature.name(of: text) != nil }
}
