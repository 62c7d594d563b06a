package import JSONModel

/// Akoma Ntoso 3.0: one document for each act.
package struct AkomaNtosoExport {
  /// The documents, below a folder for each authority.
  package private(set) var files: [ExportFile] = []
  private var names: Set<String> = []
  private var skipped = 0
  private var doubtful = 0
  private let keepsDoubts: Bool

  /// Makes an empty export; acts whose boundary, title or date needs a look at the page are kept or not.
  package init(keepsDoubts: Bool = false) {
    self.keepsDoubts = keepsDoubts
  }

  /// Adds the documents of an output; an act without a date has no address and is left out.
  package mutating func add(_ output: OutputDocument) {
    for (index, act) in output.deliberations.enumerated() {
      guard keepsDoubts || act.needsReview != true else {
        doubtful += 1
        continue
      }
      guard let document = ActDocument(act, of: output, ordinal: index + 1) else {
        skipped += 1
        continue
      }
      var name = document.fileName
      // An act that stands in two documents, its own and a recueil.
      if !names.insert(name).inserted { name += "-" + output.source.sha256.prefix(8) + "-\(index)" }
      names.insert(name)
      files.append(ExportFile(name: name + ".xml", bytes: document.root.document))
    }
  }

  /// What was written, a line each.
  package var summary: [String] {
    var lines = ["akoma-ntoso: \(files.count) documents"]
    if skipped > 0 {
      lines.append("  acts without an authority or a date, which have no address: \(skipped)")
    }
    if doubtful > 0 { lines.append("  acts that need a look at the page: \(doubtful)") }
    return lines
  }
}
