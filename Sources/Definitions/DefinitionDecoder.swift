import DefinitionText
import DeliberationModel

/// Decodes a definition; a key that is not known is an error that names its line.
struct DefinitionDecoder {
  let file: String
  /// The text of a lexicon by its path relative to the definition, or nothing.
  let lexicon: (String) -> String?

  /// Decodes a text in YAML on top of a definition whose labels and organs it adds to.
  func decode(
    _ text: String,
    named name: String,
    on base: Definition
  ) throws(DefinitionError) -> Definition {
    try decode(root(text), named: name, on: base)
  }

  /// Decodes a definition that was parsed before.
  func decode(
    _ root: DefinitionNode,
    named name: String,
    on base: Definition
  ) throws(DefinitionError) -> Definition {
    var definition = base
    definition.name = name
    for (key, value) in try pairs(of: root) {
      switch key.text {
      case "version":
        guard value.text == "1" else {
          throw error(at: value, "the version must be 1")
        }
      case "authority": definition.authority = try authority(value)
      case "recognised_by": definition.recognisedBy = try strings(value)
      case "organs": definition.organs = try organs(value) + definition.organs
      case "labels": try addLabels(value, to: &definition)
      case "grant_tables": try addGrantWords(value, to: &definition.grantWords)
      case "operation_code": definition.operationCode = try string(value)
      case "lexicons": try addLexicons(value, to: &definition)
      default: throw unknown(key)
      }
    }
    return definition
  }

  // MARK: - Parts

  private func authority(_ node: DefinitionNode) throws(DefinitionError) -> Authority {
    var name: String?
    var type = AuthorityType.other
    var siret: String?
    var siren: String?
    for (key, value) in try pairs(of: node) {
      switch key.text {
      case "name": name = try string(value)
      case "siret": siret = try string(value)
      case "siren": siren = try string(value)
      case "type":
        type = try authorityType(value)
      default: throw unknown(key)
      }
    }
    guard let name else { throw error(at: node, "the authority needs a name") }
    return Authority(name: name, type: type, siret: siret, siren: siren)
  }

  private func authorityType(_ node: DefinitionNode) throws(DefinitionError) -> AuthorityType {
    guard let known = AuthorityType(rawValue: try string(node)) else {
      let types = AuthorityType.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(at: node, "the type must be one of \(types)")
    }
    return known
  }

  private func organs(_ node: DefinitionNode) throws(DefinitionError) -> [OrganDefinition] {
    var organs: [OrganDefinition] = []
    for item in try items(of: node) {
      var organ = OrganDefinition(name: "", printed: [])
      for (key, value) in try pairs(of: item) {
        switch key.text {
        case "name": organ.name = try string(value)
        case "printed": organ.printed = try strings(value)
        case "types":
          for item in try items(of: value) { organ.types.append(try authorityType(item)) }
        default: throw unknown(key)
        }
      }
      guard !organ.name.isEmpty else { throw error(at: item, "an organ needs a name") }
      organs.append(organ)
    }
    return organs
  }

  private func addLabels(
    _ node: DefinitionNode,
    to definition: inout Definition
  ) throws(DefinitionError) {
    for (key, value) in try pairs(of: node) {
      guard let label = Label(rawValue: key.text) else { throw unknown(key) }
      definition.labels[label, default: []] += try strings(value)
    }
  }

  /// Words of one authority for columns come before those that the definition had.
  private func addGrantWords(
    _ node: DefinitionNode,
    to words: inout GrantWords
  ) throws(DefinitionError) {
    for (key, value) in try pairs(of: node) {
      if key.text == "columns" {
        var titles: [GrantWords.Title] = []
        for item in try items(of: value) {
          for (name, printed) in try pairs(of: item) {
            guard let column = GrantColumn(rawValue: name.text) else { throw unknown(name) }
            for text in try strings(printed) { titles.append(.init(text, column)) }
          }
        }
        words.titles = titles + words.titles
      } else {
        guard let part = GrantWords.Part(rawValue: key.text) else { throw unknown(key) }
        words.parts[part, default: []] += try strings(value).map { GrantWords.Word($0) }
      }
    }
  }

  private func addLexicons(
    _ node: DefinitionNode,
    to definition: inout Definition
  ) throws(DefinitionError) {
    for (key, value) in try pairs(of: node) {
      let known = ["beneficiaries", "councillors", "territories"]
      guard known.contains(key.text) else { throw unknown(key) }
      let path = try string(value)
      guard let text = lexicon(path) else {
        throw error(at: value, "the lexicon '\(path)' cannot be read")
      }
      switch key.text {
      case "councillors": definition.councillors = try councillors(text, path: path)
      case "territories": definition.territories = try names(text, path: path, of: "a territory")
      default: definition.beneficiaries = try names(text, path: path, of: "a beneficiary")
      }
    }
  }

  /// A table of names: a head line `name`, then one name a line.
  private func names(
    _ text: String,
    path: String,
    of what: String
  ) throws(DefinitionError) -> [String] {
    var names: [String] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where index > 0 && !line.isEmpty {
      guard !line.contains("\t") else {
        throw DefinitionError(
          file: path,
          line: index + 1,
          message: "\(what) needs a name and nothing else"
        )
      }
      names.append(String(line))
    }
    return names
  }

  /// A table of councillors: a head line `name<TAB>honorific`, then one line a person.
  private func councillors(
    _ text: String,
    path: String
  ) throws(DefinitionError) -> [Councillor] {
    var councillors: [Councillor] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where index > 0 && !line.isEmpty {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 2, let honorific = Honorific(rawValue: String(cells[1])) else {
        throw DefinitionError(
          file: path,
          line: index + 1,
          message: "a councillor needs a name, a tab and 'M.' or 'Mme'"
        )
      }
      councillors.append(Councillor(name: String(cells[0]), honorific: honorific))
    }
    return councillors
  }

  // MARK: - Nodes

  private struct Key {
    var text: String
    var node: DefinitionNode
  }

  private func root(_ text: String) throws(DefinitionError) -> DefinitionNode {
    do throws(DefinitionTextError) {
      return try DefinitionNode(yaml: text)
    } catch {
      throw DefinitionError(file: file, line: error.line, message: error.message)
    }
  }

  private func pairs(
    of node: DefinitionNode
  ) throws(DefinitionError) -> [(key: Key, value: DefinitionNode)] {
    guard case .keys(let pairs) = node.content else {
      throw error(at: node, "keys are expected here")
    }
    return pairs.map { pair in (Key(text: pair.key.text ?? "", node: pair.key), pair.value) }
  }

  private func items(of node: DefinitionNode) throws(DefinitionError) -> [DefinitionNode] {
    guard case .list(let items) = node.content else {
      throw error(at: node, "a list is expected here")
    }
    return items
  }

  private func string(_ node: DefinitionNode) throws(DefinitionError) -> String {
    guard let text = node.text, !text.isEmpty else {
      throw error(at: node, "a text is expected here")
    }
    return text
  }

  private func strings(_ node: DefinitionNode) throws(DefinitionError) -> [String] {
    var texts: [String] = []
    for item in try items(of: node) { texts.append(try string(item)) }
    return texts
  }

  private func error(at node: DefinitionNode, _ message: String) -> DefinitionError {
    DefinitionError(file: file, line: node.line, message: message)
  }

  private func unknown(_ key: Key) -> DefinitionError {
    error(at: key.node, "the key '\(key.text)' is not known")
  }
}
