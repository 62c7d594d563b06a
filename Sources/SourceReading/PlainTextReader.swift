public import PageModel

/// Reads plain text, and text with Markdown marks, into a document.
///
/// A form feed ends a page. The marks of Markdown that extractors write ("**", "#", "^{ème}") are
/// not print and are dropped; tabs inside a line part table cells and are kept.
public struct PlainTextReader {
  /// Makes a reader.
  public init() {}

  /// Reads the bytes of a text file.
  public func read(_ source: [UInt8], reporting diagnostics: inout DiagnosticList) -> Document {
    let decoding = TextDecoding(source)
    if let encoding = decoding.convertedFrom {
      diagnostics.report(
        Diagnostic(.note, "source.encoding", "the text is not UTF-8 and was read as \(encoding)")
      )
    }
    var assembly = TextAssembly(capacity: decoding.bytes.count)
    var start = 0
    var number = 1
    for (index, byte) in decoding.bytes.enumerated() where byte == 0x0A || byte == 0x0C {
      assembly.append(decoding.bytes[start..<index], number: number)
      start = index + 1
      if byte == 0x0A { number += 1 } else { assembly.breakPage() }
    }
    assembly.append(decoding.bytes[start...], number: number)
    return assembly.finish()
  }
}

/// A document under construction, line by line.
private struct TextAssembly {
  private var document = Document()
  private var page: Int32 = 1
  private var followsBlank = true
  private var breaks = PageBreakHints()

  init(capacity: Int) {
    document.bytes.reserveCapacity(capacity)
    document.lines.reserveCapacity(capacity / 40)
  }

  mutating func breakPage() {
    page += 1
    followsBlank = true
  }

  mutating func append(_ line: ArraySlice<UInt8>, number: Int) {
    let start = document.bytes.count
    MarkdownMarks.strip(line, into: &document.bytes)
    while document.bytes.count > start, let last = document.bytes.last, ASCII.isSpace(last) {
      document.bytes.removeLast()
    }
    guard document.bytes.count > start else {
      followsBlank = true
      return
    }
    let hint = line.count > 1 && line[line.startIndex] == 0x20 && line[line.startIndex + 1] != 0x20
    if hint { breaks.add(document.lines.count) }
    document.lines.append(
      TextLine(
        range: TextRange(start: start, end: document.bytes.count),
        page: page,
        number: Int32(number),
        opensParagraph: followsBlank
      )
    )
    document.bytes.append(0x0A)
    followsBlank = false
  }

  consuming func finish() -> Document {
    if page == 1 { breaks.apply(to: &document) }
    var start = 0
    while start < document.lines.count {
      let number = document.lines[start].page
      var end = start
      while end < document.lines.count, document.lines[end].page == number { end += 1 }
      document.pages.append(Page(number: Int(number), origin: .embedded, lines: start..<end))
      start = end
    }
    return document
  }
}
