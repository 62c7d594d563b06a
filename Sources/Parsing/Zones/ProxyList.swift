import DeliberationModel
import PageModel

/// Reads who votes for whom.
///
/// "M. Paul ROUX à Mme Odile MOREL, M. Jean ARNAUD par M. Luc BARTHOLIN".
/// The names between two links are the holder of the first and the giver of the second; names
/// without a link are people who are represented.
struct ProxyList {
  /// The proxies, in printed order.
  private(set) var proxies: [Proxy] = []

  /// Reads the text under a label of proxies.
  init(_ passage: Passage, inCells: Bool, chair: OfficeHolders, of document: Document) {
    var at = Self.start(in: passage)
    var giver: Person?
    while at < passage.bytes.count {
      let list = PersonList(
        passage,
        at..<passage.bytes.count,
        inCells: inCells,
        of: document
      )
      var people = list.people[...]
      if let from = giver {
        proxies.append(Proxy(from: from, to: people.popFirst()))
        giver = nil
      }
      let to = Self.holder(after: list.end, in: passage)
      if to != nil { giver = people.popLast() }
      proxies += people.map { Proxy(from: $0, to: nil) }
      if let to, let office = chair.office(at: to, in: passage), let from = giver {
        // "donne pouvoir à M. le Maire".
        proxies.append(Proxy(from: from, to: office.holder))
        giver = nil
        at = office.end
        continue
      }
      at = to ?? list.end + Self.wordLength(passage, list.end)
    }
    if let giver { proxies.append(Proxy(from: giver, to: nil)) }
  }

  /// "en application de l'article L 2121-20 du Code … :" stands before the names.
  private static func start(in passage: Passage) -> Int {
    let head = FoldedText(passage.bytes.prefix(160))
    guard head.starts(with: "en application") || head.starts(with: "conformement"),
      let colon = head.bytes.firstIndex(of: 0x3A)
    else { return 0 }
    return head.offsets[colon] + 1
  }

  /// The words that may stand between the giver and the last "à" or "par" before the holder.
  ///
  /// "qui a donné pouvoir à", "donne délégation de vote à", "ayant remis son mandat à", "est
  /// représentée par".
  private static let linkWords = WordTable<Void>([
    (
      (),
      [
        "qui", "a", "ont", "est", "sont", "ayant", "donne", "donnent", "remis", "confie", "son",
        "sa",
        "leur", "delegation", "de", "vote", "pouvoir", "procuration", "mandat", "represente",
        "representee", "representes", "e", "par",
      ]
    )
  ])
  private static let arrows: [StaticString] = ["-> ", "=> ", "> "]

  /// The length of the words that lead to the holder, at the head of a folded text.
  private static func linkLength(_ text: FoldedText) -> Int? {
    for arrow in arrows where text.starts(with: arrow) { return arrow.utf8CodeUnitCount }
    let bytes = text.bytes
    var length: Int?
    var at = 0
    while at < bytes.count {
      let word = bytes[at...].prefix(while: ASCII.isLetter)
      guard linkWords.value(of: word) != nil else { break }
      at = word.endIndex
      // "représenté(e) par"
      while at < bytes.count, bytes[at] == 0x28 || bytes[at] == 0x29 { at += 1 }
      let leads = word.elementsEqual("a".utf8) || word.elementsEqual("par".utf8)
      guard at < bytes.count, bytes[at] == 0x20 || bytes[at - 1] == 0x28 else { break }
      if bytes[at] == 0x20 { at += 1 }
      length = leads ? at : nil
    }
    return length
  }

  /// The offset after the words that lead from the giver to the holder.
  static func holder(after end: Int, in passage: Passage) -> Int? {
    let rest = FoldedText(passage.bytes[end...].prefix(60))
    // "Luc ANTOINE à partir de la délibération n° 12" came late.
    if rest.starts(with: "a partir") || rest.starts(with: "a compter") { return nil }
    if let length = linkLength(rest) { return rest.offsets[length] }
    // "→", "➔" and the like.
    if rest.bytes.first == FoldedText.other, rest.bytes.count > 2, rest.bytes[1] == 0x20 {
      return rest.offsets[2]
    }
    return nil
  }

  /// The offset at which the holder's name ends: at the next separator.
  static func itemEnd(after start: Int, in passage: Passage) -> Int {
    let separators: Set<UInt8> = [0x2C, 0x3B, 0x29]
    var at = start
    while at < passage.bytes.count {
      if separators.contains(passage.bytes[at]) { return at }
      // One name a line: "à M. Jacques BOLE" above "Mme Claire OUDOT".
      if at > start + 3, passage.bytes[at] == 0x20, passage.cells.contains(at + 1),
        LineWords.opensWithPerson(FoldedText(passage.bytes[(at + 1)...].prefix(12)))
      {
        return at
      }
      if passage.bytes[at] == 0x2E, at - start > 5, at > 0, passage.bytes[at - 1] != 0x4D {
        return at
      }
      at += 1
    }
    return at
  }

  private static func wordLength(_ passage: Passage, _ start: Int) -> Int {
    var at = start
    while at < passage.bytes.count, passage.bytes[at] != 0x20 { at += 1 }
    return max(1, at - start + 1)
  }
}
