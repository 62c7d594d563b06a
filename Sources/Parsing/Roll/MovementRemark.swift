import DeliberationModel
import PageModel

extension Movement {
  /// Reads a remark beside a name: "(à partir de la délibération n° 2023-042)", "arrivée à la
  /// question 5", "jusqu'au point n° 7", "départ à 20 h 15"; nothing where it says no such thing.
  init?(of person: Person, _ remark: FoldedText) {
    let arrivals: [StaticString] = ["a partir", "a compter", "arriv", "retard"]
    let departures: [StaticString] = ["jusqu", "depart", "part a", "quitt", "parti"]
    let isArrival = arrivals.contains { remark.contains($0) }
    let isDeparture = departures.contains { word in
      // "à partir de" is no "parti".
      word.description != "parti" || !isArrival ? remark.contains(word) : false
    }
    guard isArrival != isDeparture else { return nil }
    self.init(
      person: person,
      isArrival: isArrival,
      act: Self.number(in: remark),
      isAfterAct: remark.contains("jusqu") || remark.contains("apres")
    )
  }

  /// The number behind a word for an act.
  private static func number(in remark: FoldedText) -> String? {
    let words: [StaticString] = [
      "deliberation", "question", "point", "affaire", "dossier", "rapport", "sujet",
    ]
    guard let place = words.lazy.compactMap({ remark.firstIndex(of: $0) }).min(),
      let start = remark.bytes[place...].firstIndex(where: ASCII.isDigit)
    else { return nil }
    let marks: Set<UInt8> = [0x2D, 0x2F, 0x5F, 0x2E]
    var end = start
    while end < remark.bytes.count {
      let next = end + 1 < remark.bytes.count ? remark.bytes[end + 1] : 0
      guard
        ASCII.isDigit(remark.bytes[end])
          || (marks.contains(remark.bytes[end])
            && ASCII.isDigit(next))
      else { break }
      end += 1
    }
    return String(decoding: remark.bytes[start..<end], as: UTF8.self)
  }
}
