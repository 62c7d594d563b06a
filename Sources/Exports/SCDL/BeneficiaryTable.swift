import Foundation
import Lexing
import PageModel

/// Whom an authority pays, with the numbers that registers give them: what proves a beneficiary's name
/// beside the print of one act.
struct BeneficiaryTable {
  /// A beneficiary.
  struct Entry {
    /// The name as the authority spells it.
    var name: String
    var siret: String
    var rna: String
  }

  private var byKey: [String: Entry] = [:]

  /// Names nobody.
  init() {}

  /// Reads a table whose columns are a tab apart; a failure names `line` of the file that names it.
  init(file path: String, line: Int?) throws {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw AuthorityDefaults.Failure(
        line: line,
        message: "the table of beneficiaries '\(path)' cannot be read"
      )
    }
    let rows = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard rows.first == ["name", "siret", "rna"] else {
      throw AuthorityDefaults.Failure(
        line: line,
        message: "the head of '\(path)' is not name, siret, rna, a tab apart"
      )
    }
    for row in rows.dropFirst() where row.count > 1 {
      byKey[FoldedText(row[0]).key] = Entry(
        name: row[0],
        siret: row[1],
        rna: row.count > 2 ? row[2] : ""
      )
    }
  }

  /// The beneficiary that a print names.
  ///
  /// Where recognition may have read it, the one name that it can be a misreading of will do: "31D" is
  /// 3ID, "CCAS de Dainvile" is CCAS de Dainville. A name of an exact text is itself or another.
  func entry(for printed: String, isExact: Bool) -> Entry? {
    let key = FoldedText(printed).key
    if isExact || byKey[key] != nil { return byKey[key] }
    let letters = Array(key.utf8)
    guard letters.count >= Self.fewest else { return nil }
    let bound = letters.count < 6 ? 1 : letters.count < 24 ? 2 : 4
    let near = byKey.filter { known, _ in
      EditDistance.between(letters, Array(known.utf8), atMost: bound, whole: 2, cost: Self.cost)
        <= bound
    }
    return near.count == 1 ? near.first?.value : nil
  }

  /// The fewest letters of a name that may be mended.
  private static let fewest = 3

  /// Half letters; letters that recognition never takes for each other make another name.
  private static func cost(_ one: UInt8, _ other: UInt8) -> Int {
    one != other && Confusions.weight(one, other) == .never
      ? 5 : Confusions.halfLetters(one, other)
  }
}
