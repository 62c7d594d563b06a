/// How good the text layer of a page is.
public enum PageTextQuality: String, Hashable, Sendable {
  /// The text layer can be read as it is.
  case good
  /// The page shows something and has no text.
  case missing
  /// A few words (a stamp, a running head, signatures) lie over the image of the page.
  case stamp
  /// The text layer lies over the image of the page, and its characters are those of French: its
  /// words tell how good it is.
  case overlaid
  /// The text layer is that of a poor recognition.
  case poor
  /// The characters of the fonts have no meaning that the file tells.
  case unmapped

  /// A text of fewer letters may be a stamp.
  public static let fewestLetters = 400
  /// A page covered to this share by images is a scan.
  public static let scanCoverage: Float = 0.6
  /// French prose of this many letters has at least one è, à or ê.
  static let lettersOfProse = 500
  /// In French prose one letter in this many at least is è, à or ê.
  static let lettersPerAccent = 400

  /// What the characters of a page's lines are.
  public struct Census: Hashable, Sendable {
    /// Letters of any kind.
    public private(set) var letters = 0
    /// Small letters without accents: those of prose, not of tables of names and numbers.
    public private(set) var smallLetters = 0
    /// The accents that recognition without French data never sees: è, à, ê.
    public private(set) var rareAccents = 0
    /// Private-use characters and replacement characters.
    public private(set) var unmapped = 0
    /// Lines of three columns or more: those of a table.
    public private(set) var tableLines = 0

    /// Counts the characters of some lines.
    public init(_ lines: Range<Int>, of document: Document) {
      for line in document.lines[lines] {
        let bytes = document.bytes[line.range.bounds]
        var lead: UInt8 = 0
        var gaps = 0
        for (place, byte) in zip(bytes.indices, bytes) {
          switch byte {
          case 0x61...0x7A:
            letters += 1
            smallLetters += 1
          case 0x41...0x5A: letters += 1
          case 0x80...0xBF:
            if lead == 0xC3 {
              letters += 1
              if byte == 0xA8 || byte == 0xA0 || byte == 0xAA { rareAccents += 1 }
            }
            lead = 0
          case 0x09: gaps += 1
          case 0xEE: unmapped += 1
          case 0xEF:
            // U+F000 to U+F8FF are private, U+FFFD stands for what is unknown.
            let next = place + 1 < bytes.endIndex ? bytes[place + 1] : 0
            if next < 0xA4 { unmapped += 1 }
            if next == 0xBF, place + 2 < bytes.endIndex, bytes[place + 2] == 0xBD { unmapped += 1 }
          default: lead = byte
          }
        }
        if gaps > 1 { tableLines += 1 }
      }
    }

    /// Whether a text is too short to be that of a whole page.
    public var isSparse: Bool { letters < PageTextQuality.fewestLetters }

    /// Whether the text is prose and lacks the accents of French.
    public var lacksAccents: Bool {
      smallLetters >= PageTextQuality.lettersOfProse
        && rareAccents * PageTextQuality.lettersPerAccent < smallLetters
    }

    /// Whether some lines may be those of a table.
    ///
    /// Prose has no gaps as wide as those between columns; signatures and letter heads have one.
    public var holdsTable: Bool { tableLines >= 3 }

    /// Whether many characters have no meaning.
    public var isUnmapped: Bool { unmapped > 20 && unmapped * 5 > letters + unmapped }
  }

  /// Judges a text layer by its characters and by the share of the page that images cover.
  ///
  /// A born-digital page is never poor: what is typeset was typed, in whatever language. A page may
  /// draw its letters as shapes, or with fonts whose characters have no meaning.
  public init(_ census: Census, imageCoverage: Float, drawsLetters: Bool = false) {
    let isScan = imageCoverage >= Self.scanCoverage
    if census.isUnmapped {
      self = .unmapped
    } else if census.letters < 5, imageCoverage > 0.1 || drawsLetters {
      self = .missing
    } else if isScan, census.isSparse {
      self = .stamp
    } else if isScan, census.lacksAccents || census.holdsTable {
      // Recognition that does not look for rulings first mixes the cells of a table.
      self = .poor
    } else {
      self = isScan ? .overlaid : .good
    }
  }
}
