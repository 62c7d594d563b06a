import DeliberationModel
import PageModel

/// Sets the comma again that recognition lost in a column where every sum prints its cents.
///
/// "1200000€" among "5 600,00 €" and "9282,60 €" is 12 000.00: no figure is parted from another, so
/// the comma is lost as the space is. The form of the column is a reason and no proof: the row stays
/// in doubt until a sum proves it.
struct LostCommas {
  /// The rule that repairs name.
  private static let rule = "grants.amount-form"
  /// How sure the form of a column is, in hundredths.
  private static let confidence = 90
  /// The fewest figures of a sum that may have lost its comma: of "2500€" a reader cannot tell.
  private static let fewestFigures = 5

  /// Mends the sums of an act whose text was recognised.
  func mend(_ act: inout Deliberation) {
    let rows = act.grants.indices.filter { act.grants[$0].statedIn == .table }
    let subjects =
      rows.map { Subject.grantAmount($0) } + act.totals.indices.map { .totalAmount($0) }
    let prints = subjects.compactMap { $0.raw(in: act) }
    let withCents = prints.count { Self.printsCents($0) }
    guard withCents * 5 >= prints.count * 4 else { return }
    for subject in subjects {
      guard let raw = subject.raw(in: act), Self.hasLostComma(raw),
        let read = subject.value(in: act), read.isMultiple(of: 100)
      else { continue }
      subject.set(read / 100, in: &act)
      act.repairs.append(
        Repair(
          path: subject.pointer,
          raw: raw,
          value: subject.checked(read / 100),
          rule: Self.rule,
          confidence: Self.confidence
        )
      )
      switch subject {
      case .grantAmount(let index): act.grants[index].doubts.insert(.amount)
      case .totalAmount(let index): act.totals[index].needsReview = true
      default: break
      }
    }
  }

  /// Whether a mark and two figures end the number: "5 600,00 €".
  private static func printsCents(_ raw: String) -> Bool {
    let bytes = number(raw)
    guard bytes.count > 3 else { return false }
    let mark = bytes[bytes.endIndex - 3]
    return (mark == 0x2C || mark == 0x2E) && bytes.suffix(2).allSatisfy(ASCII.isDigit)
  }

  private static func hasLostComma(_ raw: String) -> Bool {
    let bytes = number(raw)
    return bytes.count >= fewestFigures && bytes.allSatisfy(ASCII.isDigit)
  }

  /// The print up to its last figure.
  private static func number(_ raw: String) -> ArraySlice<UInt8> {
    let bytes = Array(raw.utf8)
    guard let last = bytes.lastIndex(where: ASCII.isDigit) else { return [] }
    return bytes[...last]
  }
}
