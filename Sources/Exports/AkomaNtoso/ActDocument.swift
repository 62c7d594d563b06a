import JSONModel

/// An act as a document of Akoma Ntoso.
struct ActDocument {
  let act: OutputAct
  let output: OutputDocument
  let date: String
  private let authority: String
  private let name: String
  /// The people that the document refers to, by their id.
  private var people: [(id: String, name: String)] = []

  /// Nothing for an act without an authority or a date: its address is made of them.
  init?(_ act: OutputAct, of output: OutputDocument, ordinal: Int) {
    guard let date = act.session?.date, let authority = act.authority?.name else { return nil }
    self.act = act
    self.output = output
    self.date = date
    self.authority = Slug.make(authority)
    let item = act.item.map { "item-" + Slug.make($0) }
    let number = act.number.map(Slug.make).flatMap { $0.isEmpty ? nil : $0 }
    name = number ?? item ?? "act-\(ordinal)"
    let positions = (act.decisions ?? []).flatMap { $0.positions ?? [] }.map(\.person)
    let named = [act.session?.president, act.session?.secretary, act.signature?.signatory]
    for person in named.compactMap(\.self) + positions {
      let id = Self.id(of: person)
      if !people.contains(where: { $0.id == id }) { people.append((id, person.name)) }
    }
  }

  /// Without its suffix: `departement-du-nord/2024-03-12-2024-17`.
  var fileName: String { "\(authority)/\(date)-\(name)" }

  private static func id(of person: OutputPerson) -> String { "person-" + Slug.make(person.name) }

  var root: XMLElement {
    let content = ActContent(act: act, personID: Self.id)
    let act = XMLElement(
      "act",
      ["name": "deliberation"],
      meta,
      content.preface,
      content.preamble,
      content.body,
      content.conclusions,
      content.attachments(below: work)
    )
    let namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    return XMLElement("akomaNtoso", ["xmlns": namespace], act)
  }

  // MARK: - Identification

  private var work: String { "/akn/fr/act/deliberation/\(authority)/\(date)/\(name)" }

  private var meta: XMLElement {
    let number = act.number.map { XMLElement("FRBRnumber", ["value": $0]) }
    let identification = XMLElement(
      "identification",
      ["source": "#extract"],
      level("FRBRWork", work, XMLElement("FRBRcountry", ["value": "fr"]), number),
      level("FRBRExpression", work + "/fra@", XMLElement("FRBRlanguage", ["language": "fra"])),
      level("FRBRManifestation", work + "/fra@.xml")
    )
    return XMLElement("meta", [:], identification, classification, workflow, analysis, references)
  }

  private func level(_ name: String, _ address: String, _ more: XMLElement?...) -> XMLElement {
    let all = [
      XMLElement("FRBRthis", ["value": address + (name == "FRBRManifestation" ? "" : "/!main")]),
      XMLElement("FRBRuri", ["value": address]),
      XMLElement("FRBRdate", ["date": date, "name": "decision"]),
      XMLElement("FRBRauthor", ["href": "#authority", "as": "#author"]),
    ]
    return XMLElement(name, [:], all + more.compactMap(\.self))
  }

  private var classification: XMLElement? {
    act.subject.map { subject in
      let keyword = XMLElement(
        "keyword",
        [
          "eId": "keyword_1", "value": subject.code, "showAs": subject.name ?? subject.code,
          "dictionary": "nomenclature-actes",
        ]
      )
      return XMLElement("classification", ["source": "#extract"], keyword)
    }
  }

  // MARK: - Votes

  /// What became of the act: a step for each decision.
  private var workflow: XMLElement? {
    let steps = (act.decisions ?? []).compactMap(\.result).map { result in
      XMLElement(
        "step",
        ["date": date, "by": "#authority", "as": "#author", "outcome": "#\(result)"]
      )
    }
    return steps.isEmpty ? nil : XMLElement("workflow", ["source": "#extract"], steps)
  }

  /// The votes that were counted.
  private var analysis: XMLElement? {
    let votes = (act.decisions ?? []).enumerated().compactMap { index, decision -> XMLElement? in
      let id = "voting_\(index + 1)"
      let counts = (decision.vote?.options ?? []).compactMap { name, option -> XMLElement? in
        guard let count = option.count, option.needsReview != true else { return nil }
        return XMLElement(
          "count",
          ["eId": "\(id)__count_\(name)", "value": String(count), "refersTo": "#\(name)"]
        )
      }
      guard !counts.isEmpty else { return nil }
      return XMLElement(
        "voting",
        ["eId": id, "outcome": decision.result.map { "#\($0)" }, "href": "#body"],
        counts
      )
    }
    guard !votes.isEmpty else { return nil }
    return XMLElement("analysis", ["source": "#extract"], XMLElement("parliamentary", [:], votes))
  }

  private var references: XMLElement {
    let results = (act.decisions ?? []).compactMap(\.result)
    let options = (act.decisions ?? []).flatMap { $0.vote?.options.map(\.name) ?? [] }
    let concepts = Set(results + options).sorted()
    return XMLElement(
      "references",
      ["source": "#extract"],
      [
        reference("TLCOrganization", "authority", "/\(authority)", act.authority?.name ?? ""),
        reference("TLCOrganization", "extract", "/deliberations", "deliberations"),
        reference("TLCRole", "author", "/author", "Author"),
      ] + people.map { reference("TLCPerson", $0.id, "/\(authority)/\($0.id)", $0.name) }
        + concepts.map { reference("TLCConcept", $0, "/\($0)", $0) }
        + (act.signature?.role.map {
          [reference("TLCRole", "role-signatory", "/\(Slug.make($0))", $0)]
        }
          ?? [])
    )
  }

  private func reference(_ kind: String, _ id: String, _ path: String, _ name: String) -> XMLElement
  {
    let folder = kind.dropFirst(3).lowercased()
    return XMLElement(
      kind,
      ["eId": id, "href": "/akn/ontology/\(folder)/fr\(path)", "showAs": name]
    )
  }
}
