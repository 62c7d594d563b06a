import Lexing
import PageModel

/// Finds what the margin of each page repeats beside the text: the form of a paper with a letterhead,
/// "Nombre de membres en exercice : 11", "Date de la convocation : …", once for each page of minutes.
struct RepeatedMargin {
  /// A line this wide, as a share of its page, is one of the text.
  private static let text: Float = 0.4
  /// So many lines of text tell where it begins.
  private static let fewestOfText = 4
  /// How far a line of the margin may reach into the text, in points.
  private static let slack: Float = 4

  /// The indices of the lines found, but for those that stand first.
  private(set) var lines: Set<Int> = []

  /// Finds them; `isPrint` tells lines that speak for an act, however often they stand.
  init(_ document: Document, isPrint: (Int) -> Bool) {
    guard document.pages.count > 2 else { return }
    let margins = document.pages.map { Self.margin(of: $0, document) }
    var pages: [[UInt8]: Int] = [:]
    for margin in margins {
      for key in Set(margin.map(\.key)) where !key.isEmpty { pages[key, default: 0] += 1 }
    }
    if document.pages.contains(where: { $0.origin == .ocr }) { pages = Self.joined(pages) }
    let floor = max(3, (document.pages.count + 1) / 2)
    let form = pages.filter { $0.value >= floor }.keys.sorted { $0.lexicographicallyPrecedes($1) }
    guard !form.isEmpty else { return }
    var seen: Set<Int> = []
    for margin in margins {
      let texts = margin.map { line in
        form.firstIndex(of: line.key) ?? Self.nearest(line.key, among: form)
      }
      let comesBack = texts.map { $0 != nil }
      for (place, (line, key)) in margin.enumerated() {
        guard let text = texts[place] else { continue }
        let isFirst = seen.insert(text).inserted
        // A label whose text is another on each page heads that text.
        let next = place + 1
        let isLabel = key.last == UInt8(ascii: ":") && next < margin.count && !comesBack[next]
        if !isFirst, !isLabel, !isPrint(line) { lines.insert(line) }
      }
    }
  }

  /// One letter in so many of a text may be damaged.
  private static let lettersPerSlip = 4

  /// How many pages have each text, those counted with the commonest that recognition damaged.
  private static func joined(_ pages: [[UInt8]: Int]) -> [[UInt8]: Int] {
    var texts: [[UInt8]] = []
    var joined: [[UInt8]: Int] = [:]
    let order = pages.sorted {
      $0.value == $1.value ? $0.key.lexicographicallyPrecedes($1.key) : $0.value > $1.value
    }
    for (key, count) in order {
      if let known = nearest(key, among: texts) {
        joined[texts[known], default: 0] += count
      } else {
        texts.append(key)
        joined[key] = count
      }
    }
    return joined
  }

  /// The text of the form that a line most likely is, as recognition damaged it: "Obiet :".
  private static func nearest(_ line: [UInt8], among form: [[UInt8]]) -> Int? {
    let bounds = form.map { $0.count / lettersPerSlip }
    let distances = zip(form, bounds).map { EditDistance.between(line, $0, atMost: $1) }
    let near = form.indices.filter { bounds[$0] > 0 && distances[$0] <= bounds[$0] }
    return near.min { distances[$0] < distances[$1] }
  }

  /// The lines of a page that end where its text has not begun, folded, digits aside.
  private static func margin(of page: Page, _ document: Document) -> [(line: Int, key: [UInt8])] {
    guard let width = page.width else { return [] }
    var starts = page.lines.compactMap { line in
      document.lines[line].box.flatMap { box -> Float? in
        box.width >= text * width ? box.x0 : nil
      }
    }
    guard starts.count >= fewestOfText else { return [] }
    starts.sort()
    let left = starts[starts.count / 2]
    return page.lines.compactMap { line in
      guard let box = document.lines[line].box, box.x1 <= left + slack else { return nil }
      let folded = FoldedText.bytes(of: document.bytes[document.lines[line].range.bounds])
      return (line, folded.filter { !ASCII.isSpace($0) && !ASCII.isDigit($0) })
    }
  }
}
