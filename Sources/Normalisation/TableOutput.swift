public import PageModel

/// Writes tables by themselves.
public enum TableOutput {
  /// RFC 4180 records, a merged cell in each row and column that it spans; a blank line parts two
  /// tables.
  ///
  /// Where they are guarded, texts that a spreadsheet would take for a formula begin with `'`, as
  /// OWASP says of CSV injection; a number in a column of numbers does not.
  public static func csv(_ tables: [TableGrid], guarded: Bool) -> [UInt8] {
    var out: [UInt8] = []
    for (place, table) in tables.enumerated() {
      if place > 0 { out += [0x0D, 0x0A] }
      let guards = guarded ? FormulaGuard(table) : nil
      for row in 0..<table.rowCount {
        out += CSVRecord.bytes(
          (0..<table.columnCount).map { column in
            let text = table.cell(row: row, column: column)?.text ?? ""
            return guards?.guarded(text, column: column) ?? text
          }
        )
      }
    }
    return out
  }

  /// A table of HTML for each table, with the spans of its cells.
  public static func html(_ tables: [TableGrid]) -> [UInt8] {
    var out = ""
    for table in tables {
      out += "<table>\n"
      for row in 0..<table.rowCount {
        out += "<tr>"
        for cell in table.cells where cell.row == row {
          let rows = cell.rowSpan > 1 ? " rowspan=\"\(cell.rowSpan)\"" : ""
          let columns = cell.columnSpan > 1 ? " colspan=\"\(cell.columnSpan)\"" : ""
          out +=
            "<td\(rows)\(columns)>" + escaped(cell.text, ["&": "&amp;", "<": "&lt;", ">": "&gt;"])
          out += "</td>"
        }
        out += "</tr>\n"
      }
      out += "</table>\n"
    }
    return Array(out.utf8)
  }

  /// A table of Markdown for each table, its first row above; a merged cell stands in each row and
  /// column that it spans.
  public static func markdown(_ tables: [TableGrid]) -> [UInt8] {
    var out = ""
    for (place, table) in tables.enumerated() where table.columnCount > 0 {
      if place > 0 { out += "\n" }
      for row in 0..<table.rowCount {
        let cells = (0..<table.columnCount).map { column in
          escaped(
            table.cell(row: row, column: column)?.text ?? "",
            ["|": "\\|", "\n": " ", "<": "&lt;", "&": "&amp;"]
          )
        }
        out += "| " + cells.joined(separator: " | ") + " |\n"
        if row == 0 { out += "|" + String(repeating: " --- |", count: table.columnCount) + "\n" }
      }
    }
    return Array(out.utf8)
  }

  private static func escaped(
    _ text: String,
    _ escapes: KeyValuePairs<Character, String>
  ) -> String {
    var out = ""
    for letter in text { out += escapes.first { $0.key == letter }?.value ?? String(letter) }
    return out
  }

  /// A JSON array of tables with their cells.
  public static func json(_ tables: [TableGrid]) -> [UInt8] {
    var writer = JSONWriter(pretty: true)
    writer.array { writer in
      for table in tables {
        writer.object { writer in
          writer.array("pages") { writer in
            for page in table.pages { writer.integer(nil, page) }
          }
          writer.integer("rows", table.rowCount)
          writer.integer("columns", table.columnCount)
          writer.share("confidence", table.confidence)
          writer.objects("cells", table.cells) { writer, cell in
            writer.integer("row", cell.row)
            writer.integer("column", cell.column)
            writer.integer("row_span", cell.rowSpan)
            writer.integer("column_span", cell.columnSpan)
            writer.string("text", cell.text)
            SourceLocation(page: cell.page, box: cell.box).write(to: &writer)
          }
        }
      }
    }
    return writer.bytes + [0x0A]
  }
}
