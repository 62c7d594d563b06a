import Foundation
import JSONModel

/// Files that hold outputs: one, or one a line (JSON Lines).
enum OutputTexts {
  /// The outputs of a file, each with its line where there is one a line.
  ///
  /// JSON Lines have a whole object on the first line; an output of several lines has its brace.
  static func parts(of data: Data) -> [(json: Data, line: Int?)] {
    let lines = data.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.first?.last == UInt8(ascii: "}"), lines.count > 1 else { return [(data, nil)] }
    return lines.enumerated().compactMap { index, line in
      line.isEmpty ? nil : (line, index + 1)
    }
  }

  /// The output that a file is, byte by byte; nothing where it is a document.
  static func output(in file: String) -> [UInt8]? {
    guard file != "-", let handle = FileHandle(forReadingAtPath: file) else { return nil }
    defer { try? handle.close() }
    guard let start = try? handle.read(upToCount: 1), start.first == UInt8(ascii: "{"),
      let data = try? content(of: file), (try? OutputDocument([UInt8](data))) != nil
    else { return nil }
    return [UInt8](data)
  }

  /// The content of a file; `-` is standard input.
  static func content(of file: String) throws -> Data {
    guard file == "-" else {
      return try Data(contentsOf: URL(fileURLWithPath: file), options: .mappedIfSafe)
    }
    return try FileHandle.standardInput.readToEnd() ?? Data()
  }
}
