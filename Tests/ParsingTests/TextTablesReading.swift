import DeliberationModel
import PageModel
import TestSupport

@testable import Parsing

/// The grant tables of a text, read as those attached to an act.
struct TextTablesReading {
  let act: Deliberation
  let findings: [Diagnostic]

  init(
    _ text: String,
    territories: [String] = ["Nordois", "Sudois", "Estrie-Basse"],
    words: GrantWords = .standard
  ) {
    let document = Self.document(text)
    var definition = Definition(name: "test")
    definition.territories = territories
    definition.grantWords = words
    var act = Deliberation()
    var findings = DiagnosticList()
    TextGrantTables(document: document, definition: definition)
      .read(Array(document.lines.indices), into: &act, reporting: &findings)
    self.act = act
    self.findings = findings.items
  }

  /// Territory, beneficiary, quantity and cents of each row.
  var rows: [String] {
    act.grants.map { grant in
      let quantity = grant.quantity.map(String.init) ?? "-"
      let cents = grant.amount.map { String($0.value.cents) } ?? "-"
      return [grant.territory ?? "-", grant.beneficiary?.value ?? "-", quantity, cents]
        .joined(separator: "/")
    }
  }

  /// Theme, operation, quantity and cents of each total.
  var totals: [String] {
    act.totals.map { total in
      let quantity = total.quantity.map(String.init) ?? "-"
      let cents = total.amount.map { String($0.value.cents) } ?? "-"
      return [total.theme ?? "-", total.operation ?? "-", quantity, cents].joined(separator: "/")
    }
  }

  private static func document(_ text: String) -> Document {
    var document = Document()
    document.bytes = Array(text.utf8)
    var start = 0
    var opensParagraph = true
    for (number, line) in document.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      if !line.allSatisfy(ASCII.isSpace) {
        document.lines.append(
          TextLine(
            range: TextRange(start: start, end: start + line.count),
            page: 1,
            number: Int32(number + 1),
            opensParagraph: opensParagraph
          )
        )
      }
      opensParagraph = line.isEmpty
      start += line.count + 1
    }
    document.pages = [Page(number: 1, origin: .embedded, lines: document.lines.indices)]
    return document
  }
}
