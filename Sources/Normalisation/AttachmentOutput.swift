import DeliberationModel
import PageModel

extension Attachment {
  /// Writes what an attachment is and where it stands.
  func write(to writer: inout JSONWriter) {
    writer.string("kind", kind.rawValue)
    writer.integer("number", number)
    if number != nil { writer.bool("number_printed", numberIsPrinted) }
    writer.string("title", title?.value)
    writer.string("raw", title?.raw)
    if let pages {
      writer.array("pages") { writer in
        writer.integer(nil, pages.lowerBound)
        writer.integer(nil, pages.upperBound)
      }
    }
    writer.objects("tables", tables) { writer, table in table.write(to: &writer) }
    source.write(to: &writer)
  }
}

extension TableGrid {
  /// Writes the rows from top to bottom; a cell stands in the row and at the column where it begins.
  fileprivate func write(to writer: inout JSONWriter) {
    if let first = pages.first, let last = pages.last {
      writer.array("pages") { writer in
        writer.integer(nil, first)
        writer.integer(nil, last)
      }
    }
    writer.array("rows") { writer in
      var next = 0
      for row in 0..<rowCount {
        writer.array { writer in
          while next < cells.count, cells[next].row == row {
            cells[next].write(to: &writer)
            next += 1
          }
        }
      }
    }
  }
}

extension TableCell {
  /// Writes the text alone, or with the rows and columns that the cell spans.
  fileprivate func write(to writer: inout JSONWriter) {
    guard rowSpan > 1 || columnSpan > 1 else {
      writer.string(nil, text)
      return
    }
    writer.object { writer in
      writer.string("text", text)
      if rowSpan > 1 { writer.integer("row_span", rowSpan) }
      if columnSpan > 1 { writer.integer("column_span", columnSpan) }
    }
  }
}

extension Report {
  /// Writes the report of the President.
  func write(to writer: inout JSONWriter) {
    writer.object("report") { writer in
      writer.integer("number", number)
      writer.string("date", date?.description)
      writer.strings("territories", territories)
      writer.strings("cantons", cantons)
      writer.strings("epcis", epcis)
      writer.objects("amounts", Array(amounts.enumerated())) { writer, one in
        let (place, amount) = one
        writer.euros("value", cents: amount.value.cents)
        writer.string("raw", amount.raw)
        if amountsInDoubt.contains(place) { writer.bool("needs_review", true) }
        amount.source.write(to: &writer)
      }
      writer.objects("budget_lines", budgetLines) { writer, line in line.write(to: &writer) }
      writer.objects("opinions", opinions) { writer, opinion in
        writer.string("text", opinion.text.value)
        writer.string("raw", opinion.text.raw)
        writer.string("body", opinion.body)
        writer.string("date", opinion.date?.description)
        opinion.text.source.write(to: &writer)
      }
      source.write(to: &writer)
    }
  }
}
