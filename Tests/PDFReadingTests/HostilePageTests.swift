import PDFReading
import PageModel
import SystemTestSupport
import Testing

/// Pages that are made, or damaged, so that a reader takes too much.
struct HostilePageTests {
  /// A page with some operators, and one with a line of text behind it.
  private func read(_ operators: String) throws -> Document {
    var drawing = Drawing()
    drawing.draw(operators)
    var pdf = TestPDF(pages: [["un"], ["deux"]])
    pdf.drawings = [drawing]
    return try PDFReader().read(pdf.bytes)
  }

  @Test func `cuts a page that saves its state without end, and reads the next one`() throws {
    let document = try read(String(repeating: "q ", count: 200_000))
    #expect(document.pages.map(\.loss) == [.cut, nil])
    #expect(document.lines.map { document.text($0) } == ["un", "deux"])
  }

  @Test func `cuts a page of more than a million characters`() throws {
    let row = "BT /F 1 Tf 1 0 0 1 10 400 Tm (\(String(repeating: "m", count: 500))) Tj ET "
    let document = try read(String(repeating: row, count: 2_100))
    #expect(document.pages.map(\.loss) == [.cut, nil])
    #expect(document.texts(onPage: 2) == ["deux"])
  }

  @Test func `cuts a page of more lines than are kept, and reads its text`() throws {
    let rows = (0..<210_000).map { "0 \($0 % 800) m 500 \($0 % 800) l S " }.joined()
    let document = try read(rows)
    #expect(document.pages[0].loss == .cut)
    #expect(document.texts(onPage: 1) == ["un"])
  }

  @Test(arguments: ["q 0.5 0 0 0.5 300 0 cm", "0.5 0 0 0.5 300 0 cm", "Q Q Q 0.5 0 0 0.5 300 0 cm"])
  func `keeps what a page leaves changed from the next one`(operators: String) throws {
    let document = try read(operators)
    let box = try #require(document.lines.last?.box)
    #expect(document.lines.last.map(document.text) == "deux")
    #expect(abs(box.x0 - 56) < 1)
  }
}
