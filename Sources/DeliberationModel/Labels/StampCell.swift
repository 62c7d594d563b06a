public import PageModel

/// Recognises what the transmission systems stamp on an act, beside or over its own text.
///
/// "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS<tab>Reçu en préfecture le 14/03/2024": the stamp is the
/// cell behind the tab, and the heading stands before it.
public enum StampCell {
  private static let phrases: [StaticString] = [
    "envoye en prefecture", "recu en prefecture", "envoi prefecture", "envoi en prefecture",
    "reception en prefecture", "accuse de reception", "acte certifie executoire",
    "date de teletransmission", "date de reception", "date de transmission",
    "transmis en prefecture",
    "transmis au controle de legalite", "publie le", "publiee le", "affiche le", "mis en ligne le",
    "certifie executoire", "id :", "id:", "ar prefecture", "berger levrault",
  ]

  /// Whether a folded text begins with the words of a stamp.
  public static func opens(_ folded: FoldedText, from start: Int = 0) -> Bool {
    var at = start
    while at < folded.bytes.count, ASCII.isSpace(folded.bytes[at]) { at += 1 }
    return phrases.contains { phrase in
      phrase.withUTF8Buffer { letters in
        guard folded.bytes.count - at >= letters.count else { return false }
        for index in 0..<letters.count
        where folded.bytes[at + index] != (unsafe letters[index]) { return false }
        return true
      }
    }
  }

  /// The bytes of a line that a stamp prints: the whole line, or the cells at its end.
  public static func stamp(_ bounds: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
    if isStamp(bytes[bounds]) { return bounds }
    var at = bounds.lowerBound
    while let gap = gap(in: bytes, from: at, to: bounds.upperBound) {
      if isStamp(bytes[gap.upperBound..<bounds.upperBound]) {
        return gap.upperBound..<bounds.upperBound
      }
      at = gap.upperBound
    }
    return overprint(bounds, in: bytes)
  }

  /// The end of a line that recognition joined to the stamp over it: "Le maire expose les motifs ID :
  /// 034-…-DE", "… autorise le maire à Publié le".
  private static func overprint(_ bounds: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
    let line = bytes[bounds]
    for label in labels where line.count > label.utf8CodeUnitCount {
      let start = line.endIndex - label.utf8CodeUnitCount
      let isEnd = label.withUTF8Buffer { letters in
        (0..<letters.count).allSatisfy { (unsafe letters[$0]) == line[start + $0] }
      }
      if isEnd, ASCII.isSpace(line[start - 1]) { return start..<bounds.upperBound }
    }
    guard let gap = line.lastIndex(where: ASCII.isSpace),
      line.endIndex - gap > TransmissionID.leastLength,
      TransmissionID.find(in: line[(gap + 1)...]) != nil
    else { return nil }
    // The label before the number, and the marks that recognition makes of its colon.
    var start = gap
    while start > line.startIndex, !ASCII.isLetter(line[start - 1] | 0x20), gap - start < 5 {
      start -= 1
    }
    guard start - 2 > line.startIndex, line[start - 1] | 0x20 == UInt8(ascii: "d"),
      line[start - 2] | 0x20 == UInt8(ascii: "i"), ASCII.isSpace(line[start - 3])
    else { return gap + 1..<bounds.upperBound }
    return start - 2..<bounds.upperBound
  }

  /// What stands before the date of a stamp, as the stamp prints it.
  private static let labels: [StaticString] = [
    "Publi\u{E9} le", "Affich\u{E9} le", "en pr\u{E9}fecture le",
  ]

  /// The bytes of a line before the cells of a stamp; all of them where the line has no stamp, or is
  /// nothing else.
  public static func withoutStamp(_ bounds: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    guard let stamp = stamp(bounds, in: bytes), stamp.lowerBound > bounds.lowerBound else {
      return bounds
    }
    var end = stamp.lowerBound
    while end > bounds.lowerBound, ASCII.isSpace(bytes[end - 1]) { end -= 1 }
    return bounds.lowerBound..<end
  }

  private static func isStamp(_ cell: ArraySlice<UInt8>) -> Bool {
    if mayOpen(cell), opens(FoldedText(cell.prefix(60))) { return true }
    let word = cell.prefix { !ASCII.isSpace($0) }
    return word.count >= TransmissionID.leastLength && TransmissionID.find(in: word) != nil
  }

  /// A cheap test before folding: whether a phrase begins with the first two letters of a cell, and
  /// with the first four where the cell has four in a row; an accent is left aside.
  private static func mayOpen(_ cell: ArraySlice<UInt8>) -> Bool {
    guard let place = cell.firstIndex(where: { !ASCII.isSpace($0) }) else { return false }
    let first = cell[place] | 0x20
    guard ASCII.isLetter(first), place + 1 < cell.endIndex else { return false }
    let followers = openings[Int(first - 0x61)]
    let second = cell[place + 1] | 0x20
    guard ASCII.isLetter(second) else { return followers != 0 }
    guard followers & (1 << UInt32(second - 0x61)) != 0 else { return false }
    guard place + 3 < cell.endIndex, ASCII.isLetter(cell[place + 2] | 0x20),
      ASCII.isLetter(cell[place + 3] | 0x20)
    else { return true }
    return heads.contains(head(first, second, cell[place + 2] | 0x20, cell[place + 3] | 0x20))
  }

  private static func head(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) -> UInt32 {
    UInt32(a) << 24 | UInt32(b) << 16 | UInt32(c) << 8 | UInt32(d)
  }

  /// The first four letters of the phrases; "id :" and "ar prefecture" have no four in a row.
  private static let heads = phrases.compactMap { phrase -> UInt32? in
    let letters = Array(phrase.description.utf8.prefix(4))
    guard letters.allSatisfy(ASCII.isLetter) else { return nil }
    return head(letters[0], letters[1], letters[2], letters[3])
  }

  /// For each first letter, one bit for each letter that a phrase has behind it.
  private static let openings = phrases.reduce(into: [UInt32](repeating: 0, count: 26)) {
    openings,
    phrase in
    let letters = Array(phrase.description.utf8)
    openings[Int(letters[0] - 0x61)] |= 1 << UInt32(letters[1] - 0x61)
  }

  /// The next white space that parts two cells: a tab, or three spaces.
  private static func gap(in bytes: [UInt8], from start: Int, to end: Int) -> Range<Int>? {
    var at = start
    while at < end {
      guard ASCII.isSpace(bytes[at]) else {
        at += 1
        continue
      }
      var next = at
      var isTab = false
      while next < end, ASCII.isSpace(bytes[next]) {
        if bytes[next] == 0x09 { isTab = true }
        next += 1
      }
      if isTab || next - at >= 3 { return at..<next }
      at = next
    }
    return nil
  }
}
