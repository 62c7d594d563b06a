import Batch
import Glibc
import SystemPackage
import SystemTestSupport
import Testing

struct InputListTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    for folder in ["acts/2023", "acts/2024", "acts/.hidden"] { try sandbox.makeFolder(folder) }
    for file in [
      "acts/b.pdf", "acts/a.PDF", "acts/2024/c.txt", "acts/2023/d.pdf", "acts/.hidden/e.pdf",
      "acts/.f.pdf", "acts/notes.md", "acts/2024/g\nh.pdf",
    ] {
      try sandbox.write("", to: file)
    }
  }

  private func names(_ list: InputList) -> [String] {
    list.paths.map { String($0.string.dropFirst(sandbox.path.count + 1)) }
  }

  private func list(_ names: [String]) -> InputList {
    var list = InputList()
    for name in names { list.add(FilePath(sandbox.file(name))) }
    return list
  }

  private static let all = [
    "acts/2023/d.pdf", "acts/2024/c.txt", "acts/2024/g\nh.pdf", "acts/a.PDF", "acts/b.pdf",
  ]

  @Test func `takes the documents below a folder in the order of their names`() {
    let list = list(["acts"])
    #expect(names(list) == Self.all)
    #expect(list.passedOver == 1)
  }

  @Test(arguments: [
    (["acts/2024", "acts/a.PDF"], ["acts/2024/c.txt", "acts/2024/g\nh.pdf", "acts/a.PDF"]),
    (["acts/notes.md"], ["acts/notes.md"]),
    (["none.pdf"], ["none.pdf"]),
    (["acts/*.pdf"], ["acts/b.pdf"]),
    (["acts/20*"], ["acts/2023/d.pdf", "acts/2024/c.txt", "acts/2024/g\nh.pdf"]),
    (["acts/*.docx"], ["acts/*.docx"]),
    (["acts/b.pdf", "acts", "acts/./b.pdf"], ["acts/b.pdf"] + all.dropLast()),
  ])
  func `takes files, folders and patterns, each once`(given: [String], expected: [String]) {
    #expect(names(list(given)) == expected)
  }

  @Test func `takes a file that is named by two paths once, by its first name`() throws {
    let link = sandbox.file("acts/2023/link.pdf")
    let isLinked =
      unsafe symlink("../b.pdf", link) == 0 && symlink("acts", sandbox.file("again")) == 0
    try #require(isLinked)
    let named = ["acts/2023/../b.pdf", "acts/2023/link.pdf", "again/b.pdf", "acts", "again/"]
    let first = "acts/2023/../b.pdf"
    #expect(names(list(named)) == [first] + Self.all.filter { $0 != "acts/b.pdf" })
  }

  @Test(arguments: [
    ("b.pdf\na.PDF\n", ["acts/b.pdf", "acts/a.PDF"]),
    ("2024/g\nh.pdf\u{0}b.pdf\u{0}", ["acts/2024/g\nh.pdf", "acts/b.pdf"]),
    ("b.pdf", ["acts/b.pdf"]),
    ("\n\n", []),
  ])
  func `reads names a line each, or before zero bytes`(text: String, expected: [String]) {
    var list = InputList()
    let separator: Unicode.Scalar = text.unicodeScalars.contains("\u{0}") ? "\u{0}" : "\n"
    let bytes = text.unicodeScalars.split(separator: separator).flatMap { name in
      Array("\(sandbox.path)/acts/\(String(name))".utf8) + [UInt8(ascii: separator)]
    }
    list.add(namesIn: bytes)
    #expect(names(list) == expected)
  }

  @Test func `keeps a name that is not valid UTF-8`() throws {
    let name = Array("\(sandbox.path)/acts/caf".utf8) + [0xE9] + Array(".pdf".utf8)
    let path = FilePath(bytes: name)
    let descriptor = unsafe path.withPlatformString { name in unsafe creat(name, 0o600) }
    try #require(descriptor >= 0)
    close(descriptor)
    let list = list(["acts"])
    #expect(list.paths.contains(path))
    #expect(list.paths.count == Self.all.count + 1)
  }

  @Test func `does not run in circles`() throws {
    #expect(unsafe symlink("..", sandbox.file("acts/2024/up")) == 0)
    #expect(unsafe symlink("../b.pdf", sandbox.file("acts/2024/link.pdf")) == 0)
    #expect(names(list(["acts/2024"])).last == "acts/2024/link.pdf")
    // The link and what it stands for are one document.
    #expect(list(["acts"]).paths.count == Self.all.count)
  }
}
