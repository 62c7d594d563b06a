import CPopplerCore
import PageModel

/// A document under construction, page by page.
struct PageAssembly {
  var document = Document()
  private var fontIndices: [FontStyle: UInt16] = [:]

  init() { document.hasLayout = true }

  mutating func append(_ content: borrowing PageContent, number: Int) {
    let assembly = WordAssembly(content)
    let frame = assembly.frame
    let lines = PageLines(PaintedArea.areas(content, in: frame), size: frame.size)
    var words = assembly.page
    Underlines.mark(&words, by: lines.all)
    let end = document.lines.count
    var page = Page(
      number: number,
      width: frame.size.width,
      height: frame.size.height,
      origin: .embedded,
      lines: end..<end
    )
    page.turn = frame.turn
    page.rulings = lines.rulings
    page.images = content.images.map { image in
      PlacedImage(
        box: frame.turned(image.x0, image.y0, image.x1, image.y1),
        pixelWidth: Int(image.width),
        pixelHeight: Int(image.height)
      )
    }
    page.loss = content.loss
    document.append(page, of: words, fonts: fonts(content))
    let frames = Frames(lines.all, pageHeight: frame.size.height)
    for index in end..<document.lines.count {
      guard let box = document.lines[index].box else { continue }
      document.lines[index].typography.isBoxed = frames.hold(box)
    }
    let last = document.pages.count - 1
    document.pages[last].textQuality = PageTextQuality(
      PageTextQuality.Census(document.pages[last].lines, of: document),
      imageCoverage: document.pages[last].imageCoverage,
      drawsLetters: content.curveCount + content.unmappedCount > Self.drawnLetters
    )
  }

  /// A page with more curves than this and without text shows something.
  private static let drawnLetters = 200

  /// The indices of the styles that words refer to: each as it is drawn, and as it looks when it is
  /// drawn twice.
  private mutating func fonts(_ content: borrowing PageContent) -> [UInt16] {
    let fonts = content.fonts
    return content.styles.flatMap { style -> [UInt16] in
      let font = fonts[Int(style.font)]
      var look = FontStyle(
        name: font.name,
        size: style.size,
        isBold: font.isBold || style.isOutlined,
        isSlanted: font.isSlanted || style.isSkewed,
        colour: style.colour
      )
      let single = index(of: look)
      look.isBold = true
      return [single, index(of: look)]
    }
  }

  private mutating func index(of style: FontStyle) -> UInt16 {
    if let known = fontIndices[style] { return known }
    let index = UInt16(min(document.fonts.count, Int(UInt16.max)))
    if index < UInt16.max {
      document.fonts.append(style)
      fontIndices[style] = index
    }
    return index
  }
}

extension PageContent {
  /// What of the page could not be read.
  fileprivate var loss: PageLoss? {
    switch ending {
    case PCUnreadable: .unreadable
    case PCCut: .cut
    default: nil
    }
  }
}

extension Page {
  /// The share of the page that images cover.
  fileprivate var imageCoverage: Float {
    guard let width, let height else { return 0 }
    let longest = max(width, height)
    let area = images.reduce(Float(0)) { sum, image in
      sum + min(image.box.width, longest) * min(image.box.height, longest)
    }
    return min(1, area / max(1, width * height))
  }
}
