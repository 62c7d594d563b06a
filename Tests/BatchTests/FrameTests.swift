import Testing

@testable import Batch

struct FrameTests {
  private static let frames = [
    Frame(kind: .ready, content: []), Frame(kind: .document, content: Array("a\nb".utf8)),
    Frame(kind: .output, content: Array(repeating: 7, count: 70_000)),
  ]

  @Test(arguments: [1, 2, 5, 1000, 1_000_000])
  func `come whole however the pipe cuts them`(size: Int) throws {
    var decoder = FrameDecoder()
    var read: [Frame] = []
    var rest = Self.frames.flatMap(\.bytes)[...]
    while !rest.isEmpty {
      decoder.append(rest.prefix(size))
      rest = rest.dropFirst(size)
      while let frame = try decoder.next() { read.append(frame) }
    }
    #expect(read.map(\.kind) == Self.frames.map(\.kind))
    #expect(read.map(\.content) == Self.frames.map(\.content))
  }

  @Test(arguments: [[0, 0, 0, 0, 0], [9, 0, 0, 0, 1], [1, 0xFF, 0, 0, 0]] as [[UInt8]])
  func `are told from other bytes`(bytes: [UInt8]) {
    var decoder = FrameDecoder()
    decoder.append(bytes[...])
    #expect(throws: FrameDecoder.Failure.self) { try decoder.next() }
  }
}
