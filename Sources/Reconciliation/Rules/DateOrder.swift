import DeliberationModel

/// The session comes before the signature, the signature before the transmission and the
/// publication.
struct DateOrder: ReconciliationRule {
  let id = "dates.order"

  func findings(in act: Deliberation) -> [Finding] {
    let session = ("/session/date", act.session.date?.value)
    let signature = ("/signature/date", act.signature.date)
    let pairs = [
      (session, signature),
      (signature, ("/transmission_date", act.transmissionDate)),
      (signature, ("/publication_date", act.publicationDate)),
      (session, ("/transmission_date", act.transmissionDate)),
      (session, ("/publication_date", act.publicationDate)),
    ]
    var found: [Finding] = []
    for ((path, date), (laterPath, laterDate)) in pairs {
      guard let date, let laterDate else { continue }
      // What the signature proves needs no second check with the session.
      if path == session.0, laterPath != signature.0, signature.1 != nil { continue }
      found.append(
        finding(
          date <= laterDate,
          expected: .text("\(date) or later"),
          found: .text(laterDate.description),
          "\(date) (\(Self.name(path))) "
            + (date <= laterDate ? "is not after " : "is after ")
            + "\(laterDate) (\(Self.name(laterPath)))",
          at: [path, laterPath]
        )
      )
    }
    return found
  }

  private static func name(_ path: String) -> String {
    switch path {
    case "/session/date": "session"
    case "/signature/date": "signature"
    case "/transmission_date": "transmission"
    default: "publication"
    }
  }
}
