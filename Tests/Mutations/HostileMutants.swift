import Foundation
import TestSupport

/// Mutants of texts, PDFs, definitions and outputs, which depend on their numbers alone.
///
/// Of ten mutants five are texts, three are PDFs, one is a definition, one an output that is fed back.
/// What fails is kept in the folder `mutants` under the present one.
struct HostileMutants {
  private let place: Place
  private let texts: [[UInt8]]
  private let pdfs: [[UInt8]]
  private let definitions: [[UInt8]]
  private let outputs: [[UInt8]]

  /// How many documents go to one batch.
  private static let chunk = 500

  init(_ place: Place, samples: String, root: String, more: String?) throws {
    self.place = place
    let sources = files(below: samples, suffix: "source.pdf").filter {
      !$0.dropFirst(samples.count).contains("scan")
    }
    pdfs = try (sources + (more.map { files(below: $0, suffix: ".pdf") } ?? [])).map(content)
      .filter { $0.count < 2_000_000 }
    var texts = try files(below: root + "/Tests/PipelineTests/Styles", suffix: ".txt").map(content)
    texts += try files(below: samples, suffix: "source.txt").map(content)
    self.texts =
      texts + (try files(below: root + "/Tests/Fuzzing/Corpus/parser", suffix: "").map(content))
    definitions = try files(below: root + "/Pipelines", suffix: ".yaml").map(content)
    outputs =
      try files(below: samples, suffix: "expected.json").map(content)
      + files(below: root + "/Tests/Fuzzing/Corpus/output", suffix: "").map(content)
    try place.write(texts[0], to: "act.txt")
  }

  func run(_ count: Int) throws -> Bool {
    var outcomes: [String: Int] = [:]
    var failures: [String] = []
    var documents: [Int] = []
    for number in 0..<count {
      switch number % 10 {
      case 0..<8: documents.append(number)
      default:
        for (outcome, failure) in try single(number) {
          outcomes[outcome, default: 0] += 1
          if let failure { failures.append(failure) }
        }
      }
      if documents.count == Self.chunk || number == count - 1, !documents.isEmpty {
        failures += try batch(documents, &outcomes)
        documents = []
      }
    }
    for (outcome, count) in outcomes.sorted(by: { $0.key < $1.key }) {
      print("\(outcome): \(count)")
    }
    for failure in failures { print("FAILED \(failure)") }
    print("\(count) mutants, \(failures.count) without one documented outcome")
    return failures.isEmpty
  }

  /// The mutant with a number.
  private func mutant(_ number: Int) -> (bytes: [UInt8], suffix: String) {
    var random = SeededGenerator(seed: UInt64(number))
    let (seeds, suffix): ([[UInt8]], String) =
      switch number % 10 {
      case 0..<5: (texts, "txt")
      case 5..<8: (pdfs, "pdf")
      case 8: (definitions, "yaml")
      default: (outputs, "json")
      }
    return (ByteDamage.mutant(of: seeds, using: &random), suffix)
  }

  /// A definition or an output: the program's exit code is its outcome.
  private func single(_ number: Int) throws -> [(outcome: String, failure: String?)] {
    let (bytes, suffix) = mutant(number)
    let name = "\(number).\(suffix)"
    try place.write(bytes, to: name)
    defer { place.removeItem(name) }
    let commands: [(arguments: [String], codes: Set<Int32>)] =
      suffix == "yaml"
      ? [(["--pipeline", name, "--timeout", "5", "act.txt"], [0, 78])]
      : [
        (["load", name, "--database", "all.sqlite"], [0, 65]), (["check", name], [0, 65]),
      ]
    return try commands.map { arguments, codes in
      let (code, lines) = try place.run(arguments)
      let outcome = "\(suffix == "yaml" ? "definition" : arguments[0]): "
      guard let code, codes.contains(code) else {
        try keep(bytes, name)
        return (
          outcome + "failed", "\(name): \(code.map(String.init) ?? "killed"): \(lines.last ?? "")"
        )
      }
      return (outcome + "\(code)", nil)
    }
  }

  /// Documents go through a batch, which says what became of each.
  private func batch(_ numbers: [Int], _ outcomes: inout [String: Int]) throws -> [String] {
    try place.makeFolder("acts")
    defer { for name in ["acts", "out"] { place.removeItem(name) } }
    for number in numbers {
      let (bytes, suffix) = mutant(number)
      try place.write(bytes, to: "acts/\(number).\(suffix)")
    }
    let (code, lines) = try place.run(
      ["batch", "acts", "--output", "out", "--ocr", "never", "--timeout", "5", "--patience", "60"]
    )
    var failures: [String] = []
    var failed = 0
    for line in lines {
      guard let start = line.lastIndex(of: "["), line.hasSuffix("]"), line.contains(": error: ")
      else { continue }
      let outcome = String(line[line.index(after: start)...].dropLast())
      failed += 1
      outcomes["document: " + outcome, default: 0] += 1
      guard ["crash", "timeout", "memory", "internal", "changed", "missing"].contains(outcome)
      else {
        continue
      }
      failures.append(line)
      if let file = line.split(separator: ":").first.map(String.init) {
        try? keep(content(of: file), URL(filePath: file).lastPathComponent)
      }
    }
    outcomes["document: done", default: 0] += numbers.count - failed
    let isWhole = lines.contains { $0.hasPrefix("\(numbers.count) of \(numbers.count) documents") }
    if !isWhole || ![0, 1].contains(code) {
      failures.append("a batch of \(numbers.count): \(lines.suffix(3))")
    }
    return failures
  }

  private func keep(_ bytes: [UInt8], _ name: String) throws {
    try FileManager.default.createDirectory(atPath: "mutants", withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: "mutants/" + name))
  }
}
