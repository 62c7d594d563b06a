import DefinitionText
import Foundation
package import JSONModel
import PageModel

/// What an authority says once for all of its acts, because no act prints it; `Pipelines/exports`
/// describes the file.
package struct AuthorityDefaults {
  /// Why a file of defaults cannot be used, and where.
  package struct Failure: Error {
    /// The line, from 1, where it is known.
    package var line: Int?
    /// One sentence, lower case, without a full stop.
    package var message: String
  }

  /// Whose acts they are; of any authority where all are absent.
  private var printedName: String?
  private var siren: String?
  /// The values by export and column, in which `{date}` and the like stand for what the act says.
  private var values: [SCDLTable: [String: String]] = [:]
  private var beneficiaries = BeneficiaryTable()

  /// Defaults of any authority for one export, from the command line.
  package init(_ values: [String: String], for table: SCDLTable) {
    self.values[table] = values
  }

  /// Reads a file; the table of beneficiaries that it names lies beside it.
  package init(file: String) throws {
    guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
      throw Failure(message: "the file cannot be read; check the path")
    }
    let root: DefinitionNode
    do throws(DefinitionTextError) {
      root = try DefinitionNode(yaml: text)
    } catch {
      throw Failure(line: error.line, message: error.message)
    }
    for pair in try Self.pairs(of: root) {
      switch pair.key.text ?? "" {
      case "version":
        guard pair.value.text == "1" else {
          throw Failure(line: pair.value.line, message: "the version must be 1")
        }
      case "authority":
        for part in try Self.pairs(of: pair.value) {
          switch part.key.text {
          case "name": printedName = part.value.text
          case "siren": siren = part.value.text
          default: throw Self.unknown(part.key)
          }
        }
      case "beneficiaries":
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
        let path = URL(fileURLWithPath: pair.value.text ?? "", relativeTo: folder).path
        beneficiaries = try BeneficiaryTable(file: path, line: pair.value.line)
      case let key:
        guard let table = SCDLTable(rawValue: key) else { throw Self.unknown(pair.key) }
        let columns = Set(try table.schema.fields.map(\.name))
        for part in try Self.pairs(of: pair.value) {
          guard let column = part.key.text, columns.contains(column) else {
            throw Self.unknown(part.key)
          }
          values[table, default: [:]][column] = part.value.text ?? ""
        }
      }
    }
  }

  private static func pairs(of node: DefinitionNode) throws -> [DefinitionNode.Pair] {
    guard case .keys(let pairs) = node.content else {
      throw Failure(line: node.line, message: "keys with values are expected here")
    }
    return pairs
  }

  private static func unknown(_ key: DefinitionNode) -> Failure {
    Failure(line: key.line, message: "the key '\(key.text ?? "")' is not known")
  }

  // MARK: - Use

  /// Whether they are those of an authority.
  func apply(to authority: OutputAct.Authority?) -> Bool {
    if printedName == nil, siren == nil { return true }
    // An annex by itself does not say whose it is: the files that are given do.
    guard let authority else { return true }
    if let siren, let own = authority.siren ?? authority.siret?.prefix(9).description {
      return siren == own
    }
    return printedName.map { FoldedText($0).key } == FoldedText(authority.name).key
  }

  /// Names the authority of acts that do not.
  package func complete(_ output: inout OutputDocument) {
    guard let printedName else { return }
    for index in output.deliberations.indices where output.deliberations[index].authority == nil {
      output.deliberations[index].authority = OutputAct.Authority(name: printedName, siren: siren)
    }
  }

  /// Fills the empty cells of a row with what is known of its act, and of its other cells.
  func fill(_ row: inout [String: String], of table: SCDLTable, with facts: [String: String]) {
    for _ in 0..<2 {
      let known = facts.merging(row) { fact, _ in fact }
      for (column, pattern) in values[table] ?? [:] where (row[column] ?? "").isEmpty {
        var value = pattern
        for (name, fact) in known {
          value = value.replacingOccurrences(of: "{\(name)}", with: fact)
        }
        if !value.contains("{") { row[column] = value }
      }
    }
  }

  /// The beneficiary that a print names, and the name that the authority gives it.
  func beneficiary(_ printed: String, isExact: Bool) -> BeneficiaryTable.Entry? {
    beneficiaries.entry(for: printed, isExact: isExact)
  }
}
