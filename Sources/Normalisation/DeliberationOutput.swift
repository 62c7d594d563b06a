import DeliberationModel
import PageModel

extension Deliberation {
  /// Writes the keys of an act in the order of the contract.
  func write(to writer: inout JSONWriter) {
    writer.string("number", number?.value)
    writer.string("item", item)
    writer.share("confidence", confidence)
    writer.bool("needs_review", needsReview ? true : nil)
    writer.string("title", title?.value)
    writer.string("title_raw", title?.raw)
    if let subject {
      writer.object("subject") { writer in
        writer.string("code", subject.code)
        writer.string("name", subject.name)
        writer.string("stated", subject.confidence == nil ? "printed" : "derived")
        writer.share("confidence", subject.confidence)
      }
    }
    if let authority {
      writer.object("authority") { writer in
        writer.string("name", authority.name)
        writer.string("type", authority.type.rawValue)
        writer.string("siren", authority.siren)
        writer.string("siret", authority.siret)
      }
    }
    writer.string("organ", organ)
    session.write(to: &writer)
    writer.string("transmission_date", transmissionDate?.description)
    writer.string("publication_date", publicationDate?.description)
    writer.string("transmission_id", transmissionID)
    attendance.write(to: &writer)
    writer.objects("citations", citations) { writer, citation in citation.write(to: &writer) }
    writer.objects("recitals", recitals) { writer, recital in
      writer.string("text", recital.value)
      writer.string("raw", recital.raw)
      recital.source.write(to: &writer)
    }
    writer.objects("articles", articles) { writer, article in article.write(to: &writer) }
    writer.objects("decisions", decisions) { writer, decision in decision.write(to: &writer) }
    writer.objects("elections", elections) { writer, election in election.write(to: &writer) }
    writer.objects("budget_lines", budgetLines) { writer, line in line.write(to: &writer) }
    if !signature.isEmpty { signature.write(to: &writer) }
    writer.objects("attachments", attachments) { writer, item in item.write(to: &writer) }
    report?.write(to: &writer)
    writer.objects("grants", grants) { writer, grant in grant.write(to: &writer) }
    writer.objects("totals", totals) { writer, total in total.write(to: &writer) }
    writer.objects("checks", checks) { writer, check in check.write(to: &writer) }
    writer.objects("repairs", repairs) { writer, repair in repair.write(to: &writer) }
    (number?.source ?? title?.source)?.write(to: &writer)
  }
}

extension Person {
  func write(to writer: inout JSONWriter) {
    writer.string("name", name)
    writer.string("honorific", honorific?.rawValue)
    writer.string("raw", raw)
    source.write(to: &writer)
  }

  func write(_ key: StaticString, to writer: inout JSONWriter) {
    writer.object(key) { writer in write(to: &writer) }
  }
}

extension Session {
  fileprivate func write(to writer: inout JSONWriter) {
    guard date != nil || president != nil || secretary != nil || convocationDate != nil else {
      return
    }
    writer.object("session") { writer in
      writer.string("date", date?.value.description)
      writer.string("convocation_date", convocationDate?.description)
      president?.write("president", to: &writer)
      secretary?.write("secretary", to: &writer)
      date?.source.write(to: &writer)
    }
  }
}

extension Attendance {
  fileprivate func write(to writer: inout JSONWriter) {
    let isEmpty = people.values.allSatisfy(\.isEmpty) && proxies.isEmpty && counts.isEmpty
    guard !isEmpty else { return }
    writer.object("attendance") { writer in
      for status in AttendanceStatus.allCases {
        writer.objects(status.key, people[status] ?? []) { writer, person in
          person.write(to: &writer)
        }
      }
      writer.objects("proxies", proxies) { writer, proxy in
        proxy.from.write("from", to: &writer)
        proxy.to?.write("to", to: &writer)
      }
      guard !counts.isEmpty else { return }
      writer.object("counts") { writer in
        for count in AttendanceCount.allCases { writer.integer(count.key, counts[count]) }
      }
    }
  }
}

extension AttendanceStatus {
  fileprivate var key: StaticString {
    switch self {
    case .present: "present"
    case .excused: "excused"
    case .absent: "absent"
    case .attendingWithoutVote: "attending_without_vote"
    case .excusedWithoutVote: "excused_without_vote"
    }
  }
}

extension AttendanceCount {
  fileprivate var key: StaticString {
    switch self {
    case .members: "members"
    case .present: "present"
    case .represented: "represented"
    case .absent: "absent"
    case .voters: "voters"
    }
  }
}

extension Citation {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.string("text", text.value)
    writer.string("raw", text.raw)
    writer.objects("references", references) { writer, reference in
      writer.string("type", reference.type.rawValue)
      writer.string("number", reference.number)
      writer.string("date", reference.date?.description)
      writer.string("name", reference.name)
    }
    text.source.write(to: &writer)
  }
}

extension Article {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.integer("number", number)
    writer.bool("number_printed", numberIsPrinted)
    writer.string("text", text.value)
    writer.string("raw", text.raw)
    var place = 0
    writer.objects("amounts", amounts) { writer, amount in
      writer.euros("value", cents: amount.value.cents)
      writer.string("raw", amount.raw)
      if amountsInDoubt.contains(place) { writer.bool("needs_review", true) }
      place += 1
    }
    if !annexes.isEmpty {
      writer.array("annexes") { writer in
        for annex in annexes { writer.integer(nil, annex) }
      }
    }
    writer.string("result", result?.rawValue)
    text.source.write(to: &writer)
  }
}
