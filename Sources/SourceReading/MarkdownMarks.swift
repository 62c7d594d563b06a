import PageModel

/// The marks of Markdown that text extractors write around print.
enum MarkdownMarks {
  /// Appends a line without its marks and without the spaces before its first character.
  ///
  /// "**DELIBERATION**" → `DELIBERATION`, "## Annexe" → `Annexe`, "2^{ème}" → `2ème`.
  static func strip(_ line: ArraySlice<UInt8>, into out: inout [UInt8]) {
    var at = line.startIndex
    while at < line.endIndex, line[at] == 0x20 { at += 1 }
    var heading = at
    while heading < line.endIndex, line[heading] == 0x23 { heading += 1 }
    if heading > at, heading < line.endIndex, line[heading] == 0x20 { at = heading + 1 }
    var inSuperscript = false
    let isRule = line[at...].allSatisfy { byte in byte == 0x2A || ASCII.isSpace(byte) }
    while at < line.endIndex {
      let byte = line[at]
      let next = at + 1 < line.endIndex ? line[at + 1] : 0
      switch (byte, next) {
      case (0x2A, 0x2A) where !isRule: at += 2
      case (0x5E, 0x7B):
        inSuperscript = true
        at += 2
      case (0x7D, _) where inSuperscript:
        inSuperscript = false
        at += 1
      default:
        out.append(byte)
        at += 1
      }
    }
  }
}
