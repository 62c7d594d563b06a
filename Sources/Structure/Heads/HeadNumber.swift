import Lexing
import PageModel

/// The number that a line begins with, in the form in which this document numbers its heads.
struct HeadNumber: Hashable, Sendable {
  enum Form: UInt8, Hashable, Sendable, CaseIterable {
    /// "3.", "7.1", "12 -".
    case decimal
    /// "II."
    case roman
    /// "B)".
    case letter
    /// A number of the act's own that names its year or its day: "2024-03", "D2025-016".
    case year
    /// A sign that counts nothing: "-", "•", "➢".
    case bullet
  }

  var form: Form
  /// The parts of the number, first to last: 7, 1 for "7.1"; letters and roman numbers as their value.
  var path: [Int]
  /// The word before the number, folded: "point", "deliberation"; empty where none stands there.
  var label: String
  /// The bytes of the document that are the number as printed: "2025-10-30-DCM-01".
  var printed: Range<Int>
  /// Where the text behind the number and its mark begins.
  var textStart: Int
  /// The mark behind the number, or the bullet itself.
  var mark: UInt8

  /// Words that stand before a number of an act or an item.
  static let labels: Set<String> = [
    "deliberation", "deliberations", "delib", "del", "dcm", "point", "question", "affaire",
    "rapport", "dossier", "sujet", "item", "decision", "acte", "d", "dl", "cm", "cc", "no",
  ]
  /// The labels long enough that one letter more, less or other makes no other word of them.
  private static let longLabels = ["deliberation", "deliberations"]

  /// The label that a word is, or was before recognition damaged it.
  private static func label(_ word: String) -> String? {
    if labels.contains(word) { return word }
    return longLabels.first { EditDistance.between(word.utf8, $0.utf8, atMost: 1) <= 1 }
  }

  /// Labels of numbers that are the act's own.
  static let own: Set<String> = [
    "deliberation", "deliberations", "delib", "del", "dcm", "acte", "d", "dl",
  ]
  /// Labels that count only right before the number and belong to it.
  private static let glued: Set<String> = ["d", "dl"]

  /// Whether the number is the act's own and not that of an item of the agenda.
  var isOwn: Bool { form == .year || Self.own.contains(label) }

  /// The number that a line begins with.
  init?(_ bounds: Range<Int>, in bytes: [UInt8]) {
    var scanner = NumberScanner(bytes: bytes, at: bounds.lowerBound, end: bounds.upperBound)
    let bullet = scanner.bullet()
    if let ordinal = scanner.ordinal(before: Self.labels) {
      self.init(
        form: .decimal,
        path: [ordinal.value],
        label: ordinal.label,
        printed: ordinal.printed,
        textStart: scanner.textStart(),
        mark: UInt8(ascii: ":")
      )
      return
    }
    var label = ""
    // Whether a digit stands right behind the label; whether no space does.
    var isSpaced = false
    var isSigned = false
    // Whether "n°" stands before the number.
    var hasSign = false
    let start = scanner.at
    if let word = scanner.abbreviation() ?? scanner.word()?.lowercased, let known = Self.label(word)
    {
      label = known
      if word.count > 1, scanner.byte() == UInt8(ascii: "."), scanner.byte(1) <= 0x20 {
        scanner.at += 1
      }
      isSigned = scanner.at < bounds.upperBound && ASCII.isDigit(bytes[scanner.at])
      isSpaced = !isSigned
      isSigned = isSigned || scanner.byte() != UInt8(ascii: " ")
      hasSign = scanner.skipNumberSign()
    } else {
      scanner.at = start
      hasSign = scanner.skipNumberSign()
      isSigned = hasSign
      if hasSign, let own = scanner.ownLabel() { label = own }
    }
    // "DEL 2023-041" names its kind, "DE-2014/2" and "D 2025-25" do as a part of the number.
    let isPart = isSigned && label.count <= 3 && !label.isEmpty || Self.glued.contains(label)
    let numberStart = isPart ? start : scanner.at
    if let own = scanner.yearNumber(from: numberStart, isSigned: hasSign) {
      self.init(
        form: .year,
        path: own.path,
        label: label,
        printed: own.printed,
        textStart: scanner.textStart(),
        mark: scanner.mark
      )
      return
    }
    // "D10" is a number of an act, "D 10" a road.
    if Self.glued.contains(label), isSpaced {
      label = ""
      scanner.at = start
    }
    if let path = scanner.decimal(isLabelled: !label.isEmpty || isSigned) {
      self.init(
        form: .decimal,
        path: path.values,
        label: label,
        printed: Self.glued.contains(label) ? start..<path.printed.upperBound : path.printed,
        textStart: scanner.textStart(),
        mark: scanner.mark
      )
      return
    }
    scanner.at = start
    if let counted = scanner.counted() {
      self.init(
        form: counted.form,
        path: counted.path,
        label: "",
        printed: counted.printed,
        textStart: scanner.textStart(),
        mark: scanner.mark
      )
      return
    }
    guard let bullet else { return nil }
    self.init(
      form: .bullet,
      path: [],
      label: "",
      printed: start..<start,
      textStart: start,
      mark: bullet
    )
  }

  private init(
    form: Form,
    path: [Int],
    label: String,
    printed: Range<Int>,
    textStart: Int,
    mark: UInt8
  ) {
    self.form = form
    self.path = path
    self.label = label
    self.printed = printed
    self.textStart = textStart
    self.mark = mark
  }
}
