/// An element of an XML document, written with all that must be escaped.
struct XMLElement {
  /// What an element holds.
  enum Node {
    case element(XMLElement)
    case text(String)
  }

  var name: String
  /// In the order in which they are written.
  var attributes: [(name: String, value: String)]
  var children: [Node] = []

  init(
    _ name: String,
    _ attributes: KeyValuePairs<String, String?>,
    _ children: [XMLElement]
  ) {
    self.name = name
    self.attributes = attributes.compactMap { key, value in value.map { (key, $0) } }
    self.children = children.map { .element($0) }
  }

  init(
    _ name: String,
    _ attributes: KeyValuePairs<String, String?> = [:],
    _ children: XMLElement?...
  ) {
    self.init(name, attributes, children.compactMap(\.self))
  }

  init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String) {
    self.init(name, attributes)
    children = [.text(text)]
  }

  /// The document with this element at its root, in UTF-8.
  var document: [UInt8] {
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    write(to: &out, depth: 0)
    return Array((out + "\n").utf8)
  }

  /// Elements stand on lines of their own, unless text stands beside them.
  private func write(to out: inout String, depth: Int) {
    out += "<" + name
    for attribute in attributes {
      out += " \(attribute.name)=\""
      Self.escape(attribute.value, isAttribute: true, to: &out)
      out += "\""
    }
    guard !children.isEmpty else { return out += "/>" }
    out += ">"
    let isMixed = children.contains { if case .text = $0 { true } else { false } }
    for child in children {
      if !isMixed { out += "\n" + String(repeating: "  ", count: depth + 1) }
      switch child {
      case .element(let element): element.write(to: &out, depth: depth + 1)
      case .text(let text): Self.escape(text, isAttribute: false, to: &out)
      }
    }
    if !isMixed { out += "\n" + String(repeating: "  ", count: depth) }
    out += "</\(name)>"
  }

  /// Writes a text; characters that XML 1.0 cannot hold become U+FFFD.
  private static func escape(_ text: String, isAttribute: Bool, to out: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"" where isAttribute: out += "&quot;"
      case "\n" where isAttribute: out += "&#10;"
      case "\t" where isAttribute: out += "&#9;"
      case "\r": out += "&#13;"
      case "\t", "\n", "\u{20}"..."\u{FFFD}", "\u{10000}"...: out.unicodeScalars.append(scalar)
      default: out += "\u{FFFD}"
      }
    }
  }
}
