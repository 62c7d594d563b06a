import PageModel
import Testing

struct `A list of findings` {
  @Test func `sorts by page and line and keeps the order of one place`() {
    var list = DiagnosticList()
    for (code, page, line) in [("c", 2, 40), ("a", 1, 9), ("b", 2, 12), ("d", 2, 40)] {
      list.report(Diagnostic(.note, code, "", at: .init(page: page, line: line)))
    }
    #expect(list.sorted().map(\.code) == ["a", "b", "c", "d"])
  }

  @Test func `ranks an error over a warning over a note`() {
    #expect([Severity.error, .note, .warning].sorted() == [.note, .warning, .error])
  }
}
