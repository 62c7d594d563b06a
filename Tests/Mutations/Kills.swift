import Foundation
import TestSupport

/// A batch that is killed again and again, and goes on each time.
struct Kills {
  private let place: Place
  private let sources: [String]

  /// So many documents that a batch takes some seconds.
  private static let documents = 60

  init(_ place: Place, samples: String) throws {
    self.place = place
    sources = files(below: samples, suffix: "source.pdf").filter {
      !$0.dropFirst(samples.count).contains("scan")
    }
    try place.makeFolder("acts")
    for index in 0..<Self.documents {
      // Behind the end of a PDF this is a comment.
      let bytes = try content(of: sources[index % sources.count]) + Array("%\(index)\n".utf8)
      try place.write(bytes, to: "acts/\(index).pdf")
    }
  }

  func run(_ count: Int) throws -> Bool {
    let arguments = ["batch", "acts", "--ocr", "never", "--jsonl"]
    _ = try place.run(arguments + ["whole.jsonl", "--output", "whole"])
    let truth = try outputs(in: "whole")
    var random = SeededGenerator(seed: 19)
    var kills = 0
    var rounds = 0
    var differences = 0
    while kills < count {
      rounds += 1
      let folder = "out\(rounds)"
      // A batch that came to its end says so; the next one begins anew.
      while kills < count {
        let process = try place.start(arguments + ["lines.jsonl", "--output", folder])
        usleep(UInt32.random(in: 1_000...400_000, using: &random))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        guard process.terminationReason == .uncaughtSignal else { break }
        kills += 1
      }
      let end = try place.run(arguments + ["lines.jsonl", "--output", folder])
      let isSame = try outputs(in: folder) == truth && lines("lines.jsonl") == lines("whole.jsonl")
      if end.code != 0 || !isSame { differences += 1 }
      place.removeItem(folder)
    }
    print(
      "\(kills) kills in \(rounds) batches, \(differences) with other bytes than one not killed"
    )
    return differences == 0
  }

  private func outputs(in folder: String) throws -> [String: [UInt8]] {
    try Dictionary(
      files(below: place.path(folder), suffix: ".json").map { path in
        (URL(filePath: path).lastPathComponent, try content(of: path))
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  private func lines(_ name: String) throws -> [UInt8] { try content(of: place.path(name)) }
}
