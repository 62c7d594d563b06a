/// Some pages of a file.
public struct PageSelection: Sendable {
  /// Every page.
  public static let all = PageSelection(ranges: nil)

  private let ranges: [ClosedRange<Int>]?

  private init(ranges: [ClosedRange<Int>]?) {
    self.ranges = ranges
  }

  /// Reads a list of pages and ranges of them, such as `3-5,8`; nothing where it is none.
  public init?(_ text: String) {
    var ranges: [ClosedRange<Int>] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
        first > 0, last >= first
      else { return nil }
      ranges.append(first...last)
    }
    self.init(ranges: ranges)
  }

  /// Whether a page, from 1, is one of them.
  public func contains(_ page: Int) -> Bool {
    ranges?.contains { $0.contains(page) } ?? true
  }
}
