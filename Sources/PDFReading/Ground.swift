import CPopplerCore
import PageModel

/// A rectangle that is painted, in shades of grey.
struct PaintedArea {
  var box: BoundingBox
  /// From 0, black, to 255.
  var grey: Int

  /// What is painted on a page, in the order of painting.
  static func areas(_ content: borrowing PageContent, in frame: PageFrame) -> [PaintedArea] {
    content.areas.map { area in
      let (red, green, blue) = (area.colour >> 16, area.colour >> 8 & 0xFF, area.colour & 0xFF)
      return PaintedArea(
        box: frame.turned(area.x0, area.y0, area.x1, area.y1),
        grey: Int((blue + 5 * green + 2 * red) >> 3)
      )
    }
  }

  /// Thinner than this, in points, it is a line.
  static let thinnest: Float = 3.5

  /// Whether it is a line rather than a ground.
  var isLine: Bool { min(box.width, box.height) <= Self.thinnest }
}

/// What lies behind the lines and the words of a page: the grounds of cells, last painted on top.
struct Ground {
  private let areas: [PaintedArea]
  private var bands: [[Int32]] = []

  /// The height of a band in which grounds are looked up, in points.
  private static let band: Float = 24
  /// A page with more grounds is a drawing, and has none.
  private static let most = 3000

  /// The indices of the grounds among all that is painted.
  private(set) var indices: [Int] = []

  init(_ areas: [PaintedArea]) {
    self.areas = areas
    indices = areas.indices.filter { !areas[$0].isLine }
    guard indices.count <= Self.most else {
      indices = []
      return
    }
    for index in indices {
      let box = areas[index].box
      let last = min(2000, max(0, Int(box.y1 / Self.band)))
      while bands.count <= last { bands.append([]) }
      for band in min(last, max(0, Int(box.y0 / Self.band)))...last {
        bands[band].append(Int32(index))
      }
    }
  }

  /// The last ground painted over a place, if any.
  func top(_ x: Float, _ y: Float) -> Int? {
    let band = Int(max(0, min(y, 1_000_000)) / Self.band)
    guard bands.indices.contains(band) else { return nil }
    let found = bands[band].last { index in
      let box = areas[Int(index)].box
      return box.x0 <= x && x <= box.x1 && box.y0 <= y && y <= box.y1
    }
    return found.map(Int.init)
  }

  /// How light a place is, lines and words aside.
  func grey(_ x: Float, _ y: Float) -> Int { top(x, y).map { areas[$0].grey } ?? 255 }
}
