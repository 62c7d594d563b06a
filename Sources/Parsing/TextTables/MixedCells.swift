import DeliberationModel
import PageModel

/// The cells of a row's first line after the operation's title: name, quantity or description, sum.
struct MixedCells {
  var name: [MixedToken] = []
  var description: [MixedToken] = []
  var quantity: Int?
  var amount: Amount?
  /// The folded text of the sum.
  var amountRange: Range<Int>?
  /// Whether the description is a text that goes on on the lines below.
  var isText = false
  /// What of the cells is in doubt.
  var doubts: Set<GrantDoubt> = []

  /// Parts the tokens between title and sum; `textStart` is where a description in words begins.
  init(_ tail: [MixedToken], of head: MixedLine, textStart: Int?) {
    let bytes = head.folded.bytes
    isText = textStart != nil
    let number = textStart ?? Self.numberWithUnit(in: tail, bytes)
    let hasNumber = number != nil || Self.endsInMisreadNumber(tail, bytes)
    let before: MoneyRun.Before = textStart != nil ? .text : hasNumber ? .words : .name
    let leftover = takeAmount(head, after: before)
    if let number {
      name = Array(tail[..<number])
      description = Array(tail[number...]) + leftover
      readQuantity(bytes, isJoined: textStart == nil && Self.isJoined(tail, number))
      return
    }
    name = tail
    description = leftover
    if leftover.count > 1 {
      // "… 62 160": the figures before the last belong to the name, or to the number.
      let cells = leftover.map { bytes[$0.range] }
      let isNumber = cells.dropFirst().allSatisfy { $0.count == 3 } && cells[0].count <= 3
      if isNumber, cells.dropFirst().contains(where: { $0.first == 0x30 }) {
        doubts.formUnion([.name, .quantity])
      } else {
        name += leftover.dropLast()
        description = Array(leftover.suffix(1))
        if isNumber { doubts.formUnion([.name, .quantity]) }
      }
    }
    if description.isEmpty { takeLastWord(bytes) }
    readQuantity(bytes, isJoined: false)
  }

  /// Takes the sum, and returns the numbers before it that are not part of it.
  private mutating func takeAmount(
    _ head: MixedLine,
    after before: MoneyRun.Before
  ) -> [MixedToken] {
    guard let money = head.money else {
      doubts.insert(.amount)
      return []
    }
    let bytes = head.folded.bytes
    let split = money.split(of: bytes, after: before)
    amount = money.amount(lastGroups: split.count, of: bytes)
    if split.isDoubtful || money.hasStrayMark { doubts.insert(.amount) }
    let taken = money.groups.suffix(split.count)
    let left = money.groups.dropLast(split.count)
    let start = left.isEmpty ? money.start : taken.first?.lowerBound ?? money.start
    amountRange = start..<money.end
    guard let first = left.first, let last = left.last else { return [] }
    return MixedToken.tokens(bytes, in: first.lowerBound..<last.upperBound)
  }

  /// The quantity that the description opens with.
  private mutating func readQuantity(_ bytes: [UInt8], isJoined: Bool) {
    guard let first = description.first, let last = description.last else { return }
    let cell = QuantityCell(bytes[first.range.lowerBound..<last.range.upperBound])
    quantity = cell.number
    if cell.isDoubtful || isJoined { doubts.insert(.quantity) }
  }

  /// Whether a word stands where the number should: "CCAS a2 6750,00 €".
  private static func endsInMisreadNumber(_ tail: [MixedToken], _ bytes: [UInt8]) -> Bool {
    guard tail.count > 1, let last = tail.last, last.range.count <= 3 else { return false }
    return ASCII.isLetter(bytes[last.range.lowerBound])
      && bytes[last.range].contains(where: ASCII.isDigit)
  }

  /// A word that stands where the number should: "a2" for 42, "1FAL", "/".
  private mutating func takeLastWord(_ bytes: [UInt8]) {
    guard name.count > 1, let last = name.last else { return }
    if last.kind == .mark, last.range.count == 1 {
      description = [name.removeLast()]
      return
    }
    let afterBar = name[name.count - 2].kind == .bar
    let word = bytes[last.range]
    let cell = QuantityCell(word)
    let digits = word.count(where: ASCII.isDigit)
    guard digits > 0, word.allSatisfy({ ASCII.isDigit($0) || ASCII.isLetter($0) }) else { return }
    let isNumberAndUnit = cell.number != nil && word.count - digits >= 2
    let isMisread = word.count <= 3 && !ASCII.isDigit(word[word.startIndex])
    if afterBar || isNumberAndUnit || isMisread {
      description = [name.removeLast()]
      if isMisread { doubts.insert(.quantity) }
    }
  }

  /// The place of the number that opens a quantity cell with a unit: "100 points ASLL".
  ///
  /// Figures in brackets and at the head of a name do not count.
  private static func numberWithUnit(in tail: [MixedToken], _ bytes: [UInt8]) -> Int? {
    var depth = 0
    for place in tail.indices {
      let token = tail[place]
      if place > 0, depth == 0, token.kind == .number {
        var last = place
        while last + 1 < tail.count, tail[last + 1].kind == .number { last += 1 }
        guard last + 1 < tail.count else { return nil }
        let isThousands = bytes[tail[last].range.lowerBound] == 0x30 && tail[last].range.count == 3
        return isThousands && last > place ? last - 1 : last
      }
      for byte in bytes[token.range] {
        if byte == 0x28 { depth += 1 }
        if byte == 0x29 { depth = max(0, depth - 1) }
      }
    }
    return nil
  }

  /// Whether the figure before a number may belong to it: "62 800 places".
  private static func isJoined(_ tail: [MixedToken], _ number: Int) -> Bool {
    number > 0 && tail[number - 1].kind == .number && tail[number].range.count == 3
      && tail[number - 1].range.count <= 3
  }
}
