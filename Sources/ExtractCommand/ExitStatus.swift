import Definitions
import ArgumentParser
import Pipeline

/// The exit codes of the program, after sysexits.h.
enum ExitStatus {
  static let strictFindings: Int32 = 1
  static let someFailed: Int32 = 1
  static let loss: Int32 = 1
  static let usage: Int32 = 64
  static let unusableInput: Int32 = 65
  static let noInput: Int32 = 66
  static let missingComponent: Int32 = 69
  static let internalError: Int32 = 70
  static let cannotCreate: Int32 = 73
  static let cannotWrite: Int32 = 74
  static let timedOut: Int32 = 75
  static let wrongDefinition: Int32 = 78

  /// What `--help` says of them.
  static let help = """
    EXIT CODES
      0   done; also: readable, but no délibération in it, with a finding
      1   --strict, and there is a warning or an error; of several files: some
          failed; regress: a value was lost
      64  the command line is wrong
      65  the file is damaged, encrypted, empty, larger than 1000 MB or neither
          a PDF nor text; load, merge: no output, no catalogue, or a newer one
      66  there is no such file
      69  language data for recognition is not installed, or the kernel cannot
          confine the program
      70  the program failed
      73  the output cannot be created
      74  the output cannot be written
      75  the time or the memory was used up; the catalogue is in use
      78  a definition is wrong
    """
}

extension ExtractionFailure {
  /// The exit code for the failure.
  var exitStatus: Int32 {
    switch self {
    case .missing, .notAFile, .unreadable: ExitStatus.noInput
    case .tooLarge, .empty, .unknownFormat, .encrypted, .wrongPassword, .damaged:
      ExitStatus.unusableInput
    case .timedOut: ExitStatus.timedOut
    case .missingLanguage: ExitStatus.missingComponent
    case .definition: ExitStatus.wrongDefinition
    }
  }

  /// What happened and what to do, in one sentence.
  var sentence: String {
    switch self {
    case .missing: "there is no such file; check the path"
    case .notAFile:
      "this is a folder or no regular file; name a file, or read a folder with extract batch FOLDER --output out"
    case .unreadable(let reason): "the file cannot be read (\(reason)); check its permissions"
    case .tooLarge:
      "the file has more than \(Input.mostBytes / 1_000_000) MB; split it, with qpdf for example"
    case .empty: "the file is empty; download or scan it again"
    case .unknownFormat: "the file is neither a PDF nor text; convert it to PDF first"
    case .encrypted: "the PDF is encrypted; give its password with --password"
    case .wrongPassword: "the password does not open the PDF; check it"
    case .damaged(let reason):
      "the PDF cannot be opened (\(reason.lowercased())); try to repair it, with qpdf for example"
    case .timedOut(let page):
      "the time was over\(page.map { " at page \($0)" } ?? ""); allow more with --timeout"
    case .missingLanguage(let language):
      "pages must be recognised and the data for \"\(language)\" is missing; "
        + "install \(Self.packages(for: language)), or read without with --ocr never"
    case .definition(let error): error.sentence
    }
  }

  /// The Debian packages of languages such as "fra+chi_sim".
  private static func packages(for language: String) -> String {
    language.split(separator: "+").map { name in
      "tesseract-ocr-" + String(name.map { $0 == "_" ? "-" : $0 })
    }.joined(separator: " and ")
  }
}

extension DefinitionError {
  /// Where the definition is wrong and how, in one sentence.
  var sentence: String {
    let place = line.map { "\(file), line \($0)" } ?? file
    return "the definition is wrong (\(place)): \(message)"
  }
}
