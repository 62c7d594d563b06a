import ArgumentParser
import Foundation
import Glibc

/// A password that other users of the machine do not see on the command line.
struct Password {
  /// The first line of the file, or what was typed.
  let text: String
  /// The file, for workers; they ask for nothing.
  let file: String

  /// Reads the first line of a file; `-` asks for it on the terminal, which does not show it.
  init(file: String) throws {
    guard file == "-" else {
      guard let content = try? String(contentsOfFile: file, encoding: .utf8) else {
        throw mistake("The file of the password, \(file), cannot be read.")
      }
      self.file = file
      text = content.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      return
    }
    guard isatty(STDIN_FILENO) == 1, let typed = unsafe getpass(Messages.local("password: ")) else {
      throw mistake(
        "There is no terminal to ask for the password; name a file that holds it."
      )
    }
    text = unsafe String(cString: typed)
    self.file = Self.unnamed(text)
  }

  /// The path of a file without a name that holds a text as long as this process lives.
  static func unnamed(_ text: String) -> String {
    var name = Array("/tmp/extract-XXXXXX".utf8CString)
    let descriptor = unsafe mkstemp(&name)
    guard descriptor >= 0 else { return "" }
    unsafe unlink(name)
    try? FileHandle(fileDescriptor: descriptor).write(contentsOf: Data(text.utf8))
    return "/proc/\(getpid())/fd/\(descriptor)"
  }
}
