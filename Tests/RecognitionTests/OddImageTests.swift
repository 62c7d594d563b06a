import Foundation
import PDFReading
import PageModel
import Recognition
import Testing

/// Images of scanners, and images that are none of a page.
struct OddImageTests {
  private static let noTables = PageRecogniser.Tables(rulings: [], cells: [])
  private static let grey = "/ColorSpace /DeviceGray"

  private static func words(_ suffix: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    return try [UInt8](Data(contentsOf: folder.appending(path: "Images/words.\(suffix)")))
  }

  @Test(arguments: [
    (
      "g4",
      "\(grey) /BitsPerComponent 1 /Filter /CCITTFaxDecode "
        + "/DecodeParms << /K -1 /Columns 620 /Rows 90 >>"
    ),
    ("jb2", "\(grey) /BitsPerComponent 1 /Filter /JBIG2Decode"),
    ("jp2", "/Filter /JPXDecode"),
  ])
  func `reads what scanners write`(suffix: String, filter: String) throws {
    let pdf = try ImagePDF(
      dictionary: "/Width 620 /Height 90 \(filter)",
      data: Self.words(suffix),
      place: (60, 700, 310, 45)
    )
    let pages = try PDFReader().read(pdf.bytes).pages
    let images = try PageImages(bytes: pdf.bytes)
    let image = images.image(of: pages[0])
    let page = try PageRecogniser(language: "fra").recognise(#require(image), page: 1) { _, _ in
      Self.noTables
    }
    let document = page.document
    #expect(document.lines.map(document.text) == ["le conseil délibère"])
  }

  @Test func `does not unpack an image of 400 million pixels`() throws {
    // In CCITT Group 4 a row like the one above it is one bit.
    let rows = [UInt8](repeating: 0xFF, count: 2500) + [0x00, 0x10, 0x01]
    let pdf = ImagePDF(
      dictionary: "/Width 20000 /Height 20000 \(Self.grey) /BitsPerComponent 1 "
        + "/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 20000 /Rows 20000 >>",
      data: rows
    )
    let pages = try PDFReader().read(pdf.bytes).pages
    let images = try PageImages(bytes: pdf.bytes)
    let isRendered = images.image(of: pages[0]) != nil
    #expect(!isRendered)
  }

  @Test func `reads no words on a picture`() throws {
    // Shades that change from place to place, as on a photograph.
    var image = PageImage(
      width: 620,
      height: 877,
      pixelsPerPoint: 75 / 72,
      pixels: [UInt8](repeating: 255, count: 620 * 877)
    )
    var state: UInt32 = 1
    for index in image.pixels.indices {
      state = state &* 1_664_525 &+ 1_013_904_223
      let shade = (index % 620 / 3 + index / 620 / 4) % 256
      image.pixels[index] = UInt8(clamping: shade + Int(state >> 26) - 32)
    }
    let recogniser = try PageRecogniser(language: "fra")
    do throws(RecognitionError) {
      let page = try recogniser.recognise(image, page: 1) { _, _ in Self.noTables }
      #expect(page.document.lines.isEmpty)
    } catch {
      #expect(error == .unreadable)
    }
  }
}
