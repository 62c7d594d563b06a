/// The contract of the output.
public enum OutputSchema {
  /// The version of the keys and their meaning.
  public static let version = "1.4.0"

  /// The JSON Schema (draft 2020-12) that every output follows.
  public static var text: String {
    embeddedTexts.first { file in file.path == "extraction.schema.json" }?.text ?? ""
  }
}
