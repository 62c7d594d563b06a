import DeliberationModel
import PageModel

/// The numbers that stand before, behind or below a title.
extension TitleReader {
  func take(_ number: HeadNumber?, into item: inout ItemHead) {
    guard let number, number.form != .bullet else { return }
    let printed = String(decoding: document.bytes[number.printed], as: UTF8.self)
    if number.isOwn {
      item.number = item.number ?? printed
    } else if item.item == nil {
      item.item = printed
    }
  }

  /// An act's own number in the last cell of the first line of its title.
  func numberInCell(at place: Int) -> String? {
    HeadNumber.inLastCell(of: document.lines[lines[place].line].range.bounds, document.bytes)
      .map { String(decoding: document.bytes[$0.printed], as: UTF8.self) }
  }

  /// An act's own number at the beginning of a line below its title.
  func ownNumber(at place: Int, before end: Int) -> String? {
    for next in place..<min(place + 2, end) {
      guard let number = lines[next].number, number.isOwn else {
        // What is numbered below a decision is the next act.
        if speech.strength[next] > 1 { return nil }
        continue
      }
      // "Délibération n° 12 du 3 mai" below a title opens a sentence, unless it stands alone or decides.
      guard number.form == .year || lines[next].wordCount <= 2 || speech.strength[next] > 1 else {
        continue
      }
      return String(decoding: document.bytes[number.printed], as: UTF8.self)
    }
    return nil
  }

  /// Takes the act's own number out of the end of a title: "… (délibération n° 2023-32)", or of the end of
  /// its first line, where it stands in a cell of its own.
  func cutNumber(_ parts: inout [ItemHead.Part], into item: inout ItemHead) {
    if let number = numberInBrackets(&parts) {
      item.number = number
      return
    }
    for index in Set([parts.count - 1, 0]).sorted().reversed() where parts.indices.contains(index) {
      guard
        let (number, end) = numberAtEnd(of: parts[index].bounds, isLast: index == parts.count - 1)
      else { continue }
      item.number = String(decoding: document.bytes[number.printed], as: UTF8.self)
      parts[index].bounds = parts[index].bounds.lowerBound..<end
      return
    }
  }

  /// Takes out the act's own number in brackets that begin on the last line but one: "… (Délibération" above
  /// "n° 2023-32)".
  private func numberInBrackets(_ parts: inout [ItemHead.Part]) -> String? {
    guard parts.count > 1, document.bytes[parts[parts.count - 1].bounds].last == UInt8(ascii: ")")
    else { return nil }
    let (above, below) = (parts[parts.count - 2].bounds, parts[parts.count - 1].bounds)
    guard let open = document.bytes[above].lastIndex(of: UInt8(ascii: "(")),
      !document.bytes[below].contains(UInt8(ascii: "("))
    else { return nil }
    let text =
      document.bytes[(open + 1)..<above.upperBound] + [UInt8(ascii: " ")]
      + document.bytes[below].dropLast()
    let bytes = Array(text)
    guard let number = HeadNumber(0..<bytes.count, in: bytes), number.isOwn,
      number.textStart >= bytes.count
    else { return nil }
    parts.removeLast()
    var end = open
    while end > above.lowerBound, ASCII.isSpace(document.bytes[end - 1]) { end -= 1 }
    parts[parts.count - 1].bounds = above.lowerBound..<end
    if end == above.lowerBound { parts.removeLast() }
    return String(decoding: bytes[number.printed], as: UTF8.self)
  }

  /// The act's own number at the end of a line, and where the text before it ends.
  private func numberAtEnd(of bounds: Range<Int>, isLast: Bool) -> (HeadNumber, end: Int)? {
    let bytes = document.bytes
    // What a title cites stands in its sentence, its own number behind a mark or a gap.
    let marks: Set<UInt8> = [UInt8(ascii: "("), UInt8(ascii: "-"), UInt8(ascii: "["), 0x09, 0x93]
    let tail = max(bounds.lowerBound, bounds.upperBound - 60)..<bounds.upperBound
    for at in tail where at > bounds.lowerBound {
      let isGap = bytes[at] == 0x20 && at > bounds.lowerBound + 1 && bytes[at - 1] == 0x20
      guard isGap || isLast && marks.contains(bytes[at]) else { continue }
      guard let number = HeadNumber(at + 1..<bounds.upperBound, in: bytes), number.isOwn,
        bytes[number.printed.upperBound..<bounds.upperBound].allSatisfy({
          !ASCII.isDigit($0) && !ASCII.isLetter($0 | 0x20)
        })
      else { continue }
      // A dash within a number is none before it.
      guard ASCII.isSpace(bytes[at - 1]) || bytes[at] == 0x93 || bytes[at] == 0x09 else { continue }
      var end = bytes[at] == 0x93 ? at - 2 : at
      while end > bounds.lowerBound, ASCII.isSpace(bytes[end - 1]) { end -= 1 }
      return end > bounds.lowerBound ? (number, end) : nil
    }
    return nil
  }

  /// Takes off the head of a title the act's own number, where that of an item stands before it: "N°1
  /// D.CIAS/2024/31 - Avenant …".
  ///
  /// "DM 1/2023" is a title: an own number has no space, and names its kind or has three parts.
  func cutFirstNumber(_ parts: inout [ItemHead.Part], into item: inout ItemHead) {
    guard let first = parts.first, let number = HeadNumber(first.bounds, in: document.bytes),
      number.form == .year, number.textStart < first.bounds.upperBound
    else { return }
    let printed = document.bytes[number.printed]
    let signs: Set<UInt8> = [
      UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "."),
    ]
    guard !printed.contains(where: ASCII.isSpace),
      HeadNumber.own.contains(number.label) || printed.count(where: signs.contains) > 1
    else { return }
    item.number = String(decoding: printed, as: UTF8.self)
    parts[0].bounds = number.textStart..<first.bounds.upperBound
  }
}
