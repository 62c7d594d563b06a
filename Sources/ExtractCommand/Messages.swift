import ArgumentParser
import Foundation
import Glibc

/// What the program says to people, in their language.
///
/// A message is written in English where it arises, as outputs hold it. `Pipelines/messages` has each in
/// both languages under its code, with `{1}` for what differs; one that is not there stays English.
enum Messages {
  private struct Row {
    let code: Substring
    let english: MessagePattern
    let french: Substring
  }

  /// The code, the English and the French of each row.
  private static let table: [[Substring]] = {
    let text = embeddedTexts.first { $0.path == "messages.tsv" }?.text ?? ""
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      return cells.count == 3 ? cells : nil
    }
  }()

  /// The rows of sentences, those first that say most themselves.
  private static let rows = table.filter { $0[0] != "help" }
    .map { Row(code: $0[0], english: MessagePattern($0[1]), french: $0[2]) }
    .sorted { $0.english.length > $1.english.length }

  private static let severities = [
    "error": (french: "erreur", colour: 31), "warning": (french: "avertissement", colour: 33),
    "note": (french: "note", colour: 36),
  ]

  private static func variable(_ name: String) -> String {
    unsafe getenv(name).map { unsafe String(cString: $0) } ?? ""
  }

  /// Whether the locale of messages is a French one.
  private static let isFrench =
    ["LC_ALL", "LC_MESSAGES", "LANG"].map(variable).first { !$0.isEmpty }?.hasPrefix("fr") ?? false

  /// Whether standard error is a terminal that shows colours; see https://no-color.org.
  private static let isColoured =
    isatty(STDERR_FILENO) == 1 && variable("NO_COLOR").isEmpty && variable("TERM") != "dumb"

  /// Reads the variables, which a process that reads a document forgets.
  static func settle() { _ = (isFrench, isColoured) }

  /// A sentence in the language of the user.
  static func local(_ sentence: String, code: Substring? = nil) -> String {
    isFrench ? french(sentence[...], code) ?? sentence : sentence
  }

  /// The French of the lines of help.
  private static let frenchHelp = Dictionary(
    table.filter { $0[0] == "help" }.map { ($0[1], $0[2]) },
    uniquingKeysWith: { first, _ in first }
  )

  /// A text of help, each line of it in the language of the user.
  static func lines(_ text: String) -> String {
    guard isFrench else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { frenchHelp[$0] ?? $0 }.joined(separator: "\n")
  }

  /// Help of an argument in the language of the user.
  static func help(_ text: String, valueName: String? = nil) -> ArgumentHelp {
    ArgumentHelp(lines(text), valueName: valueName.map(lines))
  }

  /// A line such as `act.pdf:3: error: sentence [code]`, or a sentence, in the language of the user.
  static func line(_ line: String) -> String {
    guard isFrench else { return line }
    guard let (head, severity, sentence) = parted(line) else { return local(line) }
    var rest = sentence
    var code: Substring?
    if rest.hasSuffix("]"), let open = rest.range(of: " [", options: .backwards) {
      code = rest[open.upperBound...].dropLast()
      rest = rest[..<open.lowerBound]
    }
    let words = french(rest, code) ?? String(rest)
    let name = severities[String(severity)]?.french ?? String(severity)
    return "\(head): \(name): \(words)" + (code.map { " [\($0)]" } ?? "")
  }

  /// A line whose severity has a colour, where that is wanted.
  static func painted(_ line: String) -> String {
    guard isColoured, let (head, severity, rest) = parted(line) else { return line }
    let colour = severities.first { $0.key == severity || $0.value.french == severity }?.value
      .colour
    return "\(head): \u{1B}[\(colour ?? 0)m\(severity)\u{1B}[0m: \(rest)"
  }

  /// The place, the severity and the rest of a line that has them.
  private static func parted(_ line: String) -> (Substring, Substring, Substring)? {
    let words = severities.flatMap { [$0.key, $0.value.french] }
    let found = words.compactMap { line.range(of: ": \($0): ") }
    guard let range = found.min(by: { $0.lowerBound < $1.lowerBound }) else { return nil }
    return (
      line[..<range.lowerBound], line[range].dropFirst(2).dropLast(2), line[range.upperBound...]
    )
  }

  private static func french(_ sentence: Substring, _ code: Substring?) -> String? {
    func find(_ rows: some Sequence<Row>) -> String? {
      for row in rows {
        guard let holes = row.english.holes(in: sentence) else { continue }
        var text = String(row.french)
        for (place, hole) in holes.enumerated() {
          // Print in quotes is left as it is.
          let words = hole.isQuoted ? nil : french(hole.text, nil)
          text = text.replacingOccurrences(of: "{\(place + 1)}", with: words ?? String(hole.text))
        }
        return text
      }
      return nil
    }
    return find(rows.lazy.filter { $0.code == code }) ?? find(rows)
  }
}

/// A sentence with holes, `the act has no {1} that can be read`.
struct MessagePattern {
  private let pieces: [Substring]
  /// The characters of the sentence itself.
  let length: Int

  init(_ text: Substring) {
    var pieces: [Substring] = []
    var rest = text
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      pieces.append(rest[..<open])
      rest = rest[rest.index(after: close)...]
    }
    self.pieces = pieces + [rest]
    length = self.pieces.reduce(0) { $0 + $1.count }
  }

  /// What stands in the holes of a sentence of this pattern, and whether in quotes.
  func holes(in sentence: Substring) -> [(text: Substring, isQuoted: Bool)]? {
    guard let first = pieces.first, let last = pieces.last, sentence.hasPrefix(first) else {
      return nil
    }
    guard pieces.count > 1 else { return sentence == first ? [] : nil }
    guard sentence.hasSuffix(last), sentence.count >= first.count + last.count else { return nil }
    var holes: [(Substring, Bool)] = []
    var rest = sentence.dropFirst(first.count).dropLast(last.count)
    for (before, piece) in zip(pieces, pieces.dropFirst().dropLast()) {
      guard let range = rest.range(of: piece), !rest[..<range.lowerBound].isEmpty else {
        return nil
      }
      holes.append((rest[..<range.lowerBound], before.hasSuffix("'") || before.hasSuffix("\"")))
      rest = rest[range.upperBound...]
    }
    let isQuoted = pieces.dropLast().last.map { $0.hasSuffix("'") || $0.hasSuffix("\"") } ?? false
    return rest.isEmpty ? nil : holes + [(rest, isQuoted)]
  }
}

/// A wrong command line, said in the language of the user.
func mistake(_ sentence: String) -> ValidationError { ValidationError(Messages.local(sentence)) }
