/// A small PDF written by hand: pages of text lines in Helvetica.
public struct TestPDF {
  /// The lines of each page, from the top; the cells of a line are a tab apart.
  public var pages: [[String]]

  /// What is drawn on each page beside its text lines; pages past the end have none.
  public var drawings: [Drawing] = []
  /// The width and the height of the pages in points, as they are written.
  public var size = (width: "595", height: "842")

  /// The size of the text, in points.
  public static let fontSize = 11
  /// The distance between two baselines, in points.
  public static let leading = 14
  /// The distance between the left edges of two cells, in points.
  public static let columnWidth = 170

  /// Makes a PDF of pages; without pages it is valid, and empty.
  public init(pages: [[String]]) {
    self.pages = pages
  }

  /// The file.
  public var bytes: [UInt8] {
    var file = Assembly()
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    file.append(object: 1, "<< /Type /Catalog /Pages 2 0 R >>")
    file.append(object: 2, "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
    file.append(
      object: 3,
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    for (index, lines) in pages.enumerated() {
      let drawing = drawings.indices.contains(index) ? drawings[index].operators : ""
      let content = Self.content(lines) + drawing
      file.append(
        object: 4 + 2 * index,
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(size.width) \(size.height)] /Contents \(5 + 2 * index) 0 R "
          + "/Resources << /Font << /F 3 0 R >> >> >>"
      )
      file.append(
        object: 5 + 2 * index,
        "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
      )
    }
    return file.finish()
  }

  private static func content(_ lines: [String]) -> String {
    var content = "BT /F \(fontSize) Tf"
    for (row, line) in lines.enumerated() {
      for (column, cell) in line.split(separator: "\t").enumerated() {
        let x = 56 + column * columnWidth
        let y = 786 - row * leading
        content += "\n1 0 0 1 \(x) \(y) Tm <\(hexadecimal(cell))> Tj"
      }
    }
    return content + "\nET"
  }

  /// The codes of a text in Windows-1252, as far as French acts need it.
  static func hexadecimal(_ text: Substring) -> String {
    let special: [Unicode.Scalar: UInt8] = ["€": 0x80, "’": 0x92, "–": 0x96, "œ": 0x9C]
    return text.unicodeScalars.map { scalar in
      let code = special[scalar] ?? UInt8(exactly: scalar.value) ?? 0x3F
      return (code < 0x10 ? "0" : "") + String(code, radix: 16)
    }.joined()
  }

  /// A file under construction, with the place of each object.
  private struct Assembly {
    var bytes = Array("%PDF-1.4\n".utf8)
    var places: [Int] = []

    mutating func append(object number: Int, _ body: String) {
      places.append(bytes.count)
      bytes += "\(number) 0 obj\n\(body)\nendobj\n".utf8
    }

    consuming func finish() -> [UInt8] {
      let start = bytes.count
      bytes += "xref\n0 \(places.count + 1)\n0000000000 65535 f \n".utf8
      for place in places {
        let digits = String(place)
        bytes += (String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8
      }
      bytes += "trailer << /Size \(places.count + 1) /Root 1 0 R >>\n".utf8
      bytes += "startxref\n\(start)\n%%EOF\n".utf8
      return bytes
    }
  }
}
