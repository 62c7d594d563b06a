import DeliberationModel
import PageModel

/// Gives the annexes behind the last act of a session to the acts that they belong to.
///
/// "Annexe 2 au rapport 2023/220 – Contrats" prints the number of its act; "… attribue les aides qui
/// figurent en annexe 2" is the one act that names the annex. Any other stays where it stands.
struct AnnexesOfActs {
  private let document: Document

  init(_ document: Document) { self.document = document }

  /// Moves the lines of annexes in the last act, or in lines below the close of the session.
  func give(_ closing: [Int], to acts: inout [ActOutline]) {
    guard acts.count > 1, let last = acts.indices.last else { return }
    let zone = acts[last].act + closing
    let heads = zone.indices.filter { $0 > 0 && isHead(zone[$0]) }
    guard let first = heads.first else { return }
    let bodies = acts.indices.map { act in
      text(act == last ? Array(zone[..<min(first, acts[last].act.count)]) : acts[act].act)
    }
    for (start, end) in zip(heads, heads.dropFirst() + [zone.count]) {
      guard let act = owner(of: folded(zone[start]), acts, bodies), act != last else { continue }
      let lines = Set(zone[start..<end])
      acts[last].act.removeAll(where: lines.contains)
      acts[act].act += zone[start..<end]
    }
  }

  private static let longest = 160

  private func isHead(_ line: Int) -> Bool {
    document.lines[line].opensParagraph
      && document.lines[line].range.bounds.count <= Self.longest
      && folded(line).hasPrefix("annexe ")
  }

  /// The one act whose number a head prints, or that names the annex by its own number.
  private func owner(of head: String, _ acts: [ActOutline], _ bodies: [String]) -> Int? {
    let numbered = acts.indices.filter { act in
      guard let number = acts[act].item?.number.map({ FoldedText($0).string }), number.count > 3
      else { return false }
      return head.contains(number)
    }
    if !numbered.isEmpty { return numbered.count == 1 ? numbered[0] : nil }
    let words = head.split { !$0.isLetter && !$0.isNumber }.prefix(3).filter { $0 != "n" }
    guard words.count > 1, words[1].contains(where: \.isNumber) else { return nil }
    let name = words[0] + " " + words[1]
    let naming = bodies.indices.filter { act in
      bodies[act].ranges(of: name).contains { found in
        let next = bodies[act][found.upperBound...].first
        return !(next?.isNumber ?? false)
      }
    }
    return naming.count == 1 ? naming[0] : nil
  }

  private func folded(_ line: Int) -> String {
    FoldedText(document.bytes[document.lines[line].range.bounds]).string
  }

  private func text(_ lines: [Int]) -> String { lines.map(folded).joined(separator: " ") }
}
