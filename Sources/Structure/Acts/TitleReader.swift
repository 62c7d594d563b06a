import DeliberationModel
import PageModel

/// Reads the title of an act from its head: whole, without its number and its label.
struct TitleReader {
  let document: Document
  let lines: [SeenLine]
  let speech: Speech
  let ground: TitleGround

  /// The statements that begin on a line of the document.
  func statements(on line: Int) -> [Statement] { ground.statements[line] ?? [] }

  /// Whether someone begins to report at a place.
  func isReport(_ place: Int) -> Bool { ground.reports.contains(place) }

  /// The most lines of a title.
  static let longest = 12

  /// The number and the title of the act whose head stands at a place; the places of the title's
  /// lines, the head's own among them.
  func read(at head: Int, before end: Int) -> (item: ItemHead, places: Range<Int>) {
    var number = lines[head].number
    var place = head
    var parts: [ItemHead.Part] = []
    var item = ItemHead(number: nil, title: [])
    take(number, into: &item)
    if item.number == nil { item.number = numberInCell(at: place) }
    if isEmpty(place), top(of: head) < head {
      return (titled(beside: head, before: end, item), head..<bottom(of: head, before: end))
    }
    if isEmpty(place), place + 1 < end {
      // The number stands alone: the title is below it.
      place = titlePlace(below: place, before: end)
      number = lines[place].number
      take(number, into: &item)
    }
    var bounds = text(at: place)
    if number?.isOwn == true, isEmpty(place), place + 1 < end {
      place = titlePlace(below: place, before: end)
      bounds = text(at: place)
    }
    let row = RowCells(document.lines[lines[place].line], in: document)
    var last = place
    if let lead = lines[place].leadEnd, lead > bounds.lowerBound {
      parts.append(ItemHead.Part(line: lines[place].line, bounds: bounds.lowerBound..<lead))
    } else if !isStamped(place), let cell = cell(of: row, behind: bounds.lowerBound, at: place) {
      parts.append(ItemHead.Part(line: lines[place].line, bounds: cell))
      last = continueCell(cell, from: place, before: end, &parts)
    } else {
      if !bounds.isEmpty { parts.append(ItemHead.Part(line: lines[place].line, bounds: bounds)) }
      let row = rowEnd(of: place, before: end)
      while last + 1 < min(end, place + Self.longest),
        last + 1 < row || continues(last, first: place)
      {
        last += 1
        var line = document.lines[lines[last].line].range.bounds
        // The end of the name in the column beside it is no title.
        if lines[head].margin != nil, let tab = document.bytes[line].firstIndex(of: 0x09) {
          line = (tab + 1)..<line.upperBound
        }
        let lead = lines[last].leadEnd
        if let lead { line = line.lowerBound..<max(line.lowerBound, lead) }
        parts.append(ItemHead.Part(line: lines[last].line, bounds: line))
        if lead != nil { break }
      }
    }
    cutVote(&parts)
    cutReporter(&parts)
    if item.number == nil, item.item != nil { cutFirstNumber(&parts, into: &item) }
    if item.number == nil { cutNumber(&parts, into: &item) }
    if let last = parts.popLast() { parts.append(withoutColon(last)) }
    item.title = parts
    var next = last + 1
    if item.number == nil, next < end, let own = ownNumber(at: next, before: end) {
      item.number = own
      if text(at: next).isEmpty { next += 1 }
    }
    return (item, head..<next)
  }

  /// Whether nothing but the day of the session stands behind a number: "Délibération n° 2024-17 du 3 mai
  /// 2024".
  private func isEmpty(_ place: Int) -> Bool {
    let bounds = text(at: place)
    guard !bounds.isEmpty, lines[place].number?.isOwn == true else { return bounds.isEmpty }
    let folded = FoldedText(document.bytes[bounds])
    let words = folded.bytes.split { !ASCII.isLetter($0) && !ASCII.isDigit($0) }
    if words.count <= 7, isAsideLabel(folded) { return true }
    guard words.count <= 7, DateScanner.first(in: folded) != nil else { return false }
    let opens: [StaticString] = ["du ", "en date du ", "seance du ", "- seance du ", "le "]
    return opens.contains { folded.starts(with: $0) }
  }

