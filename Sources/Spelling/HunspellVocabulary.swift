import CLoadedLibraries
import Glibc
public import PageModel
import Synchronization

/// The dictionary of a language, read by hunspell from the files of the system.
///
/// Each word is asked for once: an answer takes microseconds, a document repeats its words.
public final class HunspellVocabulary: Vocabulary {
  /// Where Debian keeps dictionaries.
  public static let folders = ["/usr/share/hunspell", "/usr/share/myspell/dicts"]

  /// The dictionary of French, loaded when it is first asked for; nothing where none is installed.
  public static let french = HunspellVocabulary(language: "fr")

  private struct State: ~Copyable {
    let dictionary: Dictionary
    var answers: [String: Bool] = [:]
  }

  private let state: Mutex<State>

  /// Loads `fr.aff` and `fr.dic` from the first folder that has them.
  public init?(language: String, folders: [String] = folders) {
    guard loaded_dictionary() else { return nil }
    let paths = folders.map { "\($0)/\(language)" }
    guard let path = paths.first(where: { Self.isReadable($0 + ".aff", $0 + ".dic") }),
      let dictionary = Dictionary(affixes: path + ".aff", words: path + ".dic")
    else { return nil }
    state = Mutex(State(dictionary: dictionary))
  }

  private static func isReadable(_ paths: String...) -> Bool {
    paths.allSatisfy { path in unsafe access(path, R_OK) == 0 }
  }

  /// Whether the dictionary has a word, or can make it of one.
  public func contains(_ word: String) -> Bool {
    state.withLock { state in
      if let known = state.answers[word] { return known }
      let answer = state.dictionary.contains(word)
      state.answers[word] = answer
      return answer
    }
  }
}

/// An open dictionary: the one owner of hunspell's handle.
@safe private struct Dictionary: ~Copyable, @unchecked Sendable {
  private let handle: OpaquePointer

  init?(affixes: String, words: String) {
    guard let handle = unsafe Hunspell_create(affixes, words) else { return nil }
    unsafe self.handle = handle
  }

  deinit { unsafe Hunspell_destroy(handle) }

  borrowing func contains(_ word: String) -> Bool {
    unsafe Hunspell_spell(handle, word) != 0
  }
}
