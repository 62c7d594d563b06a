import DeliberationModel
import PageModel

/// Writes an extraction as the JSON of the contract.
public struct OutputWriter {
  private let programVersion: String
  private let isPretty: Bool

  /// Makes a writer; pretty output has one key a line, other output is one line.
  public init(programVersion: String, pretty: Bool) {
    self.programVersion = programVersion
    isPretty = pretty
  }

  /// The JSON in UTF-8, with a line feed at its end.
  public func json(_ extraction: Extraction) -> [UInt8] {
    var writer = JSONWriter(pretty: isPretty)
    for page in extraction.pages where page.turn != .none {
      writer.turnedPages[page.number] = page
    }
    writer.object { writer in
      writer.string("schema_version", OutputSchema.version)
      writer.object("generator") { writer in
        writer.string("name", "deliberations")
        writer.string("version", programVersion)
        writer.string("pipeline", extraction.pipeline)
      }
      writer.string("kind", extraction.kind?.rawValue)
      Self.source(of: extraction, to: &writer)
      writer.array("deliberations") { writer in
        for act in extraction.deliberations {
          writer.object { writer in act.write(to: &writer) }
        }
      }
      writer.objects("annexes", extraction.annexes) { writer, annex in
        annex.attachments.first?.write(to: &writer)
        writer.objects("grants", annex.grants) { writer, grant in grant.write(to: &writer) }
        writer.objects("totals", annex.totals) { writer, total in total.write(to: &writer) }
      }
      writer.array("diagnostics") { writer in
        for diagnostic in extraction.diagnostics {
          writer.object { writer in diagnostic.write(to: &writer) }
        }
      }
    }
    writer.end()
    return writer.bytes
  }

  private static func source(of extraction: Extraction, to writer: inout JSONWriter) {
    writer.object("source") { writer in
      writer.string("file_name", extraction.fileName)
      writer.string("sha256", extraction.sha256)
      writer.integer("byte_count", extraction.byteCount)
      writer.integer("page_count", extraction.pages.count)
      writer.string("producer", extraction.producer)
      writer.objects("pages", extraction.pages) { writer, page in
        writer.integer("number", page.number)
        writer.points("width", page.shownSize.width)
        writer.points("height", page.shownSize.height)
        writer.string("text_origin", page.origin.rawValue)
        writer.share("confidence", page.confidence)
      }
    }
  }
}

extension Diagnostic {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.string("severity", severity.rawValue)
    writer.string("code", code)
    writer.string("message", message)
    writer.integer("page", location.page)
    writer.integer("line", location.line)
    location.writeBox(to: &writer)
  }
}

extension BoundingBox {
  func write(_ key: StaticString, to writer: inout JSONWriter) {
    writer.array(key) { writer in
      for edge in [x0, y0, x1, y1] { writer.points(nil, edge) }
    }
  }
}

extension SourceLocation {
  /// Writes the page and box of a value, or its line in a text.
  func write(to writer: inout JSONWriter) {
    if let line {
      writer.integer("line", line)
    } else if let page {
      writer.object("source") { writer in
        writer.integer("page", page)
        writeBox(to: &writer)
      }
    }
  }

  /// Writes the box on the page as it is shown.
  fileprivate func writeBox(to writer: inout JSONWriter) {
    guard let box else { return }
    let turned = page.flatMap { writer.turnedPages[$0] }
    (turned?.shown(box) ?? box).write("bbox", to: &writer)
  }
}