  /// A part of a title without the colon behind it.
  private func withoutColon(_ part: ItemHead.Part) -> ItemHead.Part {
    var end = part.bounds.upperBound
    let marks: Set<UInt8> = [UInt8(ascii: ":"), 0x20, 0x09]
    while end > part.bounds.lowerBound, marks.contains(document.bytes[end - 1]) { end -= 1 }
    return ItemHead.Part(line: part.line, bounds: part.bounds.lowerBound..<end)
  }

  /// The text of a line behind its number and the words "Objet :", "Délibération :".
  private func text(at place: Int) -> Range<Int> {
    let bounds = document.lines[lines[place].line].range.bounds
    var start = min(lines[place].number?.textStart ?? bounds.lowerBound, bounds.upperBound)
    let folded = FoldedText(document.bytes[start..<bounds.upperBound])
    if let end = Self.labelEnd(folded) { start = folded.offsets[end] }
    return start..<max(start, cellEnd(at: place))
  }

  /// Whether a stamp stands beside the text of a line.
  private func isStamped(_ place: Int) -> Bool {
    let bounds = document.lines[lines[place].line].range.bounds
    return StampCell.withoutStamp(bounds, in: document.bytes) != bounds
  }

  /// The end of a line without the cell that says how the vote went: "… des effectifs | Unanimité", and
  /// without that of a stamp.
  private func cellEnd(at place: Int) -> Int {
    let bounds = StampCell.withoutStamp(
      document.lines[lines[place].line].range.bounds,
      in: document.bytes
    )
    if let number = HeadNumber.inLastCell(of: bounds, document.bytes) {
      let cells = LineCells.ranges(bounds, in: document.bytes)
      if cells.count > 1, number.printed.lowerBound >= cells[cells.count - 1].lowerBound {
        return cells[cells.count - 2].upperBound
      }
    }
    guard speech.strength[place] > 1, let tab = document.bytes[bounds].lastIndex(of: 0x09) else {
      return bounds.upperBound
    }
    return tab
  }

  private static let labels: [StaticString] = [
    "objet", "deliberation", "deliberations", "rapport", "point", "question", "intitule", "titre",
  ]

  /// The end of a label with its colon at the head of a title: "OBJET DE LA DÉLIBÉRATION :", or of "Objet"
  /// without one.
  static func labelEnd(_ folded: FoldedText) -> Int? {
    guard labels.contains(where: { folded.starts(with: $0) }) else { return nil }
    let isObject = folded.starts(with: "objet")
    for label in ["objet de la deliberation", "objet"]
    where folded.bytes.starts(with: label.utf8) {
      if let start = TitleLabel.titleStart(in: folded, after: label.utf8.count) { return start }
    }
    guard let colon = folded.bytes.prefix(40).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let words = folded.bytes[..<colon].split(whereSeparator: ASCII.isSpace).count
    guard words <= (isObject ? 5 : 1) else { return nil }
    return folded.bytes[(colon + 1)...].firstIndex { !ASCII.isSpace($0) } ?? folded.bytes.count
  }

  /// Whether the line below a line of a title belongs to the title.
  private func continues(_ place: Int, first: Int) -> Bool {
    let next = lines[place + 1]
    // "… (délibération" above "n° 2024-12)".
    if opensBracket(place), !document.lines[next.line].opensParagraph { return true }
    if let number = next.number, number.form != .bullet,
      !isCited(number, at: place + 1, below: first)
    {
      return false
    }
    if speech.isVisa[place + 1] || speech.strength[place + 1] > 1 { return false }
    if isReport(place + 1) { return false }
    let text = document.lines[next.line]
    let look: Dress = [.bold, .underlined, .capitals, .large, .coloured, .boxed]
    let dress = lines[first].dress.intersection(look)
    let isAlike = isAlike(next.dress, dress, look)
    let isFull = hasNoRoom(place)
    if text.opensParagraph, text.page == document.lines[lines[place].line].page {
      // In a text without sizes capitals alone tell where a title ends.
      return isAlike && !dress.isEmpty && (isFull || text.box == nil)
    }
    if text.box == nil, closesParagraph(place + 1) { return true }
    if endsOpen(place) { return true }
    if isFull || next.opensSmall { return isAlike }
    if next.comesBack, !next.dress.contains(.agenda) { return false }
    // A line that could have been longer was ended by hand: what follows is title only where it is no
    // sentence, and dressed as a head is.
    let isPart = !dress.isEmpty || next.dress.contains(.agenda)
    return isPart && isAlike && !next.isFull
      && document.bytes[text.range.bounds].last != UInt8(ascii: ".")
  }

