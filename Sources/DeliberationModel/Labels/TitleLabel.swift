public import PageModel

/// What makes the label of a title of words that no colon follows.
public enum TitleLabel {
  /// The index at which the title begins behind the label's words.
  ///
  /// It stands behind a dash ("OBJET – Vente d'une parcelle") or behind a gap that parts two cells
  /// ("OBJET    Vente d'une parcelle"), or on the next line; nothing where prose goes on ("L'objet du litige").
  public static func titleStart(in folded: FoldedText, after end: Int) -> Int? {
    let bytes = folded.bytes
    guard let next = bytes[end...].firstIndex(where: { !ASCII.isSpace($0) }) else {
      return bytes.count
    }
    if bytes[end...].starts(with: " - ".utf8) {
      return bytes[(next + 1)...].firstIndex { !ASCII.isSpace($0) }
    }
    return next > end && folded.offsets[next] - folded.offsets[end] > 1 ? next : nil
  }
}
