import Definitions
import DeliberationModel
import Foundation
import PageModel
import TestSupport
import Testing

struct `The catalogue of definitions` {
  @Test func `knows forms of every label`() throws {
    let definition = try Definition.standard()
    for label in Label.allCases {
      #expect(definition.labels[label]?.isEmpty == false, "\(label.rawValue)")
    }
    #expect(definition.authority == nil)
  }

  @Test func `reads every definition that is built in, each on the default one`() throws {
    let catalog = try DefinitionCatalog()
    #expect(catalog.names.contains("default"))
    for name in catalog.names {
      let definition = try catalog.definition(named: name)
      #expect(definition.name == name)
      #expect(definition.labels.count == Label.allCases.count)
      #expect(Set(definition.organs).isSuperset(of: catalog.fallback.organs))
    }
  }

  @Test(arguments: [
    ("DEPARTEMENT DU PAS-DE-CALAIS\nDELIBERATION DU CONSEIL", "pas-de-calais"),
    ("Acte\nLe Conseil départemental du\u{A0}Pas-de-Calais,", "pas-de-calais"),
    ("ID : 062-226200012-20230515-2023_216-DE", "pas-de-calais"),
    ("DEPARTEMENT DES HAUTS-DE-SOURDRE\nDELIBERATION DU CONSEIL", "default"),
    ("", "default"),
  ])
  func `chooses by the authority that a document names`(text: String, name: String) throws {
    let catalog = try DefinitionCatalog()
    #expect(try catalog.definition(for: Document(printing: text)).name == name)
  }

  @Test func `does not choose by an authority that is named far behind the head`() throws {
    let text = String(repeating: "ligne\n", count: 300) + "Département du Pas-de-Calais"
    #expect(try DefinitionCatalog().definition(for: Document(printing: text)).name == "default")
  }

  @Test func `says which names there are where it has none of that name`() throws {
    let catalog = try DefinitionCatalog()
    let error = try #require(throws: DefinitionError.self) {
      try catalog.definition(named: "atlantide")
    }
    #expect(error.file == "atlantide")
    for name in catalog.names { #expect(error.message.contains(name)) }
  }

  @Test func `says that a file cannot be read`() throws {
    let catalog = try DefinitionCatalog()
    let path = "no-such-folder/lys.yaml"
    let error = try #require(throws: DefinitionError.self) {
      try catalog.definition(named: path)
    }
    #expect(error.file == path)
    #expect(error.message == "the file cannot be read")
  }

  @Test func `reads a file with the lexicon beside it`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "name\thonorific\nOdile MOREL\tMme\n"
      .write(to: folder.appending(path: "roster.tsv"), atomically: true, encoding: .utf8)
    let file = folder.appending(path: "lys.yaml")
    try "version: 1\nlexicons: { councillors: roster.tsv }\n"
      .write(to: file, atomically: true, encoding: .utf8)
    let definition = try DefinitionCatalog().definition(named: file.path)
    #expect(definition.name == "lys")
    #expect(definition.councillors.map(\.name) == ["Odile MOREL"])
    #expect(definition.labels.count == Label.allCases.count)
  }
}

struct `The authority of a document` {
  @Test(arguments: [
    // A commune of the département prints its name above its own.
    (
      "DEPARTEMENT DU PAS-DE-CALAIS\nCOMMUNE DE X\nDELIBERATIONS DU CONSEIL MUNICIPAL",
      "default"
    ),
    ("Conseil départemental du Pas-de-Calais\nID : 099-249900123-20230629-2023_64-DE", "default"),
    ("Commission permanente\nConseil départemental du Pas-de-Calais", "pas-de-calais"),
    ("Le Conseil Municipal de la Ville de Montpellier s'est réuni", "montpellier"),
    ("Conseil municipal\n034-213401722-20130204-0000061114-DE", "montpellier"),
    ("Conseil municipal\nID : 069-216901231-20240125-2024_12-DE", "lyon"),
    ("VILLE DE LYON\nExtrait du registre des délibérations du Conseil municipal", "lyon"),
    ("CONSEIL DE PARIS\nExtrait du registre des délibérations", "paris"),
    ("Le Conseil municipal de Lutry\nVu le vœu du Conseil de Paris", "default"),
    ("Métropole, Ville de Lyon\nConseil de la Métropole", "default"),
  ])
  func `is told by its assembly and the number of its receipt`(text: String, name: String) throws {
    let catalog = try DefinitionCatalog()
    #expect(try catalog.definition(for: Document(printing: text)).name == name)
  }
}
