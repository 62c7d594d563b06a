import PageModel

/// The number that an act has of its own, with its year or its day: "2024-03", "D2025-016".
extension NumberScanner {
  /// A number that names a year or a day and something beside it; a date alone is none, unless "n°"
  /// stands before it.
  mutating func yearNumber(
    from start: Int,
    isSigned: Bool
  ) -> (path: [Int], printed: Range<Int>)? {
    let saved = at
    at = start
    defer { if mark == 0xFF { at = saved } }
    mark = 0xFF
    var values: [Int] = []
    var widths: [Int] = []
    var last = at
    var letters = 0
    scan: while at < end {
      let value = byte()
      if ASCII.isDigit(value) {
        var number = 0
        let begin = at
        while ASCII.isDigit(byte()), at - begin < 9 {
          number = number * 10 + Int(byte() & 0x0F)
          at += 1
        }
        if ASCII.isDigit(byte()) { return nil }
        values.append(number)
        widths.append(at - begin)
        last = at
        letters = 0
      } else if (0x41...0x5A).contains(value), letters < 5 {
        letters += 1
        at += 1
        // A suffix: "2024-12B".
        if ASCII.isDigit(bytes[at - 2 >= start ? at - 2 : at - 1]), !isWordByte(byte()) {
          last = at
        }
      } else if value == UInt8(ascii: "-") || value == UInt8(ascii: "/")
        || value == UInt8(ascii: "_")
        || value == UInt8(ascii: ".")
      {
        at += 1
        letters = 0
      } else if value == 0xE2, byte(1) == 0x80, byte(2) == 0x93 || byte(2) == 0x91 {
        at += 3
        letters = 0
      } else if value == UInt8(ascii: " ") {
        // Spaces stand around the signs within a number: "2017.02.07 - 1", "D 2025-25".
        var next = at
        while next < end, bytes[next] == UInt8(ascii: " ") { next += 1 }
        guard next < end, next - at <= 2 else { break scan }
        let sign = [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "_")].contains(bytes[next])
        let joins =
          sign && next + 1 < end
          && (bytes[next + 1] == UInt8(ascii: " ")
            ? next + 2 < end && ASCII.isDigit(bytes[next + 2]) : ASCII.isDigit(bytes[next + 1]))
        let isDigits = ASCII.isDigit(bytes[next])
        let follows =
          at > start && (bytes[at - 1] == UInt8(ascii: "-") || bytes[at - 1] == UInt8(ascii: "_"))
        guard
          joins || (isDigits && (values.isEmpty || follows || goesOn(next, values, isSigned)))
            || (follows && !values.isEmpty && (0x41...0x5A).contains(bytes[next]) && isCode(next))
            || (isCode(next) && !values.isEmpty && letters == 0)
        else { break scan }
        at = next
      } else {
        break
      }
    }
    guard let printed = ownNumber(values, widths, start..<last, isSigned) else { return nil }
    at = last
    mark = 0
    return (values, printed)
  }

  /// Whether digits behind a space are a part of the number: "D2022 045 Tarifs", or nothing but digits
  /// to the end of the line, "N° 2022 7 4".
  private func goesOn(_ next: Int, _ values: [Int], _ isSigned: Bool) -> Bool {
    if isSigned, (1950...2099).contains(values[0]),
      bytes[next..<end].allSatisfy({ ASCII.isDigit($0) || $0 == UInt8(ascii: " ") }), end - next < 8
    {
      return true
    }
    let isCode = at >= 5 && ASCII.isLetter(bytes[at - 5] | 0x20)
    return values.count == 1 && (1950...2099).contains(values[0])
      && bytes[next] == UInt8(ascii: "0") && isCode
  }

  /// Whether capitals that digits follow, such as "DCM-05", stand at a place.
  private func isCode(_ place: Int) -> Bool {
    var next = place
    while next < end, (0x41...0x5A).contains(bytes[next]) { next += 1 }
    guard next > place, next - place <= 4, next < end else { return false }
    let sign = bytes[next] == UInt8(ascii: "-")
    return sign && next + 1 < end && ASCII.isDigit(bytes[next + 1])
  }

  /// Whether a text stands behind a number: "2023.12.01 FINANCES", in the order of no French date.
  private func opensText(at place: Int) -> Bool {
    var copy = self
    copy.at = place
    let start = copy.textStart()
    return start < end && start > place && ASCII.isLetter(bytes[start] | 0x20)
  }

  private func ownNumber(
    _ values: [Int],
    _ widths: [Int],
    _ printed: Range<Int>,
    _ isSigned: Bool
  ) -> Range<Int>? {
    guard values.count >= 2 || widths.first.map({ $0 >= 7 }) ?? false else { return nil }
    let year = zip(values, widths).contains { value, width in
      width == 4 && (1950...2099).contains(value)
        || width == 8 && (1950...2039).contains(value / 10000)
        // 2041412 is an account.
        || width >= 6 && width <= 7 && (1950...2039).contains(value / (width == 6 ? 100 : 1000))
    }
    guard year || hasShortYear(values, widths, printed, isSigned), widths.count <= 6 else {
      return nil
    }
    // "12/03/2024" and "2024-03-12" are dates.
    if values.count == 3, zip(values, widths).allSatisfy({ $1 == 4 || $0 <= 31 }),
      widths.filter({ $0 == 4 }).count == 1,
      widths[2] == 4
        ? !isSigned : !(widths[0] == 4 && (isSigned || opensText(at: printed.upperBound))),
      !bytes[printed].contains(where: { (0x41...0x5A).contains($0) }),
      values[1] <= 12
    {
      return nil
    }
    // "2023-2024" are years.
    if values.count == 2, widths == [4, 4], (1950...2099).contains(values[0]),
      (1950...2099).contains(values[1])
    {
      return nil
    }
    return printed
  }

  /// Whether a year of two digits opens a number that no other text could be: "D24_014", "24-003".
  private func hasShortYear(
    _ values: [Int],
    _ widths: [Int],
    _ printed: Range<Int>,
    _ isSigned: Bool
  ) -> Bool {
    guard let first = widths.first, first == 2, (10...39).contains(values[0]) else { return false }
    let text = bytes[printed]
    guard !text.contains(where: ASCII.isSpace), !text.contains(UInt8(ascii: ".")) else {
      return false
    }
    // "25-06-01" with a text behind it: the year, the month and a serial number.
    if values.count == 3 {
      return widths == [2, 2, 2] && (1...12).contains(values[1])
        && !text.contains(UInt8(ascii: "/")) && (isSigned || opensText(at: printed.upperBound))
    }
    guard values.count == 2, widths[1] <= 4 else { return false }
    let isCode = text.first.map { (0x41...0x5A).contains($0) } ?? false
    let isPadded = widths[1] == 3 && values[1] < 100
    return isPadded || isCode && text.contains(UInt8(ascii: "_"))
  }
}
