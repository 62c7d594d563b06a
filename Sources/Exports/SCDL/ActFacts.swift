import JSONModel
import PageModel

/// An act, or an annex by itself, and where it stands: what the rows of an export are made of.
struct ActFacts {
  let output: OutputDocument
  /// Nothing for an annex by itself.
  let act: OutputAct?
  /// The place of the act in its document, from 1.
  let ordinal: Int

  var page: Int? { act?.source?.page }

  /// What defaults may speak of in braces.
  var named: [String: String] {
    let date = act?.session?.date
    return [
      "date": date, "year": date.map { String($0.prefix(4)) }, "number": act?.number,
      "item": act?.item, "ordinal": String(ordinal), "file": output.source.fileName,
      "file_date": fileDate,
    ].compactMapValues(\.self)
  }

  /// The one date that the name of the file holds: 2031-05-28_pv.pdf, CM 28.05.2031.pdf.
  private var fileDate: String? {
    let numbers = output.source.fileName.utf8.split { !(0x30...0x39).contains($0) }
      .map { String(decoding: Array($0), as: UTF8.self) }
    var dates: Set<String> = []
    for place in numbers.indices.dropLast(2) {
      var parts = Array(numbers[place...(place + 2)])
      if parts[2].count == 4 { parts.reverse() }
      guard parts.map(\.count) == [4, 2, 2], let month = Int(parts[1]), let day = Int(parts[2]),
        (1...12).contains(month), (1...31).contains(day)
      else { continue }
      dates.insert(parts.joined(separator: "-"))
    }
    return dates.count == 1 ? dates.first : nil
  }
}

/// The SIRET of authorities that do not print theirs.
struct AuthorityRegister {
  private var byUnit: [String: String] = [:]
  private var byName: [String: String] = [:]

  /// The départements, which are public and do not change.
  init() {
    for line in ExportFile.embedded("departements.tsv").split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 2 else { continue }
      byUnit[String(cells[0].prefix(9))] = cells[0]
      byName[FoldedText(cells[1]).key] = cells[0]
    }
  }

  /// The SIRET that an act prints, or that of its SIREN or of the département of its name.
  func siret(of authority: OutputAct.Authority?) -> String? {
    guard let authority else { return nil }
    if let siret = authority.siret { return siret }
    if let siren = authority.siren { return byUnit[siren] }
    return authority.type == "department" ? byName[FoldedText(authority.name).key] : nil
  }
}