  /// Whether a bracket that opens on a line closes at the end of the next.
  private func opensBracket(_ place: Int) -> Bool {
    let line = document.bytes[document.lines[lines[place].line].range.bounds]
    let next = document.bytes[document.lines[lines[place + 1].line].range.bounds]
    guard let open = line.lastIndex(of: UInt8(ascii: "(")) else { return false }
    return !line[open...].contains(UInt8(ascii: ")")) && next.last == UInt8(ascii: ")")
      && next.count <= 60
  }

  /// Whether a number at the beginning of a line is one that the title above it names: "… section AB" above
  /// "n° 152 et 153".
  private func isCited(_ number: HeadNumber, at place: Int, below head: Int) -> Bool {
    func isSigned(_ place: Int) -> Bool {
      document.bytes[document.lines[lines[place].line].range.bounds.lowerBound] | 0x20
        == UInt8(ascii: "n")
    }
    return number.form == .decimal && number.label.isEmpty && isSigned(place)
      && !(lines[head].isNumbered && isSigned(head))
      && !document.lines[lines[place].line].opensParagraph
  }

  /// Whether nothing but the rest of a title stands between a line of a text without boxes and the end of
  /// its paragraph, or a number.
  private func closesParagraph(_ start: Int) -> Bool {
    guard ground.textWidth < Int.max else { return false }
    for place in start..<min(lines.count, start + Self.mostRest) {
      if place > start,
        document.lines[lines[place].line].opensParagraph || lines[place].isNumbered
      {
        let last = document.bytes[document.lines[lines[place - 1].line].range.bounds].last
        return ![UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";")].contains(last)
      }
      if speech.isVisa[place] || speech.strength[place] > 1 || isReport(place) { return false }
    }
    return false
  }

  /// The most lines of a title below its first, and the line behind it.
  private static let mostRest = 4

  /// Whether a line ends in a word that another must follow: "… DU GRANVILLAIS ET DE".
  func endsOpen(_ place: Int) -> Bool {
    let bytes = document.bytes[document.lines[lines[place].line].range.bounds]
    guard let last = bytes.split(whereSeparator: ASCII.isSpace).last else { return false }
    return Self.open.contains(FoldedText(last).string)
  }

  private static let open: Set<String> = [
    "de", "du", "des", "la", "le", "les", "et", "ou", "a", "au", "aux", "en", "un", "une", "sur",
    "par",
    "pour", "avec", "sous", "dans", "entre", "son", "sa", "ses", "ce", "cette", "ces", "que",
    "dont",
  ]

  private func isAlike(_ next: Dress, _ first: Dress, _ look: Dress) -> Bool {
    let strong: Dress = [.bold, .underlined]
    return next.intersection(look) == first
      || !first.isDisjoint(with: strong) && next.isSuperset(of: first.intersection(strong))
  }

  /// Whether the first word of the line below has no room at the end of a line.
  private func hasNoRoom(_ place: Int) -> Bool {
    let line = document.lines[lines[place].line]
    let below = document.lines[lines[place + 1].line]
    guard let box = line.box else {
      let word = document.bytes[below.range.bounds].prefix { !ASCII.isSpace($0) }.count
      return line.range.bounds.count + 1 + word > ground.textWidth - 1
    }
    let word =
      document.words.indices.contains(Int(below.words.lowerBound))
      ? document.words[Int(below.words.lowerBound)].box.width : 0
    let page = document.pages.first { $0.number == Int(line.page) }
    let right = page.map { document.lines[$0.lines].compactMap { $0.box?.x1 }.max() ?? 0 } ?? 0
    return box.x1 + word + 3 > right
  }
}
