import DeliberationModel

/// What was read of an act, one fact a line, in the words of the files under `Styles`.
struct PrintedFacts {
  let lines: [String]

  init(_ act: Deliberation) {
    var facts = PrintedFacts()
    facts.addHead(of: act)
    facts.addAttendance(act.attendance)
    facts.add("visas", act.citations.isEmpty ? nil : String(act.citations.count))
    facts.add("recitals", act.recitals.isEmpty ? nil : String(act.recitals.count))
    for article in act.articles { facts.add("article \(article.number)", article.text.value) }
    for decision in act.decisions { facts.addDecision(decision) }
    for grant in act.grants {
      let cents = grant.amount?.value.cents ?? 0
      let sum = "\(cents / 100)." + (cents % 100 < 10 ? "0" : "") + "\(cents % 100)"
      facts.add("grant", (grant.beneficiary?.value ?? "") + " " + sum)
    }
    facts.addSignature(act.signature)
    self = facts
  }

  private init() { lines = [] }

  private init(lines: [String]) { self.lines = lines }

  private mutating func add(_ key: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    self = PrintedFacts(lines: lines + [key + ": " + value])
  }

  private mutating func addHead(of act: Deliberation) {
    add("number", act.number?.value)
    add("title", act.title?.value)
    add("authority", act.authority.map { $0.name + " (" + $0.type.rawValue + ")" })
    add("organ", act.organ)
    add("date", act.session.date?.value.description)
    add("convoked", act.session.convocationDate?.description)
    let transmission = [act.transmissionDate?.description, act.transmissionID]
    add("transmitted", transmission.compactMap(\.self).joined(separator: " "))
    add("published", act.publicationDate?.description)
    add("president", act.session.president?.name)
    add("secretary", act.session.secretary?.name)
  }

  private mutating func addAttendance(_ attendance: Attendance) {
    for status in [AttendanceStatus.present, .excused, .absent] {
      add(status.rawValue, Self.names(attendance.people[status] ?? []))
    }
    let proxies = attendance.proxies.map { proxy in
      proxy.from.name + (proxy.to.map { " to " + $0.name } ?? "")
    }
    add("proxies", proxies.joined(separator: ", "))
    let counts = AttendanceCount.allCases.compactMap { key in
      attendance.counts[key].map { key.rawValue + " \($0)" }
    }
    add("counts", counts.joined(separator: ", "))
  }

  private mutating func addDecision(_ decision: Decision) {
    var parts = [decision.result?.value.rawValue ?? "no result"]
    if decision.isUnanimous { parts.append("unanimous") }
    for option in VoteOption.allCases {
      guard let count = decision.vote[option] else { continue }
      let groups = count.groups.isEmpty ? "" : " (" + count.groups.joined(separator: "; ") + ")"
      parts.append(option.rawValue + " " + (count.count.map(String.init) ?? "None") + groups)
    }
    let articles = decision.articles.map { " \($0)" }.joined()
    add("decision" + (articles.isEmpty ? "" : " on" + articles), parts.joined(separator: ", "))
    for option in VoteOption.allCases {
      let people = decision.positions.filter { $0.option == option && $0.stated == .printed }
      add(option.rawValue, Self.names(people.map(\.person)))
    }
    add("recused", Self.names(decision.recusals.map(\.person)))
  }

  private mutating func addSignature(_ signature: Signature) {
    guard !signature.isEmpty else { return }
    var line = [signature.signatory?.name, signature.role].compactMap(\.self)
      .joined(separator: ", ")
    if let office = signature.onBehalfOf { line += ", for " + office }
    let place = [signature.place?.value, signature.date?.description].compactMap(\.self)
    if !place.isEmpty { line += ", " + place.joined(separator: " ") }
    add("signed", line)
  }

  private static func names(_ people: [Person]) -> String {
    people.map(\.name).joined(separator: ", ")
  }
}
