import Foundation
import SystemTestSupport
import Testing

/// Acts of another authority and of other years, against the city's own index.
@Suite(.enabled(if: Places.hasCorpus, "the corpus ../shared is absent"))
struct OtherAuthorityTests {
  static let corpus = Places.shared + "/corpus/montpellier"

  @Test func `reads the head and the result of every single act`() async throws {
    let entries = try JSON(file: Self.corpus + "/index.json").elements
    var right: [String: Int] = [:]
    var titles = 0
    for entry in entries {
      let file = try #require(entry["file"]?.string)
      let outcome = try await Launch.extract(
        ["--quiet", "--ocr", "never", Self.corpus + "/pdf/" + file]
      ).run()
      try #require(outcome.ending == .exited(0), "\(file): \(outcome.errors)")
      let acts = try #require(JSON(outcome.output)["deliberations"]).elements
      if acts.count == 1 { right["one act", default: 0] += 1 }
      guard let act = acts.first else { continue }
      let isRight = [
        "number": act["number"]?.string == entry["number_printed"]?.string,
        "date": act["session"]?["date"]?.string == entry["session_date"]?.string,
        "transmission": act["transmission_id"]?.string == entry["transmission_id"]?.string,
        "result": act["decisions"]?.elements.contains { $0["result"] != nil } ?? false,
      ]
      for (name, holds) in isRight where holds { right[name, default: 0] += 1 }
      guard let title = entry["title"]?.string else { continue }
      titles += 1
      if Self.isTitle(act["title"]?.string ?? "", title) { right["title", default: 0] += 1 }
    }
    #expect(entries.count == 57)
    for name in ["one act", "number", "date", "transmission", "result"] {
      #expect(right[name, default: 0] == entries.count, "\(name)")
    }
    #expect(right["title", default: 0] == titles)
    #expect(titles == 48)
  }

  /// Whether a title is that of the index, which has no "œ": for "œuvrant" and "Cœur" in print it
  /// says "uvrant" and "Cur", and there alone the letter does not count.
  private static func isTitle(_ title: String, _ indexed: String) -> Bool {
    folded(title) == folded(indexed)
      || folded(title.replacingOccurrences(of: "œ", with: "")) == folded(indexed)
  }

  @Test func `reads the whole attendance of twelve acts`() async throws {
    let truth = try JSON(
      file: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "attendance-2013-02-04.json").path
    )
    let names = { (list: JSON?) in list?.elements.compactMap(\.string) ?? [] }
    let read = { (list: JSON?) in list?.elements.compactMap { $0["name"]?.string } ?? [] }
    let files = names(truth["files"])
    #expect(files.count == 12)
    for file in files {
      let outcome = try await Launch.extract(
        ["--quiet", "--ocr", "never", Self.corpus + "/pdf/" + file]
      ).run()
      let act = try #require(JSON(outcome.output)["deliberations"]?.elements.first, "\(file)")
      let attendance = act["attendance"]
      #expect(read(attendance?["present"]) == names(truth["present"]), "\(file)")
      #expect(read(attendance?["absent"]) == names(truth["absent"]), "\(file)")
      let proxies = attendance?["proxies"]?.elements ?? []
      #expect(proxies.compactMap { $0["from"]?["name"]?.string } == names(truth["proxies"]))
      #expect(proxies.allSatisfy { $0["to"] == nil }, "\(file)")
      // Who gave a proxy and stands in no list is excused.
      #expect(read(attendance?["excused"]) == names(truth["proxies"]), "\(file)")
      #expect(attendance?["counts"] == nil, "\(file)")
      #expect(act["session"]?["president"]?["name"]?.string == truth["president"]?.string)
      #expect(act["session"]?["secretary"] == nil, "\(file)")
    }
  }

  /// The minutes list 96 numbered items, and approve the last minutes; the vote on the order of business
  /// is the session's, and what is only read out at the end is no act.
  @Test func `finds every item of the minutes of a session`() async throws {
    let outcome = try await Launch.extract(
      ["--quiet", "--ocr", "never", Self.corpus + "/pdf/CR_CM_07_02_2011.pdf"]
    ).run()
    let acts = try #require(JSON(outcome.output)["deliberations"]).elements
    #expect(
      acts.map { $0["item"]?.string } == [nil] + (1...96).map { "\($0)" as String? }
    )
    let results = acts.map { $0["decisions"]?.elements.first?["result"]?.string }
    #expect(results.count { $0 == "adopted" } == 96)
    #expect(results.count { $0 == "noted" } == 1)
    #expect(acts.allSatisfy { $0["session"]?["date"]?.string == "2011-02-07" })
    let item = acts[14]
    #expect(item["item"]?.string == "14")
    let no = item["decisions"]?.elements.first?["vote"]?["no"]
    #expect(no?["groups"]?.elements.compactMap(\.string) == ["UMP"])
    let positions = item["decisions"]?.elements.first?["positions"]?.elements ?? []
    #expect(positions.compactMap { $0["person"]?["name"]?.string } == ["Francis VIGUIE"])
  }

  private static func folded(_ text: String) -> String {
    let plain = text.replacingOccurrences(of: "œ", with: "oe")
      .decomposedStringWithCompatibilityMapping.lowercased()
    return String(
      plain.unicodeScalars.filter { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
    )
  }
}
