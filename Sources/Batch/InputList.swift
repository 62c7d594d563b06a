import Glibc
public import SystemPackage

/// The documents of a batch, in a fixed order.
public struct InputList: Sendable {
  /// The documents, each once; a name that stands for nothing is here too, so that it is reported.
  public private(set) var paths: [FilePath] = []
  /// How many files in folders were passed over, because they are called neither PDF nor text.
  public private(set) var passedOver = 0

  /// The files by where they really lie: one that is named by two paths is one document.
  private var known: Set<FilePath> = []

  /// The suffixes of the files that are taken from folders.
  public static let suffixes = ["pdf", "txt"]

  /// Makes an empty list.
  public init() {}

  /// Adds a file, a folder with all that is below it, or a pattern such as `2024/*/act*.pdf`.
  ///
  /// A folder that may not be read is taken as a document, which then has no output and a reason.
  public mutating func add(_ name: FilePath) {
    if name.status == nil, let matches = Self.matches(of: name), !matches.isEmpty {
      for match in matches { add(match) }
      return
    }
    addNamed(Self.absolute(name))
  }

  private mutating func addNamed(_ path: FilePath) {
    if Self.isFolder(path) {
      addFolder(path, at: Self.resolved(path))
    } else {
      addFile(path, at: Self.resolved(path))
    }
  }

  /// Adds the names in a text, each on a line, or each before a zero byte where there is one.
  public mutating func add(namesIn bytes: [UInt8]) {
    let separator: UInt8 = bytes.contains(0) ? 0 : 0x0A
    for name in bytes.split(separator: separator) {
      addNamed(Self.absolute(FilePath(bytes: name)))
    }
  }

  private mutating func addFile(_ path: FilePath, at place: FilePath) {
    if known.insert(place).inserted { paths.append(path) }
  }

  /// Where a path leads, links followed; itself where it leads nowhere.
  private static func resolved(_ path: FilePath) -> FilePath {
    let found = unsafe path.withPlatformString { name in unsafe realpath(name, nil) }
    guard let found = unsafe found else { return path }
    defer { unsafe free(found) }
    return unsafe FilePath(platformString: found)
  }

  /// Adds what is below a folder; links to folders are not followed, for they may lead around.
  private mutating func addFolder(_ folder: FilePath, at place: FilePath) {
    guard let names = FolderListing.names(in: folder) else {
      addFile(folder, at: place)
      return
    }
    for name in names where !name.string.hasPrefix(".") {
      let path = folder.appending(name)
      let isLink = Self.isLink(path)
      if Self.isFolder(path) {
        if !isLink { addFolder(path, at: place.appending(name)) }
      } else if Self.suffixes.contains(path.extension?.lowercased() ?? "") {
        addFile(path, at: isLink ? Self.resolved(path) : place.appending(name))
      } else {
        passedOver += 1
      }
    }
  }

  private static func isFolder(_ path: FilePath) -> Bool {
    path.status.map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
  }

  private static func isLink(_ path: FilePath) -> Bool {
    var status = stat()
    let result = unsafe path.withPlatformString { name in unsafe lstat(name, &status) }
    return result == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The path from the root, so that one document has one path whatever folder a batch starts in.
  static func absolute(_ path: FilePath) -> FilePath {
    var absolute: FilePath = "/"
    if path.isRelative {
      guard let here = unsafe getcwd(nil, 0) else { return path }
      defer { unsafe free(here) }
      unsafe absolute.append(FilePath(platformString: here).components)
    }
    absolute.append(path.components.filter { $0.kind != .currentDirectory })
    return absolute
  }

  /// The names that a pattern stands for, sorted; nothing where it is no pattern.
  private static func matches(of pattern: FilePath) -> [FilePath]? {
    guard pattern.bytes.contains(where: { "*?[".utf8.contains($0) }) else { return nil }
    var found = unsafe glob_t()
    defer { unsafe globfree(&found) }
    let result = unsafe pattern.withPlatformString { name in unsafe glob(name, 0, nil, &found) }
    guard result == 0, let paths = unsafe found.gl_pathv else { return [] }
    return (0..<Int(unsafe found.gl_pathc)).compactMap { index in
      unsafe paths[index].map { unsafe FilePath(platformString: $0) }
    }
  }
}
