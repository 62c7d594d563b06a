import DeliberationModel
import PageModel

/// Reads the report of the President: its number, where it applies, its budget, the opinions.
struct ReportParser {
  let document: Document
  let definition: Definition
  let labels: LabelMatcher

  /// How many lines the head of a report may take.
  private static let headLength = 40

  /// Reads the lines of the report.
  func report(_ attachment: Attachment, reporting diagnostics: inout DiagnosticList) -> Report {
    var report = Report(source: attachment.source)
    readHead(Array(attachment.lines.prefix(Self.headLength)), into: &report)
    let parts = attachment.lines.map { line in
      Section.Part(line: line, bounds: document.lines[line].range.bounds)
    }
    let (lines, prose) = ReportBudgetParser(
      document: document,
      operationCode: definition.operationCode
    ).read(parts, reporting: &diagnostics)
    report.budgetLines = lines
    var passage = Passage()
    for part in prose { passage.append(part.bounds, line: part.line, of: document) }
    let printed = PrintedAmounts(in: passage, of: document, reporting: &diagnostics)
    report.amounts = printed.amounts
    report.amountsInDoubt = printed.inDoubt
    report.opinions = OpinionParser(document: document).opinions(attachment.lines)
    return report
  }

  // MARK: - Head

  private static let headLabels = LabelSet([
    .report, .sessionDate, .territories, .cantons, .epcis, .service,
  ])

  private func readHead(_ lines: [Int], into report: inout Report) {
    let reader = LineReader(document: document, labels: labels)
    var open: (label: Label, values: String)?
    func close() {
      guard let list = open else { return }
      let values = Self.values(list.values)
      switch list.label {
      case .territories: report.territories = values
      case .cantons: report.cantons = values
      case .epcis: report.epcis = values
      default: break
      }
      open = nil
    }
    for index in lines {
      let line = reader.read(index, among: Self.headLabels)
      let bounds = document.lines[index].range.bounds
      switch line.match?.label {
      case .report:
        close()
        if report.number == nil, let match = line.match {
          report.number = Self.number(line.folded, from: match.end)
        }
      case .sessionDate:
        close()
        if report.date == nil { report.date = DateScanner.first(in: line.folded)?.date }
      case .territories?, .cantons?, .epcis?:
        close()
        let text = document.text(TextRange(start: line.contentStart, end: bounds.upperBound))
        if let label = line.match?.label { open = (label, text) }
      default:
        guard open != nil else { continue }
        if document.lines[index].opensParagraph {
          close()
        } else {
          open?.values += " " + document.text(document.lines[index])
        }
      }
    }
    close()
  }

  private static func number(_ folded: FoldedText, from start: Int) -> Int? {
    let digits = folded.bytes[start...].drop { byte in !ASCII.isDigit(byte) }
      .prefix(while: ASCII.isDigit)
    return (1...4).contains(digits.count) ? ASCII.number(digits) : nil
  }

  /// The items of a list that commas or semicolons part.
  private static func values(_ text: String) -> [String] {
    text.split { mark in mark == "," || mark == ";" }
      .map { item in item.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { item in !item.isEmpty }
  }
}
