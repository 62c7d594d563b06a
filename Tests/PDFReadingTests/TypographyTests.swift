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

}
