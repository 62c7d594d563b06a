import DeliberationModel
import PageModel

/// Finds an annex without any head by its title, which the only article that cites it quotes.
///
/// "la thématique 3 « Accès au logement et accompagnement budgétaire » telle que présentée en
/// annexe 2": the line "3. Accès au logement et accompagnement budgétaire" opens annex 2.
struct QuotedTitles {
  let document: Document
  let citations: [AnnexCitation]

  /// The attachments, those that hold a further annex parted at its title.
  func split(_ attachments: [Attachment]) -> [Attachment] {
    var result: [Attachment] = []
    for (index, attachment) in attachments.enumerated() {
      result.append(attachment)
      guard attachment.kind == .annex, let number = attachment.number else { continue }
      let next = attachments[(index + 1)...].lazy.compactMap(\.number).first ?? Int.max
      for missing in Set(citations.map(\.number)).sorted()
      where missing > number && missing < next {
        guard let last = result.last, let title = title(of: missing),
          let place = place(of: title, in: last.lines)
        else { continue }
        result[result.count - 1].lines = Array(last.lines[..<place])
        result.append(annex(missing, from: last, at: place))
        if let pages = last.pages, place > 0 {
          let end = Int(document.lines[last.lines[place - 1]].page)
          result[result.count - 2].pages = pages.lowerBound...max(pages.lowerBound, end)
        }
      }
    }
    return result
  }

  private func annex(_ number: Int, from whole: Attachment, at place: Int) -> Attachment {
    let lines = Array(whole.lines[place...])
    let location = document.location(of: document.lines[lines[0]])
    var annex = Attachment(
      kind: .annex,
      number: number,
      numberIsPrinted: false,
      lines: lines,
      source: location
    )
    annex.title = Printed(document.text(document.lines[lines[0]]), source: location)
    if let pages = whole.pages {
      let first = Int(document.lines[lines[0]].page)
      annex.pages = first...max(first, pages.upperBound)
    }
    return annex
  }

  private func title(of number: Int) -> [UInt8]? {
    let citing = citations.filter { citation in citation.number == number }
    return citing.count == 1 ? citing[0].quotedTitle : nil
  }

  /// The place of the line that is the title, a number before it aside; a title near the head of
  /// the attachment is its own.
  private func place(of title: [UInt8], in lines: [Int]) -> Int? {
    let needle = title.prefix(40)
    for place in lines.indices.dropFirst(8) where document.lines[lines[place]].opensParagraph {
      let bytes = document.bytes[document.lines[lines[place]].range.bounds]
      guard bytes.count >= needle.count, bytes.count <= title.count * 2 + 8 else { continue }
      let folded = FoldedText(bytes).bytes.drop { byte in !ASCII.isLetter(byte) }
      if folded.starts(with: needle) { return place }
    }
    return nil
  }
}
