import DeliberationModel
import PageModel

/// Finds annexes whose heads are lost by the series they go on.
///
/// "Annexe 2" opens with "Thématique 1" and "Propositions 2024"; a page that opens with "Thématique
/// 2" and says "Propositions 2024" too is the next annex.
struct SeriesHeads {
  private let document: Document

  init(_ document: Document) {
    self.document = document
  }

  private struct Member {
    /// The word that is counted, folded.
    var word: [UInt8]
    /// Its first byte as printed.
    var first: UInt8
    var number: Int
    /// The lines around it without their digits.
    var company: Set<[UInt8]>
  }

  /// The attachments, those that hold further members of a series parted there.
  func split(_ attachments: [Attachment]) -> [Attachment] {
    var result: [Attachment] = []
    for (index, attachment) in attachments.enumerated() {
      let next = attachments[(index + 1)...].lazy.compactMap(\.number).first ?? Int.max
      var rest = attachment
      while let number = rest.number, number + 1 < next, rest.kind == .annex,
        let member = member(in: rest.lines),
        let place = place(after: member, in: rest.lines)
      {
        var following = Attachment(
          kind: .annex,
          number: number + 1,
          numberIsPrinted: false,
          lines: Array(rest.lines[place...]),
          source: document.location(of: document.lines[rest.lines[place]])
        )
        following.title = AttachmentTitle(document).paragraph(from: rest.lines[place], except: [])
        if let pages = rest.pages {
          let page = Int(document.lines[rest.lines[place]].page)
          following.pages = page...max(page, pages.upperBound)
          let last = Int(document.lines[rest.lines[place - 1]].page)
          rest.pages = pages.lowerBound...max(pages.lowerBound, last)
        }
        rest.lines = Array(rest.lines[..<place])
        result.append(rest)
        rest = following
      }
      result.append(rest)
    }
    return result
  }

  /// The member of a series that an annex opens with.
  private func member(in lines: [Int]) -> Member? {
    for (place, line) in lines.prefix(5).enumerated() {
      let bytes = document.bytes[document.lines[line].range.bounds]
      let folded = FoldedText(bytes)
      let word = Array(folded.bytes.prefix(while: ASCII.isLetter))
      guard word.count >= 4, word != Array("annexe".utf8) else { continue }
      guard let number = HeadLine.number(in: folded.bytes, from: word.count) else { continue }
      return Member(
        word: word,
        first: HeadLine.firstByte(bytes),
        number: number.value,
        company: company(lines[(place + 1)...].prefix(Self.reach))
      )
    }
    return nil
  }

  private static let reach = 6

  private func company(_ lines: ArraySlice<Int>) -> Set<[UInt8]> {
    var masked: Set<[UInt8]> = []
    for line in lines {
      let folded = FoldedText(document.bytes[document.lines[line].range.bounds])
      let letters = folded.bytes.filter(ASCII.isLetter)
      if letters.count >= 5, folded.bytes.contains(where: ASCII.isDigit) { masked.insert(letters) }
    }
    return masked
  }

  /// The place in some lines of the head that goes on a series.
  private func place(after member: Member, in lines: [Int]) -> Int? {
    for place in lines.indices.dropFirst(3) {
      let line = document.lines[lines[place]]
      let bytes = document.bytes[line.range.bounds]
      guard bytes.count <= 80, HeadLine.firstByte(bytes) == member.first else { continue }
      let folded = FoldedText(bytes)
      guard folded.bytes.starts(with: member.word) else { continue }
      guard let number = HeadLine.number(in: folded.bytes, from: member.word.count),
        number.value == member.number + 1
      else { continue }
      let near = company(lines[(place + 1)...].prefix(Self.reach))
      if !near.isDisjoint(with: member.company) { return place }
    }
    return nil
  }
}
