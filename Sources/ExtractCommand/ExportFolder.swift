import ArgumentParser
import Batch
import Exports
import Foundation
import SystemPackage

/// The folder that an export writes to; `-` is standard output, for the first file alone.
struct ExportFolder {
  let path: String

  /// Writes files, each whole or not at all, or says why it cannot and throws the exit code for it.
  func write(_ files: [ExportFile]) throws {
    if path == "-" {
      if let first = files.first { try Output.write(first.bytes) }
      return
    }
    for file in files { try write(file) }
  }

  private func write(_ file: ExportFile) throws {
    let target = path + "/" + file.name
    do {
      try FileManager.default.createDirectory(
        at: URL(fileURLWithPath: target).deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
    } catch {
      Output.say("\(path): error: the folder cannot be created; check its path and permissions")
      throw ExitCode(ExitStatus.cannotCreate)
    }
    let output: OutputFile
    do throws(OutputFile.Failure) {
      output = try OutputFile(path: FilePath(target))
    } catch {
      Output.say(
        "\(target): error: the output cannot be created (\(error.reason)); check the folder"
      )
      throw ExitCode(ExitStatus.cannotCreate)
    }
    guard output.append(file.bytes), (try? output.publish()) != nil else {
      output.discard()
      Output.say("\(target): error: the output cannot be written; is the disk full?")
      throw ExitCode(ExitStatus.cannotWrite)
    }
  }
}
