import Regression
import SystemTestSupport
import Testing

/// Which folders are documents of a corpus.
struct CorpusTests {
  let corpus: TestCorpus

  init() throws {
    corpus = try TestCorpus()
  }

  @Test func `finds the documents three folders down, sorted`() throws {
    for id in ["lys/2024/9", "lys/2024/10", "lys/2023/1", "brunelle/2025/a b"] {
      try corpus.write(id, truth: "{}", read: "{}")
    }
    try corpus.write("lys/2024", truth: "{}", read: "{}")
    try corpus.write("lys/2024/9/deeper", truth: "{}", read: "{}")
    try corpus.write("lys/.git/9", truth: "{}", read: "{}")
    try corpus.sandbox.makeFolder("lys/2024/empty")
    let found = try Corpus(folder: corpus.folder)
    #expect(
      found.documents.map(\.id) == ["brunelle/2025/a b", "lys/2023/1", "lys/2024/10", "lys/2024/9"]
    )
    #expect(found.documents.map(\.year) == ["2025", "2023", "2024", "2024"])
  }

  @Test func `takes the PDF where there is a text too`() throws {
    try corpus.write("lys/2024/9", truth: nil, read: "{}")
    try corpus.sandbox.write("%PDF", to: "lys/2024/9/source.pdf")
    let document = try #require(Corpus(folder: corpus.folder).documents.first)
    #expect(document.source == corpus.folder + "/lys/2024/9/source.pdf")
    #expect(document.expected == nil)
  }

  @Test func `says why a folder is no corpus`() throws {
    try corpus.sandbox.write("", to: "file")
    #expect(throws: CorpusError.missing) { try Corpus(folder: corpus.folder + "/none") }
    #expect(throws: CorpusError.notAFolder) { try Corpus(folder: corpus.folder + "/file") }
    #expect(throws: CorpusError.noDocument) { try Corpus(folder: corpus.folder) }
    try corpus.write("lys/2024/a\tb", truth: "{}", read: "{}")
    #expect(throws: CorpusError.unusableName("lys/2024/a\tb")) { try Corpus(folder: corpus.folder) }
  }
}
