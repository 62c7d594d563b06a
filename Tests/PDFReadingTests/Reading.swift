import Foundation
import PDFReading
import PageModel
import SystemTestSupport

/// Documents to look at, and ways to look.
enum Reading {
  static func sample(_ name: String) throws -> Document {
    let url = URL(filePath: "\(Places.samples)/\(name)/source.pdf")
    return try PDFReader().read([UInt8](Data(contentsOf: url)))
  }

  static func pages(_ pages: [[String]]) throws -> Document {
    try PDFReader().read(TestPDF(pages: pages).bytes)
  }
}

extension Document {
  /// The lines of a page.
  func texts(onPage page: Int) -> [String] {
    lines.filter { $0.page == page }.map(text)
  }

  /// The first line that begins with a text.
  func line(startingWith text: String) -> TextLine? {
    lines.first { self.text($0).hasPrefix(text) }
  }

  /// The words of a line.
  func words(of line: TextLine) -> [String] {
    words[Int(line.words.lowerBound)..<Int(line.words.upperBound)].map { text($0.range) }
  }

  /// The style of a line's first word.
  func style(of line: TextLine) -> FontStyle? {
    let font = Int(words[Int(line.words.lowerBound)].font)
    return fonts.indices.contains(font) ? fonts[font] : nil
  }
}
