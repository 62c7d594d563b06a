import PDFReading
import PageModel
import SystemTestSupport
import Testing

/// How the lines of a page look.
struct TypographyTests {
  @Test func `tells a heading from the text below it`() throws {
    let document = try Reading.sample("haute-lys/2023/2023-041")
    let heading = try #require(document.line(startingWith: "DELIBERATION DE LA")).typography
    let text = try #require(document.line(startingWith: "BOULANGEOT, Mme")).typography
    #expect(heading.isBold == true)
    #expect(heading.isCentred == true)
    #expect(heading.isSlanted == false)
    #expect(heading.colour == 0)
    #expect(try #require(heading.relativeSize) > 1.1)
    #expect(text.isBold == false)
    #expect(text.isCentred == false)
    #expect(text.relativeSize == 1)
    #expect(try abs(#require(text.indent)) < 1)
  }

  @Test func `measures the white space above a line in heights of the line`() throws {
    let document = try Reading.pages([["Un", "deux", "", "trois"]])
    let gaps = document.lines.map(\.typography.gapAbove)
    #expect(gaps[0] == nil)
    #expect(try #require(gaps[1]) < 0.5)
    #expect(try #require(gaps[2]) > 1)
  }

  /// The lines of a page that some operators draw.
  private func page(_ operators: String) throws -> Document {
    var drawing = Drawing()
    drawing.draw(operators)
    return try PDFReader().read(TestPDF(drawings: [drawing]).bytes)
  }

  @Test(arguments: [
    "BT /F 11 Tf 50 700 Td (Le conseil) Tj -0.3 0 Td (Le conseil) Tj ET",
    "BT /F 11 Tf 50 700 Td (Le) Tj 0.3 0 Td (Le) Tj 15 0 Td (conseil) Tj 0.3 0 Td (conseil) Tj ET",
    "BT /F 11 Tf 2 Tr 0.4 w 50 700 Td (Le conseil) Tj ET",
  ])
  func `reads what is drawn twice, or with an outline, once and bold`(operators: String) throws {
    let document = try page(operators)
    #expect(document.texts(onPage: 1) == ["Le conseil"])
    #expect(document.lines[0].typography.isBold == true)
  }

  @Test(
    arguments: [
      ("/Span << /ActualText (adopte) >> BDC (a@opte) Tj EMC", "adopte"),
      ("/Span << /ActualText <FEFFFB01> >> BDC (#) Tj EMC (nances) Tj", "finances"),
      ("(pr) Tj /Span << /ActualText (\\351) >> BDC (e) Tj EMC (sident) Tj", "président"),
    ]
  )
  func `reads what a span says in the place of what it draws`(span: String, text: String) throws {
    #expect(try page("BT /F 11 Tf 50 700 Td \(span) ET").texts(onPage: 1) == [text])
  }

  @Test(
    arguments: [
      ("(d\\264) Tj -3.66 0 Td", "d´"),
      ("1 0 0 1 50 700 Tm (\\264) Tj 1 0 0 1 50 700 Tm (e) Tj 1 0 0 1 56.1 700 Tm (lu) Tj", "élu"),
      ("1 0 0 1 50 700 Tm (o) Tj 1 0 0 1 51 700 Tm (\\210) Tj 1 0 0 1 56.1 700 Tm (te) Tj", "ôte"),
    ]
  )
  func `composes an accent and the letter that it stands over`(drawn: String, text: String) throws {
    #expect(try page("BT /F 11 Tf 50 700 Td \(drawn) ET").texts(onPage: 1) == [text])
  }

  @Test func `reads a soft hyphen as the hyphen that is drawn`() throws {
    #expect(try page("BT /F 11 Tf 50 700 Td (commu\\255) Tj ET").texts(onPage: 1) == ["commu-"])
  }

  @Test func `keeps a superscript in its word and in its line`() throws {
    let document = try page(
      "BT /F 11 Tf 50 700 Td (La 1) Tj /F 7 Tf 4 Ts (re) Tj 0 Ts /F 11 Tf ( adjointe) Tj ET"
    )
    #expect(document.texts(onPage: 1) == ["La 1re adjointe"])
    #expect(document.lines[0].typography.size == 11)
  }

  @Test func `tells words on a line of their own from those in a cell`() throws {
    let document = try page(
      """
      BT /F 11 Tf 50 700 Td (Objet : voirie) Tj 0 -60 Td (cellule) Tj ET
      0.6 w 50 698 m 112 698 l S
      40 630 100 26 re S
      """
    )
    #expect(document.lines.map(\.typography.isUnderlined) == [true, false])
  }

  @Test func `takes the top of a frame for no underline of the words above it`() throws {
    let document = try page(
      "BT /F 11 Tf 50 700 Td (Objet) Tj ET 0.6 w 49 678 29 20 re S"
    )
    #expect(document.lines[0].typography.isUnderlined == false)
  }

  @Test func `takes the last line of an indented paragraph for no title`() throws {
    // Digits of Helvetica are 0.556 of its size wide.
    let lines = [(60, 60), (60, 60), (90, 54), (90, 48), (195, 6)]
    var drawing = Drawing()
    for (row, (x, digits)) in lines.enumerated() {
      drawing.text(String(repeating: "0", count: digits), x: x, y: 80 + row * 14)
    }
    let document = try PDFReader().read(TestPDF(drawings: [drawing]).bytes)
    #expect(document.lines.map(\.typography.isCentred) == [false, false, false, false, true])
  }

  @Test func `tells a text in a frame from one in a table`() throws {
    let document = try page(
      """
      BT /F 11 Tf 50 700 Td (Point 4) Tj 0 -100 Td (Nom) Tj 100 0 Td (Montant) Tj ET
      40 690 200 24 re S
      0.8 g 40 655 200 9 re f 0 g BT /F 7 Tf 50 657 Td (Bandeau) Tj ET
      40 590 100 24 re S 140 590 100 24 re S 40 566 100 24 re S
      """
    )
    #expect(document.lines.map(\.typography.isBoxed) == [true, true, false])
  }

  @Test func `reads the colour and the slant of a text`() throws {
    let document = try page("0 0 1 rg BT /F 11 Tf 1 0 0.3 1 50 700 Tm (Vote) Tj ET")
    #expect(document.lines[0].typography.colour == 0x0000FF)
    #expect(document.lines[0].typography.isSlanted == true)
  }

  @Test func `reads a text that runs upwards behind the others`() throws {
    let document = try page(
      """
      BT /F 11 Tf 0 1 -1 0 30 400 Tm (en marge) Tj
      1 0 0 1 50 700 Tm (Le conseil) Tj 0 -20 Td (adopte) Tj ET
      """
    )
    #expect(document.texts(onPage: 1) == ["Le conseil", "adopte", "en marge"])
    #expect(document.pages[0].turn == .none)
  }

  @Test func `turns a page whose text runs upwards`() throws {
    let document = try page(
      "BT /F 11 Tf 0 1 -1 0 100 300 Tm (Le conseil) Tj 0 1 -1 0 120 300 Tm (adopte) Tj ET"
    )
    #expect(document.texts(onPage: 1) == ["Le conseil", "adopte"])
    #expect(document.pages[0].turn != .none)
  }
}
