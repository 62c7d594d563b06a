import Catalogue

/// From finished documents to the catalogue.
extension Batch {
  /// The most outputs of one transaction.
  private static let most = 64

  /// Stores the outputs of finished documents, those of earlier runs too, unless they are there.
  ///
  /// This comes when the outputs are durable and before the ledger says that they are, so that a
  /// batch that was killed does it again.
  mutating func catalogue(_ work: FinishedWork) throws(BatchError) {
    guard let catalogue = options.catalogue else { return }
    do throws(CatalogueError) {
      var missing: [(index: Int, extraction: Ledger.Extraction)] = []
      for case (let index, let extraction?) in work.lines
      where try !catalogue.holds(
        sha256: extraction.sha256,
        path: inputs.paths[index].text,
        extractedAt: extraction.finishedAt
      ) {
        missing.append((index, extraction))
      }
      while !missing.isEmpty {
        try store(missing.prefix(Self.most), in: catalogue)
        missing.removeFirst(min(missing.count, Self.most))
      }
    } catch {
      throw .catalogue(error)
    }
  }

  private mutating func store(
    _ documents: ArraySlice<(index: Int, extraction: Ledger.Extraction)>,
    in catalogue: Catalogue
  ) throws(CatalogueError) {
    let refusals = try catalogue.store(
      documents.map { index, extraction in
        Catalogue.Entry(
          json: folder.content(of: extraction.sha256),
          path: inputs.paths[index].text,
          sha256: extraction.sha256,
          extractedAt: extraction.finishedAt
        )
      }
    )
    for refusal in refusals {
      status.uncatalogued += 1
      let document = documents[documents.startIndex + refusal.index]
      report(.uncatalogued(inputs.paths[document.index], reason: refusal.reason))
    }
  }
}
