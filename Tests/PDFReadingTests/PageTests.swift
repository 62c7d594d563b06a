import PDFReading
import PageModel
import Synchronization
import SystemTestSupport
import Testing

/// Pages and fonts of a document, and files that cannot be opened.
struct PageTests {
  @Test(arguments: [
    ("haute-lys/2023/2023-041", 3), ("haute-lys/2024/2024-118", 4),
    ("saint-aubin-les-forges/2024/2024-017", 1), ("val-d-yerre/2024/2024-063", 2),
  ])
  func `counts the pages of a sample, all of them A4`(sample: String, count: Int) throws {
    let document = try Reading.sample(sample)
    #expect(document.pages.map(\.number) == Array(1...count))
    for page in document.pages {
      #expect(abs(try #require(page.width) - 595.3) < 0.1)
      #expect(abs(try #require(page.height) - 841.9) < 0.1)
      #expect(page.origin == .embedded)
    }
  }

  @Test func `gives each page its lines`() throws {
    let document = try Reading.pages([["Un", "deux"], [], ["trois"]])
    #expect(document.pages.map(\.lines) == [0..<2, 2..<2, 2..<3])
    #expect(document.lines.map(\.page) == [1, 1, 3])
    #expect(document.pages.map(\.origin) == [.embedded, .none, .embedded])
  }

  @Test func `reads a document without pages`() throws {
    let document = try Reading.pages([])
    #expect(document.pages.isEmpty)
    #expect(document.bytes.isEmpty)
  }

  @Test func `names the program that made the file`() throws {
    #expect(try Reading.sample("haute-lys/2023/2023-041").producer == "WeasyPrint 57.2")
  }

  @Test(
    arguments: [
      ("haute-lys/2023/2023-041", "DELIBERATION DE LA", 12.5, true),
      ("haute-lys/2023/2023-041", "Envoi au contrôle", 8.5, false),
      ("val-d-yerre/2024/2024-063", "EXTRAIT DU REGISTRE", 12.5, true),
    ] as [(String, String, Float, Bool)]
  )
  func `reads the size and the weight of a font`(
    sample: String,
    start: String,
    size: Float,
    isBold: Bool
  ) throws {
    let document = try Reading.sample(sample)
    let line = try #require(document.line(startingWith: start))
    let style = try #require(document.style(of: line))
    #expect(abs(style.size - size) < 0.1)
    #expect(style.isBold == isBold)
  }

  @Test func `names a font without the prefix of its subset`() throws {
    let document = try Reading.sample("haute-lys/2023/2023-041")
    #expect(Set(document.fonts.map(\.name)) == ["Liberation-Sans", "Liberation-Sans-Bold"])
  }

  @Test(arguments: ["", "%PDF-1.7", "%PDF-1.4\n1 0 obj\n<< /Type /Catalog"])
  func `refuses what is not a whole PDF`(text: String) {
    #expect(throws: PDFError.self) { try PDFReader().read(Array(text.utf8)) }
  }

  @Test func `stops before a page when the time is over`() {
    #expect(throws: PDFError.timedOut(page: 1)) {
      try PDFReader().read(TestPDF(pages: [["1"], ["2"]]).bytes) { true }
    }
  }

  @Test func `stops inside of a page that never ends`() {
    var pdf = TestPDF(pages: [["1"]])
    var drawing = Drawing()
    drawing.draw(String(repeating: " q Q", count: 100_000))
    pdf.drawings = [drawing]
    let asked = Mutex(0)
    #expect(throws: PDFError.timedOut(page: 1)) {
      try PDFReader().read(pdf.bytes) {
        asked.withLock { count in
          count += 1
          return count > 5
        }
      }
    }
  }

  @Test func `reads the halves of a long file as one`() throws {
    let pages = (1...40).map { number in ["Page numéro \(number)"] }
    let document = try PDFReader().read(TestPDF(pages: pages).bytes)
    #expect(document.pages.map(\.number) == Array(1...40))
    #expect(document.lines.map { document.text($0) } == pages.flatMap(\.self))
    #expect(document.lines.map(\.page) == (1...40).map(Int32.init))
    let words = document.lines.flatMap { line in
      line.words.map { document.text(document.words[Int($0)].range) }
    }
    #expect(words.count == 120)
    #expect(words.last == "40")
  }

  @Test func `ends a word of the content where one of its streams ends`() throws {
    let parts = ["BT /F 11 Tf", "1 0 0 1 56 700 Tm (Vu le code) Tj ET"]
    var file = Array("%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n".utf8)
    file += "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n".utf8
    file += "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]".utf8
    file += " /Contents [4 0 R 5 0 R] /Resources << /Font << /F 6 0 R >> >> >> endobj\n".utf8
    for (index, part) in parts.enumerated() {
      let packed = Self.packed(part)
      let head = "<< /Filter /FlateDecode /Length \(packed.count) >>"
      file += "\(4 + index) 0 obj \(head)\nstream\n".utf8 + packed + "\nendstream endobj\n".utf8
    }
    file += "6 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj\n".utf8
    file += "trailer << /Root 1 0 R /Size 7 >>\n%%EOF\n".utf8
    let document = try PDFReader().read(file)
    #expect(document.lines.map(document.text) == ["Vu le code"])
  }

  /// A text as a stream of zlib that packs nothing.
  private static func packed(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    let count = UInt16(bytes.count)
    var (low, high): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      low = (low + UInt32(byte)) % 65521
      high = (high + low) % 65521
    }
    func pair(_ number: UInt16) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8)] }
    let sum = [high >> 8, high & 0xFF, low >> 8, low & 0xFF].map { UInt8($0) }
    return [0x78, 0x01, 0x01] + pair(count) + pair(~count) + bytes + sum
  }
}
