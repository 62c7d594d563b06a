import ArgumentParser
import Exports
import Foundation
import JSONModel

/// `extract export FORMAT INPUT… -o DIR`: outputs in the formats that others publish and load.
struct ExportCommand: ParsableCommand {
  /// What is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case deliberations = "scdl-deliberations"
    case grants = "scdl-subventions"
    case popolo
    case akomaNtoso = "akoma-ntoso"
    case csv
    case parquet
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: Messages.lines(
      "Write acts in a format that is published or loaded: SCDL, Popolo, CSV …"
    ),
    discussion: Messages.lines(
      """
      FORMATS
        scdl-deliberations  the table of SCDL with a row for each vote, the schema, datapackage.json
        scdl-subventions    the same for grants
        popolo              organizations, people, memberships, events, motions, vote_events
        akoma-ntoso         Akoma Ntoso 3.0, an XML document for each act
        csv                 the tables of the catalogue (extract schema --database), euros as decimals
        parquet             the same, typed; needs python3 with duckdb or pyarrow

      What a schema of SCDL requires and the act does not say is never invented: the row goes to \
      rejects.csv with its reason, and so does one that needs a look at the page. What an authority \
      knows of all its acts is given with --siret, --subject or a file (--defaults), which \
      Pipelines/exports/README.md describes.

      An INPUT is a document, an output of extract, JSON Lines or a catalogue; - is standard input, \
      for outputs.

      EXAMPLES
        extract export scdl-deliberations acts/*.pdf -o scdl --siret 21860194600013
        extract export scdl-subventions acts.jsonl -o scdl --defaults town.yaml
        extract export scdl-subventions acts.sqlite -o - > grants.csv
        extract export akoma-ntoso out/*.json -o akn
        extract export parquet acts.sqlite -o tables --python venv/bin/python
      """
    )
  )

  @Argument(help: Messages.help("The format."))
  var format: Format

  @Argument(
    help: Messages.help(
      "Documents, outputs, JSON Lines or catalogues; - reads outputs from standard input."
    ),
    completion: .file()
  )
  var inputs: [String]

  @Option(
    name: [.short, .long],
    help: Messages.help("The folder of the files; - is standard output.", valueName: "dir"),
    completion: .directory
  )
  var output: String

  @Option(
    help: Messages.help(
      "The SIRET of the authority, where its acts do not print it.",
      valueName: "digits"
    )
  )
  var siret: String?

  @Option(
    help: Messages.help(
      "The code of the nomenclature (7.5) for acts whose subject is not known.",
      valueName: "code"
    )
  )
  var subject: String?

  @Option(
    help: Messages.help("A file of what an authority's acts do not print.", valueName: "file"),
    completion: .file()
  )
  var defaults: [String] = []

  @Option(
    help: Messages.help(
      "The Python that writes Parquet, with duckdb or pyarrow.",
      valueName: "path"
    )
  )
  var python = "python3"

  @Flag(help: Messages.help("Give what needs a look at the page as all else."))
  var withDoubts = false

  @OptionGroup var choices: ExtractionOptions

  func validate() throws {
    if output == "-", [.popolo, .akomaNtoso, .parquet].contains(format) {
      throw mistake("\(format.rawValue) is several files; name a folder with -o.")
    }
    if let siret, !SCDLOptions.isSIRET(siret) {
      throw mistake("--siret has fourteen digits, of which the last is a key; check them.")
    }
    if let subject, !SCDLOptions.isSubject(subject) {
      throw mistake("--subject is a code of the national nomenclature, from 1.1 to 9.4.")
    }
    for input in inputs {
      var isFolder: ObjCBool = false
      if unsafe FileManager.default.fileExists(atPath: input, isDirectory: &isFolder),
        isFolder.boolValue
      {
        throw mistake(
          "\(input) is a folder: run 'extract batch \(input) --output out', then name out/*.json."
        )
      }
    }
  }

  func run() throws {
    let defaults = try readDefaults()
    var source = ExportInputs(inputs, choices)
    let (files, summary) = try export(&source, defaults)
    try ExportFolder(path: output).write(files)
    if format == .parquet { try TableExport.makeParquet(in: output, python: python) }
    for line in summary { Output.say(line) }
    if let failure = source.failure {
      throw ExitCode(inputs.count > 1 ? ExitStatus.someFailed : failure)
    }
  }

  /// The files of the format and what to say of them.
  private func export(
    _ source: inout ExportInputs,
    _ defaults: [AuthorityDefaults]
  ) throws -> (files: [ExportFile], summary: [String]) {
    func forEach(_ body: (OutputDocument) -> Void) throws {
      try source.forEach { output, _ in
        var output = output
        for known in defaults { known.complete(&output) }
        body(output)
      }
    }
    switch format {
    case .deliberations, .grants:
      guard let table = SCDLTable(rawValue: format.rawValue) else { return ([], []) }
      var all = defaults
      if table == .deliberations, let subject {
        all.append(AuthorityDefaults(["DELIB_MATIERE_CODE": subject], for: table))
      }
      var export = try SCDLExport(
        table,
        defaults: all,
        siret: siret,
        keepsDoubts: withDoubts,
        local: { Messages.local($0, code: "export.reason") }
      )
      try forEach { export.add($0) }
      return (export.files(), export.summary)
    case .popolo:
      var export = PopoloExport(keepsDoubts: withDoubts)
      try forEach { export.add($0) }
      return (export.files(), export.summary)
    case .akomaNtoso:
      var export = AkomaNtosoExport(keepsDoubts: withDoubts)
      try forEach { export.add($0) }
      return (export.files, export.summary)
    case .csv, .parquet:
      var export = try TableExport()
      defer { export.close() }
      try source.forEach { _, json in try export.add(json) }
      return (try export.files(), [])
    }
  }

  private func readDefaults() throws -> [AuthorityDefaults] {
    var all: [AuthorityDefaults] = []
    for file in defaults {
      do {
        all.append(try AuthorityDefaults(file: file))
      } catch let error as AuthorityDefaults.Failure {
        let place = error.line.map { "\(file), line \($0)" } ?? file
        Output.say("extract: error: the defaults are wrong (\(place)): \(error.message)")
        throw ExitCode(ExitStatus.wrongDefinition)
      }
    }
    return all
  }
}
