import DeliberationModel
import Synchronization

/// The matchers of definitions, each made once: that takes as long as the parsing of three pages.
final class LabelMatchers: Sendable {
  private struct Made {
    var labels: [Label: [String]]
    var matcher: LabelMatcher
  }

  /// The matchers by the names of their definitions.
  private let made = Mutex<[String: Made]>([:])

  /// The matcher of a definition's labels.
  func matcher(of definition: Definition) -> LabelMatcher {
    made.withLock { made in
      // Two files may have one name.
      if let known = made[definition.name], known.labels == definition.labels {
        return known.matcher
      }
      let matcher = LabelMatcher(definition.labels)
      made[definition.name] = Made(labels: definition.labels, matcher: matcher)
      return matcher
    }
  }
}
