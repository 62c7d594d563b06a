public import DeliberationModel
public import PageModel

/// Mends the prose of an act on the pages that recognition read, with the words of a vocabulary.
///
/// The printed text stays in `raw`. What a text layer says that was typeset is never touched.
public struct WordReconciler {
  /// The numbers of the pages whose text may be damaged; all lines of a text input are.
  private let pages: Set<Int>
  private let isText: Bool
  private let vocabulary: (any Vocabulary)?
  private let printed: DocumentWords?
  private let names: Set<String>

  /// Makes a reconciler for a document; the vocabulary is asked for only where a page needs it.
  ///
  /// `names` are names that the authority's lexicons know.
  public init(
    _ document: Document,
    names: [String],
    vocabulary find: () -> (any Vocabulary)?,
    reporting diagnostics: inout DiagnosticList
  ) {
    let damaged = document.pages.filter { $0.origin == .ocr || $0.textQuality == .poor }
    isText =
      !document.hasLayout
      && PageTextQuality.Census(document.lines.indices, of: document).lacksAccents
    pages = Set(damaged.map(\.number))
    guard isText || !pages.isEmpty else {
      vocabulary = nil
      printed = nil
      self.names = []
      return
    }
    self.names = Set(names.flatMap(Self.words))
    vocabulary = find()
    printed = vocabulary.map { _ in DocumentWords(document) }
    if vocabulary == nil {
      diagnostics.report(
        .note,
        "words.no-dictionary",
        "damaged words are not mended: no French dictionary is installed; install hunspell-fr-comprehensive"
      )
    }
  }

  private static func words(of name: String) -> [String] {
    ProseWord.words(of: Array(name.unicodeScalars)).map { $0.text.lowercased() }
  }

  /// Mends the title, the visas, the articles and the opinions of an act.
  public func reconcile(_ act: inout Deliberation) {
    guard let vocabulary, let printed else { return }
    let people = AttendanceStatus.allCases.flatMap { act.attendance.people[$0] ?? [] }
    let beneficiaries = act.grants.compactMap(\.beneficiary?.value)
    let known = (people.map(\.name) + beneficiaries).flatMap(Self.words)
    let mender = WordMender(
      vocabulary: vocabulary,
      printed: printed,
      names: names.union(known)
    )
    if let title = act.title { act.title = mended(title, by: mender) }
    act.citations.mutateEach { $0.text = mended($0.text, by: mender) }
    act.recitals.mutateEach { $0 = mended($0, by: mender) }
    act.articles.mutateEach { $0.text = mended($0.text, by: mender) }
    act.report?.opinions.mutateEach { $0.text = mended($0.text, by: mender) }
  }

  private func mended(_ text: Printed<String>, by mender: WordMender) -> Printed<String> {
    guard isText || text.source.page.map(pages.contains) ?? false else { return text }
    var mended = text
    mended.value = mender.mended(text.value)
    if mended.value != text.value { mended.raw = text.raw ?? text.value }
    return mended
  }
}

extension Array {
  fileprivate mutating func mutateEach(_ body: (inout Element) -> Void) {
    for index in indices { body(&self[index]) }
  }
}
