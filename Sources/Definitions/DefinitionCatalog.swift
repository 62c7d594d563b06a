import DefinitionText
public import DeliberationModel
import Foundation
public import PageModel

/// The definitions that are built into the program, and those that a user brings.
///
/// They come from the files under Pipelines/, by their names without the suffix; `default` fits any
/// French local authority, and every other definition adds to it.
public struct DefinitionCatalog: Sendable {
  private let base: Definition
  private let texts: [(path: String, text: String)]

  /// Reads the built-in definitions.
  public init() throws(DefinitionError) {
    texts = embeddedTexts
    guard let node = Self.node(named: "default", in: texts) else {
      throw DefinitionError(file: "default.yaml", line: nil, message: "the definition is missing")
    }
    let decoder = DefinitionDecoder(file: "Pipelines/default.yaml") { _ in nil }
    base = try decoder.decode(node, named: "default", on: Definition(name: "default"))
  }

  /// A built-in definition, parsed when the program was built.
  private static func node(
    named name: String,
    in texts: [(path: String, text: String)]
  ) -> DefinitionNode? {
    texts.first { $0.path == name + ".yaml" }.flatMap { DefinitionNode(flat: $0.text) }
  }

  /// The names of the built-in definitions.
  public var names: [String] {
    texts.filter { $0.path.hasSuffix(".yaml") }.map { String($0.path.dropLast(5)) }
  }

  /// The definition that fits any authority.
  public var fallback: Definition { base }

  /// A built-in definition by its name, or one from a file by its path.
  public func definition(named name: String) throws(DefinitionError) -> Definition {
    if name == "default" { return base }
    if let builtIn = try builtIn(name) { return builtIn }
    return try brought(name) { _ in }
  }

  /// A definition whose text is at hand; `lexicon` gives the text of a lexicon by its path.
  public func definition(
    inText text: String,
    lexicon: @escaping (String) -> String?
  ) throws(DefinitionError) -> Definition {
    try DefinitionDecoder(file: "definition", lexicon: lexicon)
      .decode(text, named: "definition", on: base)
  }

  /// All that decides what definitions say: the built-in files, and the file that a user brings with
  /// its lexicons.
  package func text(behind name: String?) throws(DefinitionError) -> String {
    var parts = texts.flatMap { [$0.path, $0.text] }
    if let name {
      parts.append(name)
      if name != "default", try builtIn(name) == nil { _ = try brought(name) { parts.append($0) } }
    }
    return parts.joined(separator: "\0")
  }

  /// The definition in a file; `hear` is told each text that is read for it.
  private func brought(
    _ name: String,
    _ hear: @escaping (String) -> Void
  ) throws(DefinitionError) -> Definition {
    guard name.contains("/") || name.hasSuffix(".yaml") else {
      throw DefinitionError(
        file: name,
        line: nil,
        message: "no definition has this name; there are \(names.joined(separator: ", "))"
      )
    }
    guard let text = try? String(contentsOfFile: name, encoding: .utf8) else {
      throw DefinitionError(file: name, line: nil, message: "the file cannot be read")
    }
    hear(text)
    let url = URL(fileURLWithPath: name)
    let decoder = DefinitionDecoder(file: name) { path in
      let lexicon = url.deletingLastPathComponent().appending(path: path)
      let text = try? String(contentsOf: lexicon, encoding: .utf8)
      if let text { hear(text) }
      return text
    }
    let own = url.deletingPathExtension().lastPathComponent
    return try decoder.decode(text, named: own, on: base)
  }

  private func builtIn(_ name: String) throws(DefinitionError) -> Definition? {
    guard let node = Self.node(named: name, in: texts) else { return nil }
    let texts = self.texts
    let decoder = DefinitionDecoder(file: "Pipelines/\(name).yaml") { path in
      texts.first { $0.path == path }?.text
    }
    return try decoder.decode(node, named: name, on: base)
  }

  /// How many lines at the head of a document are searched for its authority's name.
  private static let reach = 300

  /// The definition of the authority that a document names first, else the one that fits any.
  ///
  /// The number of a receipt counts for more than a name, and so does the assembly: a commune of the
  /// Pas-de-Calais prints "DÉPARTEMENT DU PAS-DE-CALAIS" above its own name.
  public func definition(for document: Document) throws(DefinitionError) -> Definition {
    let end = document.lines.prefix(Self.reach).last.map { Int($0.range.end) } ?? 0
    let head = FoldedText(document.bytes[..<end])
    let types = assemblyTypes(in: head)
    let siren = TransmissionID.find(in: document.bytes[..<end]).flatMap(TransmissionID.siren)
    var chosen: (place: Int, definition: Definition)?
    for name in names where name != "default" {
      guard let definition = try builtIn(name) else { continue }
      if let siren, let own = definition.authority?.siren {
        if own == siren { return definition }
        continue
      }
      if let type = definition.authority?.type, !types.isEmpty, !types.contains(type) { continue }
      for printed in definition.recognisedBy {
        guard let place = head.firstIndex(of: FoldedText(printed)) else { continue }
        if chosen.map({ place < $0.place }) ?? true { chosen = (place, definition) }
      }
    }
    return chosen?.definition ?? base
  }

  /// The kinds of authority whose assembly a document names first; empty where any can have it.
  private func assemblyTypes(in head: FoldedText) -> [AuthorityType] {
    var first: (place: Int, types: [AuthorityType])?
    for organ in base.organs {
      for printed in organ.printed {
        guard let place = head.firstIndex(of: FoldedText(printed)) else { continue }
        if first.map({ place < $0.place }) ?? true { first = (place, organ.types) }
      }
    }
    return first?.types ?? []
  }
}
