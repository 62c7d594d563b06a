import DeliberationModel
import PageModel

/// Gives attachments without a printed number those that the articles cite, in order.
///
/// An attached convention takes a number that an article cites for its draft ("dans les termes du
/// projet joint en annexe 7"); an annex takes any other.
struct AttachmentNumbering {
  private let document: Document
  private let citations: [AnnexCitation]
  private let articles: [Article]

  init(document: Document, articles: [Article]) {
    self.document = document
    self.articles = articles
    citations = AnnexCitation.all(in: articles)
  }

  /// The attachments with their numbers; some are parted or joined where the citations say so.
  func numbered(
    _ found: [Attachment],
    reporting diagnostics: inout DiagnosticList
  ) -> [Attachment] {
    var attachments = joined(found)
    for index in attachments.indices where attachments[index].number == nil {
      guard attachments[index].kind != .report else { continue }
      attachments[index].number = number(for: index, of: attachments)
    }
    let isUncited = { (attachment: Attachment) in
      attachment.kind == .annex && attachment.number == nil
    }
    if attachments.contains(where: isUncited), !speaksOfAnnexes {
      attachments.removeAll(where: isUncited)
    }
    attachments = QuotedTitles(document: document, citations: citations).split(attachments)
    report(attachments, to: &diagnostics)
    return attachments
  }

  /// Whether an article speaks of anything attached, with or without a number.
  private var speaksOfAnnexes: Bool {
    articles.contains { article in
      let folded = FoldedText(article.text.value)
      return folded.contains("annex") || folded.contains("joint")
    }
  }

  /// An annex in capitals that neither an article nor the report cites, below a convention, is the
  /// convention's own.
  private func joined(_ found: [Attachment]) -> [Attachment] {
    var cited = Set(citations.map(\.number))
    guard !cited.isEmpty else { return found }
    for report in found where report.kind == .report {
      let folded = FoldedText(Passage(report.lines, of: document).bytes[...])
      cited.formUnion(NumberList.numbers(after: "annexe", in: folded))
    }
    var result: [Attachment] = []
    for attachment in found {
      if let last = result.last, last.kind == .convention || last.kind == .amendment,
        attachment.kind == .annex, attachment.numberIsPrinted,
        let number = attachment.number, !cited.contains(number), isInCapitals(attachment)
      {
        result[result.count - 1].lines += attachment.lines
        if let pages = last.pages, let more = attachment.pages {
          result[result.count - 1].pages = pages.lowerBound...more.upperBound
        }
      } else {
        result.append(attachment)
      }
    }
    return result
  }

  private func isInCapitals(_ attachment: Attachment) -> Bool {
    guard let first = attachment.lines.first else { return false }
    return document.bytes[document.lines[first].range.bounds].starts(with: Array("ANNEXE".utf8))
  }

  /// The least cited number that is free and fits between the numbers before and after.
  private func number(for index: Int, of attachments: [Attachment]) -> Int? {
    let lower = attachments[..<index].compactMap(\.number).max() ?? 0
    let upper = attachments[(index + 1)...].lazy.compactMap(\.number).first ?? Int.max
    let free = citations.filter { citation in citation.number > lower && citation.number < upper }
    let isContract = attachments[index].kind != .annex
    let fitting = free.filter { citation in citation.isOfDraft == isContract }
    return fitting.map(\.number).min() ?? free.map(\.number).min()
  }

  private func report(_ attachments: [Attachment], to diagnostics: inout DiagnosticList) {
    for attachment in attachments where attachment.kind != .report && !attachment.numberIsPrinted {
      let message =
        attachment.number.map { number in
          "the attachment has no printed number and was taken for annexe \(number)"
        } ?? "the attachment has no number, printed or cited"
      let severity: Severity = attachment.number == nil ? .warning : .note
      diagnostics.report(
        Diagnostic(severity, "attachment.number-not-printed", message, at: attachment.source)
      )
    }
  }
}
