/// A file that an export writes.
package struct ExportFile {
  /// Its path below the folder of the export, with `/` between folders.
  package var name: String
  /// Its content.
  package var bytes: [UInt8]

  /// Makes a file.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// A text that is built into the program, such as `scdl-deliberations.schema.json`.
  static func embedded(_ name: String) -> String {
    embeddedTexts.first { $0.path == name }?.text ?? ""
  }
}
