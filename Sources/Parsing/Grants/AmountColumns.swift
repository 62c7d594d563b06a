import DeliberationModel
import PageModel

/// Chooses among several columns of sums the one that an assembly voted.
///
/// "2023 perçues | 2024 demandées | proposées | votées": the voted one counts, then the proposed, then
/// that of the latest year; what was asked or received never does.
enum AmountColumns {
  /// The place of the title of the column that counts; nothing where two could.
  static func best(_ titles: [String]) -> Int? {
    let ranks = titles.map(rank)
    guard let most = ranks.max(), most > 0 else { return titles.count == 1 ? 0 : nil }
    let places = ranks.indices.filter { ranks[$0] == most }
    return places.count == 1 ? places[0] : nil
  }

  /// How much a title says that its sums are those that are granted; nothing where they are not.
  private static func rank(_ title: String) -> Int {
    let folded = FoldedText(title)
    let voted: [StaticString] = [
      "vote", "accorde", "attribue", "alloue", "octroye", "decide", "retenu", "decision",
    ]
    if voted.contains(where: { folded.contains($0) }) { return 9000 }
    let others: [StaticString] = [
      "demand", "sollicit", "recu", "percu", "verse", "realise", "budget", "solde", "ecart", "n-1",
      "precedent", "rappel", "travaux", "depense", "cout",
    ]
    if others.contains(where: { folded.contains($0) }) { return 0 }
    if folded.contains("propos") { return 8000 }
    let year = folded.string.split { !$0.isNumber }.compactMap { Int($0) }
      .filter { (1990...2100).contains($0) }.max()
    return year ?? 1
  }
}
