import PageModel
import TestSupport
import Testing

struct `A passage` {
  @Test(arguments: [
    ("une aide\nau poste", "une aide au poste"),
    ("Département du Pas-\nde-Calais", "Département du Pas-de-Calais"),
    ("Fatima AIT-\nCHIKHEBBIH", "Fatima AIT-CHIKHEBBIH"),
    ("phase -\nsuite", "phase - suite"),
    ("402\n\n247,96 €", "402 247,96 €"),
    ("deux   espaces\t une", "deux espaces une"),
  ])
  func `joins lines to running text`(printed: String, joined: String) {
    #expect(Document(printing: printed).passage.text == joined)
  }

  @Test func `knows the line of every offset`() {
    let passage = Document(printing: "Vu le\ncode").passage
    #expect((0..<10).map { passage.line(at: $0) } == [0, 0, 0, 0, 0, 0, 1, 1, 1, 1])
  }

  @Test func `stands where its first line stands`() throws {
    let marked = MarkedText("Titre\n\n1️⃣Vu le code\ndu travail")
    let passage = Passage([1, 2], of: marked.document)
    #expect(passage.location(in: marked.document).line == marked.line(of: "1️⃣"))
    #expect(passage.location(12..<14, in: marked.document).line == 4)
  }

  @Test func `joins the boxes of its lines on the page on which it begins`() {
    var document = Document()
    document.bytes = Array("ab\ncd\nef".utf8)
    document.lines = [(0, 1, 10), (3, 1, 20), (6, 2, 10)].map { start, page, y in
      TextLine(
        range: TextRange(start: start, end: start + 2),
        page: Int32(page),
        box: BoundingBox(x0: 5, y0: Float(y), x1: 50 + Float(y), y1: Float(y) + 8),
        opensParagraph: false
      )
    }
    let location = document.passage.location(in: document)
    #expect(location.page == 1)
    #expect(location.box == BoundingBox(x0: 5, y0: 10, x1: 70, y1: 28))
  }

  @Test func `is empty where nothing is printed`() {
    let passage = Passage([], of: Document())
    #expect(passage.isEmpty)
    #expect(passage.location(in: Document()) == PageModel.SourceLocation())
  }
}
