import DeliberationModel
import PageModel

/// An annex as an article cites it.
struct AnnexCitation {
  /// The number of the annex.
  var number: Int
  /// Whether a draft is cited: "les termes du projet joint en annexe 7".
  var isOfDraft: Bool
  /// The title in quotes before the citation, folded: "« Accès au logement » … en annexe 2".
  var quotedTitle: [UInt8]?

  /// The citations of all articles, in order.
  static func all(in articles: [Article]) -> [AnnexCitation] {
    articles.filter { article in !article.annexes.isEmpty }.flatMap { article in
      let folded = FoldedText(article.text.value)
      return NumberList.lists(after: "annexe", in: folded).flatMap { list in
        let before = folded.bytes[..<list.place]
        return list.numbers.map { number in
          AnnexCitation(
            number: number,
            isOfDraft: speaksOfDraft(before.suffix(60)),
            quotedTitle: quotedTitle(before)
          )
        }
      }
    }
  }

  private static let draftWords = ["projet", "modele", "termes", "avenant", "convention type"]
    .map { word in Array(word.utf8) }

  private static func speaksOfDraft(_ before: ArraySlice<UInt8>) -> Bool {
    before.indices.contains { at in
      draftWords.contains { word in before[at] == word[0] && before[at...].starts(with: word) }
    }
  }

  /// The last text in quotes; both quotes are folded to `"`.
  private static func quotedTitle(_ before: ArraySlice<UInt8>) -> [UInt8]? {
    guard let close = before.lastIndex(of: 0x22) else { return nil }
    guard let open = before[..<close].lastIndex(of: 0x22) else { return nil }
    var title = before[(open + 1)..<close].drop(while: ASCII.isSpace)
    while let last = title.last, ASCII.isSpace(last) { title.removeLast() }
    return title.count >= 12 ? Array(title) : nil
  }
}
