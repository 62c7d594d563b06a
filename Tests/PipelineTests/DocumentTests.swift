import DeliberationModel
import Foundation
import Normalisation
import Pipeline
import SystemPackage
import Testing

/// Documents of every kind and in the layouts of many clerks: what they are and which acts they hold.
///
/// Beside each document `NAME.txt` or `NAME.pdf` stands `NAME.facts`: its kind, then each act as its
/// number or that of its item, its result (the last, where amendments are voted before it) and its title.
/// Authorities and people are invented.
struct `A document` {
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".facts") }.map { String($0.dropLast(".facts".count)) }.sorted()

  private static let folder =
    #filePath.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/Documents"

  /// The facts that a person reads in a document, a line each, and those that are extracted from it.
  private static func facts(of name: String) throws -> (printed: [String], read: [String]) {
    let printed = try String(contentsOfFile: "\(folder)/\(name).facts", encoding: .utf8)
      .split(separator: "\n").map(String.init)
    let pdf = "\(folder)/\(name).pdf"
    let path = FileManager.default.fileExists(atPath: pdf) ? pdf : "\(folder)/\(name).txt"
    let extraction = try Extractor().extract(Input(path: FilePath(path)))
    let acts = extraction.deliberations.map { act in
      [
        act.number?.value ?? act.item ?? "–",
        act.decisions.compactMap(\.result).last?.value.rawValue ?? "–",
        act.title?.value ?? "–",
      ].joined(separator: " | ")
    }
    return (printed, [extraction.kind?.rawValue ?? "–"] + acts)
  }

  @Test(arguments: names)
  func `gives its kind and its acts`(name: String) throws {
    let facts = try Self.facts(of: name)
    #expect(facts.read == facts.printed)
  }

  /// Prints a table of kinds: documents, acts printed, found and right.
  @Test func `of each kind is counted`() throws {
    var table: [String: [Int]] = [:]
    for name in Self.names {
      let (printed, read) = try Self.facts(of: name)
      let right = Set(printed.dropFirst()).intersection(read.dropFirst()).count
      let row = [1, printed.count - 1, read.count - 1, right, printed.first == read.first ? 1 : 0]
      table[printed.first ?? "", default: [0, 0, 0, 0, 0]] =
        zip(table[printed.first ?? ""] ?? [0, 0, 0, 0, 0], row).map(+)
    }
    print("| kind | documents | acts | found | right | kind right |\n|---|---|---|---|---|---|")
    for (kind, row) in table.sorted(by: { $0.key < $1.key }) {
      print("| \(kind) | " + row.map(String.init).joined(separator: " | ") + " |")
    }
    #expect(table.count >= 5)
  }
}
