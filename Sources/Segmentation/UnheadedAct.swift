import DeliberationModel
import PageModel

/// Tells a document that is an act without a heading ("Extrait du registre …") from all that only
/// speaks of one.
///
/// An act says when and under whom the assembly sat, who attended, what the act's number or object
/// is, and below that what the assembly decided. A convocation has no attendance, an order has no
/// session, an article of the press has no number.
struct UnheadedAct {
  private let document: Document
  private let labels: LabelMatcher

  init(_ document: Document, labels: LabelMatcher) {
    self.document = document
    self.labels = labels
  }

  /// How many lines at the head of a document are searched for the session and the attendance.
  private static let reach = 60

  /// Whether the lines are one act.
  func isAct(_ lines: [Int]) -> Bool {
    guard let attendance = attendance(in: lines) else { return false }
    return isNumbered(lines.prefix(Self.reach)) && decides(lines[attendance...])
  }

  /// The place of the first list of those who attended, where a session stands above or beside it;
  /// nothing where the head of the lines has none.
  func attendance(in lines: [Int]) -> Int? {
    var hasSession = false
    var found: Int?
    for (place, line) in lines.prefix(Self.reach).enumerated() {
      let folded = folded(line)
      if Self.opensOther(folded) { return nil }
      if opensSession(folded) { hasSession = true }
      if found == nil, opensAttendance(folded) { found = place }
    }
    return hasSession ? found : nil
  }

  private func folded(_ line: Int) -> FoldedText {
    let bounds = StampCell.withoutStamp(document.lines[line].range.bounds, in: document.bytes)
    return FoldedText(document.bytes[bounds])
  }

  /// Titles of what is no act of an assembly.
  private static func opensOther(_ folded: FoldedText) -> Bool {
    let words: [StaticString] = ["arrete", "convocation du", "convocation au", "decision du maire"]
    return folded.bytes.count <= 80 && words.contains { folded.starts(with: $0) }
  }

  private func opensSession(_ folded: FoldedText) -> Bool {
    if folded.contains("s'est reuni") || folded.contains("sous la presidence d") { return true }
    return labels.match(folded, among: LabelSet([.sessionDate])) != nil
      && DateScanner.first(in: folded) != nil
  }

  private static let attendance = LabelSet([.present, .excused, .absent, .proxies])

  /// "Présents : Mme …"; "Présents dans le public, …" is prose.
  private func opensAttendance(_ folded: FoldedText) -> Bool {
    guard let match = labels.match(folded, among: Self.attendance) else { return false }
    let next = folded.bytes[match.end...].first { !ASCII.isSpace($0) }
    return next == 0x3A || next == 0x28 || next == nil
  }

  private func isNumbered(_ lines: ArraySlice<Int>) -> Bool {
    lines.contains { line in
      let folded = folded(line)
      // "Délibération 2020-03".
      if folded.starts(with: "deliberation "), folded.bytes.count <= 40,
        folded.bytes.count > 13, ASCII.isDigit(folded.bytes[13])
      {
        return true
      }
      guard let match = labels.match(folded, among: LabelSet([.number, .title])) else {
        return false
      }
      let rest = folded.bytes[match.end...].drop { ASCII.isSpace($0) || $0 == 0x3A }
      if match.label == .title { return folded.bytes[match.end...].contains(0x3A) }
      return rest.prefix(12).contains(where: ASCII.isDigit)
    }
  }

  private static let deciding = LabelSet([.decides, .operative, .article, .adopted, .noted])

  private func decides(_ lines: ArraySlice<Int>) -> Bool {
    var hasDeliberated = false
    for line in lines {
      let folded = folded(line)
      if folded.contains("en avoir delibere") || folded.contains(", prend acte") {
        hasDeliberated = true
      }
      let decides =
        labels.match(folded, among: Self.deciding) != nil || folded.contains("prend acte")
        || folded.contains("unanimite")
        || folded.contains(" decide")
      if hasDeliberated, decides { return true }
    }
    return false
  }
}
