import DefinitionText
import Foundation

/// Writes a Swift file that holds text files as string literals.
///
/// `EmbedTexts OUTPUT ROOT FILE…`: each FILE becomes an entry of `embeddedTexts` under its path
/// relative to ROOT, YAML in the form that is read without a parser. Literals, because a resource bundle would bake a build path into the program.
@main
struct EmbedTexts {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 2 else {
      FileHandle.standardError.write(Data("usage: EmbedTexts OUTPUT ROOT FILE...\n".utf8))
      exit(64)
    }
    let root = URL(fileURLWithPath: arguments[2]).standardizedFileURL.path + "/"
    var source = "/// Text files built into the program, by their path.\n"
    source += "let embeddedTexts: [(path: String, text: String)] = [\n"
    for argument in arguments.dropFirst(3).sorted() {
      let path = URL(fileURLWithPath: argument).standardizedFileURL.path
      let name = path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
      var text = try String(contentsOfFile: path, encoding: .utf8)
      if path.hasSuffix(".yaml") { text = try DefinitionNode(yaml: text).flat }
      source += "  (\(literal(name)), \(literal(text))),\n"
    }
    source += "]\n"
    try source.write(toFile: arguments[1], atomically: true, encoding: .utf8)
  }

  /// A Swift string literal of any text, on one line.
  private static func literal(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{1F}": out += "\\u{1F}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
