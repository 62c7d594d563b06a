public import PageModel
import SourceReading

/// A text whose marks (`1️⃣`, `2️⃣` …) name lines, so that a test can say where a value stands.
public struct MarkedText: Sendable {
  /// The text without the marks.
  public let text: String
  /// The text as the plain text reader reads it.
  public let document: Document
  private let lines: [Character: Int]

  /// Takes the marks out of a text and reads it.
  public init(_ marked: String) {
    var text = ""
    var lines: [Character: Int] = [:]
    var line = 1
    for character in marked {
      if Self.marks.contains(character) {
        lines[character] = line
        continue
      }
      if character == "\n" { line += 1 }
      text.append(character)
    }
    self.text = text
    self.lines = lines
    document = Document(printing: text)
  }

  /// The number of the line on which a mark stands.
  public func line(of mark: Character) -> Int? { lines[mark] }

  private static let marks: Set<Character> = ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣"]
}

extension Document {
  /// Reads a plain text.
  public init(printing text: String) {
    var diagnostics = DiagnosticList()
    self = PlainTextReader().read(Array(text.utf8), reporting: &diagnostics)
  }

  /// All lines as one passage.
  public var passage: Passage { Passage(lines.indices, of: self) }
}
