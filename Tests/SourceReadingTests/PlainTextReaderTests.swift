import PageModel
import SourceReading
import SystemPackage
import Testing

struct `A plain text` {
  private func read(_ bytes: [UInt8]) -> (document: Document, diagnostics: [Diagnostic]) {
    var diagnostics = DiagnosticList()
    let document = PlainTextReader().read(bytes, reporting: &diagnostics)
    return (document, diagnostics.items)
  }

  private func lines(_ text: String) -> [String] {
    let document = read(Array(text.utf8)).document
    return document.lines.map { document.text($0) }
  }

  @Test(arguments: [
    ("Vu\nla loi\n", ["Vu", "la loi"]),
    ("Vu\r\nla loi\r\n", ["Vu", "la loi"]),
    ("Vu\rla loi", ["Vu", "la loi"]),
    ("\n\n  Vu  \n\n\nla loi\t\n", ["Vu", "la loi"]),
    ("\u{FEFF}Vu la loi", ["Vu la loi"]),
    ("d\u{65}\u{301}lib\u{65}\u{301}re\u{301}", ["délibéré"]),
    ("a\tb", ["a\tb"]),
    ("", []),
    ("\n \n\u{C}", []),
  ])
  func `has lines without their ends`(text: String, lines: [String]) {
    #expect(self.lines(text).map { Array($0.utf8) } == lines.map { Array($0.utf8) })
  }

  @Test(arguments: [
    ("**DELIBERATION**", "DELIBERATION"), ("## Annexe 2", "Annexe 2"), ("#hashtag", "#hashtag"),
    ("La **2^{ème}** commission", "La 2ème commission"), ("*****", "*****"), ("{a}", "{a}"),
    ("* un point", "* un point"),
  ])
  func `loses the marks of Markdown`(text: String, line: String) {
    #expect(lines(text) == [line])
  }

  @Test func `keeps the numbers of its lines and which of them open a paragraph`() {
    let document = read(Array("un\ndeux\n\ntrois\n\u{C}quatre\n".utf8)).document
    #expect(document.lines.map(\.number) == [1, 2, 4, 5])
    #expect(document.lines.map(\.opensParagraph) == [true, false, true, true])
  }

  @Test(arguments: [
    ("un\n\u{C}deux\n", [1, 2]),
    ("un\u{C}deux", [1, 2]),
    ("un\n\u{C}\u{C}trois", [1, 3]),
    ("un\ndeux", [1, 1]),
    ("un\r\n\u{C}deux\r\n", [1, 2]),
  ])
  func `has a page after each form feed`(text: String, pages: [Int32]) {
    #expect(read(Array(text.utf8)).document.lines.map(\.page) == pages)
  }

  @Test(arguments: [
    ("fin\n12\n Suite de l'acte\nfin", [1, 1, 2, 2]),
    ("fin\n Suite de l'acte\nfin", [1, 1, 1]),
    ("un\n Annexe 2\ndeux\n Annexe 3\ntrois", [1, 2, 2, 3, 3]),
    ("un\n  Annexe 2\ndeux\n  Annexe 3\ntrois", [1, 1, 1, 1, 1]),
    ("un\n12\n Suite\u{C}deux", [1, 1, 1, 2]),
  ])
  func `has pages by single-space hints where it has no form feed`(text: String, pages: [Int32]) {
    #expect(read(Array(text.utf8)).document.lines.map(\.page) == pages)
  }

  @Test func `has one page for each number, over all its lines`() {
    let document = read(Array("un\ndeux\n\u{C}trois".utf8)).document
    #expect(document.pages.map(\.number) == [1, 2])
    #expect(document.pages.map(\.lines) == [0..<2, 2..<3])
    #expect(document.pages.map(\.origin) == [.embedded, .embedded])
  }

  @Test(arguments: [
    ([0x64, 0xE9, 0x6C, 0x69, 0x62, 0xE9, 0x72, 0xE9, 0x20, 0x80, 0x20, 0x9C], "délibéré € œ"),
    ([0xFF, 0xFE, 0x56, 0x00, 0xE9, 0x00], "Vé"),
    ([0xFE, 0xFF, 0x00, 0x56, 0x00, 0xE9], "Vé"),
  ])
  func `in another encoding is converted, with a note`(bytes: [UInt8], text: String) {
    let (document, diagnostics) = read(bytes)
    #expect(document.lines.map { document.text($0) } == [text])
    #expect(diagnostics.map(\.code) == ["source.encoding"])
    #expect(diagnostics.map(\.severity) == [.note])
  }

  @Test func `in UTF-8 gives no note`() {
    #expect(read(Array("\u{FEFF}délibéré".utf8)).diagnostics.isEmpty)
  }

  @Test func `is never refused, whatever its bytes are`() {
    var state: UInt64 = 7
    for _ in 0..<200 {
      let bytes = (0..<64).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 33)
      }
      let document = read(bytes).document
      #expect(String(validating: document.bytes, as: UTF8.self) != nil)
      #expect(document.pages.map(\.lines.count).reduce(0, +) == document.lines.count)
    }
  }
}

struct `A source file` {
  @Test(arguments: [
    (Array("%PDF-1.7\n".utf8), SourceFile.Kind.pdf),
    (Array("\u{FEFF}bruit\n%PDF-1.4".utf8), .pdf),
    (Array("Vu la loi\n".utf8), .text),
    ([0x64, 0xE9, 0x6C], .text),
    ([0xFF, 0xFE, 0x56, 0x00], .text),
    ([0x50, 0x4B, 0x03, 0x04, 0x00], .other),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00], .other),
  ])
  func `is known by its bytes`(bytes: [UInt8], kind: SourceFile.Kind) {
    #expect(SourceFile(name: "act", bytes: bytes).kind == kind)
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func `has the SHA-256 of its bytes`(text: String, sha256: String) {
    #expect(SourceFile(name: "act", bytes: Array(text.utf8)).sha256 == sha256)
  }

  @Test func `that is not there is missing`() {
    #expect(throws: SourceError.missing) { _ = try OpenFile(path: "no-such-folder/no-such-file") }
  }

  @Test func `that is a folder is no file`() {
    #expect(throws: SourceError.notAFile) { _ = try OpenFile(path: ".") }
  }
}
