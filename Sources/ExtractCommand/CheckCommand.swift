import ArgumentParser
import Foundation

/// `extract check FILE.json`: the checks of an output for people.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: Messages.lines("Print the checks of an output as a table."),
    discussion: Messages.lines(
      """
      One line for each check: its status, its rule and what it compared; then the repairs. A file \
      may hold one output, or one a line.
      """
    )
  )

  @Argument(
    help: Messages.help("An output of extract; - reads standard input."),
    completion: .file()
  )
  var file: String

  @Flag(help: Messages.help("Exit with 1 when a check failed."))
  var strict = false

  @Flag(help: Messages.help("Print only the checks that failed."))
  var failed = false

  /// What is read of an output.
  private struct Written: Decodable {
    var deliberations: [Act]

    struct Act: Decodable {
      var number: String?
      var title: String?
      var checks: [Check]?
      var repairs: [Repair]?
    }

    struct Check: Decodable {
      var rule: String
      var status: String
      var message: String?
    }

    struct Repair: Decodable {
      var path: String
      var raw: String?
      var value: Value
      var rule: String
    }

    /// A number as it is written, or a text.
    enum Value: Decodable, CustomStringConvertible {
      case number(Decimal)
      case text(String)

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Decimal.self) {
          self = .number(number)
        } else {
          self = .text(try container.decode(String.self))
        }
      }

      var description: String {
        switch self {
        case .number(let number): "\(number)"
        case .text(let text): text
        }
      }
    }
  }

  func run() throws {
    let acts = try outputs().flatMap(\.deliberations)
    var text = ""
    var failures = 0
    for act in acts {
      text += "\(act.number ?? act.title ?? Messages.local("an act without a number"))\n"
      let checks = act.checks ?? []
      let width = checks.map(\.rule.count).max() ?? 0
      for check in checks where !failed || check.status == "failed" {
        let status = check.status == "not_applicable" ? "-" : check.status
        text += Self.row(status, Self.padded(check.rule, to: width), check.message ?? "")
      }
      for repair in act.repairs ?? [] {
        let raw = repair.raw.map { "'\($0)'" } ?? "nothing"
        text += Self.row("repair", "\(repair.path): \(raw) → \(repair.value), by \(repair.rule)")
      }
      let count = checks.count { $0.status == "failed" }
      failures += count
      let passed = checks.count { $0.status == "passed" }
      let repaired = act.repairs?.count ?? 0
      text += "  \(Messages.local("\(passed) passed, \(count) failed, \(repaired) repaired"))\n"
    }
    try Output.write(Array(SafeText.escaped(text).utf8))
    if strict, failures > 0 { throw ExitCode(ExitStatus.strictFindings) }
  }

  /// The states of checks, in the language of the user.
  private static let states = Dictionary(
    uniqueKeysWithValues: ["passed", "failed", "repair", "-"].map {
      ($0, Messages.local($0, code: "check.state"))
    }
  )

  /// A line of a check: its state, what it is about and what it says.
  private static func row(_ state: String, _ cells: String...) -> String {
    let width = states.values.map(\.count).max() ?? 0
    let all = [padded(states[state] ?? state, to: width)] + cells.map { Messages.local($0) }
    return "  " + all.joined(separator: "  ") + "\n"
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func outputs() throws -> [Written] {
    let data: Data
    do {
      data =
        file == "-"
        ? try FileHandle.standardInput.readToEnd() ?? Data()
        : try Data(contentsOf: URL(fileURLWithPath: file))
    } catch {
      Output.say("\(file): error: the file cannot be read; check the path")
      throw ExitCode(ExitStatus.noInput)
    }
    if let one = try? JSONDecoder().decode(Written.self, from: data) { return [one] }
    let lines = data.split(separator: 0x0A)
    let all = lines.compactMap { try? JSONDecoder().decode(Written.self, from: Data($0)) }
    guard !all.isEmpty, all.count == lines.count else {
      Output.say("\(file): error: this is no output of extract; extract the document first")
      throw ExitCode(ExitStatus.unusableInput)
    }
    return all
  }
}
