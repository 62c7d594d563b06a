import PageModel

extension HeadNumber {
  /// The own number of an act that is all of the last cell of a line, beside a title or a theme:
  /// "FINANCES          D24_014".
  static func inLastCell(of bounds: Range<Int>, _ bytes: [UInt8]) -> HeadNumber? {
    guard let last = bytes[bounds].last(where: { !ASCII.isSpace($0) }),
      ASCII.isDigit(last) || (0x41...0x5A).contains(last),
      let cell = LineCells.ranges(bounds, in: bytes).last, cell.lowerBound > bounds.lowerBound,
      let number = HeadNumber(cell, in: bytes), number.isOwn, number.label != "decision",
      number.textStart >= cell.upperBound
    else { return nil }
    return number
  }
}
