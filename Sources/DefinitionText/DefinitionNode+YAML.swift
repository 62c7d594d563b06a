import Yams

/// Why a text is no YAML.
public struct DefinitionTextError: Error, Hashable, Sendable {
  /// The line, from 1; absent where the whole text is meant.
  public var line: Int?
  /// One sentence, lower case, without a full stop.
  public var message: String
}

extension DefinitionNode {
  /// Reads a text in YAML; what a plain scalar may mean beside its text (a number, a date) is not
  /// asked.
  public init(yaml: String) throws(DefinitionTextError) {
    do {
      guard let node = try Yams.compose(yaml: yaml, .basic) else {
        throw DefinitionTextError(line: nil, message: "the definition is empty")
      }
      self.init(node)
    } catch let error as DefinitionTextError {
      throw error
    } catch let YamlError.parser(_, problem, mark, _) {
      throw DefinitionTextError(line: mark.line, message: problem)
    } catch let YamlError.scanner(_, problem, mark, _) {
      throw DefinitionTextError(line: mark.line, message: problem)
    } catch {
      throw DefinitionTextError(line: nil, message: "the file is not YAML")
    }
  }

  private init(_ node: Node) {
    line = node.mark?.line
    if let mapping = node.mapping {
      content = .keys(mapping.map { Pair(key: Self($0.key), value: Self($0.value)) })
    } else if let sequence = node.sequence {
      content = .list(sequence.map { Self($0) })
    } else {
      content = .text(node.string ?? "")
    }
  }
}
