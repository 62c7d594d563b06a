import JSONModel

/// What an act prints, from its head to what is attached, as parts of a document of Akoma Ntoso.
struct ActContent {
  let act: OutputAct
  let personID: (OutputPerson) -> String

  private func paragraph(_ children: XMLElement?...) -> XMLElement? {
    let printed = children.compactMap(\.self)
    return printed.isEmpty ? nil : XMLElement("p", [:], printed)
  }

  var preface: XMLElement? {
    let date = act.session?.date.map { XMLElement("docDate", ["date": $0], text: $0) }
    let number = act.number.map { XMLElement("docNumber", text: $0) }
    let lines = [
      paragraph(act.authority.map { XMLElement("docAuthority", text: $0.name) }),
      act.organ.map { XMLElement("p", text: $0) },
      paragraph(number, date),
      paragraph(act.title.map { XMLElement("docTitle", text: $0) }),
    ].compactMap(\.self)
    return lines.isEmpty ? nil : XMLElement("preface", ["eId": "preface"], lines)
  }

  var preamble: XMLElement? {
    let parts = [
      group("citations", "citation", (act.citations ?? []).map(\.text)),
      group("recitals", "recital", (act.recitals ?? []).map(\.text)),
    ].compactMap(\.self)
    return parts.isEmpty ? nil : XMLElement("preamble", ["eId": "preamble"], parts)
  }

  private func group(_ name: String, _ part: String, _ texts: [String]) -> XMLElement? {
    guard !texts.isEmpty else { return nil }
    let id = "preamble__\(name)"
    return XMLElement(
      name,
      ["eId": id],
      texts.enumerated().map { index, text in
        XMLElement(part, ["eId": "\(id)__\(part)_\(index + 1)"], XMLElement("p", text: text))
      }
    )
  }

  /// The articles; an act without any is decided by its title.
  var body: XMLElement {
    let articles = (act.articles ?? []).enumerated().map { index, article in
      XMLElement(
        "article",
        ["eId": "art_\(index + 1)"],
        XMLElement("num", text: (article.numberPrinted ? "Article " : "") + "\(article.number)"),
        article.title.map { XMLElement("heading", text: $0) },
        content("art_\(index + 1)", article.text)
      )
    }
    let whole = XMLElement(
      "hcontainer",
      ["eId": "hcontainer_1", "name": "decision"],
      content("hcontainer_1", act.title ?? "")
    )
    return XMLElement("body", ["eId": "body"], articles.isEmpty ? [whole] : articles)
  }

  private func content(_ id: String, _ text: String) -> XMLElement {
    let lines = text.split(whereSeparator: \.isNewline).map { XMLElement("p", text: String($0)) }
    return XMLElement(
      "content",
      ["eId": "\(id)__content"],
      lines.isEmpty ? [XMLElement("p")] : lines
    )
  }

  var conclusions: XMLElement? {
    guard let signature = act.signature else { return nil }
    let place = signature.place.map { XMLElement("span", text: $0) }
    let date = signature.date.map { XMLElement("date", ["date": $0], text: $0) }
    let role = signature.role.map { XMLElement("role", ["refersTo": "#role-signatory"], text: $0) }
    let person = signature.signatory.map {
      XMLElement("person", ["refersTo": "#" + personID($0)], text: $0.name)
    }
    let lines = [
      paragraph(place, date), paragraph(XMLElement("signature", [:], role, person)),
    ].compactMap(\.self)
    return XMLElement("conclusions", ["eId": "conclusions"], lines)
  }

  func attachments(below work: String) -> XMLElement? {
    let all = act.attachments ?? []
    guard !all.isEmpty else { return nil }
    return XMLElement(
      "attachments",
      [:],
      all.enumerated().map { index, attachment in
        let id = "att_\(index + 1)"
        let title = attachment.title ?? attachment.kind ?? "attachment"
        let link = XMLElement(
          "documentRef",
          [
            "eId": "\(id)__ref", "href": "\(work)/!\(attachment.kind ?? "annex")_\(index + 1)",
            "showAs": title,
          ]
        )
        return XMLElement("attachment", ["eId": id], XMLElement("heading", text: title), link)
      }
    )
  }
}
