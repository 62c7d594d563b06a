import DeliberationModel
import PageModel

/// Tells what a document is by what was found in it.
struct KindFinder {
  let document: Document
  let lines: [FoldedLine]
  let speech: Speech

  /// Says it of a structure whose acts are found.
  func tell(_ structure: inout DocumentStructure, sessionCount: Int) {
    structure.decides = speech.statements.contains { statement in
      statement.kind == .formula || statement.strength > 2 && statement.kind == .adopt
    }
    switch structure.acts.count {
    case 0: structure.kind = isAnnex ? .annex : .other
    case 1: structure.kind = structure.acts[0].item == nil ? .act : .minutes
    default:
      structure.kind = structure.isList ? .list : sessionCount > 1 ? .collection : .minutes
    }
    if structure.kind == .other { structure.seems = seems }
  }

  /// Whether the document is an annex of an act that is elsewhere: it decides nothing, and half of its
  /// lines are rows of a table, or it says so at its head.
  private var isAnnex: Bool {
    guard !lines.isEmpty, !speech.statements.contains(where: { $0.strength > 2 }) else {
      return false
    }
    let isTitled = lines.prefix(12).contains { $0.bytes.starts(with: "annexe".utf8) }
    let rows = lines.count { line in
      document.bytes[document.lines[line.line].range.bounds].count { $0 == 0x09 } > 1
    }
    return rows * 2 > lines.count || isTitled && rows * 5 > lines.count
  }

  private var seems: String {
    func has(_ kind: CueKind, _ least: Int) -> Bool { (speech.cues[kind] ?? []).count >= least }
    if lines.isEmpty { return "a document without text" }
    if !isFrench { return "a text in another language than French" }
    if has(.order, 1) { return "an order, a decision of one person or a summons" }
    if has(.contract, 2) { return "a convention" }
    if has(.session, 1) || has(.roll, 1) { return "a document of a session without decisions" }
    return "a text in which no assembly decides"
  }

  /// Words that every French text uses, at least one in fifteen of all.
  private static let common: Set<String> = [
    "le", "la", "les", "de", "des", "du", "et", "en", "un", "une", "est", "pour", "dans", "par",
    "sur",
    "au", "aux", "que", "qui",
  ]

  private var isFrench: Bool {
    var words = 0
    var common = 0
    for line in lines.prefix(400) {
      for word in line.bytes.split(whereSeparator: { !ASCII.isLetter($0) }) {
        words += 1
        if word.count <= 4, Self.common.contains(String(decoding: word, as: UTF8.self)) {
          common += 1
        }
      }
    }
    return words < 40 || common * 15 >= words
  }
}
