import DeliberationModel
import PageModel

/// What the heads and feet of pages say of a session where its head says nothing: "Conseil municipal du
/// 4 mai 2022 – page 3", "Communauté de communes du Bief" above the number of the page.
struct PageFurniture {
  /// The one day that they name.
  let date: Printed<CalendarDate>?
  /// The authority that they name.
  let authority: Authority?

  /// Looks in the lines of a document that belong to none of its acts, and in those beside the number of
  /// a page.
  init(of document: Document, acts: [ActOutline]) {
    var inside: Set<Int> = []
    for act in acts { inside.formUnion(act.shared + act.act + act.conclusions + act.attached) }
    var lines = Set(document.lines.indices).subtracting(inside)
    for index in document.lines.indices where Self.isPageNumber(index, document) {
      lines.formUnion(max(0, index - 2)..<min(index + 3, document.lines.count))
    }
    let furniture = lines.sorted()
    date = SessionDate.heading(in: furniture, of: document)
    let texts = furniture.map { index -> String in
      let text = document.text(document.lines[index])
      return text.trimmingEnd(Set("0123456789/.-–| "))
    }
    authority = AuthorityName.authority(in: texts, types: [], siren: nil)
  }

  /// Whether a line is the number of a page: "12", "3/14", "Page 2".
  private static func isPageNumber(_ index: Int, _ document: Document) -> Bool {
    let bytes = document.bytes[document.lines[index].range.bounds]
    guard bytes.count <= 12, bytes.contains(where: ASCII.isDigit) else { return false }
    let words = FoldedText(bytes).string.split { !$0.isLetter && !$0.isNumber }
    return (1...4).contains(words.count)
      && words.allSatisfy {
        ["page", "sur", "p"].contains($0) || Int($0).map { $0 < 1000 } ?? false
      }
  }
}
